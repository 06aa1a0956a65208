// Commands that Python runs, as far as the text tells them, and which of them install something.

import type { CallFact, FunctionFacts } from '../../facts/python';
import { argument } from '../../facts/python-names';
import {
  CARRIERS,
  COMMAND_RUNNERS,
  DOWNLOADERS,
  FETCHERS,
  INSTALLERS,
  type Installer,
  PIP_RUNNERS,
  SHELLS,
} from '../../knowledge/installers';
import type { Call, Expression } from '../../syntax/python-tree';
import { pythonRun } from '../python-command';
import { callableOf } from './call-graph';
import { callsNamed, type Fn, type Python } from './python';
import { lookup, resolve } from './resolve';

/** A word of a command; undefined where only the running program knows it. */
export type Word = string | undefined;

type Commands = readonly (readonly Word[])[];

/** For each version of a worker: several rules look at the same calls. */
const known = new WeakMap<Python, Known>();

interface Known {
  readonly calls: readonly CommandCall[];
  readonly commands: Map<Call, Commands | undefined>;
  /** The parameter that a function runs as a command. */
  readonly parameters: Map<FunctionFacts, string | undefined>;
}

/** The command that a call runs: a list of simple commands, each a list of words. Undefined where the call runs none. */
export function commandsOf(python: Python, fn: Fn, call: Call): Commands | undefined {
  const { commands } = knownOf(python);
  if (!commands.has(call)) commands.set(call, findCommands(python, fn, call));
  return commands.get(call);
}

function knownOf(python: Python): Known {
  const before = known.get(python);
  if (before !== undefined) return before;
  const parameters: Known['parameters'] = new Map();
  const fresh = { calls: [...findCommandCalls(python, parameters)], commands: new Map(), parameters };
  known.set(python, fresh);
  return fresh;
}

function findCommands(python: Python, fn: Fn, call: Call): Commands | undefined {
  const origin = resolve(python, fn, call.callee);
  if (origin.kind === 'external') {
    const how = COMMAND_RUNNERS.get(origin.path);
    if (!how) return undefined;
    const words =
      how === 'spread'
        ? call.args.flatMap((arg) => (arg.name === undefined ? wordsOf(python, fn, arg.value) : []))
        : undefined;
    if (words) return [words];
    const given = argument(call, 'args', 0) ?? argument(call, 'cmd');
    if (!given) return undefined;
    const commands = split(python, fn, given.value);
    return PIP_RUNNERS.has(origin.path) ? commands.map((command) => ['pip', ...command]) : commands;
  }
  // `run("pip install x")`, where `def run(command): subprocess.run(command, shell=True)`
  const helper = callableOf(python, origin);
  if (!helper || origin.kind !== 'function') return undefined;
  const parameter = commandParameter(python, helper.fn, knownOf(python).parameters);
  if (parameter === undefined) return undefined;
  const { parameters } = helper.fn.facts;
  const index = parameters.findIndex(({ name }) => name === parameter) - (helper.bound ? 1 : 0);
  const given = argument(call, parameter, index);
  return given && split(python, fn, given.value);
}

const RUNNER_NAMES: ReadonlySet<string> = new Set(
  [...COMMAND_RUNNERS.keys()].map((path) => path.slice(path.lastIndexOf('.') + 1)),
);

export interface CommandCall {
  readonly fn: Fn;
  readonly fact: CallFact;
}

/** Every call of the worker that may run a command: of a runner itself, or of a helper of the worker that calls one. */
export function commandCalls(python: Python): readonly CommandCall[] {
  return knownOf(python).calls;
}

function findCommandCalls(python: Python, parameters: Known['parameters']): Iterable<CommandCall> {
  const names = new Set(RUNNER_NAMES);
  for (const { fn } of callsNamed(python.modules, RUNNER_NAMES)) {
    if (fn.facts.name !== '' && commandParameter(python, fn, parameters) !== undefined) names.add(fn.facts.name);
  }
  return callsNamed(python.modules, names);
}

/** The parameter that a function runs as a command; undefined where it runs none of them. */
function commandParameter(python: Python, fn: Fn, parameters: Known['parameters']): string | undefined {
  if (!parameters.has(fn.facts)) parameters.set(fn.facts, findCommandParameter(python, fn));
  return parameters.get(fn.facts);
}

function findCommandParameter(python: Python, fn: Fn): string | undefined {
  const names = new Set(fn.facts.parameters.map(({ name }) => name));
  for (const { call } of fn.facts.calls) {
    const origin = resolve(python, fn, call.callee);
    if (origin.kind !== 'external' || !COMMAND_RUNNERS.has(origin.path)) continue;
    const given = argument(call, 'args', 0)?.value;
    const named = given?.kind === 'call' ? given.args[0]?.value : given;
    if (named?.kind === 'name' && names.has(named.id)) return named.id;
  }
  return undefined;
}

function split(python: Python, fn: Fn, expression: Expression): readonly (readonly Word[])[] {
  const words = wordsOf(python, fn, expression);
  const [only] = words;
  return words.length === 1 && only?.includes(' ') ? shellCommands(only) : [words];
}

/** Plain shell text into its simple commands. Quotes keep words together; anything cleverer stays as it is written. */
function shellCommands(text: string): readonly (readonly Word[])[] {
  const piped = /\b(curl|wget)\b[^|]*\|\s*(sudo\s+)?(ba|z|da)?sh\b/.test(text);
  const commands = text
    .split(/&&|\|\||[;|\n]/)
    .map((part) => [...part.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3]));
  return piped ? [['curl', '|', 'sh'], ...commands] : commands;
}

/** The words of a list, a tuple, or one text. Names, concatenations, `*lists` and constants are followed. */
function wordsOf(python: Python, fn: Fn, expression: Expression, depth = 0): readonly Word[] {
  if (depth > 6) return [undefined];
  const follow = (part: Expression): readonly Word[] => wordsOf(python, fn, part, depth + 1);
  switch (expression.kind) {
    case 'string':
      return [expression.parts.map((part) => (typeof part === 'string' ? part : '\uFFFC')).join('')];
    case 'list':
    case 'tuple':
      return expression.items.flatMap((item) => (item.kind === 'starred' ? follow(item.value) : follow(item)));
    case 'operation':
      return expression.operator === '+' ? expression.operands.flatMap(follow) : [undefined];
    case 'attribute':
      return expression.object.kind === 'name' && expression.object.id === 'sys' && expression.name === 'executable'
        ? ['python']
        : followed(python, fn, expression, depth);
    case 'call': {
      const { callee, args } = expression;
      // `"pip install x".split()`, `shlex.split("…")`, `["pip"].copy()`, `" ".join([...])`
      if (callee.kind === 'attribute' && callee.name === 'join' && args[0])
        return [
          follow(args[0].value)
            .map((word) => word ?? '\uFFFC')
            .join(' '),
        ];
      if (callee.kind === 'attribute' && callee.name === 'split') {
        const text = callee.object.kind === 'string' ? callee.object : args[0]?.value;
        const [only] = text ? follow(text) : [];
        return only?.split(/\s+/) ?? [undefined];
      }
      if (callee.kind === 'name' && callee.id === 'str' && args[0]) return follow(args[0].value);
      return [undefined];
    }
    case 'name':
      return followed(python, fn, expression, depth);
    default:
      return [undefined];
  }
}

function followed(python: Python, fn: Fn, expression: Expression, depth: number): readonly Word[] {
  const origin = expression.kind === 'name' ? lookup(python, fn, expression.id) : resolve(python, fn, expression);
  if (origin.kind === 'expression' && origin.expression !== expression)
    return wordsOf(python, origin.fn, origin.expression, depth + 1);
  // `cmd = […]; run(cmd); cmd = […]; run(cmd)`: the one written last before.
  const written = expression.kind === 'name' ? lastWritten(fn, expression.id, expression.start) : undefined;
  return written ? wordsOf(python, fn, written, depth + 1) : [undefined];
}

function lastWritten(fn: Fn, name: string, before: number): Expression | undefined {
  const { assignments } = fn.facts;
  return assignments.findLast(
    ({ target, value }) => value && value.end <= before && target.kind === 'name' && target.id === name,
  )?.value;
}

/** What a command does for the worker's setup: `pip install`, `wget`. Undefined where nothing of the kind can be seen. */
export interface CommandWork {
  readonly work: 'install' | 'download';
  /** For people. */
  readonly name: string;
}

export function commandWork(command: readonly Word[]): CommandWork | undefined {
  let rest = command;
  for (;;) {
    const [first, second, third] = rest;
    if (first === undefined) return undefined;
    const program = programName(first);
    if (CARRIERS.has(program) || /^\w+=/.test(first)) {
      rest = rest.slice(1);
    } else if (/^python[\d.]*$/.test(program)) {
      const run = pythonRun(rest.slice(1));
      if (run?.kind !== 'module') return undefined;
      rest = [run.name, ...rest.slice(run.at + 2)];
    } else if (program === 'uv' && second === 'pip') {
      rest = rest.slice(1);
    } else if (SHELLS.has(program) && second !== undefined && /^-\w*c$/.test(second) && third !== undefined) {
      return firstWork(shellCommands(third));
    } else if (FETCHERS.has(program) && rest.includes('|')) {
      return { work: 'install', name: `${program} | sh` };
    } else {
      return namedWork(INSTALLERS, 'install', program, rest) ?? namedWork(DOWNLOADERS, 'download', program, rest);
    }
  }
}

function namedWork(
  programs: readonly Installer[],
  work: CommandWork['work'],
  program: string,
  command: readonly Word[],
): CommandWork | undefined {
  const found = programs.find((installer) => installer.programs.includes(program));
  if (!found) return undefined;
  const verb = command.slice(1).find((word) => word !== undefined && !word.startsWith('-'));
  if (found.verbs.length === 0) return { work, name: program };
  return verb !== undefined && found.verbs.includes(verb) ? { work, name: `${program} ${verb}` } : undefined;
}

function programName(word: string): string {
  return word.slice(word.lastIndexOf('/') + 1).replace(/\.exe$/, '');
}

/** What the commands of a call do for the worker's setup; of several, the first that does something. */
export function workIn(python: Python, fn: Fn, { call }: CallFact): CommandWork | undefined {
  const commands = commandsOf(python, fn, call);
  return commands && firstWork(commands);
}

function firstWork(commands: readonly (readonly Word[])[]): CommandWork | undefined {
  for (const command of commands) {
    const work = commandWork(command);
    if (work) return work;
  }
  return undefined;
}
