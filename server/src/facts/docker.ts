// What a Dockerfile says: its build stages with base image, command, variables, copied files and what is run. One walk, plain
// rows. Which stage is built on which, and what image that means, is model/image/docker.ts's business.

import type { Source } from '../base/source';
import type { Span } from '../base/span';
import { known, type Static, unknown } from '../base/static';
import { type DockerInstruction, type LogicalText, parseDockerfile } from '../syntax/docker';
import { type Command, type Run, readCommand, readHealthcheck, readRun } from './docker-commands';
import { type Copy, readCopy } from './docker-copy';
import {
  type ExpandedWord,
  expand,
  expandedWordsOf,
  flagsOf,
  flagValue,
  jsonStrings,
  type Scope,
  type Values,
  type Word,
  wordsOf,
} from './docker-words';

export { type Command, commandFacts, type Run, shellWord } from './docker-commands';
export type { Copy, CopySource, InlineFile } from './docker-copy';
export { type ExpandedWord, type Word, wordsWithin } from './docker-words';

export interface DockerFacts {
  /** In the order of the text. */
  readonly stages: readonly Stage[];
}

export interface Stage {
  /** After AS. */
  readonly name: string | undefined;
  /** After FROM, with the defaults of ARG put in: an image, or the name of an earlier stage. */
  readonly base: Static<string>;
  readonly baseSpan: Span;
  /** `--platform` of FROM. */
  readonly platform: Static<string> | undefined;
  /** What makes the image, in order: these also stand, by kind, in the lists below. */
  readonly steps: readonly Step[];
  /** The last ones, which are those that count. */
  readonly cmd: Command | undefined;
  readonly entrypoint: Command | undefined;
  /** The last one; `NONE` is a command without words. */
  readonly healthcheck: Command | undefined;
  /** COPY and ADD. The order of instructions of several kinds is that of their spans. */
  readonly copies: readonly Copy[];
  readonly runs: readonly Run[];
  readonly workdirs: readonly ExpandedWord[];
  readonly users: readonly ExpandedWord[];
  /** Ports, `8000` or `8000/tcp`. */
  readonly exposes: readonly ExpandedWord[];
  readonly env: readonly Variable[];
  readonly args: readonly Variable[];
  /** What an image that is built on this one does first. */
  readonly onbuild: readonly Onbuild[];
  /** What ENV has set at the end, in the stages that this one is built on too, by name. */
  readonly environment: ReadonlyMap<string, Static<string>>;
}

export type Step =
  | { readonly kind: 'run'; readonly span: Span; readonly run: Run }
  | { readonly kind: 'copy'; readonly span: Span; readonly copy: Copy }
  | { readonly kind: 'workdir'; readonly span: Span; readonly path: ExpandedWord }
  | { readonly kind: 'user'; readonly span: Span; readonly user: ExpandedWord }
  | {
      readonly kind: 'variables';
      readonly span: Span;
      readonly keyword: 'ENV' | 'ARG';
      readonly rows: readonly Variable[];
    }
  /** SHELL: what runs the lines behind it. */
  | { readonly kind: 'shell'; readonly span: Span; readonly words: readonly Word[] };

export interface Onbuild {
  readonly span: Span;
  /** The instruction, in capitals. */
  readonly keyword: string;
}

export interface Variable {
  readonly name: string;
  /** Unknown without a value, or where it refers to something unknown. */
  readonly value: Static<string>;
  /** Name and value. */
  readonly span: Span;
}

/** With more stages, which nobody writes, nothing is read: each has a copy of the variables below it. */
const MOST_STAGES = 200;

export function dockerFacts(source: Source): DockerFacts {
  const globals = new Map(PREDEFINED.map((name): [string, Static<string> | undefined] => [name, unknown]));
  const stages: OpenStage[] = [];
  for (const instruction of parseDockerfile(source)) {
    const open = stages.at(-1);
    if (stages.length > MOST_STAGES) return { stages: [] };
    if (instruction.keyword === 'FROM') stages.push(openStage(instruction, globals, stages));
    else if (open !== undefined) addTo(open, instruction, globals);
    else if (instruction.keyword === 'ARG') {
      for (const row of variables(instruction, { values: globals, outer: 'none' })) declare(globals, row);
    }
  }
  return { stages };
}

/** Arguments that Docker sets by itself. */
const PREDEFINED = ['TARGET', 'BUILD'].flatMap((side) =>
  ['PLATFORM', 'OS', 'ARCH', 'VARIANT'].map((part) => `${side}${part}`),
);

type Arguments = Map<string, Static<string> | undefined>;

function declare(values: Arguments, { name, value, span: at }: Variable): void {
  const hasValue = value.known || at.end - at.start > name.length;
  values.set(name, hasValue ? value : values.get(name));
}

interface OpenStage extends Stage {
  cmd: Command | undefined;
  entrypoint: Command | undefined;
  healthcheck: Command | undefined;
  readonly steps: Step[];
  readonly copies: Copy[];
  readonly runs: Run[];
  readonly workdirs: ExpandedWord[];
  readonly users: ExpandedWord[];
  readonly exposes: ExpandedWord[];
  readonly env: Variable[];
  readonly args: Variable[];
  readonly onbuild: Onbuild[];
  readonly environment: Map<string, Static<string>>;
  /** What ARG has set. */
  readonly arguments: Arguments;
  /** An image from elsewhere may have set more. */
  readonly outer: Scope['outer'];
}

function openStage(
  { argument, span: whole }: DockerInstruction,
  globals: Arguments,
  earlier: readonly OpenStage[],
): OpenStage {
  const { flags, rest } = flagsOf(argument);
  const [image, as, name] = expandedWordsOf(rest, { values: globals, outer: 'none' });
  const base = image?.expanded ?? unknown;
  const below = earlier.findLast((stage) => base.known && stage.name?.toLowerCase() === base.value.toLowerCase());
  const platform = flagValue(flags, 'platform');
  return {
    name: as?.value.toUpperCase() === 'AS' ? name?.value : undefined,
    base,
    baseSpan: image?.span ?? whole,
    platform: platform === undefined ? undefined : expand(platform, { values: globals, outer: 'none' }),
    steps: [],
    cmd: undefined,
    entrypoint: undefined,
    healthcheck: undefined,
    copies: [],
    runs: [],
    workdirs: [],
    users: [],
    exposes: [],
    env: [],
    args: [],
    onbuild: [],
    environment: new Map(below?.environment),
    arguments: new Map(),
    outer: below?.outer ?? (base.known && base.value === 'scratch' ? 'none' : 'unknown'),
  };
}

/** ENV goes before ARG. */
function scopeOf({ environment, arguments: args, outer }: OpenStage): Scope {
  const values: Values = {
    has: (name) => environment.has(name) || args.has(name),
    get: (name) => environment.get(name) ?? args.get(name),
  };
  return { values, outer };
}

function addTo(stage: OpenStage, instruction: DockerInstruction, globals: Arguments): void {
  const { argument, span: at, keyword } = instruction;
  switch (keyword) {
    case 'CMD':
      stage.cmd = readCommand(keyword, argument);
      return;
    case 'ENTRYPOINT':
      stage.entrypoint = readCommand(keyword, argument);
      return;
    case 'HEALTHCHECK':
      stage.healthcheck = readHealthcheck(argument);
      return;
    case 'COPY':
    case 'ADD': {
      const copied = readCopy(keyword, instruction, scopeOf(stage));
      stage.copies.push(copied);
      stage.steps.push({ kind: 'copy', span: at, copy: copied });
      return;
    }
    case 'RUN': {
      const row = readRun(instruction, scopeOf(stage));
      stage.runs.push(row);
      stage.steps.push({ kind: 'run', span: at, run: row });
      return;
    }
    case 'WORKDIR': {
      const path = wholeLine(argument, scopeOf(stage));
      if (path === undefined) return;
      stage.workdirs.push(path);
      stage.steps.push({ kind: 'workdir', span: at, path });
      return;
    }
    case 'USER': {
      const user = wholeLine(argument, scopeOf(stage));
      if (user === undefined) return;
      stage.users.push(user);
      stage.steps.push({ kind: 'user', span: at, user });
      return;
    }
    case 'EXPOSE':
      stage.exposes.push(...expandedWordsOf(argument, scopeOf(stage)));
      return;
    case 'SHELL':
      stage.steps.push({ kind: 'shell', span: at, words: jsonStrings(argument) ?? [] });
      return;
    case 'ONBUILD':
      stage.onbuild.push({ span: at, keyword: wordsOf(argument)[0]?.value.toUpperCase() ?? '' });
      return;
    case 'ENV':
    case 'ARG':
      addVariables(stage, keyword, instruction, globals);
      return;
    default:
      return;
  }
}

function addVariables(
  stage: OpenStage,
  keyword: 'ENV' | 'ARG',
  instruction: DockerInstruction,
  globals: Arguments,
): void {
  const rows = variables(instruction, scopeOf(stage));
  for (const row of rows) {
    if (keyword === 'ENV') {
      stage.env.push(row);
      stage.environment.set(row.name, row.value);
    } else {
      stage.args.push(row);
      // `ARG NAME` inside a stage takes the value of the global one.
      if (!stage.arguments.has(row.name)) stage.arguments.set(row.name, globals.get(row.name));
      declare(stage.arguments, row);
    }
  }
  stage.steps.push({ kind: 'variables', span: instruction.span, keyword, rows });
}

/** The argument of an instruction that takes one, blanks included. */
function wholeLine(argument: LogicalText, scope: Scope): ExpandedWord | undefined {
  const words = expandedWordsOf(argument, scope);
  const [first] = words;
  return words.length < 2 ? first : first && { ...first, expanded: unknown };
}

/** `A=1 B="two words"`, or the old form of ENV: `A all the rest`. */
function variables({ argument, keyword }: DockerInstruction, scope: Scope): readonly Variable[] {
  const words = expandedWordsOf(argument, scope);
  const [first] = words;
  if (first === undefined) return [];
  if (keyword === 'ENV' && words.length > 1 && !first.value.includes('=')) {
    const rest = words.slice(1);
    const whole = rest.every(({ expanded }) => expanded.known);
    const text = rest.map(({ expanded }) => (expanded.known ? expanded.value : '')).join(' ');
    return [{ name: first.value, value: whole ? known(text) : unknown, span: first.span }];
  }
  return words.map(({ value, expanded, span: at }) => {
    const equals = value.indexOf('=');
    if (equals < 0) return { name: value, value: unknown, span: at };
    // A name holds no variable, so it is as long in both.
    return {
      name: value.slice(0, equals),
      value: expanded.known ? known(expanded.value.slice(equals + 1)) : unknown,
      span: at,
    };
  });
}
