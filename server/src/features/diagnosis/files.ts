// What the Hub asks for beside hub.json, and what it does with it: tests, Dockerfile, README, a handler that starts.

import { say } from '../../base/message';
import { relativeTo } from '../../base/uri';
import { WITHOUT_HANDLER } from '../../model/kind';
import { landmarksOf } from '../../model/landmarks';
import type { Case } from './index';
import { evidenceOf, findingsOf, GUIDE, named } from './shared';
import type { Answer, Check } from './types';

export function fileChecks(given: Case): readonly Check[] {
  return [
    { question: say`Are Dockerfile, README and a program there?`, source: GUIDE, ...requiredAnswer(given) },
    { question: say`Are there tests for the Hub?`, source: GUIDE, ...testsAnswer(given) },
    {
      question: say`Does the handler get started?`,
      source: 'https://docs.runpod.io/serverless/workers/handler-functions',
      ...handlerAnswer(given),
    },
  ];
}

function requiredAnswer(given: Case): Answer {
  const missing = findingsOf(given, ['required-file-missing']);
  const { docker, documents } = given.worker.inputs;
  if (missing.length > 0) {
    return {
      state: 'cause',
      says: say`No. The documentation asks for them before a repository is taken up.`,
      evidence: evidenceOf(missing),
      remedy: say`Add what is missing in .runpod or at the root, commit, push, and make a release.`,
    };
  }
  const { root } = given.worker;
  const found = [docker?.source.uri, documents?.readme?.uri].flatMap((uri) =>
    uri ? (relativeTo(root, uri) ?? []) : [],
  );
  if (found.length < 2)
    return { state: 'cannot-see', says: say`Not all of them could be told from the files that were read.` };
  return { state: 'ok', says: say`Yes: ${named(found)}. The handler's file may have any name and lie in any folder.` };
}

const TEST_RULES = [
  'tests-json-invalid',
  'tests-empty',
  'test-field-unknown',
  'test-gpu-unknown',
  'test-input-absent',
  'test-input-wrapped',
  'test-input-empty',
];

function testsAnswer(given: Case): Answer {
  const { tests, files } = given.worker.inputs;
  const misplaced = findingsOf(given, ['hub-file-misplaced']).filter(({ uri }) => /tests\.json$/i.test(uri));
  if (tests === undefined) {
    const disabled = files?.uris.find((uri) => /\/\.runpod\/_*tests\w*\.json$/i.test(uri));
    return {
      state: 'flaw',
      says:
        disabled === undefined
          ? say`There is no .runpod/tests.json. The documentation requires one; published listings without it exist.`
          : say`There is no .runpod/tests.json: under another name the file is passed over. Published listings without it exist.`,
      evidence: evidenceOf(misplaced),
      remedy: say`Create .runpod/tests.json with at least one test.`,
    };
  }
  const findings = findingsOf(given, TEST_RULES);
  if (findings.length === 0) return { state: 'ok', says: say`Yes. Whether they pass only the Hub's build shows.` };
  return {
    state: 'flaw',
    says: say`Yes, but not all of them is as the Hub reads it. As long as a test fails, the listing stays pending.`,
    evidence: evidenceOf(findings),
    remedy: say`Correct them, commit, push, and make a release.`,
  };
}

function handlerAnswer(given: Case): Answer {
  const { worker } = given;
  if (WITHOUT_HANDLER.has(worker.kind)) {
    return { state: 'not-applicable', says: say`A worker of this kind needs no handler of its own.` };
  }
  const findings = findingsOf(given, ['start-not-called', 'start-argument-invalid', 'handler-signature']);
  if (findings.length > 0) {
    return {
      state: 'flaw',
      says: say`No. The Hub's tests would wait until they time out.`,
      evidence: evidenceOf(findings),
      remedy: say`Correct it before the next release.`,
    };
  }
  const [start] = landmarksOf(worker.inputs).start ?? [];
  if (start === undefined)
    return { state: 'cannot-see', says: say`No call of runpod.serverless.start was found in the files here.` };
  return {
    state: 'ok',
    says: say`Yes: runpod.serverless.start is called. Its signature and its answers have no part in being listed.`,
    evidence: [{ message: say`Here it is called.`, place: start }],
  };
}
