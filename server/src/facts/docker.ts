// What a Dockerfile says: its build stages with base image, command, variables, copied files. One walk, plain rows.
// Which stage is built on which, and what image that means, is model/docker.ts's business.

import type { Source } from '../base/source';
import { type Span, span } from '../base/span';
import { known, type Static, unknown } from '../base/static';
import { type DockerInstruction, type LogicalText, parseDockerfile } from '../syntax/docker';
import type { ShellFacts } from './shell';

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
  /** The last ones, which are those that count. */
  readonly cmd: Command | undefined;
  readonly entrypoint: Command | undefined;
  /** COPY and ADD. The order of instructions of several kinds is that of their spans. */
  readonly copies: readonly Copy[];
  readonly runs: readonly Run[];
  readonly workdirs: readonly Word[];
  readonly env: readonly Variable[];
  readonly args: readonly Variable[];
}

export interface Run {
  readonly span: Span;
  /** What is run: of the line, of the exec form's words, or of the heredoc. */
  readonly facts: ShellFacts;
}

export interface Command {
  readonly keyword: 'CMD' | 'ENTRYPOINT';
  /** Exec: a JSON array, started as it is. Shell: a line that `/bin/sh -c` runs. */
  readonly form: 'exec' | 'shell';
  /** What follows the keyword. */
  readonly span: Span;
  readonly words: readonly Word[];
}

export interface Word {
  /** Without quotes and escapes. */
  readonly value: string;
  /** As written, with quotes. */
  readonly span: Span;
  /** Offset in the file of each code unit of `value`. */
  readonly offsets: readonly number[];
}

export interface Copy {
  readonly span: Span;
  /** The stage or image of `--from`. */
  readonly from: string | undefined;
  readonly sources: readonly Word[];
  readonly target: Word | undefined;
}

export interface Variable {
  readonly name: string;
  /** Unknown without a value, or where it refers to something unknown. */
  readonly value: Static<string>;
  readonly span: Span;
}

export function dockerFacts(source: Source): DockerFacts {
  const globals = new Map<string, Static<string>>();
  const stages: Stage[] = [];
  let open: OpenStage | undefined;
  for (const instruction of parseDockerfile(source)) {
    if (instruction.keyword === 'FROM') {
      open = openStage(instruction, globals);
      stages.push(open);
    } else if (open !== undefined) {
      addTo(open, instruction, globals);
    } else if (instruction.keyword === 'ARG') {
      for (const { name, value } of variables(instruction, globals)) globals.set(name, value);
    }
  }
  return { stages };
}

type Scope = ReadonlyMap<string, Static<string>>;

interface OpenStage extends Stage {
  cmd: Command | undefined;
  entrypoint: Command | undefined;
  readonly copies: Copy[];
  readonly workdirs: Word[];
  readonly env: Variable[];
  readonly args: Variable[];
  readonly scope: Map<string, Static<string>>;
}

function openStage({ argument, span: whole }: DockerInstruction, globals: Scope): OpenStage {
  const [image, as, name] = argumentsOf(argument).words;
  return {
    name: as?.value.toUpperCase() === 'AS' ? name?.value : undefined,
    base: image === undefined ? unknown : expand(image.value, globals),
    baseSpan: image?.span ?? whole,
    cmd: undefined,
    entrypoint: undefined,
    copies: [],
    runs: [],
    workdirs: [],
    env: [],
    args: [],
    scope: new Map(),
  };
}

function addTo(stage: OpenStage, instruction: DockerInstruction, globals: Scope): void {
  switch (instruction.keyword) {
    case 'CMD':
      stage.cmd = command('CMD', instruction);
      return;
    case 'ENTRYPOINT':
      stage.entrypoint = command('ENTRYPOINT', instruction);
      return;
    case 'COPY':
    case 'ADD':
      stage.copies.push(copy(instruction));
      return;
    case 'WORKDIR':
      stage.workdirs.push(...wordsOf(instruction.argument).slice(0, 1));
      return;
    case 'ENV':
    case 'ARG': {
      const rows = variables(instruction, stage.scope);
      (instruction.keyword === 'ENV' ? stage.env : stage.args).push(...rows);
      for (const { name, value } of rows) {
        // `ARG NAME` inside a stage takes the value of the global one.
        stage.scope.set(name, value.known ? value : (globals.get(name) ?? unknown));
      }
      return;
    }
    default:
      return;
  }
}

function command(keyword: Command['keyword'], { argument }: DockerInstruction): Command {
  const exec = jsonStrings(argument);
  return {
    keyword,
    form: exec === undefined ? 'shell' : 'exec',
    span: spanOf(argument, 0, argument.text.length),
    words: exec ?? wordsOf(argument),
  };
}

function copy({ argument, span: whole }: DockerInstruction): Copy {
  const { flags, words } = argumentsOf(argument);
  const from = flags.find(({ value }) => value.startsWith('--from='))?.value.slice('--from='.length);
  const sources = words.length > 1 ? words.slice(0, -1) : [];
  return { span: whole, from, sources, target: words.at(-1) };
}

/** Flags such as `--from=…`, and what follows them as words or as a JSON array. */
function argumentsOf(argument: LogicalText): { readonly flags: readonly Word[]; readonly words: readonly Word[] } {
  const all = wordsOf(argument);
  const first = all.findIndex(({ value }) => !value.startsWith('--'));
  const flags = first < 0 ? all : all.slice(0, first);
  const skipped = flags.at(-1)?.span.end;
  const from = skipped === undefined ? 0 : argument.offsets.findIndex((offset) => offset >= skipped);
  const rest = from < 0 ? { text: '', offsets: [] } : slice(argument, from, argument.text.length);
  return { flags, words: jsonStrings(rest) ?? wordsOf(rest) };
}

/** `A=1 B="two words"`, or the old form `A all the rest`. */
function variables({ argument }: DockerInstruction, scope: Scope): readonly Variable[] {
  const words = wordsOf(argument);
  const [first] = words;
  if (first === undefined) return [];
  if (words.length > 1 && !first.value.includes('=')) {
    const rest = words.slice(1).map(({ value }) => value);
    return [{ name: first.value, value: expand(rest.join(' '), scope), span: first.span }];
  }
  return words.map(({ value, span: at }) => {
    const equals = value.indexOf('=');
    if (equals < 0) return { name: value, value: unknown, span: at };
    return { name: value.slice(0, equals), value: expand(value.slice(equals + 1), scope), span: at };
  });
}

/** Puts variables in: `$A`, `${A}`, `${A:-other}`, `${A:+other}`. Unknown as soon as one is. */
function expand(text: string, scope: Scope): Static<string> {
  let whole = true;
  const expanded = text.replace(
    /\$(?:(\w+)|\{(\w+)(?:(:?[-+])([^{}]*))?\})/g,
    (_, plain?: string, braced?: string, operator?: string, word = '') => {
      const value = scope.get(plain ?? braced ?? '');
      if (operator?.endsWith('-')) return value?.known && value.value !== '' ? value.value : word;
      if (operator?.endsWith('+')) return value?.known ? word : '';
      if (value?.known) return value.value;
      whole = false;
      return '';
    },
  );
  return whole && !expanded.includes('$') ? known(expanded) : unknown;
}

/** The strings of a JSON array, or undefined when the text is none: Docker then takes it for a shell line. */
function jsonStrings(argument: LogicalText): readonly Word[] | undefined {
  if (!argument.text.trimStart().startsWith('[')) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(argument.text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parsed) || !parsed.every((item) => typeof item === 'string')) return undefined;
  const literals = [...argument.text.matchAll(/"(?:[^"\\]|\\.)*"/g)];
  return parsed.map((value: string, index) => {
    const start = literals[index]?.index ?? 0;
    const length = literals[index]?.[0].length ?? 0;
    // With escapes in it, the units of the value cannot be told apart: all lie at the word's start.
    const exact = length === value.length + 2;
    const offsets = Array.from(value, (_, at) => argument.offsets[exact ? start + 1 + at : start] ?? 0);
    return { value, span: spanOf(argument, start, start + length), offsets };
  });
}

/** The words of a script that a word of an exec form holds, as in `["sh", "-c", "python handler.py"]`. */
export function wordsWithin(word: Word): readonly Word[] {
  return wordsOf({ text: word.value, offsets: word.offsets });
}

/** Splits at blanks outside quotes, as a shell does. */
function wordsOf(argument: LogicalText): readonly Word[] {
  const words: Word[] = [];
  const { text, offsets } = argument;
  let at = 0;
  while (at < text.length) {
    if (isBlank(text[at])) {
      at++;
      continue;
    }
    const start = at;
    let value = '';
    const places: number[] = [];
    let quote: string | undefined;
    for (; at < text.length && (quote !== undefined || !isBlank(text[at])); at++) {
      let unit = text[at] ?? '';
      if (quote === undefined && (unit === '"' || unit === "'")) {
        quote = unit;
        continue;
      }
      if (unit === quote) {
        quote = undefined;
        continue;
      }
      if (unit === '\\' && quote !== "'" && at + 1 < text.length) unit = text[++at] ?? '';
      value += unit;
      places.push(offsets[at] ?? 0);
    }
    words.push({ value, span: spanOf(argument, start, at), offsets: places });
  }
  return words;
}

function isBlank(unit: string | undefined): boolean {
  return unit === ' ' || unit === '\t' || unit === '\n' || unit === '\r';
}

function slice({ text, offsets }: LogicalText, start: number, end: number): LogicalText {
  return { text: text.slice(start, end), offsets: offsets.slice(start, end) };
}

function spanOf({ offsets }: LogicalText, start: number, end: number): Span {
  const first = offsets[start] ?? offsets.at(-1) ?? 0;
  return span(first, Math.max(first, (offsets[end - 1] ?? first - 1) + 1));
}
