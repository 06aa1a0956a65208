// The manifest against what it names: activation paths, words, files, and snippets that give a sound worker.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { HANDLER_PATHS, LISTING_PATHS } from '../client/src/known-paths';
import { format } from '../server/src/base/message';
import { DEFAULT_SETTINGS } from '../server/src/engine/session';
import { inRoot } from './harness/root';
import { findingsOf, openWorker } from './harness/workers';

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
}

interface Manifest {
  readonly main: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly snippets: readonly { readonly language: string; readonly path: string }[];
  };
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(inRoot(path), 'utf8')) as T;
}

const manifest = readJson<Manifest>('package.json');
const words = readJson<Readonly<Record<string, string>>>('package.nls.json');

/** The text of a snippet as it is when nothing is typed into it: each place holds its default. */
function expand({ body }: Snippet): string {
  let text = body.join('\n');
  const defaults = new Map<string, string>();
  const place = /\$\{(\d+)(?::([^{}]*)|\|([^,|]*)[^|]*\|)?\}/;
  for (let match = place.exec(text); match !== null; match = place.exec(text)) {
    const [whole, number = '', given, chosen] = match;
    const value = given ?? chosen ?? defaults.get(number) ?? '';
    if (!defaults.has(number)) defaults.set(number, value);
    text = text.slice(0, match.index) + value + text.slice(match.index + whole.length);
  }
  return `${text.replaceAll('$0', '')}\n`;
}

function snippet(file: string, prefix: string): string {
  const all = Object.values(readJson<Readonly<Record<string, Snippet>>>(`client/snippets/${file}.json`));
  const found = all.find((candidate) => candidate.prefix.includes(prefix));
  assert.ok(found, `There is no snippet ${prefix}.`);
  return expand(found);
}

async function complaints(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const session = await openWorker(new Map(Object.entries(files)), DEFAULT_SETTINGS);
  return findingsOf(session.reports()).map(({ rule, message }) => `${rule}: ${format(message)}`);
}

describe('manifest', () => {
  it('activates on the paths that the extension looks at, and on no pattern', () => {
    const paths = manifest.activationEvents.filter((event) => event.startsWith('workspaceContains:'));
    const expected = [...LISTING_PATHS, ...HANDLER_PATHS].map((path) => `workspaceContains:${path}`);
    assert.deepEqual([...paths].sort(), expected.sort());
    assert.ok(!paths.some((path) => /[*?{]/.test(path.slice('workspaceContains:'.length))));
  });

  it('has words for every key, and no word too many', () => {
    const used = [...JSON.stringify(manifest).matchAll(/%([\w.]+)%/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(words).sort());
  });

  it('has the command under its promised name', () => {
    const [check] = manifest.contributes.commands;
    assert.equal(check?.command, 'runpodCompliance.check');
    assert.equal(check.category, 'RunPod');
    assert.equal(words[check.title.replaceAll('%', '')], 'Check RunPod compliance');
  });

  it('names files that are there', () => {
    const { grammars, snippets } = manifest.contributes;
    for (const { path } of [...grammars, ...snippets]) assert.ok(existsSync(inRoot(path)), path);
  });
});

describe('snippets', () => {
  for (const prefix of ['runpod-handler', 'runpod-handler-async', 'runpod-handler-stream']) {
    it(`${prefix} is a worker without a fault`, async () => {
      const text = snippet('python', prefix);
      assert.doesNotMatch(text, /\$/);
      assert.deepEqual(
        await complaints({ 'handler.py': text, 'test_input.json': snippet('json', 'runpod-input') }),
        [],
      );
    });
  }

  it('runpod-start and runpod-schema make a worker without a fault', async () => {
    const handler = 'def handler(job):\n    return checked_input(job)\n';
    const text = ['import runpod', snippet('python', 'runpod-schema'), handler, snippet('python', 'runpod-start')];
    const files = { 'handler.py': text.join('\n\n'), 'test_input.json': snippet('json', 'runpod-input') };
    assert.deepEqual(await complaints(files), []);
  });

  it('runpod-hub, runpod-tests and runpod-input are accepted', async () => {
    const files = {
      'handler.py': snippet('python', 'runpod-handler'),
      '.runpod/hub.json': snippet('json', 'runpod-hub'),
      '.runpod/tests.json': snippet('json', 'runpod-tests'),
      'test_input.json': snippet('json', 'runpod-input'),
    };
    for (const [path, text] of Object.entries(files)) if (path.endsWith('.json')) JSON.parse(text);
    assert.deepEqual(await complaints(files), []);
  });
});
