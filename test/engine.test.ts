// What must hold whatever is typed: a session with a history says what a fresh one says, and no text makes a rule fail.
// Runs over every file of the examples and of the rules' pages, with a seeded generator, so that a failure comes again.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Session } from '../server/src/engine/session';
import { readPage } from './harness/pages';
import { inRoot } from './harness/root';
import { comparable, crashesOf, type Files, load, openWorker, readFolder, uriOf } from './harness/workers';

const EDITS_BETWEEN_COMPARISONS = 6;

/** How much is typed into each file, and how many prefixes of a longer text are taken at most, evenly spread. */
interface Effort {
  readonly edits: number;
  readonly prefixes: number;
}

/** Every prefix of the examples, which are few; the pages' examples are many. */
const EXAMPLE_EFFORT: Effort = { edits: 24, prefixes: Number.POSITIVE_INFINITY };
const PAGE_EFFORT: Effort = { edits: 6, prefixes: 12 };

/** Fragments that change what the rest of a file means: brackets, quotes, indentation, keywords, names that rules know. */
const FRAGMENTS = [
  '(',
  ')',
  '[',
  '{',
  '}',
  '"',
  "'''",
  ',',
  ':',
  '#',
  '\\',
  '\n',
  '\n    ',
  '\r\n',
  '\t',
  '\uD83D\uDE00',
  '\uD83D',
  '\u0000',
  'def f(x):\n    ',
  'async ',
  'return ',
  'yield ',
  'try:\n',
  'import runpod\n',
  'runpod.serverless.start({"handler": handler})\n',
  'if __name__ == "__main__":\n    ',
  '# runpod: ignore[handler-signature]\n',
  '"error": ',
  'null',
];

interface Fixture {
  readonly name: string;
  readonly effort: Effort;
  readonly files: Files;
}

function fixtures(): Fixture[] {
  const examples = readdirSync(inRoot('examples')).map((name) => ({
    name: `examples/${name}`,
    effort: EXAMPLE_EFFORT,
    files: readFolder(`examples/${name}`),
  }));
  const pages = ['docs/rules', 'test/rules'].flatMap((folder) =>
    readdirSync(inRoot(folder))
      .filter((name) => name.endsWith('.md') && name !== 'README.md')
      .flatMap((name) => {
        const page = readPage(name, readFileSync(inRoot(`${folder}/${name}`), 'utf8'));
        return page.examples.map(({ files, line }) => ({
          name: `${folder}/${name}:${line}`,
          effort: PAGE_EFFORT,
          files,
        }));
      }),
  );
  return [...examples, ...pages];
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function seedOf(name: string): number {
  return [...name].reduce((seed, letter) => Math.imul(seed, 31) + letter.charCodeAt(0), 7);
}

function editOf(text: string, original: string, random: () => number): string {
  const at = Math.floor(random() * (text.length + 1));
  const end = Math.min(text.length, at + Math.floor(random() * 12));
  const kind = random();
  if (kind < 0.5)
    return text.slice(0, at) + (FRAGMENTS[Math.floor(random() * FRAGMENTS.length)] ?? '') + text.slice(at);
  if (kind < 0.75) return text.slice(0, at) + text.slice(end);
  if (kind < 0.9) return text.slice(0, at) + text.slice(at, end) + text.slice(at);
  return original;
}

/** The files that the model reads; what is typed into the others is never looked at. */
function filesRead(session: Session, files: Files): [path: string, text: string][] {
  const read = new Set(session.reports().flatMap(({ sources }) => [...sources.keys()]));
  return [...files].filter(([path]) => read.has(uriOf(path)));
}

async function assertSameAsFresh(session: Session, files: Files, where: string): Promise<void> {
  session.settle();
  const fresh = await openWorker(files);
  assert.deepEqual(comparable(session.reports()), comparable(fresh.reports()), where);
  for (const path of files.keys()) fresh.drop(uriOf(path));
}

describe('engine', () => {
  for (const { name, effort, files } of fixtures()) {
    it(`incremental equals fresh: ${name}`, async () => {
      const random = randomFrom(seedOf(name));
      const session = await openWorker(files);
      const current = new Map(files);
      for (const [path, original] of filesRead(session, files)) {
        for (let edit = 1; edit <= effort.edits; edit++) {
          current.set(path, editOf(current.get(path) ?? '', original, random));
          session.put(uriOf(path), current.get(path) ?? '');
          load(session, current);
          assert.deepEqual(crashesOf(session.reports()), [], `after edit ${edit} of ${path}`);
          if (edit % EDITS_BETWEEN_COMPARISONS === 0) {
            await assertSameAsFresh(session, current, `after edit ${edit} of ${path}:\n${current.get(path)}`);
          }
        }
      }
    });

    it(`every prefix has a report: ${name}`, async () => {
      const session = await openWorker(files);
      for (const [path, text] of filesRead(session, files)) {
        const stride = Math.max(1, Math.ceil(text.length / effort.prefixes));
        for (let length = 0; length < text.length; length += stride) {
          session.put(uriOf(path), text.slice(0, length));
          load(session, files);
          assert.deepEqual(crashesOf(session.reports()), [], `the first ${length} code units of ${path}`);
        }
        session.put(uriOf(path), text);
      }
      load(session, files);
      await assertSameAsFresh(session, files, 'after all prefixes');
    });
  }
});
