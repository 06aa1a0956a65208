// "Ignore" here, in the file and in the project: where the suppression is written, in texts that make it hard.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../server/src/base/edit';
import { say } from '../server/src/base/message';
import { makeSource } from '../server/src/base/source';
import { span } from '../server/src/base/span';
import type { Report } from '../server/src/engine/report';
import { DEFAULT_SETTINGS, type Settings } from '../server/src/engine/session';
import { IGNORE_SCOPES, type IgnoreScope, ignoreEdits } from '../server/src/features/ignore';

const ROOT = 'file:///w';

/** Ignores `rule` where `needle` stands; the texts of the edited file afterwards, undefined where it cannot be done. */
function ignored(
  files: Readonly<Record<string, string>>,
  path: string,
  needle: string,
  changed = path,
  scope: IgnoreScope = 'here',
) {
  const sources = new Map(
    Object.entries(files).map(([name, text]) => [`${ROOT}/${name}`, makeSource(`${ROOT}/${name}`, text)]),
  );
  const start = (files[path] ?? '').indexOf(needle);
  assert.ok(start >= 0);
  const report = reportOf(sources);
  const edits = ignoreEdits(
    report,
    {
      uri: `${ROOT}/${path}`,
      span: span(start, start + needle.length),
      message: say`Wrong.`,
      rule: 'rule-id',
      severity: 'warning',
    },
    scope,
  );
  return edits && applyEdits(files[changed] ?? '', `${ROOT}/${changed}`, edits);
}

function reportOf(sources: Report['sources']): Report {
  return {
    root: ROOT,
    kind: 'queue',
    outcomes: [],
    score: 10,
    verdict: 'go',
    reason: say`Because.`,
    landmarks: {},
    sources,
  };
}

const python = (text: string, needle = 'x()') => ignored({ 'handler.py': text }, 'handler.py', needle);

test('a comment on its own line above, indented as the line is', () => {
  assert.equal(python('x()\n'), '# runpod: ignore[rule-id]\nx()\n');
  assert.equal(python('def f():\n\tx()\n'), 'def f():\n\t# runpod: ignore[rule-id]\n\tx()\n');
  assert.equal(python('a = [\n  x(),\n]\n'), 'a = [\n  # runpod: ignore[rule-id]\n  x(),\n]\n');
});

test('line ends are those of the file, and a byte order mark stays first', () => {
  assert.equal(python('a\r\nx()\r\n'), 'a\r\n# runpod: ignore[rule-id]\r\nx()\r\n');
  assert.equal(python('\ufeffx()\n'), '\ufeff# runpod: ignore[rule-id]\nx()\n');
});

test('a list that is there takes the rule in', () => {
  assert.equal(python('x()  # runpod: ignore[other] because\n'), 'x()  # runpod: ignore[other, rule-id] because\n');
  assert.equal(python('  # runpod: ignore[a, b]\n  x()\n'), '  # runpod: ignore[a, b, rule-id]\n  x()\n');
});

test('the list of another line, of the whole file or one that is not closed does not', () => {
  assert.equal(
    python('y()  # runpod: ignore[other]\nx()\n'),
    'y()  # runpod: ignore[other]\n# runpod: ignore[rule-id]\nx()\n',
  );
  assert.equal(
    python('# runpod: ignore-file[other]\nx()\n'),
    '# runpod: ignore-file[other]\n# runpod: ignore[rule-id]\nx()\n',
  );
  assert.equal(python('# runpod: ignore[other\nx()\n'), '# runpod: ignore[other\n# runpod: ignore[rule-id]\nx()\n');
});

test('no comment goes between the lines of a statement that backslashes continue', () => {
  assert.equal(python('a = \\\n  x()\n'), 'a = \\\n  x()  # runpod: ignore[rule-id]\n');
  assert.equal(python('a = \\\n  x() + \\\n  y\n'), undefined);
});

test('in a Dockerfile only above, since # opens no comment behind an instruction', () => {
  const text = 'FROM a\nRUN one && \\\n    x()\n';
  assert.equal(
    ignored({ Dockerfile: text }, 'Dockerfile', 'x()'),
    'FROM a\nRUN one && \\\n    # runpod: ignore[rule-id]\n    x()\n',
  );
});

test('in shell scripts and requirements as in Python', () => {
  const script = (text: string) => ignored({ 'start.sh': text }, 'start.sh', 'x');
  assert.equal(script('#!/bin/sh\n  x\n'), '#!/bin/sh\n  # runpod: ignore[rule-id]\n  x\n');
  assert.equal(script('a \\\n  x\n'), 'a \\\n  x  # runpod: ignore[rule-id]\n');
  assert.equal(
    ignored({ 'requirements.txt': 'x  # runpod: ignore[other]\n' }, 'requirements.txt', 'x'),
    'x  # runpod: ignore[other, rule-id]\n',
  );
});

test('what stands first in a file that is no program keeps its line: rules about the whole file point there', () => {
  assert.equal(
    ignored({ 'runpod.yaml': 'x: 1\r\ny: 2\r\n' }, 'runpod.yaml', 'x'),
    'x: 1  # runpod: ignore[rule-id]\r\ny: 2\r\n',
  );
  assert.equal(
    ignored({ 'runpod.toml': '\n# x\n[a]\n' }, 'runpod.toml', '# x'),
    '\n# x  # runpod: ignore[rule-id]\n[a]\n',
  );
});

test('nowhere in a format without such comments', () => {
  assert.equal(ignored({ 'README.md': 'x\n' }, 'README.md', 'x'), undefined);
});

test('what looks like a list behind a Dockerfile instruction is none', () => {
  const text = 'RUN x() # runpod: ignore[other]\n';
  assert.equal(ignored({ Dockerfile: text }, 'Dockerfile', 'x()'), `# runpod: ignore[rule-id]\n${text}`);
});

const HUB = '{\n  "config": { "runsOn": "TPU" }\n}\n';
const ENTRY = { rule: 'rule-id', path: '.runpod/hub.json', pointer: '/config/runsOn', reason: '' };

function json(config: string | undefined): unknown {
  const files = { '.runpod/hub.json': HUB, ...(config === undefined ? {} : { '.runpod/compliance.json': config }) };
  const text = ignored(files, '.runpod/hub.json', '"TPU"', '.runpod/compliance.json');
  return text && JSON.parse(text);
}

test('JSON has no comments: the entry goes into the configuration, which is made where it is missing', () => {
  assert.deepEqual(json(undefined), { ignore: [ENTRY] });
  assert.deepEqual(json(''), { ignore: [ENTRY] });
  assert.deepEqual(json('{}'), { ignore: [ENTRY] });
  assert.deepEqual(json('{ "profile": "hub" }'), { profile: 'hub', ignore: [ENTRY] });
  assert.deepEqual(json('{ "ignore": [] }'), { ignore: [ENTRY] });
  assert.deepEqual(json('{\n  "ignore": [\n    { "rule": "x" }\n  ]\n}'), { ignore: [{ rule: 'x' }, ENTRY] });
});

test('what is wrong with all of a JSON file is ignored in the file, not at a place', () => {
  assert.equal(ignored({ '.runpod/hub.json': HUB }, '.runpod/hub.json', '{', '.runpod/compliance.json'), undefined);
});

test('a configuration that cannot be understood is left alone', () => {
  for (const config of ['{ "ignore": [', '[]', '{ "ignore": "all" }', '"x"']) {
    assert.equal(json(config), undefined, config);
  }
});

const inFile = (text: string, path = 'handler.py', needle = 'x') =>
  ignored({ [path]: text }, path, needle, path, 'file');
const FILE = '# runpod: ignore-file[rule-id]';

test('in the file: a line of its own where nothing must stay first', () => {
  assert.equal(inFile('x()\n'), `${FILE}\nx()\n`);
  assert.equal(inFile('\n\nx()\n'), `${FILE}\n\n\nx()\n`);
  assert.equal(inFile('"""Doc."""\nx()\n'), `${FILE}\n"""Doc."""\nx()\n`);
  assert.equal(inFile('x\n', 'requirements.txt'), `${FILE}\nx\n`);
  assert.equal(inFile('x: 1\n', 'environment.yml'), `${FILE}\nx: 1\n`);
});

test('in the file: behind the comments that it begins with', () => {
  const coding = '# -*- coding: utf-8 -*-';
  assert.equal(inFile('#!/usr/bin/env python\nx()\n'), `#!/usr/bin/env python\n${FILE}\nx()\n`);
  assert.equal(inFile(`#!/bin/sh\n${coding}\n\nx()\n`), `#!/bin/sh\n${coding}\n${FILE}\n\nx()\n`);
  assert.equal(inFile(`\n${coding}\nx()\n`), `\n${coding}\n${FILE}\nx()\n`);
  assert.equal(
    inFile('# Ours.\n# All rights.\n\n# About x.\nx()\n'),
    `# Ours.\n# All rights.\n${FILE}\n\n# About x.\nx()\n`,
  );
  const directives = '# syntax=docker/dockerfile:1\n# escape=`\n';
  assert.equal(inFile(`${directives}FROM x\n`, 'Dockerfile'), `${directives}${FILE}\nFROM x\n`);
  assert.equal(inFile('#!/bin/bash\nx\n', 'start.sh'), `#!/bin/bash\n${FILE}\nx\n`);
});

test('in the file: line ends are its own, a byte order mark stays first, and a last line may lack its end', () => {
  assert.equal(inFile('#!/bin/sh\r\nx\r\n', 'start.sh'), `#!/bin/sh\r\n${FILE}\r\nx\r\n`);
  assert.equal(inFile('\ufeffx()\r\n'), `\ufeff${FILE}\r\nx()\r\n`);
  assert.equal(inFile('\ufeff# Ours.\nx()\n'), `\ufeff# Ours.\n${FILE}\nx()\n`);
  assert.equal(inFile('# x', 'Dockerfile'), `# x\n${FILE}\n`);
  assert.equal(inFile('# x\n', 'Dockerfile'), `# x\n${FILE}\n`);
  assert.equal(inFile('', 'requirements.txt', ''), `${FILE}\n`);
});

test('in the file: a list that is there takes the rule in, and one that is none does not', () => {
  const listed = '# Ours.\n\n# runpod: ignore-file[other] because\nx()\n';
  assert.equal(inFile(listed), listed.replace('other', 'other, rule-id'));
  const late = 'y()\n# runpod: ignore-file[other]\nx()\n';
  assert.equal(inFile(late), `${FILE}\n${late}`);
  assert.equal(inFile('# runpod: ignore-file[other\nx()\n'), `# runpod: ignore-file[other\n${FILE}\nx()\n`);
  const here = '# runpod: ignore[other]\nx()\n';
  assert.equal(inFile(here), `# runpod: ignore[other]\n${FILE}\nx()\n`);
});

function config(before: string | undefined, path: string, scope: IgnoreScope): string | undefined {
  const files = { [path]: 'x', ...(before === undefined ? {} : { '.runpod/compliance.json': before }) };
  return ignored(files, path, 'x', '.runpod/compliance.json', scope);
}

test('in the file: an entry without a pointer where the format has no comments', () => {
  const entry = (path: string) => ({ ignore: [{ rule: 'rule-id', path, reason: '' }] });
  for (const path of ['.runpod/hub.json', 'README.md']) {
    assert.deepEqual(JSON.parse(config(undefined, path, 'file') ?? ''), entry(path));
  }
});

test('in the project: the rule is turned off, in the layout and with the comments that are there', () => {
  const off = (before: string | undefined) => config(before, 'handler.py', 'project');
  assert.equal(off(undefined), '{\n  "rules": {\n    "rule-id": "off"\n  }\n}\n');
  assert.equal(off(' \n'), '{\n  "rules": {\n    "rule-id": "off"\n  }\n}\n');
  assert.equal(
    off('{\r\n\t"profile": "hub", // ours\r\n}\r\n'),
    '{\r\n\t"profile": "hub",\r\n\t"rules": {\r\n\t\t"rule-id": "off"\r\n\t}, // ours\r\n}\r\n',
  );
  assert.equal(off('{ "rules": { "other": "hint" } }'), '{ "rules": { "other": "hint", "rule-id": "off" } }');
  assert.equal(off('{ "rules": { "rule-id": "error" } }'), '{ "rules": { "rule-id": "off" } }');
  assert.equal(off('\ufeff{}'), '\ufeff{\n  "rules": {\n    "rule-id": "off"\n  }\n}');
  for (const before of ['{ "rules": [] }', '{ "rules": {', '[]', '// nothing yet'])
    assert.equal(off(before), undefined);
});

test('nothing is offered that would have no effect', () => {
  const effect = (rule: string, scope: IgnoreScope, settings: Partial<Settings>, path = 'handler.py') => {
    const uri = `${ROOT}/${path}`;
    const report = reportOf(new Map([[uri, makeSource(uri, 'x')]]));
    const finding = { uri, span: span(0, 1), message: say`Wrong.`, rule, severity: 'warning' } as const;
    return ignoreEdits(report, finding, scope, { ...DEFAULT_SETTINGS, ...settings }) !== undefined;
  };
  // A suppression of it would itself be unused.
  assert.deepEqual(
    IGNORE_SCOPES.map((scope) => effect('unused-suppression', scope, {})),
    [false, false, true],
  );
  // Comments count for nothing.
  assert.deepEqual(
    IGNORE_SCOPES.map((scope) => effect('rule-id', scope, { ignores: false })),
    [false, false, true],
  );
  // Nor does the worker's configuration.
  assert.deepEqual(
    IGNORE_SCOPES.map((scope) => effect('rule-id', scope, { config: false })),
    [true, true, false],
  );
  assert.equal(effect('rule-id', 'file', { config: false }, 'README.md'), false);
  // The user's settings go before it.
  assert.equal(effect('rule-id', 'project', { rules: { 'rule-id': 'error' } }), false);
});
