// Rules where the editor meets them, over stdio: hovers on findings and on suppressions, ids inside suppressions, a rule's
// documentation, and the way to it among the quick fixes.

import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { CompletionItem, Hover } from 'vscode-languageserver/node';
import { METAS } from '../server/src/rules/index';
import { EDITOR, FULL_CLIENT, type StartOptions, startClient, type TestClient, uriOf, worker } from './lsp-client';

const cleanups: (() => void)[] = [];
const later = (clean: () => void) => cleanups.push(clean);
afterEach(() => {
  for (const clean of cleanups.splice(0)) clean();
});

const EXPLAINS = { initializationOptions: { client: { commands: ['runpodCompliance.explain'] } } };

const HANDLER = `import asyncio
import os
import runpod


def handler(job):
    token = os.environ["API_TOKEN"]  # runpod: ignore[env-not-declared, runtime-install, nested-evnet-loop] set by hand
    return asyncio.run(work(job["input"], token))


if __name__ == "__main__":
    runpod.serverless.start({"handler": handler})
`;

const HUB = `{
  "title": "Songs",
  "descripton": "Sings",
  "config": { "runsOn": "CPU", "env": [] }
}
`;

const CONFIG = `{
  "rules": { "error-unhandled": "off", "nonsense": "off" },
  "ignore": [
    { "rule": "hub-field-unknown", "path": ".runpod/hub.json", "reason": "x" },
    { "rule": "hub-gpu-unknown", "path": ".runpod/hub.json", "reason": "y" }
  ]
}
`;

const FILES = {
  'handler.py': HANDLER,
  '.runpod/hub.json': HUB,
  Dockerfile: 'FROM python:latest\nCOPY handler.py /\nCMD ["python", "-u", "/handler.py"]\n',
};

interface Opened {
  readonly client: TestClient;
  readonly path: (name: string) => string;
  hover(name: string, needle: string, text?: string): Promise<Hover | null>;
  value(name: string, needle: string): Promise<string>;
  complete(name: string, needle: string): Promise<readonly CompletionItem[]>;
}

async function opened(options: StartOptions = {}, files: Readonly<Record<string, string>> = FILES): Promise<Opened> {
  const folder = worker(files, later);
  const client = await startClient(later, { folders: [folder], capabilities: EDITOR, ...EXPLAINS, ...options });
  const path = (name: string) => `${folder}/${name}`;
  for (const [name, text] of Object.entries(files)) client.open(path(name), text);
  await client.diagnostics(path('handler.py'), ({ diagnostics }) => diagnostics.length > 0);

  const at = (name: string, needle: string, behind = false) => {
    const text = client.text(path(name));
    const offset = text.indexOf(needle);
    assert.ok(offset >= 0, needle);
    const lines = text.slice(0, offset + (behind ? needle.length : 0)).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  };
  const ask = <T>(method: string, name: string, position: object): Promise<T> =>
    client.connection.sendRequest(method, { textDocument: { uri: uriOf(path(name)) }, position });
  const hover = (name: string, needle: string) => ask<Hover | null>('textDocument/hover', name, at(name, needle));
  return {
    client,
    path,
    hover,
    value: async (name, needle) => {
      const { contents } = (await hover(name, needle)) ?? { contents: '' };
      assert.ok(typeof contents === 'object' && 'kind' in contents);
      return contents.value;
    },
    complete: (name, needle) => ask<readonly CompletionItem[]>('textDocument/completion', name, at(name, needle, true)),
  };
}

describe('a hover on a squiggle', () => {
  it('says what will be seen on RunPod, and leads to the documentation', async () => {
    const { hover, value } = await opened();
    const text = await value('handler.py', 'asyncio.run(');
    assert.match(
      text,
      /^\*\*nested-event-loop\*\* · error\n\n\*\*What you will see on RunPod:\*\* The SDK .*`asyncio\.run\(\)`/,
    );
    assert.match(
      text,
      /\n\n\[Show documentation\]\(command:runpodCompliance\.explain\?%5B%22nested-event-loop%22%5D\)$/,
    );
    const range = (await hover('handler.py', 'asyncio.run('))?.range;
    assert.deepEqual(range, { start: { line: 7, character: 11 }, end: { line: 7, character: 22 } });
  });

  it('leads to the source where the client has no such command', async () => {
    const { value } = await opened({ initializationOptions: undefined });
    const text = await value('handler.py', 'asyncio.run(');
    assert.match(text, /\n\n\[Read more\]\(https:\/\/[^)]+\)$/);
    assert.doesNotMatch(text, /command:/);
  });

  it('is plain text where the client renders no Markdown', async () => {
    const { value } = await opened({ capabilities: FULL_CLIENT });
    const text = await value('handler.py', 'asyncio.run(');
    assert.match(text, /^nested-event-loop · error\n\nWhat you will see on RunPod: /);
    assert.match(text, /\n\nRead more: https:\/\//);
    assert.doesNotMatch(text, /[*`[\]]|command:/);
  });

  it('is in Polish where the user reads Polish', async () => {
    const { value } = await opened({ locale: 'pl' });
    const text = await value('handler.py', 'asyncio.run(');
    assert.match(text, /^\*\*nested-event-loop\*\* · błąd\n\n\*\*Co zobaczysz na RunPod:\*\* /);
    assert.match(text, /\[Pokaż dokumentację\]/);
  });

  it('stands beside what a hover says anyway', async () => {
    const { value } = await opened();
    const image = await value('Dockerfile', 'python:latest');
    assert.match(image, /^Base image `python`.*\n\n---\n\n\*\*base-image-unpinned\*\* · warning\n\n/s);
    const field = await value('.runpod/hub.json', '"descripton"');
    assert.match(field, /^\*\*hub-field-unknown\*\* · /);
  });

  it('says nothing where nothing was found', async () => {
    const { hover } = await opened();
    assert.equal(await hover('handler.py', 'import asyncio'), null);
  });
});

describe('a hover on a suppression', () => {
  it('says what the rule finds, and whether it hides something', async () => {
    const { hover, value } = await opened();
    const used = await value('handler.py', 'env-not-declared');
    assert.match(used, /^\*\*env-not-declared\*\* · note\n\nThe code reads a variable that `hub\.json` does not offer/);
    assert.match(used, /\*\*What you will see on RunPod:\*\* /);
    assert.match(used, /\n\nAt present this hides a finding\.\n\n\[Show documentation\]/);
    assert.deepEqual((await hover('handler.py', 'env-not-declared'))?.range, {
      start: { line: 6, character: 54 },
      end: { line: 6, character: 70 },
    });
    const unused = await value('handler.py', 'runtime-install');
    assert.match(unused, /At present there is nothing here to hide\./);
    assert.doesNotMatch(unused, /unused-suppression/);
  });

  it('names the rule that was probably meant', async () => {
    const { value } = await opened();
    const unknown = await value('handler.py', 'nested-evnet-loop');
    assert.equal(unknown, 'There is no rule `nested-evnet-loop`. Did you mean `nested-event-loop`?');
  });

  it('says when it cannot be told', async () => {
    const off = await opened({ settings: { rules: { 'env-not-declared': 'off' } } });
    assert.match(await off.value('handler.py', 'env-not-declared'), /The rule is off/);
    const blind = await opened({ settings: { rules: { 'unused-suppression': 'off' } } });
    assert.doesNotMatch(await blind.value('handler.py', 'env-not-declared'), /hide/);
    const files = { ...FILES, 'handler.py': HANDLER.replace('env-not-declared', 'generator-return-value') };
    const other = await opened({}, files);
    assert.match(await other.value('handler.py', 'generator-return-value'), /nothing here to hide|nothing to look at/);
  });

  it('works for a whole file, in a Dockerfile and in requirements', async () => {
    const { value } = await opened(
      {},
      {
        ...FILES,
        'handler.py': `# runpod: ignore-file[nested-event-loop]\n${HANDLER}`,
        Dockerfile: `# runpod: ignore[base-image-unpinned]\n${FILES.Dockerfile}`.replace(
          'CMD',
          'COPY requirements.txt /\nRUN pip install -r /requirements.txt\nCMD',
        ),
        'requirements.txt': 'runpod\n# runpod: ignore[stdlib-shadowed]\nasyncio\n',
      },
    );
    assert.match(await value('handler.py', 'nested-event-loop'), /this hides a finding/);
    assert.match(await value('Dockerfile', 'base-image-unpinned'), /this hides a finding/);
    assert.match(await value('requirements.txt', 'stdlib-shadowed'), /this hides a finding/);
  });

  it('works in the configuration, for entries and for severities', async () => {
    const { value, client, path } = await opened({}, { ...FILES, '.runpod/compliance.json': CONFIG });
    const config = '.runpod/compliance.json';
    await client.diagnostics(path(config), ({ diagnostics }) => diagnostics.length > 0);
    assert.match(await value(config, 'hub-field-unknown'), /^\*\*hub-field-unknown\*\*.*this hides a finding/s);
    assert.match(await value(config, 'hub-gpu-unknown'), /nothing here to hide/);
    const severity = await value(config, 'error-unhandled');
    assert.match(severity, /^\*\*error-unhandled\*\* · hint\n\n/);
    assert.doesNotMatch(severity, /hide/);
    assert.equal(await value(config, 'nonsense'), 'There is no rule `nonsense`.');
  });

  it('is harmless whatever stands there', async () => {
    const id = '<img/src=x>`**\u202e\u05d0';
    const files = { ...FILES, 'handler.py': HANDLER.replace('env-not-declared', id) };
    const { value } = await opened({}, files);
    // In a code span, between more backticks than it has.
    const text = await value('handler.py', '<img');
    assert.match(text, /^There is no rule ``\u2068?<img\/src=x>`\*\*\\u202e\u05d0\u2069?``\.$/);
  });
});

describe('ids inside a suppression', () => {
  const files = (line: string) => ({
    ...FILES,
    'handler.py': HANDLER.replace('    return asyncio', `${line}\n    return asyncio`),
  });

  it('are offered with what was found in the file first', async () => {
    const { complete } = await opened({}, files('    # runpod: ignore['));
    const items = await complete('handler.py', '    # runpod: ignore[');
    const sorted = [...items].sort((a, b) => String(a.sortText).localeCompare(String(b.sortText)));
    assert.equal(sorted[0]?.label, 'nested-event-loop');
    assert.equal(sorted[0]?.detail, 'in this file');
    assert.ok(sorted.length > 100 && sorted.length < METAS.length + 1);
    assert.ok(!sorted.some(({ label }) => label === 'unused-suppression'));
    assert.match(JSON.stringify(sorted[0]?.documentation), /What you will see on RunPod/);
    assert.equal(sorted.at(-1)?.detail, undefined);
  });

  it('replace what is typed, and leave out what the list has', async () => {
    const { complete } = await opened({}, files('    # runpod: ignore[nested-event-loop,run] why'));
    const items = await complete('handler.py', 'ignore[nested-event-loop,ru');
    assert.ok(!items.some(({ label }) => label === 'nested-event-loop'));
    const edit = items.find(({ label }) => label === 'runtime-install')?.textEdit;
    assert.deepEqual(edit, {
      range: { start: { line: 7, character: 39 }, end: { line: 7, character: 42 } },
      newText: ' runtime-install',
    });
  });

  it('are offered in a Dockerfile too, and nowhere else', async () => {
    const text = `# runpod: ignore-file[\n${FILES.Dockerfile}`;
    const { complete } = await opened({}, { ...FILES, Dockerfile: text });
    const [first] = await complete('Dockerfile', 'ignore-file[');
    assert.equal(first?.label, 'base-image-unpinned');
    assert.deepEqual(
      await complete('handler.py', 'ignore[env-not-declared, runtime-install, nested-evnet-loop] set'),
      [],
    );
    assert.deepEqual(await complete('handler.py', 'os.environ['), []);
  });
});

describe('the documentation of a rule', () => {
  const page = ({ client }: Opened, params: unknown) => client.connection.sendRequest('runpod/rulePage', params);

  it('is answered in the language of the user', async () => {
    const english = await page(await opened(), { rule: 'nested-event-loop' });
    assert.match(String(english), /^# nested-event-loop\n.*## Bad\n/s);
    const polish = await page(await opened({ locale: 'pl' }), { rule: 'nested-event-loop' });
    assert.match(String(polish), /^# nested-event-loop\n.*## Źle\n/s);
  });

  it('is none for anything that is no id of a rule', async () => {
    const server = await opened();
    for (const rule of ['../../package', '../rules/nested-event-loop', 'nested-event-loop.md', 'README', '', 1, null]) {
      assert.equal(await page(server, { rule }), null, String(rule));
    }
    assert.equal(await page(server, []), null);
  });

  it('comes without a worker, and so does the list of all', async () => {
    const folder = worker({ 'notes.txt': '' }, later);
    const client = await startClient(later, { folders: [folder], locale: 'pl' });
    const rules: readonly { rule: string; area: string; summary: string }[] =
      await client.connection.sendRequest('runpod/rules');
    assert.deepEqual(
      rules.map(({ rule }) => rule),
      METAS.map(({ id }) => id),
    );
    assert.equal(rules.find(({ rule }) => rule === 'hub-json-missing')?.area, 'Wpis w Hubie');
    assert.match(String(await client.connection.sendRequest('runpod/rulePage', { rule: rules[0]?.rule })), /^# /);
  });
});

describe('among the quick fixes', () => {
  const place = { start: { line: 7, character: 12 }, end: { line: 7, character: 12 } };

  it('the documentation comes behind the fixes, and changes nothing', async () => {
    const { client, path } = await opened();
    const actions = await client.actions(path('handler.py'), place);
    const [documentation, ...others] = actions.filter(({ command }) => command?.command === 'runpodCompliance.explain');
    assert.deepEqual(others, []);
    assert.equal(documentation?.title, 'Show documentation of nested-event-loop');
    assert.equal(documentation?.edit, undefined);
    assert.equal(documentation?.isPreferred, undefined);
    assert.deepEqual(documentation?.command?.arguments, ['nested-event-loop']);
    assert.notEqual(actions[0], documentation);
    const all = await client.actions(path('handler.py'), place, ['source.fixAll.runpodCompliance']);
    assert.ok(all.every(({ command }) => command === undefined));
  });

  it('it is missing where the client has no such command, whatever its settings are', async () => {
    const options = { initializationOptions: { runpodCompliance: { profile: 'hub' }, client: { commands: 'all' } } };
    const { client, path } = await opened(options);
    const actions = await client.actions(path('handler.py'), place);
    assert.ok(actions.length > 0 && actions.every(({ command }) => command === undefined));
  });

  it('settings are read beside the commands', async () => {
    const rules = { 'nested-event-loop': 'hint' };
    const settings = { capabilities: { ...EDITOR, workspace: {} }, ...EXPLAINS };
    const options = { ...EXPLAINS.initializationOptions, runpodCompliance: { rules } };
    const { value } = await opened({ ...settings, initializationOptions: options });
    assert.match(await value('handler.py', 'asyncio.run('), /^\*\*nested-event-loop\*\* · hint(?:.|\n)*command:/);
  });
});
