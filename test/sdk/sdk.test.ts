// Proves the rules' pages against the real SDK: where RUNPOD_SDK names a checkout of runpod-python, the bad examples run
// with it and show what their pages promise, and the repaired ones do not. Nothing of the SDK is replaced but the server
// it talks to (platform.ts), and what it depends on where that is not installed (python/sitecustomize.py).

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { METAS } from '../../server/src/rules/index';
import { type Example, readPage } from '../harness/pages';
import { inRoot } from '../harness/root';
import type { Files } from '../harness/workers';
import { CLAIMS, type Claim, TEXT } from './claims';
import type { Expectation } from './expectations';
import { Bench, findPython, missing, type Run } from './worker';

/** Workers mostly wait for their next question to the server, so there may be more of them than processors. */
const BENCHES = 4;

const SDK_SOURCE = 'https://github.com/runpod/runpod-python/';

const { RUNPOD_SDK } = process.env;
const python = RUNPOD_SDK === undefined ? undefined : findPython();
const why = missing(RUNPOD_SDK, python);

describe('claims', () => {
  it('have their examples on the pages', () => {
    for (const claim of CLAIMS) {
      const { expected } = examplesOf(claim).bad;
      assert.ok(expected.length > 0, `${claim.rule}, ${claim.example}: this is no bad example.`);
    }
  });
});

if (RUNPOD_SDK === undefined || python === undefined || why !== undefined) {
  it('the pages against the SDK', { skip: why ?? 'It cannot be tested here.' }, () => {});
} else {
  describe('the pages against the SDK', { concurrency: BENCHES }, () => {
    const free: Bench[] = [];
    before(async () => {
      const opening = Array.from({ length: BENCHES }, () => Bench.open(python, resolve(RUNPOD_SDK)));
      for (const result of await Promise.allSettled(opening))
        if (result.status === 'fulfilled') free.push(result.value);
      await Promise.all(opening);
    });
    after(() => {
      for (const bench of free) bench.close();
    });

    it('prove each rule that refers to the source of the SDK', () => {
      const proven = new Set(CLAIMS.map(({ rule }) => rule));
      const referring = METAS.filter(({ sources }) => sources.some((source) => source.startsWith(SDK_SOURCE)));
      assert.deepEqual(
        referring.map(({ id }) => id).filter((id) => !proven.has(id)),
        [],
      );
    });

    for (const claim of CLAIMS) {
      it(`${claim.rule}, ${claim.example}: ${claim.says}`, async () => {
        const bench = free.pop();
        assert.ok(bench !== undefined, 'More tests run at once than there are benches.');
        try {
          await prove(bench, claim);
        } finally {
          free.push(bench);
        }
      });
    }
  });
}

async function prove(bench: Bench, claim: Claim): Promise<void> {
  const { bad, repaired } = examplesOf(claim);
  const { call = { jobs: [TEXT] } } = claim;
  expect(await bench.run(withMore(bad.files, claim), call), claim.bad, claim.example);
  if (repaired === undefined || claim.good === undefined) return;
  expect(await bench.run(withMore(repaired, claim), claim.goodCall ?? call), claim.good, 'The repaired example');
}

function withMore(files: Files, claim: Claim): Files {
  return new Map([...files, ...Object.entries(claim.files ?? {})]);
}

function expect(run: Run, expectation: Expectation, what: string): void {
  try {
    expectation(run);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${what} does something else.\n${reason}\nThe worker printed:\n${run.log}`);
  }
}

/** Repaired: the example that the claim names, else the bad one with its fixed files. */
function examplesOf(claim: Claim): { bad: Example; repaired: Files | undefined } {
  const file = `${claim.page ?? 'docs/rules'}/${claim.rule}.md`;
  assert.ok(existsSync(inRoot(file)), `${file} is missing.`);
  const { examples } = readPage(file, readFileSync(inRoot(file), 'utf8'));
  const find = (title: string): Example => {
    const example = examples.find((one) => one.title === title);
    assert.ok(example !== undefined, `${file} has no example "${title}".`);
    return example;
  };
  const bad = find(claim.example);
  if (claim.good === undefined) return { bad, repaired: undefined };
  if (claim.goodExample !== undefined) return { bad, repaired: find(claim.goodExample).files };
  assert.ok(bad.fixed.size > 0, `"${claim.example}" has no fixed file in ${file}.`);
  return { bad, repaired: new Map([...bad.files, ...bad.fixed]) };
}
