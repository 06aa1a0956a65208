// The examples, checked by the command line as a user would: each gets the report that is kept in test/examples, what it
// was written to show, and fixes that work. UPDATE_EXAMPLES=1 rewrites the kept reports, to be reviewed as a diff.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { format } from '../server/src/base/message';
import { applyFix } from './harness/check';
import { inRoot, ROOT } from './harness/root';
import { findingsOf, openWorker, readFolder } from './harness/workers';

interface Position {
  readonly line: number;
  readonly column: number;
}

interface Place {
  readonly path: string;
  readonly range: { readonly start: Position; readonly end: Position };
  readonly message: string;
}

interface Finding extends Place {
  readonly rule: string;
  readonly severity: string;
  readonly related: readonly Place[];
}

interface Output {
  readonly version: number;
  readonly workers: readonly {
    readonly root: string;
    readonly verdict: string;
    readonly outcomes: readonly { readonly state: string }[];
    readonly findings: readonly Finding[];
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

function check(name: string, profile = 'recommended'): { status: number | null; output: Output } {
  const args = [inRoot('dist/cli.js'), 'check', '--format', 'json', '--profile', profile, `examples/${name}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  assert.equal(stderr, '');
  // The shape is compared as a whole with the kept report.
  return { status, output: JSON.parse(stdout) as Output };
}

function findings(name: string): readonly Finding[] {
  return check(name).output.workers.flatMap((worker) => worker.findings);
}

function find(name: string, rule: string): Finding {
  const found = findings(name).find((finding) => finding.rule === rule);
  assert.ok(found !== undefined, `${name} has no ${rule}.`);
  return found;
}

/** The first line of what a place covers, so that a kept report can be read without the file beside it. */
function coveredText({ path, range: { start, end } }: Place): string {
  const line = readFileSync(inRoot(path), 'utf8').split('\n')[start.line - 1] ?? '';
  return line.slice(start.column - 1, end.line === start.line ? end.column - 1 : undefined);
}

/** States of which a new rule adds one to every kept report, without anything to review. */
const QUIET_STATES = ['passed', 'inapplicable', 'off'];

/** The output without what differs from run to run and from version to version, and with the text of each place. */
function kept({ workers, summary: { durationMs, ...summary } }: Output): unknown {
  assert.ok(durationMs !== undefined && durationMs >= 0);
  const withText = workers.map((worker) => ({
    ...worker,
    outcomes: worker.outcomes.filter(({ state }) => !QUIET_STATES.includes(state)),
    findings: worker.findings.map((finding) => ({
      ...finding,
      text: coveredText(finding),
      related: finding.related.map((note) => ({ ...note, text: coveredText(note) })),
    })),
  }));
  return { workers: withText, summary };
}

const { UPDATE_EXAMPLES } = process.env;

const EXAMPLES = readdirSync(inRoot('examples'));

describe('examples', () => {
  for (const name of EXAMPLES) {
    it(`${name} gets its report`, () => {
      const file = inRoot(`test/examples/${name}.json`);
      const actual = `${JSON.stringify(kept(check(name).output), null, 2)}\n`;
      if (UPDATE_EXAMPLES === '1') writeFileSync(file, actual);
      assert.equal(actual, readFileSync(file, 'utf8'));
    });

    it(`${name}: each fix removes its finding and leaves files that parse`, async () => {
      const files = readFolder(`examples/${name}`);
      for (const { rule, message, fixes = [] } of findingsOf((await openWorker(files)).reports())) {
        for (const fix of fixes) {
          const after = await applyFix(files, fix, rule);
          assert.notDeepEqual(after, files, `"${format(fix.title)}" for "${format(message)}" changes nothing.`);
        }
      }
    });
  }

  it('fast-backend: every fault of the report that the product was asked for with', () => {
    const rules = new Set(findings('fast-backend').map(({ rule }) => rule));
    for (const rule of [
      'lazy-setup-in-handler',
      'runtime-install',
      'payload-limit-unchecked',
      'error-reported-as-success',
      'python-syntax-error',
    ]) {
      assert.ok(rules.has(rule), `${rule} is missing.`);
    }
    assert.ok(!rules.has('main-guard-missing'));
    assert.equal(find('fast-backend', 'python-syntax-error').path, 'examples/fast-backend/packages.py');
    assert.equal(check('fast-backend').status, 1);
  });

  it('fast-backend: the lazy setup is shown on its way from the handler through the helper', () => {
    const { related } = find('fast-backend', 'lazy-setup-in-handler');
    const way = related.map((note) => `${note.path}: ${note.message}`).join('\n');
    assert.match(
      way,
      /handler\.py: .*handler[\s\S]*handler\.py: .*prepare[\s\S]*environment\.py: .*setup_environment/,
      way,
    );
  });

  it('ai-cinema: a hub.json of another format, seconds for milliseconds, everything on the first job', () => {
    assert.equal(find('ai-cinema', 'hub-schema-foreign').path, 'examples/ai-cinema/.runpod/hub.json');
    assert.equal(coveredText(find('ai-cinema', 'test-timeout-unit')), '120');
    assert.equal(find('ai-cinema', 'lazy-setup-in-handler').path, 'examples/ai-cinema/runpod_handler.py');
  });

  it('first-draft: the three classics', () => {
    assert.equal(find('first-draft', 'handler-signature').severity, 'error');
    assert.equal(find('first-draft', 'main-guard-missing').severity, 'warning');
    assert.equal(find('first-draft', 'start-argument-invalid').severity, 'error');
  });

  for (const profile of ['recommended', 'hub', 'strict']) {
    it(`clean: nothing at all in the profile ${profile}`, () => {
      const { status, output } = check('clean', profile);
      assert.equal(status, 0);
      assert.deepEqual(
        output.workers.map(({ verdict, findings }) => ({ verdict, findings })),
        [{ verdict: 'go', findings: [] }],
      );
    });
  }
});
