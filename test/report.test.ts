// The formats, from a report made by hand: order, places, escapes, colours.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { say } from '../server/src/base/message';
import { makeSource } from '../server/src/base/source';
import { span } from '../server/src/base/span';
import type { Outcome, Report, Reported } from '../server/src/engine/report';
import { jsonReport } from '../server/src/report/json';
import { printable } from '../server/src/report/shared';
import { textReport } from '../server/src/report/text';
import type { RuleMeta } from '../server/src/rules/rule';

const ROOT = 'file:///w/app';
const HANDLER = `${ROOT}/handler.py`;
const HUB = `${ROOT}/.runpod/hub.json`;
const HUB_TEXT = '{"config": {"a/b": [1, 2]}}';
const TWO = HUB_TEXT.indexOf('2');
const SOURCES = new Map(
  [makeSource(HANDLER, 'a = 1\n😀 = b\n'), makeSource(HUB, HUB_TEXT)].map((source) => [source.uri, source]),
);

function meta(id: string): RuleMeta {
  return { id, area: 'hub', severity: 'warning', since: '0.1.0', summary: 'S.', why: 'W.', sources: [] };
}

function finding(rule: string, uri: string, start: number, end: number, more: Partial<Reported> = {}): Reported {
  return { rule, severity: 'warning', uri, span: span(start, end), message: say`Message of ${rule}.`, ...more };
}

function outcome(id: string, findings: readonly Reported[], more: Partial<Outcome> = {}): Outcome {
  return { meta: meta(id), state: findings.length > 0 ? 'failed' : 'passed', severity: 'warning', findings, ...more };
}

function report(outcomes: readonly Outcome[], more: Partial<Report> = {}): Report {
  return {
    root: ROOT,
    kind: 'queue',
    outcomes,
    score: 7.4,
    verdict: 'conditional-go',
    reason: say`Because.`,
    landmarks: {},
    sources: SOURCES,
    ...more,
  };
}

const showPath = (uri: string) => uri.replace('file:///w/', '');
const text = (reports: readonly Report[], more = {}) =>
  textReport(reports, { showPath, colours: false, quiet: false, ...more });

const MIXED = report([
  outcome('zebra', [
    finding('zebra', HUB, TWO, TWO + 1, { severity: 'error' }),
    finding('zebra', HANDLER, 11, 12, {
      related: [{ uri: HUB, span: span(1, 9), message: say`Declared here.` }],
      fixes: [
        { title: say`Mend it`, safe: true, edits: [] },
        { title: say`Rewrite it`, safe: false, edits: [] },
      ],
    }),
  ]),
  outcome('apple', [finding('apple', HANDLER, 11, 12), finding('apple', HANDLER, 0, 1, { severity: 'hint' })]),
  outcome('later', [], { state: 'undecided' }),
  outcome('broken', [], { state: 'crashed', crash: 'TypeError: x\u001b[2J' }),
]);

test('text is grouped by file, in the order of places and rules', () => {
  assert.equal(
    text([MIXED]),
    `app · queue worker

app/.runpod/hub.json
  app/.runpod/hub.json:1:24  error  Message of zebra.  zebra

app/handler.py
  app/handler.py:1:1  hint  Message of apple.  apple
  app/handler.py:2:6  warning  Message of apple.  apple
  app/handler.py:2:6  warning  Message of zebra.  zebra
      ↳ app/.runpod/hub.json:1:2  Declared here.
      fix: Mend it
      fix: Rewrite it (look it over)

Could not be decided: later
broken crashed, which is our fault, not yours: TypeError: x\\u001b[2J
CONDITIONAL GO · score 7.4 of 10 · 1 error, 2 warnings, 1 hint · Because.
`,
  );
});

test('quiet text is the findings, and nothing where there are none', () => {
  assert.match(text([MIXED], { quiet: true }), /^app\/\.runpod\/hub\.json\n(?:(?!queue worker|CONDITIONAL)[\s\S])*$/);
  assert.equal(text([report([outcome('fine', [])])], { quiet: true }), '');
  assert.equal(text([]), '');
});

test('several workers are sorted by root and summed up', () => {
  const other = report([outcome('fine', [])], {
    root: 'file:///w/aaa',
    score: 10,
    verdict: 'go',
    kind: 'load-balancer',
  });
  const shown = text([MIXED, other]);
  assert.match(shown, /^aaa · load balancing worker\n\nGO · score 10\.0 of 10 · 1 rule passed · Because\.\n\napp · /);
  assert.match(shown, /\n\n2 workers · 1 error, 2 warnings, 1 hint\n$/);
});

test('colours are switched on and off again', () => {
  const coloured = text([MIXED], { colours: true });
  assert.ok(coloured.includes('\u001b[31merror\u001b[39m'));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colours.
  assert.equal(coloured.replace(/\u001b\[\d+m/g, ''), text([MIXED]));
});

test('a terminal obeys nothing that comes from the workspace', () => {
  const hostile = `${ROOT}/\u001b]0;title\u0007\u202egnp.py`;
  const shown = text([report([outcome('x', [finding('x', hostile, 0, 0)])])]);
  assert.ok(shown.includes('app/\\u001b]0;title\\u0007\\u202egnp.py:1:1'));
  assert.equal(printable('a\tb\r\nc\u0000é😀'), 'a\\u0009b\\u000d\\u000ac\\u0000é😀');
});

test('JSON has version 1, with places from 1, pointers and everything sorted', () => {
  const parsed = JSON.parse(jsonReport([MIXED], { showPath, durationMs: 12 }));
  assert.deepEqual(Object.keys(parsed), ['version', 'tool', 'workers', 'summary']);
  assert.equal(parsed.version, 1);
  assert.deepEqual(Object.keys(parsed.tool), ['name', 'version', 'documentation']);
  assert.deepEqual(parsed.summary, { error: 1, warning: 2, info: 0, hint: 1, files: 2, workers: 1, durationMs: 12 });
  const [worker] = parsed.workers;
  assert.deepEqual(Object.keys(worker), ['root', 'kind', 'score', 'verdict', 'outcomes', 'findings']);
  assert.deepEqual(worker.outcomes[0], { rule: 'zebra', area: 'hub', state: 'failed', severity: 'warning' });
  assert.deepEqual(worker.findings[0], {
    rule: 'zebra',
    severity: 'error',
    path: 'app/.runpod/hub.json',
    range: { start: { line: 1, column: TWO + 1 }, end: { line: 1, column: TWO + 2 } },
    pointer: '/config/a~1b/1',
    message: 'Message of zebra.',
    related: [],
    fixes: [],
  });
  assert.deepEqual(
    worker.findings.map(({ rule, pointer }: { rule: string; pointer: string | null }) => [rule, pointer]),
    [
      ['zebra', '/config/a~1b/1'],
      ['apple', null],
      ['apple', null],
      ['zebra', null],
    ],
  );
  assert.deepEqual(worker.findings[3].related, [
    {
      path: 'app/.runpod/hub.json',
      range: { start: { line: 1, column: 2 }, end: { line: 1, column: 10 } },
      message: 'Declared here.',
    },
  ]);
  assert.deepEqual(worker.findings[3].fixes, [
    { title: 'Mend it', safe: true },
    { title: 'Rewrite it', safe: false },
  ]);
});

test('JSON does not depend on the order of what it is made from', () => {
  const turned = report(
    [...MIXED.outcomes].map((one) => ({ ...one, findings: [...one.findings].reverse() })),
    { sources: new Map([...SOURCES].reverse()) },
  );
  const options = { showPath, durationMs: 0 };
  assert.equal(jsonReport([turned], options), jsonReport([MIXED], options));
});

test('no worker is valid JSON too', () => {
  const parsed = JSON.parse(jsonReport([], { showPath, durationMs: 0 }));
  assert.deepEqual(parsed.workers, []);
  assert.equal(parsed.summary.workers, 0);
});
