// Flags of local testing that the handler is given where the container starts it: in the image's command, or in a script that
// the command runs. One behind a condition is left alone, since the environment may decide about it.

import type { Fix } from '../../base/edit';
import { type Message, say } from '../../base/message';
import { type Span, span } from '../../base/span';
import { LOCAL_FLAGS, LOCAL_TESTING_GUIDE, type LocalFlag } from '../../knowledge/flags';
import type { Image, Launch, LaunchedWord } from '../../model/image/image';
import { type Finding, rule } from '../rule';
import { commandNotes } from './command-steps';

export const localFlagInCommand = rule({
  meta: {
    id: 'local-flag-in-command',
    area: 'image',
    severity: 'error',
    since: '0.1.0',
    summary: 'The image starts the worker with a flag that is for local testing.',
    why: 'The worker serves a test server or a single test job instead of taking jobs: they stay IN_QUEUE.',
    good: 'No flag for local testing is in the command of the image.',
    shownBy: 'command',
    sources: [LOCAL_TESTING_GUIDE],
  },
  reads: ['image'],
  *check({ image }) {
    for (const launch of image.launches) {
      if (!launch.conditional && isPython(launch) && !isStartedWithout(image, launch)) yield* localFlags(launch);
    }
  },
});

function isPython({ program }: Launch): boolean {
  return program.kind === 'python-file' || program.kind === 'python-module';
}

/** The same file is started a second time, as a worker: the one with the flag only stands beside it. */
function isStartedWithout({ launches }: Image, { program }: Launch): boolean {
  const name = nameOf(program);
  return launches.some((other) => nameOf(other.program) === name && !other.words.some((word) => effectOf(word)));
}

function nameOf(program: Launch['program']): string | undefined {
  if (program.kind === 'python-module') return program.name;
  return program.kind === 'python-file' && program.path.known ? program.path.value : undefined;
}

function* localFlags(launch: Launch): Iterable<Finding> {
  for (const [index, given] of launch.words.entries()) {
    const flag = flagOf(given);
    if (flag?.effect === undefined) continue;
    const fix = removal(launch.words, index, flag);
    yield {
      uri: given.source.uri,
      span: given.word.span,
      message: messageOf(flag),
      related: commandNotes(launch),
      ...(fix && { fixes: [fix] }),
    };
  }
}

function messageOf({ name, effect }: LocalFlag): Message {
  return effect === 'server'
    ? say`${name} starts a local test server: on RunPod this worker takes no jobs.`
    : say`${name} makes the worker run one test job and exit: on RunPod it takes no jobs.`;
}

function flagOf(given: LaunchedWord | undefined): LocalFlag | undefined {
  const { value } = given?.word ?? {};
  if (value === undefined || !value.known) return undefined;
  return LOCAL_FLAGS.find(({ name }) => value.value === name || value.value.startsWith(`${name}=`));
}

function effectOf(given: LaunchedWord): LocalFlag['effect'] {
  return flagOf(given)?.effect;
}

/** Takes the flag away with its value, and with the server the flags that only configure it. */
function removal(words: readonly LaunchedWord[], index: number, flag: LocalFlag): Fix | undefined {
  const source = words[index]?.source;
  if (source === undefined) return undefined;
  let first = index;
  let last = endOf(words, index);
  if (flag.effect === 'server') {
    for (let before = settingBefore(words, first); before !== undefined; before = settingBefore(words, first))
      first = before;
    while (configuresServer(words[last + 1])) last = endOf(words, last + 1);
  }
  const cut = cutOut(words, first, last);
  if (cut === undefined) return undefined;
  const removed = source.text.slice(cut.start, cut.end);
  return {
    title: say`Remove ${flag.name}`,
    safe: !removed.includes('#'),
    edits: [{ uri: source.uri, span: cut, text: '' }],
  };
}

/** The last word that belongs to the flag at `index`. */
function endOf(words: readonly LaunchedWord[], index: number): number {
  const given = words[index];
  const takesNext = flagOf(given)?.value && !given?.word.text.includes('=');
  return Math.min(index + (takesNext ? 1 : 0), words.length - 1);
}

/** A flag for the server alone that ends right before `first`. */
function settingBefore(words: readonly LaunchedWord[], first: number): number | undefined {
  return [first - 1, first - 2].find((at) => configuresServer(words[at]) && endOf(words, at) === first - 1);
}

function configuresServer(given: LaunchedWord | undefined): boolean {
  const flag = flagOf(given);
  return flag !== undefined && flag.effect === undefined;
}

/** What to take away for the words from `first` to `last`; undefined where that would leave no command. */
function cutOut(words: readonly LaunchedWord[], first: number, last: number): Span | undefined {
  const from = words[first];
  const to = words[last];
  if (from === undefined || to === undefined || to.source !== from.source) return undefined;
  const { text } = from.source;
  const { start } = from.word.span;
  const { end } = to.word.span;
  const previous = words[first - 1];
  const next = words[last + 1];
  // Words that one variable holds all have its place.
  const isShared = [previous, next].some((other) => other?.word.span.start === start);
  if (isShared || start >= end) return undefined;
  if (previous && standTogether(previous, from)) return span(previous.word.span.end, end);
  if (next && standTogether(to, next)) return span(start, next.word.span.start);
  return text[start] === '"' && text[end - 1] === '"' && /^\s*\]/.test(text.slice(end)) ? span(start, end) : undefined;
}

/** Nothing lies between them but blanks, commas, ends of lines that go on, and comments in between. */
function standTogether(left: LaunchedWord, right: LaunchedWord): boolean {
  if (left.source !== right.source || left.word.span.end > right.word.span.start) return false;
  const between = left.source.text.slice(left.word.span.end, right.word.span.start);
  return /^[\s,]*$/.test(between.replace(/^[ \t]*#.*$/gm, '').replace(/[\\`][ \t]*$/gm, ''));
}
