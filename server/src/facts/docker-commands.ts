// What the instructions of a Dockerfile run: RUN while the image is built, CMD, ENTRYPOINT and HEALTHCHECK in a container.

import { type Span, span } from '../base/span';
import { known } from '../base/static';
import type { DockerInstruction, LogicalText } from '../syntax/docker';
import { heredocsOf } from './docker-copy';
import { flagsOf, jsonStrings, type Scope, sliceText, spanOf, type Word, wordsOf } from './docker-words';
import { execFacts, type ShellEnvironment, type ShellFacts, type ShellWord, shellFacts } from './shell';

export interface Run {
  readonly span: Span;
  /** Heredoc: `RUN <<EOF`, whose text is the script. */
  readonly form: Form | 'heredoc';
  /** `--mount=…`, `--network=…`. */
  readonly flags: readonly Word[];
  /** What is run: of the line, of the exec form's words, or of the heredoc. */
  readonly facts: ShellFacts;
}

/** Exec: a JSON array, started as it is. Shell: a line that `/bin/sh -c` runs. */
type Form = 'exec' | 'shell';

export interface Command {
  readonly keyword: 'CMD' | 'ENTRYPOINT' | 'HEALTHCHECK';
  readonly form: Form;
  /** What follows the keyword. */
  readonly span: Span;
  readonly words: readonly Word[];
  /** The line, in shell form. */
  readonly text: LogicalText;
}

export function readCommand(keyword: Command['keyword'], argument: LogicalText): Command {
  const exec = jsonStrings(argument);
  return {
    keyword,
    form: exec === undefined ? 'shell' : 'exec',
    span: spanOf(argument, 0, argument.text.length),
    words: exec ?? wordsOf(argument),
    text: argument,
  };
}

export function readHealthcheck(argument: LogicalText): Command {
  const { rest } = flagsOf(argument);
  const isCommand = /^CMD\b\s*/i.exec(rest.text);
  return readCommand('HEALTHCHECK', sliceText(rest, isCommand?.[0].length ?? rest.text.length));
}

/** What a command runs, given the variables that ENV sets; `behind` are the words of an entry point in front of it. */
export function commandFacts(
  command: Command,
  environment: ShellEnvironment,
  behind: readonly Word[] = [],
): ShellFacts {
  const { form, text, span: at } = command;
  if (form === 'shell' && behind.length === 0) return shellFacts(text, environment);
  const words = [...behind, ...command.words].map(shellWord);
  if (form === 'exec') return execFacts(words, at, environment);
  // Docker hands a line to the entry point as the words `/bin/sh -c LINE`.
  const start = span(at.start, at.start);
  const shell = ['/bin/sh', '-c'].map((value) =>
    shellWord({ value, span: start, offsets: Array(value.length).fill(at.start) }),
  );
  const line = shellWord({ value: text.text, span: at, offsets: text.offsets });
  return execFacts([...behind.map(shellWord), ...shell, line], at, environment);
}

/** A word of an exec form, which no shell reads. */
export function shellWord({ value, span: at, offsets }: Word): ShellWord {
  return { value: known(value), text: value, span: at, offsets };
}

export function readRun({ argument, span: at }: DockerInstruction, scope: Scope): Run {
  const { flags, rest } = flagsOf(argument);
  const exec = jsonStrings(rest);
  if (exec !== undefined) {
    return {
      span: at,
      form: 'exec',
      flags,
      facts: execFacts(exec.map(shellWord), spanOf(rest, 0, rest.text.length), scope.values),
    };
  }
  const [script] = /^<<-?["']?\w+["']?[ \t]*\n/.test(rest.text) ? heredocsOf(rest) : [];
  if (script === undefined) return { span: at, form: 'shell', flags, facts: shellFacts(rest, scope.values) };
  const isShell = !script.text.text.startsWith('#!') || /^#!.*\b(?:ba|da|a|z|k)?sh\b/.test(script.text.text);
  return { span: at, form: 'heredoc', flags, facts: isShell ? shellFacts(script.text, scope.values) : UNREAD };
}

/** Of a script that is none of a shell. */
const UNREAD: ShellFacts = { commands: [], assignments: [], reads: [], writes: [], whole: false };
