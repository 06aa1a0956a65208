// What a piece of shell says: its simple commands in order, with the conditions they run under, the variables that it sets
// and reads, the files that it writes. One walk, plain rows, for scripts and for the lines of a Dockerfile alike; what a
// command does is the model's business.

import type { Source } from '../base/source';
import type { Span } from '../base/span';
import type { Static } from '../base/static';
import type { LogicalText } from '../syntax/docker';
import { walkShell, walkWords } from './shell/walk';

/** A script, in a file of its own. */
export interface Script {
  readonly source: Source;
  readonly facts: ShellFacts;
}

export interface ShellFacts {
  /** Simple commands in the order in which they run; those of functions, subshells and `$(…)` too, these before their line. */
  readonly commands: readonly ShellCommand[];
  /** Variables that are set, by `A=1`, `export A=1` or `: "${A:=1}"`, in the order of the text. */
  readonly assignments: readonly ShellAssignment[];
  /**
   * Variables that are read, in the order of the text, by scripts for `sh -c` too. Not those that the text itself set
   * before, unconditionally.
   */
  readonly reads: readonly ShellRead[];
  /** Files written by redirection or `tee`, in the order of the text. */
  readonly writes: readonly ShellWrite[];
  /** Without syntax errors, and not cut short. */
  readonly whole: boolean;
}

/** When a part of the text runs. */
export interface ShellWhen {
  /**
   * Whether it runs depends on something the text does not tell: in `if`, `case`, a loop that may run not once, behind
   * `||`, behind `&&` after a test, behind a way out that may be taken: `exec`, `exit 0`. Not behind `&&` after another
   * command, nor behind a way out with an error. In a function: once the function is called.
   */
  readonly conditional: boolean;
  /** The function it stands in; undefined at the top. */
  readonly inFunction: string | undefined;
  /** The innermost subshell, part of a pipe or `$(…)` it runs in: `cd` and variables have no effect behind it. */
  readonly subshell: Span | undefined;
}

export interface ShellCommand extends ShellWhen {
  readonly span: Span;
  /** The program and its arguments, without the programs in `behind`. Never empty. */
  readonly words: readonly ShellWord[];
  /**
   * Programs in front that only start the one in `words`, with their options left out: `exec`, `nohup`, `time`, `sudo`,
   * `env A=1`, `nice`, `tini`, `gosu USER`, `timeout 60`, `uv run`, `conda run`, … (facts/shell-prefixes.ts).
   */
  readonly behind: readonly string[];
  /** `A=1` in front of this command alone, and behind `env`. */
  readonly assignments: readonly ShellAssignment[];
  /** It takes the shell's place: nothing behind it runs. */
  readonly exec: boolean;
  /** Behind it stands `&`: the shell goes on at once. */
  readonly background: boolean;
  /** Its output goes into the next command of a pipe. */
  readonly piped: boolean;
  /** Its output is taken as text: `$(…)`. */
  readonly captured: boolean;
  /** What `sh -c "…"` and its like run. */
  readonly script: ShellFacts | undefined;
}

export interface ShellWord {
  /** Without quotes and escapes, with variables that the text sets to a literal put in; unknown where it holds others. */
  readonly value: Static<string>;
  /** As far as it is known: U+FFFC stands for what is not. */
  readonly text: string;
  /** As written, with quotes. */
  readonly span: Span;
  /** Offset in the file of each code unit of `text`. */
  readonly offsets: readonly number[];
}

export interface ShellAssignment extends ShellWhen {
  readonly name: string;
  readonly value: Static<string>;
  readonly span: Span;
  readonly exported: boolean;
  /** Keeps a value that is already there: `${A:=1}`, `A=${A:-1}`. */
  readonly fallback: boolean;
}

export interface ShellRead {
  readonly name: string;
  /** The name alone. */
  readonly span: Span;
  /** The text says what happens without it: `${A:-1}`, `${A:+1}`, or it is part of a test: `[ -n "$A" ]`. */
  readonly hasFallback: boolean;
  /** What `${A:-1}` stands for without it; undefined without one. */
  readonly fallback: Static<string> | undefined;
  /** `${A:?}`: without it the shell stops. */
  readonly required: boolean;
  /** The text may have set it before: under a condition, or in a function that is called. */
  readonly maybeSet: boolean;
}

export interface ShellWrite extends ShellWhen {
  readonly span: Span;
  readonly path: ShellWord;
  /** `>>`. */
  readonly append: boolean;
  /** What `cat > FILE <<EOF` writes, with its places; undefined where the text does not tell. */
  readonly content: LogicalText | undefined;
}

/** Variables that are there before the text, such as those of ENV. */
export interface ShellEnvironment {
  get(name: string): Static<string> | undefined;
}

const EMPTY: ShellEnvironment = { get: () => undefined };

/** Reads a whole file. */
export function readScript(source: Source): Script {
  return { source, facts: shellFacts(textOf(source)) };
}

/** Reads a line of a Dockerfile, a heredoc, or any other text that is mapped to the file it stands in. */
export function shellFacts(text: LogicalText, environment: ShellEnvironment = EMPTY): ShellFacts {
  return walkShell(text, environment);
}

/** Words that are started as they are, such as those of an exec form. */
export function execFacts(words: readonly ShellWord[], at: Span, environment: ShellEnvironment = EMPTY): ShellFacts {
  return walkWords(words, at, environment);
}

/** A file as text with places; Windows line ends are read as others are. */
function textOf({ text }: Source): LogicalText {
  const offsets: number[] = [];
  let kept = '';
  for (let at = 0; at < text.length; at++) {
    const isMark = at === 0 && text[at] === '\ufeff';
    if (isMark || (text[at] === '\r' && text[at + 1] === '\n')) continue;
    kept += text[at];
    offsets.push(at);
  }
  return { text: kept, offsets };
}
