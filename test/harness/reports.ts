// Reports to make documents of: those of the examples, and that of a worker that means harm.

import { readFileSync } from 'node:fs';
import { say } from '../../server/src/base/message';
import { makeSource } from '../../server/src/base/source';
import { span } from '../../server/src/base/span';
import type { Outcome, Report, Reported } from '../../server/src/engine/report';
import { DEFAULT_SETTINGS } from '../../server/src/engine/session';
import { ENGLISH, type LanguageCode, loadLanguage } from '../../server/src/languages/index';
import { type Index, indexOf } from '../../server/src/report/overview';
import { RULES } from '../../server/src/rules/index';
import type { RuleMeta } from '../../server/src/rules/rule';
import { inRoot } from './root';
import { openWorker, readFolder, WORKER } from './workers';

const DATE = '2026-08-21';
/** A rule that comes later adds a line to every report, without anything to review. */
const FIRST_RULES = RULES.filter(({ meta }) => meta.since === '0.1.0');

const page = (rule: string): string => readFileSync(inRoot(`docs/rules/${rule}.md`), 'utf8');

export async function indexOfExample(name: string, code: LanguageCode): Promise<Index> {
  const session = await openWorker(readFolder(`examples/${name}`), DEFAULT_SETTINGS, FIRST_RULES);
  const language = await loadLanguage(code);
  const showPath = (uri: string): string => uri.replace(WORKER, `examples/${name}`);
  return indexOf(session.reports(), { language, showPath, date: DATE, page });
}

export const EVIL =
  '<script>alert(1)</script><img src=x onerror=alert(1)>](javascript:alert(1)) | `` **b** @team #1 "\'&lt; https://evil.example';
export const TURNED = '\u202egnp.exe\u2066 \u0000\u001b[2J\u200b\ud800';
export const HEBREW = 'קובץ';
const LONG = 'x'.repeat(10_000);

export const ROOT = `file:///w/${EVIL.replaceAll('/', '∕')}`;
const FILE = `${ROOT}/a${TURNED}${HEBREW}|\`\`.py`;
const TEXT = `${LONG} ${EVIL}\r\n\t\`\`\`\`\t${EVIL}\r\n${TURNED}${HEBREW}\n~~~\n\`\`\`html\n`;
const SOURCES = new Map([[FILE, makeSource(FILE, TEXT)]]);
export const META: RuleMeta = {
  id: 'some-rule',
  area: 'handler',
  severity: 'error',
  since: '0.1.0',
  summary: 'Something is wrong.',
  why: 'It fails.',
  sources: ['https://docs.runpod.io/a?b=1&c="2"'],
};

export function evil(start: number): Reported {
  return {
    rule: META.id,
    severity: 'error',
    uri: FILE,
    span: span(start, start + 2),
    message: say`In ${EVIL} and ${TURNED} and ${HEBREW} and ${LONG} is "${'a|b'}".`,
    related: [{ uri: FILE, span: span(0, 1), message: say`${EVIL} calls ${TURNED}` }],
    fixes: [
      { title: say`Write ${EVIL}`, safe: false, edits: [{ uri: FILE, span: span(start, start + 1), text: EVIL }] },
    ],
  };
}

export function outcome(more: Partial<Outcome>): Outcome {
  return { meta: META, state: 'failed', severity: 'error', findings: [], ...more };
}

export function reportOf(outcomes: readonly Outcome[], more: Partial<Report> = {}): Report {
  return {
    root: ROOT,
    kind: 'queue',
    outcomes,
    score: 3.4,
    verdict: 'no-go',
    reason: say`Errors that fail on RunPod: ${EVIL}.`,
    landmarks: { handler: [{ uri: FILE, span: span(0, 3) }] },
    sources: SOURCES,
    ...more,
  };
}

export const HOSTILE = reportOf([
  outcome({ findings: [evil(9_990), evil(TEXT.indexOf('\t')), evil(TEXT.indexOf('~~~'))] }),
  outcome({ meta: { ...META, id: 'fine', good: 'All is well.', shownBy: 'handler' }, state: 'passed' }),
  outcome({ meta: { ...META, id: 'broken' }, state: 'crashed', crash: EVIL }),
]);

const showPath = (uri: string): string => uri.replace('file:///w/', '');
export const OPTIONS = { language: ENGLISH, showPath, date: DATE };
