// Holds one example of a page against what its rule says: spans, messages and fixes, and what every rule owes:
// findings inside the text, the same answer twice, a fix that removes its finding and breaks no syntax.

import assert from 'node:assert/strict';
import { applyEdits, type Fix } from '../../server/src/base/edit';
import { format } from '../../server/src/base/message';
import type { Severity } from '../../server/src/base/severity';
import type { Source } from '../../server/src/base/source';
import { DEFAULT_SETTINGS, type Settings } from '../../server/src/engine/session';
import { RULES } from '../../server/src/rules/index';
import { UNUSED_SUPPRESSION } from '../../server/src/rules/suppressions/unused-suppression';
import type { Example, Expectation } from './pages';
import {
  comparable,
  crashesOf,
  type Files,
  type Found,
  FROZEN_INPUT_RULES,
  findingsOf,
  openWorker,
  uriOf,
  WORKER,
} from './workers';

/** A fix that is still offered after this many rounds does not do what it says. */
const MOST_FIXES = 20;

/** The rules that say whether a file parses. */
const SYNTAX_RULES = ['python-syntax-error', 'hub-json-invalid', 'tests-json-invalid'];

export async function checkExample(rule: string, example: Example): Promise<void> {
  const found = await findingsIn(example.files, rule, example.profile);
  assert.equal(drawn(found, example.files), expectedDrawing(example));
  matchMessages(found, example.expected);
  for (const finding of found) assertInside(finding);

  const repaired = await repair(rule, example);
  if (example.fixed.size === 0) return;
  assert.ok(repaired !== undefined, 'The page shows a fixed file, but no finding has a fix.');
  const shown = new Map([...example.files, ...example.fixed]);
  assert.equal(textOf(repaired), textOf(shown));
}

/** Applies the first fix of the first finding that has one, again and again. Undefined where there was none. */
async function repair(rule: string, example: Example): Promise<Files | undefined> {
  let files: Files = example.files;
  for (let round = 0; round < MOST_FIXES; round++) {
    const found = await findingsIn(files, rule, example.profile);
    const fix = found.flatMap(({ fixes }) => fixes ?? [])[0];
    if (fix === undefined) return round === 0 ? undefined : files;
    files = await applyFix(files, fix, rule, example.profile);
  }
  throw new assert.AssertionError({ message: `After ${MOST_FIXES} fixes there is still one to apply.` });
}

/** The files after a fix. Demands that fewer findings are left and that no file parses worse than before. */
export async function applyFix(
  files: Files,
  fix: Fix,
  rule: string,
  profile: Settings['profile'] = 'recommended',
): Promise<Files> {
  const title = format(fix.title);
  const fixed = new Map(files);
  for (const uri of new Set(fix.edits.map((edit) => edit.uri))) {
    assert.ok(uri.startsWith(`${WORKER}/`), `"${title}" edits ${uri}, outside the worker.`);
    const path = uri.slice(WORKER.length + 1);
    const before = files.get(path) ?? '';
    for (const { span } of fix.edits.filter((edit) => edit.uri === uri)) {
      assert.ok(
        0 <= span.start && span.start <= span.end && span.end <= before.length,
        `"${title}" edits past the text.`,
      );
    }
    fixed.set(path, applyEdits(before, uri, fix.edits));
  }
  const before = await findingsIn(files, rule, profile);
  const after = await findingsIn(fixed, rule, profile);
  assert.ok(after.length < before.length, `"${title}" leaves its finding:\n${textOf(fixed)}`);
  const errors = await syntaxErrors(fixed);
  assert.ok(errors.length <= (await syntaxErrors(files)).length, `"${title}" breaks the syntax:\n${textOf(fixed)}`);
  return fixed;
}

/** The findings of one rule alone. Asks twice, in two sessions, and demands the same answer. */
async function findingsIn(files: Files, rule: string, profile: Settings['profile']): Promise<readonly Found[]> {
  const settings = only([rule], profile);
  const reports = (await openWorker(files, settings, FROZEN_INPUT_RULES)).reports();
  const again = (await openWorker(files, settings)).reports();
  assert.deepEqual(crashesOf(reports), []);
  assert.deepEqual(comparable(again), comparable(reports), 'A second run says something else.');
  return findingsOf(reports).filter((finding) => finding.rule === rule);
}

async function syntaxErrors(files: Files): Promise<readonly Found[]> {
  return findingsOf((await openWorker(files, only(SYNTAX_RULES, 'recommended'))).reports());
}

/** Settings under which no other rule says anything. What is unused is seen only where the rules themselves are on. */
function only(rules: readonly string[], profile: Settings['profile']): Settings {
  const off: Record<string, Severity | 'off'> = {};
  if (rules.includes(UNUSED_SUPPRESSION.id)) return { ...DEFAULT_SETTINGS, profile };
  for (const { meta } of RULES) if (!rules.includes(meta.id)) off[meta.id] = 'off';
  return { ...DEFAULT_SETTINGS, profile, rules: off };
}

function assertInside({ uri, span, rule, source, related, message }: Found): void {
  const where = `${rule} in ${uri}: "${format(message)}"`;
  assert.ok(
    0 <= span.start && span.start <= span.end && span.end <= source.text.length,
    `${where} lies outside the text.`,
  );
  for (const note of related ?? []) {
    assert.ok(
      0 <= note.span.start && note.span.start <= note.span.end,
      `${where} has a related place outside the text.`,
    );
    assert.ok(note.uri.startsWith(WORKER), `${where} has a related place outside the worker.`);
  }
}

/** Found spans as text with carets, so that a failing test shows what was found as the page would. */
function drawn(found: readonly Found[], files: Files): string {
  return textOf(files, (path, text) => {
    const spans = found.filter(({ uri }) => uri === uriOf(path)).map(({ span, source }) => firstLineOf(span, source));
    return withCarets(text, spans);
  });
}

function expectedDrawing({ files, expected }: Example): string {
  return textOf(files, (path, text) =>
    withCarets(
      text,
      expected.filter((mark) => mark.path === path),
    ),
  );
}

interface Mark {
  readonly start: number;
  readonly end: number;
}

/** What carets can show of a span: the part on its first line, and at least one column. */
function firstLineOf(span: Mark, { text }: Source): Mark {
  const newline = text.indexOf('\n', span.start);
  const end = newline < 0 ? span.end : Math.min(span.end, newline);
  return { start: span.start, end: Math.max(end, span.start + 1) };
}

function withCarets(text: string, marks: readonly Mark[]): string {
  const sorted = [...marks].sort((a, b) => a.start - b.start || a.end - b.end);
  const lines: string[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push(line);
    const end = start + line.length + 1;
    for (const mark of sorted) {
      if (start <= mark.start && mark.start < end) {
        lines.push(' '.repeat(mark.start - start) + '^'.repeat(mark.end - mark.start));
      }
    }
    start = end;
  }
  return lines.join('\n');
}

function matchMessages(found: readonly Found[], expected: readonly Expectation[]): void {
  for (const { path, start, message } of expected) {
    if (message === undefined) continue;
    const said = found
      .filter(({ uri, span }) => uri === uriOf(path) && span.start === start)
      .map((f) => format(f.message));
    assert.ok(
      said.some((text) => text.includes(message)),
      `Expected "${message}" in ${JSON.stringify(said)}.`,
    );
  }
}

function textOf(files: Files, show: (path: string, text: string) => string = (_, text) => text): string {
  return [...files].map(([path, text]) => `--- ${path}\n${show(path, text)}`).join('\n');
}
