// A worker with 2,000 findings: the panel is there at once, and says how many there are.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import * as vscode from 'vscode';
import type { Face } from '../../client/src/face';
import { eventually, extension, open, openPanels } from './editor';

const FINDINGS = 2000;
const OPENINGS = 7;
/**
 * What the panel may take on a machine that starts the editor's own Node, with nothing to run, within `FLOOR_MS`; longer on one
 * that is slower or busy, in proportion, as in `npm run bench`. It is a third of what Node 20 takes, whose 65 ms are behind
 * the bounds there.
 */
const BOUND_MS = 500;
const FLOOR_MS = 22;
const LOOK_EVERY_MS = 2;

export function large(): void {
  describe(`a worker with ${FINDINGS} findings`, () => {
    let face: Face;

    before(async () => {
      await open('handler.py');
      face = await eventually(async () => {
        const running = await (await extension().activate()).face();
        assert.ok(running);
        return running;
      });
      await eventually(async () => {
        const [report] = await face.reports();
        const findings = report?.outcomes.reduce((sum, outcome) => sum + outcome.findings.length, 0) ?? 0;
        assert.ok(findings >= FINDINGS, `${findings} findings`);
      });
    });

    it('opens its panel in under half a second', async () => {
      const times = [];
      // The first one fills the browser's caches.
      for (let opening = 0; opening <= OPENINGS; opening++) {
        await closePanel();
        times.push(await openPanel());
      }
      // The quickest: what else the machine is doing makes the others slower, and nothing makes this one quicker.
      const quickest = Math.min(...times.slice(1));
      const node = median(Array.from({ length: 5 }, startNode));
      const bound = BOUND_MS * Math.max(1, node / FLOOR_MS);
      console.log(`      ${round(quickest)} ms (node -e 0: ${round(node)} ms, so at most ${round(bound)} ms)`);
      assert.ok(quickest <= bound, `${times.map(round).join(', ')} ms`);
    });

    async function openPanel(): Promise<number> {
      const started = performance.now();
      await vscode.commands.executeCommand('runpodCompliance.check');
      while ((face.drawn()?.findings ?? 0) < FINDINGS) {
        assert.ok(performance.now() - started < 60_000, 'the panel draws nothing');
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
      return performance.now() - started;
    }

    async function closePanel(): Promise<void> {
      await vscode.window.tabGroups.close([...openPanels()]);
      await eventually(() => assert.equal(face.drawn(), undefined));
    }
  });
}

/** Milliseconds of a process that does nothing. */
function startNode(): number {
  const started = performance.now();
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  assert.equal(spawnSync(process.execPath, ['-e', '0'], { env, stdio: 'ignore' }).status, 0);
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function round(value: number): string {
  return value.toFixed(0);
}
