// The manifest against what it names: activation paths, words, files. What the snippets give: snippets.test.ts.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { HANDLER_PATHS, LISTING_PATHS } from '../client/src/known-paths';
import { inRoot } from './harness/root';

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
