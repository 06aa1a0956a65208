// Flags of local testing in the command that the image starts with. Scripts that the command runs are not read here.

import type { Fix } from '../../base/edit';
import { type Message, say } from '../../base/message';
import { type Span, span } from '../../base/span';
import { LOCAL_FLAGS, LOCAL_TESTING_GUIDE, type LocalFlag } from '../../knowledge/flags';
import { type CommandLine, commandLine, type Docker } from '../../model/docker';
import { type Finding, rule } from '../rule';

export const localFlagInCommand = rule({
  meta: {
    id: 'local-flag-in-command',
    area: 'image',
    severity: 'error',
    since: '0.1.0',
    summary: 'The image starts the worker with a flag that is for local testing.',
    why: 'The worker serves a test server or a single test job instead of taking jobs: they stay IN_QUEUE.',
    sources: [LOCAL_TESTING_GUIDE],
  },
  reads: ['docker'],
  *check({ docker }) {
    const { cmd, entrypoint } = docker;
    // A shell line as entry point runs without the words of CMD.
    const commands = entrypoint?.form === 'shell' ? [entrypoint] : [entrypoint, cmd];
    for (const command of commands) {
      if (command === undefined) continue;
      const line = commandLine(command);
      if (!line.shell || !isConditional(line)) yield* localFlags(docker, line);
    }
  },
});

/** Shell words with which the flag may be there or not, as the environment says. */
const CONDITIONS: ReadonlySet<string> = new Set(['if', 'case', 'while', 'until', '[', '[[', 'test', '||']);

function isConditional({ words }: CommandLine): boolean {
  return words.some(({ value }) => CONDITIONS.has(value));
}

function* localFlags(docker: Docker, line: CommandLine): Iterable<Finding> {
  for (const [index, word] of line.words.entries()) {
    const flag = flagOf(word.value);
    if (flag?.effect === undefined) continue;
    const fix = removal(docker, line, index, flag);
    yield {
      uri: docker.source.uri,
      span: word.span,
      message: messageOf(flag),
      ...(fix && { fixes: [fix] }),
    };
  }
}

function messageOf({ name, effect }: LocalFlag): Message {
  return effect === 'server'
    ? say`${name} starts a local test server: on RunPod this worker takes no jobs.`
    : say`${name} makes the worker run one test job and exit: on RunPod it takes no jobs.`;
}

function flagOf(word: string): LocalFlag | undefined {
  return LOCAL_FLAGS.find(({ name }) => word === name || word.startsWith(`${name}=`));
}

/** Takes the flag away with its value, and with the server the flags that only configure it. */
function removal(docker: Docker, line: CommandLine, index: number, flag: LocalFlag): Fix | undefined {
  const { words } = line;
  let first = index;
  let last = index + valuesAfter(words[index]?.value, flag);
  if (flag.effect === 'server') {
    for (;;) {
      const before = [first - 1, first - 2].find((at) => configuresServer(words[at]?.value));
      if (
        before === undefined ||
        before + valuesAfter(words[before]?.value, flagOf(words[before]?.value ?? '')) !== first - 1
      )
        break;
      first = before;
    }
    for (;;) {
      const next = words[last + 1]?.value;
      if (!configuresServer(next)) break;
      last += 1 + valuesAfter(next, flagOf(next ?? ''));
    }
  }
  const cut = cutOut(line, first, Math.min(last, words.length - 1));
  if (cut === undefined) return undefined;
  const removed = docker.source.text.slice(cut.start, cut.end);
  return {
    title: say`Remove ${flag.name}`,
    safe: !removed.includes('#'),
    edits: [{ uri: docker.source.uri, span: cut, text: '' }],
  };
}

/** What to take away for the words from `first` to `last`; undefined where nothing would be left to start. */
function cutOut({ words, shell }: CommandLine, first: number, last: number): Span | undefined {
  const start = words[first]?.span.start;
  const end = words[last]?.span.end;
  const previous = words[first - 1]?.span.end;
  const next = words[last + 1]?.span.start;
  if (start === undefined || end === undefined) return undefined;
  // Inside an escaped string all words have the place of the string.
  if (previous !== undefined) return previous < end ? span(previous, end) : undefined;
  if (next !== undefined) return start < next ? span(start, next) : undefined;
  return shell ? undefined : span(start, end);
}

function configuresServer(word: string | undefined): boolean {
  const flag = word === undefined ? undefined : flagOf(word);
  return flag !== undefined && flag.effect === undefined;
}

/** How many words behind the flag belong to it. */
function valuesAfter(word: string | undefined, flag: LocalFlag | undefined): number {
  return flag?.value && !word?.includes('=') ? 1 : 0;
}
