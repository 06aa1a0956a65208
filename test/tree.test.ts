// What the findings view shows, as far as it can be told without an editor: grouping, filter, badge, labels, and which
// lines stay the same from one report to the next. How it looks is for the tests in a real editor.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLines, type Line, type Lines } from '../client/src/tree/lines';
import { badgeOf, type Filter, type Mark, NO_FILTER, parseFilter, workersOf } from '../client/src/tree/model';
import { label, parentPaths, pathIn, pickLabel, placeIn } from '../client/src/tree/text';
import type { PanelFinding, PanelOutcome, PanelReport } from '../server/src/lsp/protocol';

const AREAS = ['handler', 'start', 'image'] as const;

interface Told {
  readonly severity?: PanelFinding['severity'];
  readonly message?: string;
  readonly file?: string;
  readonly line?: number;
  readonly safe?: boolean;
}

let lastId = 0;

function finding({
  severity = 'warning',
  message = 'It waits.',
  file = 'handler.py',
  line = 1,
  safe,
}: Told): PanelFinding {
  const at = { line, character: 0 };
  const fixes = safe === undefined ? [] : [{ title: 'Mend it', safe }];
  return {
    id: `${++lastId}`,
    severity,
    message,
    uri: `file:///w/${file}`,
    range: { start: at, end: at },
    related: [],
    fixes,
  };
}

function outcome(
  rule: string,
  area: string,
  state: PanelOutcome['state'],
  findings: readonly Told[] = [],
): PanelOutcome {
  return { rule, area, state, severity: 'warning', summary: 'S.', why: 'W.', findings: findings.map(finding) };
}

function report(outcomes: readonly PanelOutcome[], root = 'file:///w'): PanelReport {
  return {
    root,
    version: 1,
    name: root.slice(root.lastIndexOf('/') + 1),
    kind: 'queue',
    score: 8,
    verdict: 'no-go',
    reason: 'R.',
    areas: AREAS.map((area) => ({ area, title: area.toUpperCase() })),
    outcomes,
  };
}

/** The tree with every line open, an indented line for each. */
function drawing(lines: Lines): readonly string[] {
  const below = (line: Line, depth: number): string[] => [
    `${'  '.repeat(depth)}${shown(line)}`,
    ...lines.childrenOf(line).flatMap((child) => below(child, depth + 1)),
  ];
  return lines.roots().flatMap((root) => below(root, 0));
}

function shown({ content }: Line): string {
  switch (content.kind) {
    case 'worker':
      return content.worker.report.name;
    case 'area':
      return `${content.area.title} ${content.area.mark}`;
    case 'rule':
      return `${content.rule.outcome.rule} ${content.rule.mark} ${content.rule.findings.length}`;
    case 'finding':
      return placeIn(content.worker.report.root, content.finding);
  }
}

function tree(reports: readonly PanelReport[], filter: Filter = NO_FILTER): Lines {
  const lines = createLines();
  lines.update(workersOf(reports, filter));
  return lines;
}

function hiding(...marks: readonly Mark[]): Filter {
  return { marks, areas: [] };
}

/** The line at the end of a path of titles, names and places. */
function lineAt(lines: Lines, ...path: readonly string[]): Line {
  let found: Line | undefined;
  for (const name of path) {
    const among: readonly Line[] = found === undefined ? lines.roots() : lines.childrenOf(found);
    found = among.find((line) => shown(line).startsWith(name));
    assert.ok(found, `no ${name} among ${among.map(shown).join(', ')}`);
  }
  assert.ok(found);
  return found;
}

const MIXED = report([
  outcome('slow', 'start', 'failed', [{ severity: 'info', line: 6 }]),
  outcome('wrong', 'start', 'failed', [{ severity: 'error' }, { severity: 'hint', line: 8 }]),
  outcome('unclear', 'start', 'undecided'),
  outcome('broken', 'start', 'crashed'),
  outcome('fine', 'start', 'passed'),
  outcome('good', 'handler', 'passed'),
  outcome('elsewhere', 'image', 'inapplicable'),
  outcome('unwanted', 'image', 'off'),
]);

describe('the tree of findings', () => {
  it('has workers, areas, rules and findings, gravest first, and what is right, but not what does not apply', () => {
    assert.deepEqual(drawing(tree([MIXED])), [
      'w',
      '  HANDLER passed',
      '  START error',
      '    wrong error 2',
      '      handler.py:2',
      '      handler.py:9',
      '    slow info 1',
      '      handler.py:7',
      '    unclear undecided 0',
      '    broken undecided 0',
    ]);
  });

  it('filters by severity, finding by finding, and says nothing is right that is only hidden', () => {
    assert.deepEqual(drawing(tree([MIXED], hiding('error', 'undecided', 'passed'))), [
      'w',
      '  START info',
      '    slow info 1',
      '      handler.py:7',
      '    wrong hint 1',
      '      handler.py:9',
    ]);
    assert.deepEqual(drawing(tree([MIXED], hiding('error', 'info', 'hint', 'undecided'))), ['w', '  HANDLER passed']);
  });

  it('filters by area, and leaves a worker out of which nothing is left', () => {
    assert.deepEqual(drawing(tree([MIXED], { marks: [], areas: ['start'] })), ['w', '  HANDLER passed']);
    assert.deepEqual(drawing(tree([MIXED], { marks: [], areas: ['start', 'handler'] })), []);
    assert.deepEqual(drawing(tree([report([])])), ['w']);
  });

  it('takes a kept filter as far as it knows it', () => {
    const kept = { marks: ['hint', 'loud'], areas: ['image', 3] };
    assert.deepEqual(parseFilter(JSON.parse(JSON.stringify(kept))), { marks: ['hint'], areas: ['image'] });
    for (const other of [undefined, null, 'hint', { marks: 'hint' }]) assert.deepEqual(parseFilter(other), NO_FILTER);
  });

  it('counts errors and warnings of all workers in the badge', () => {
    const status = { root: '', name: '', verdict: 'no-go' as const, score: 1 };
    const workers = [
      { ...status, counts: { error: 1, warning: 2, info: 4, hint: 8 } },
      { ...status, counts: { error: 0, warning: 3, info: 0, hint: 0 } },
    ];
    assert.equal(badgeOf(workers), 6);
    assert.equal(badgeOf([]), 0);
  });
});

describe('a line of the tree', () => {
  const slow = () => report([outcome('slow', 'start', 'failed', [{ line: 6 }, { line: 9 }, { message: 'Other.' }])]);

  it('stays the same when what it is about moves, and is drawn again', () => {
    const lines = tree([slow()]);
    const [first, second, other] = lines.childrenOf(lineAt(lines, 'w', 'START', 'slow'));
    const moved = report([outcome('slow', 'start', 'failed', [{ line: 7 }, { line: 10 }, { message: 'Other.' }])]);

    assert.deepEqual(lines.update(workersOf([moved], NO_FILTER)), [first, second]);
    assert.deepEqual(lines.childrenOf(lineAt(lines, 'w', 'START', 'slow')), [first, second, other]);
    assert.equal(first?.content.kind === 'finding' && first.content.finding.range.start.line, 7);
  });

  it('is not drawn again for a report that says the same, but names findings as that does', () => {
    const lines = tree([slow()]);
    const line = lineAt(lines, 'w', 'START', 'slow', 'handler.py:7');
    const next = slow();

    assert.deepEqual(lines.update(workersOf([next], NO_FILTER)), []);
    assert.equal(line.content.kind === 'finding' && line.content.finding.id, next.outcomes[0]?.findings[0]?.id);
  });

  it('is drawn again with all below it when there are others below it', () => {
    const lines = tree([slow()]);
    const rule = lineAt(lines, 'w', 'START', 'slow');
    const first = lineAt(lines, 'w', 'START', 'slow', 'handler.py:7');
    const fewer = report([outcome('slow', 'start', 'failed', [{ line: 9 }, { message: 'Other.' }])]);

    const changed = lines.update(workersOf([fewer], NO_FILTER));
    assert.deepEqual(changed?.map(shown), ['w'], 'its count is another, too');
    assert.deepEqual(lines.childrenOf(rule).map(shown), ['handler.py:10', 'handler.py:2']);
    assert.equal(lines.childrenOf(rule)[0], first);
  });

  it('is a new one, open at first, when something grave appears in an area', () => {
    const lines = tree([report([outcome('slow', 'start', 'passed')])]);
    const right = lineAt(lines, 'w', 'START');
    lines.update(workersOf([report([outcome('slow', 'start', 'failed', [{ severity: 'info' }])])], NO_FILTER));
    assert.equal(lineAt(lines, 'w', 'START'), right);
    lines.update(workersOf([report([outcome('slow', 'start', 'failed', [{ severity: 'warning' }])])], NO_FILTER));
    const grave = lineAt(lines, 'w', 'START');
    assert.notEqual(grave.id, right.id);
    lines.update(workersOf([slow()], NO_FILTER));
    assert.equal(lineAt(lines, 'w', 'START'), grave);
  });

  it('is of its own worker, and another list of workers is drawn as a whole', () => {
    const lines = tree([slow()]);
    const line = lineAt(lines, 'w', 'START');
    const two = [slow(), report([outcome('slow', 'start', 'failed', [{}])], 'file:///v/w')];

    assert.equal(lines.update(workersOf(two, NO_FILTER)), undefined);
    assert.equal(lineAt(lines, 'w', 'START'), line);
    const ids = lines.roots().flatMap((root) => [root.id, ...lines.childrenOf(root).map(({ id }) => id)]);
    assert.equal(new Set(ids).size, 4);
  });

  it('is known to its own tree alone', () => {
    const lines = tree([slow()]);
    const line = lineAt(lines, 'w', 'START');
    assert.equal(lines.lineOf(line), line);
    assert.equal(tree([slow()]).lineOf(line), undefined);
    for (const other of [undefined, 'w', {}, null]) assert.equal(lines.lineOf(other), undefined);
  });

  it('is made in time for 2,000 findings, and followed in time', () => {
    // The best of several: the first ones run before the code is compiled.
    const runs = [1, 2, 3, 4, 5].map(() => timeMany());
    assert.ok(Math.min(...runs.map(({ group }) => group)) < 20, `to group: ${JSON.stringify(runs)}`);
    assert.ok(Math.min(...runs.map(({ level }) => level)) < 20, `for one level: ${JSON.stringify(runs)}`);
    assert.ok(Math.min(...runs.map(({ follow }) => follow)) < 100, `to follow: ${JSON.stringify(runs)}`);
  });
});

/** Twelve rules with 2,004 findings in all, each `shift` lines further down than the editor has them. */
function many(shift: number): PanelReport {
  const places = Array.from({ length: 167 }, (_, line) => ({ line: line + shift, message: `Line ${line} waits.` }));
  return report(
    AREAS.flatMap((area) => ['a', 'b', 'c', 'd'].map((name) => outcome(`${area}-${name}`, area, 'failed', places))),
  );
}

/** Milliseconds to group many findings, to open the slowest line, and to follow when all have moved. */
function timeMany(): { readonly group: number; readonly level: number; readonly follow: number } {
  const lines = createLines();
  const [first, moved] = [many(0), many(1)];
  const group = milliseconds(() => lines.update(workersOf([first], NO_FILTER)));
  let level = 0;
  let opened = lines.roots();
  let made = 0;
  while (opened.length > 0) {
    const below: Line[] = [];
    for (const line of opened)
      level = Math.max(
        level,
        milliseconds(() => below.push(...lines.childrenOf(line))),
      );
    made += below.filter(({ content }) => content.kind === 'finding').length;
    opened = below;
  }
  assert.equal(made, 2004);
  let changed: readonly Line[] | undefined;
  const follow = milliseconds(() => {
    changed = lines.update(workersOf([moved], NO_FILTER));
  });
  assert.equal(changed?.length, 12, 'rule by rule');
  return { group, level, follow };
}

describe('a name in the tree', () => {
  it('is one line, bounded, and shows what would not be seen', () => {
    assert.equal(label('a\n  b\tc'), 'a b c');
    assert.equal(label('evil\u202egpj.py'), 'evil\\u202egpj.py');
    assert.equal(label('\u0007\u200b'), '\\u0007\\u200b');
    // What the server has isolated already is bare again.
    assert.equal(label('\u2068קובץ\u2069'), 'קובץ');
    assert.equal(label('<script>'), '<script>');
    assert.equal(pickLabel('$(zap)'), '\\$(zap)');
    assert.ok(label('x'.repeat(10_000)).length <= 200);
    assert.ok(label('\u202e'.repeat(10_000)).length <= 1200);
  });

  it('is a path within the worker, decoded, and a name elsewhere', () => {
    assert.equal(pathIn('file:///w', 'file:///w/src/a%20b.py'), 'src/a b.py');
    assert.equal(pathIn('file:///w', 'file:///worker/src/a.py'), 'a.py');
    assert.equal(pathIn('file:///w', 'file:///w/50%.py'), '50%.py');
  });

  it('says where a worker lies when another has its name, with no more of the path than that takes', () => {
    const roots = ['file:///x/a/w', 'file:///x/b/w', 'file:///x/b/other', 'file:///y/b/w'];
    assert.deepEqual(
      [...parentPaths(roots)],
      [
        ['file:///x/a/w', 'a'],
        ['file:///x/b/w', 'x/b'],
        ['file:///y/b/w', 'y/b'],
      ],
    );
  });
});

/** Of this process alone: other work on the machine does not count. */
function milliseconds(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
