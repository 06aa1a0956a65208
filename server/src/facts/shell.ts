// What a piece of shell says: its simple commands in order, with the conditions they run under, the variables that it sets
// and reads. One walk, plain rows, for scripts and for the lines of a Dockerfile alike; what a command does is the model's
// business.

import type { Source } from '../base/source';
import type { Span } from '../base/span';
import type { Static } from '../base/static';

/** A script, in a file of its own. */
export interface Script {
  readonly source: Source;
  readonly facts: ShellFacts;
}

export interface ShellFacts {
  /** Simple commands in the order of the text, those in functions and subshells too. */
  readonly commands: readonly ShellCommand[];
  /** Variables that are set, by `A=1`, `export A=1` or `: "${A:=1}"`, in the order of the text. */
  readonly assignments: readonly ShellAssignment[];
  /** Variables that are read, in the order of the text. Not those that the text itself set before, unconditionally. */
  readonly reads: readonly ShellRead[];
  /** Without syntax errors, and not cut short. */
  readonly whole: boolean;
}

export interface ShellCommand {
  readonly span: Span;
  /** The program and its arguments; `exec`, `nohup`, `time`, `sudo` and `env A=1` in front are left out. */
  readonly words: readonly ShellWord[];
  /** `A=1` in front of this command alone. */
  readonly assignments: readonly ShellAssignment[];
  /** It takes the shell's place: nothing behind it runs. */
  readonly exec: boolean;
  /** Behind it stands `&`: the shell goes on at once. */
  readonly background: boolean;
  /** Whether it runs depends on something the text does not tell: in `if`, `case`, a loop, behind `||`. Not behind `&&`. */
  readonly conditional: boolean;
  /** The function it stands in; undefined at the top. */
  readonly inFunction: string | undefined;
  /** Its output goes into the next command of a pipe. */
  readonly piped: boolean;
}

export interface ShellWord {
  /** Without quotes and escapes, with variables that the text sets to a literal put in; unknown where it holds others. */
  readonly value: Static<string>;
  /** As far as it is known: U+FFFC stands for what is not. */
  readonly text: string;
  /** As written, with quotes. */
  readonly span: Span;
}

export interface ShellAssignment {
  readonly name: string;
  readonly value: Static<string>;
  readonly span: Span;
  readonly exported: boolean;
  readonly conditional: boolean;
  /** Keeps a value that is already there: `${A:=1}`, `A=${A:-1}`. */
  readonly fallback: boolean;
}

export interface ShellRead {
  readonly name: string;
  /** The name alone. */
  readonly span: Span;
  /** The text says what happens without it: `${A:-1}`, `${A:+1}`, `[ -n "$A" ]`, `[ -z "$A" ]`. */
  readonly hasFallback: boolean;
}

/** Reads a whole file. */
export function readScript(source: Source): Script {
  return { source, facts: { commands: [], assignments: [], reads: [], whole: false } };
}
