// "Ignore here": where the suppression is written, in texts that make it hard.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../server/src/base/edit';
import { say } from '../server/src/base/message';
import { makeSource } from '../server/src/base/source';
import { span } from '../server/src/base/span';
import type { Report } from '../server/src/engine/report';
import { ignoreEdits } from '../server/src/features/ignore';

const ROOT = 'file:///w';

/** Ignores `rule` where `needle` stands; the texts of the edited file afterwards, undefined where it cannot be done. */
function ignored(files: Readonly<Record<string, string>>, path: string, needle: string, changed = path) {
  const sources = new Map(
    Object.entries(files).map(([name, text]) => [`${ROOT}/${name}`, makeSource(`${ROOT}/${name}`, text)]),
  );
  const start = (files[path] ?? '').indexOf(needle);
  assert.ok(start >= 0);
  const report: Report = {
    root: ROOT,
    kind: 'queue',
    outcomes: [],
    score: 10,
    verdict: 'go',
    reason: say`Because.`,
    landmarks: {},
    sources,
  };
  const edits = ignoreEdits(report, {
    uri: `${ROOT}/${path}`,
    span: span(start, start + needle.length),
    message: say`Wrong.`,
    rule: 'rule-id',
    severity: 'warning',
  });
  return edits && applyEdits(files[changed] ?? '', `${ROOT}/${changed}`, edits);
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

test('a configuration that cannot be understood is left alone', () => {
  for (const config of ['{ "ignore": [', '[]', '{ "ignore": "all" }', '"x"']) {
    assert.equal(json(config), undefined, config);
  }
});
