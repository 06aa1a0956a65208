// "Ignore" held against the engine, over the rules' own examples: what is written takes the finding away and leaves files
// that parse, and once the fault is gone the suppression is reported as unused.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { applyEdits, type Edit } from '../server/src/base/edit';
import type { Report, Reported } from '../server/src/engine/report';
import { DEFAULT_SETTINGS, type Settings } from '../server/src/engine/session';
import { IGNORE_SCOPES, type IgnoreScope, ignoreEdits } from '../server/src/features/ignore';
import { readPage } from './harness/pages';
import { inRoot } from './harness/root';
import { type Files, openWorker, uriOf, WORKER } from './harness/workers';

interface Case {
  readonly rule: string;
  readonly files: Files;
  readonly settings: Settings;
  readonly report: Report;
  readonly finding: Reported;
}

async function reportOf(files: Files, settings: Settings): Promise<Report> {
  const [report] = (await openWorker(files, settings)).reports();
  assert.ok(report);
  return report;
}

/** The first finding of a rule in the first example of its page that has one. */
async function caseOf(rule: string): Promise<Case | undefined> {
  const page = readPage(`${rule}.md`, readFileSync(inRoot(`docs/rules/${rule}.md`), 'utf8'));
  for (const { files, profile, expected } of page.examples) {
    if (expected.length === 0) continue;
    const settings = { ...DEFAULT_SETTINGS, profile };
    const report = await reportOf(files, settings);
    const finding = report.outcomes.find(({ meta }) => meta.id === rule)?.findings[0];
    if (finding !== undefined) return { rule, files, settings, report, finding };
  }
  return undefined;
}

function applied(files: Files, edits: readonly Edit[]): Files {
  const edited = new Map(files);
  for (const uri of new Set(edits.map((edit) => edit.uri))) {
    const path = uri.slice(WORKER.length + 1);
    edited.set(path, applyEdits(files.get(path) ?? '', uri, edits));
  }
  return edited;
}

function countOf({ outcomes }: Report, rule: string, uri?: string): number {
  const findings = outcomes.find(({ meta }) => meta.id === rule)?.findings ?? [];
  return findings.filter((finding) => uri === undefined || finding.uri === uri).length;
}

/** What says that a file does not parse. */
function syntaxErrors(report: Report): number {
  return ['python-syntax-error', 'hub-json-invalid', 'tests-json-invalid'].reduce(
    (sum, rule) => sum + countOf(report, rule),
    0,
  );
}

async function holds(one: Case, scope: IgnoreScope): Promise<boolean> {
  const { rule, files, settings, report, finding } = one;
  const edits = ignoreEdits(report, finding, scope, settings);
  if (edits === undefined) return false;
  const after = await reportOf(applied(files, edits), settings);
  const what = `${rule}, ${scope}`;
  switch (scope) {
    case 'here':
      assert.ok(countOf(after, rule) < countOf(report, rule), what);
      break;
    case 'file':
      assert.equal(countOf(after, rule, finding.uri), 0, what);
      break;
    case 'project':
      assert.equal(after.outcomes.find(({ meta }) => meta.id === rule)?.state, 'off', what);
      break;
  }
  assert.ok(syntaxErrors(after) <= syntaxErrors(report), what);
  if (rule !== 'unused-suppression') {
    assert.equal(countOf(after, 'unused-suppression'), countOf(report, 'unused-suppression'), what);
  }
  return true;
}

test('every rule can be ignored in the ways that are offered, and in at least one', async (t) => {
  const rules = readdirSync(inRoot('docs/rules'))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => name.slice(0, -'.md'.length));
  assert.ok(rules.length > 100);
  for (const rule of rules) {
    const one = await caseOf(rule);
    assert.ok(one, `${rule}: no example has a finding`);
    const ways: IgnoreScope[] = [];
    for (const scope of IGNORE_SCOPES) if (await holds(one, scope)) ways.push(scope);
    assert.ok(ways.includes('project'), rule);
    const lacks = IGNORE_SCOPES.filter((scope) => !ways.includes(scope));
    if (lacks.length > 0) t.diagnostic(`${rule} cannot be ignored: ${lacks.join(', ')}`);
  }
});

const WRONG = 'import runpod\n\ndef handler():\n    return 1\n\nrunpod.serverless.start({"handler": handler})\n';
const HUB = '{ "title": "T", "category": "nonsense" }\n';

/** The file with its suppression, after the fault has been put right. */
async function unusedAfter(path: string, text: string, rule: string, scope: IgnoreScope, mended: [string, string]) {
  const files = new Map([
    ['handler.py', WRONG],
    [path, text],
  ]);
  const report = await reportOf(files, DEFAULT_SETTINGS);
  const finding = report.outcomes.find(({ meta }) => meta.id === rule)?.findings.find(({ uri }) => uri === uriOf(path));
  assert.ok(finding);
  const edits = ignoreEdits(report, finding, scope);
  assert.ok(edits);
  const ignored = applied(files, edits);
  assert.equal(countOf(await reportOf(ignored, DEFAULT_SETTINGS), 'unused-suppression'), 0);
  const right = new Map(ignored).set(path, ignored.get(path)?.replace(...mended) ?? '');
  const after = await reportOf(right, DEFAULT_SETTINGS);
  assert.equal(countOf(after, rule), 0);
  return countOf(after, 'unused-suppression');
}

test('a suppression that nothing needs any more is named, here and in the file', async () => {
  for (const scope of ['here', 'file'] as const) {
    assert.equal(await unusedAfter('handler.py', WRONG, 'handler-signature', scope, ['handler()', 'handler(job)']), 1);
    assert.equal(
      await unusedAfter('.runpod/hub.json', HUB, 'hub-category-unknown', scope, ['"nonsense"', '"image"']),
      1,
    );
  }
});

test('a rule that is off in the project suppresses nothing: there is nothing to be unused', async () => {
  assert.equal(
    await unusedAfter('handler.py', WRONG, 'handler-signature', 'project', ['handler()', 'handler(job)']),
    0,
  );
});

test('a file that begins with many blank lines is read as quickly as any other', async () => {
  const text = `${'\n'.repeat(2000)}x = 1\n# runpod: ignore-file[handler-signature]\n${WRONG}`;
  const report = await reportOf(new Map([['handler.py', text]]), DEFAULT_SETTINGS);
  // Behind code it speaks of nothing.
  assert.equal(countOf(report, 'handler-signature'), 1);
});
