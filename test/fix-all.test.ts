// Several fixes at once: which go together, and that applying them again and again comes to an end with files that parse.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { applyEdits, type Edit, type Fix } from '../server/src/base/edit';
import { say } from '../server/src/base/message';
import { span } from '../server/src/base/span';
import type { Report, Reported } from '../server/src/engine/report';
import { DEFAULT_SETTINGS, type Settings } from '../server/src/engine/session';
import { safeFixes } from '../server/src/features/fix-all';
import { readPage } from './harness/pages';
import { inRoot } from './harness/root';
import { type Files, openWorker, readFolder, WORKER } from './harness/workers';

const FILE = 'file:///worker/a.json';

function finding(edits: readonly Edit[], rule = 'one', safe = true): Reported {
  const fix: Fix = { title: say`Fix it`, safe, edits };
  return { uri: FILE, span: span(0, 0), message: say`Wrong.`, rule, severity: 'info', fixes: [fix] };
}

const edit = (start: number, end: number, text = 'x', adds?: string, uri = FILE): Edit => ({
  uri,
  span: span(start, end),
  text,
  ...(adds === undefined ? {} : { adds }),
});

const taken = (findings: readonly Reported[]) => safeFixes(findings, () => true).findings;

test('what touches another fix waits, and so does all of its fix', () => {
  assert.equal(taken([finding([edit(0, 4)]), finding([edit(5, 8)])]), 2);
  assert.equal(taken([finding([edit(0, 4)]), finding([edit(4, 8)])]), 1);
  assert.equal(taken([finding([edit(3, 3)]), finding([edit(3, 3)])]), 1);
  assert.equal(taken([finding([edit(0, 9)]), finding([edit(4, 4)])]), 1);
  const other = edit(4, 4, 'x', undefined, 'file:///worker/b.json');
  assert.equal(taken([finding([edit(0, 9)]), finding([other])]), 2);
  const both = safeFixes([finding([edit(0, 2)]), finding([edit(1, 3), edit(8, 9)]), finding([edit(7, 9)])], () => true);
  assert.deepEqual(
    both.edits.map((one) => [one.span.start, one.span.end]),
    [
      [0, 2],
      [7, 9],
    ],
  );
});

test('only what is safe and can be made', () => {
  const unsafe = finding([edit(0, 1)], 'one', false);
  assert.equal(taken([unsafe, { ...unsafe, fixes: [] }]), 0);
  assert.equal(safeFixes([finding([edit(0, 1)])], () => false).findings, 0);
  const second = { ...unsafe, fixes: [...(unsafe.fixes ?? []), ...(finding([edit(2, 3)]).fixes ?? [])] };
  assert.deepEqual(safeFixes([second], () => true).edits, [edit(2, 3)]);
});

test('one rule adds several elements to one list, but none twice, and no other rule joins in', () => {
  const adding = (key: string, rule = 'one') => finding([edit(3, 3, `, "${key}": 1`, key)], rule);
  const all = safeFixes([adding('a'), adding('b'), adding('a'), adding('c', 'other'), adding('d')], () => true);
  assert.equal(applyEdits('{ 1}', FILE, all.edits), '{ 1, "a": 1, "b": 1, "d": 1}');
  assert.equal(taken([adding('a'), finding([edit(3, 3)])]), 1);
  assert.equal(taken([adding('a'), finding([edit(3, 5)])]), 1);
});

test('the same as looking at each pair', () => {
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  const touch = (a: Edit, b: Edit): boolean => a.span.start <= b.span.end && b.span.start <= a.span.end;
  for (let round = 0; round < 300; round++) {
    const findings = Array.from({ length: 12 }, () => {
      const start = random(60);
      const far = 100 + random(60);
      return finding([edit(start, start + random(4)), edit(far, far + random(3))]);
    });
    const expected: Edit[] = [];
    for (const { fixes } of findings) {
      const edits = fixes?.[0]?.edits ?? [];
      if (!edits.some((one) => expected.some((other) => touch(one, other)))) expected.push(...edits);
    }
    assert.deepEqual(safeFixes(findings, () => true).edits, expected);
  }
});

async function reportOf(files: Files, settings: Settings): Promise<Report | undefined> {
  return (await openWorker(files, settings)).reports()[0];
}

const findingsOf = ({ outcomes }: Report): readonly Reported[] => outcomes.flatMap(({ findings }) => findings);

function syntaxErrors({ outcomes }: Report): number {
  const rules = ['python-syntax-error', 'hub-json-invalid', 'tests-json-invalid'];
  return outcomes.filter(({ meta }) => rules.includes(meta.id)).flatMap(({ findings }) => findings).length;
}

const MOST_ROUNDS = 12;

/** How many rounds it takes until nothing is left that is safe to fix. */
async function rounds(files: Files, settings: Settings, what: string): Promise<number> {
  let current = files;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const report = await reportOf(current, settings);
    if (report === undefined) return round;
    const { edits } = safeFixes(findingsOf(report), () => true);
    if (edits.length === 0) return round;
    const next = new Map(current);
    for (const uri of new Set(edits.map((one) => one.uri))) {
      const path = uri.slice(WORKER.length + 1);
      next.set(path, applyEdits(current.get(path) ?? '', uri, edits));
    }
    const after = await reportOf(next, settings);
    assert.ok(after && syntaxErrors(after) <= syntaxErrors(report), `${what}: broken by round ${round}`);
    current = next;
  }
  assert.fail(`${what}: there is always something left to fix`);
}

test('again and again until nothing is left, in the examples of every rule', async () => {
  for (const name of readdirSync(inRoot('docs/rules'))) {
    if (name === 'README.md' || !name.endsWith('.md')) continue;
    const [example] = readPage(name, readFileSync(inRoot(`docs/rules/${name}`), 'utf8')).examples;
    if (example === undefined) continue;
    await rounds(example.files, { ...DEFAULT_SETTINGS, profile: example.profile }, name);
  }
});

test('again and again until nothing is left, in the examples', async () => {
  let most = 0;
  for (const name of readdirSync(inRoot('examples'))) {
    for (const profile of ['recommended', 'hub'] as const) {
      most = Math.max(most, await rounds(readFolder(`examples/${name}`), { ...DEFAULT_SETTINGS, profile }, name));
    }
  }
  assert.ok(most > 0);
});
