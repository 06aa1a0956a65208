// Workers that nothing tries before they are deployed: no test_input.json, and no code that calls the handler.

import { say } from '../../base/message';
import { basename } from '../../base/uri';
import type { Handlers } from '../../model/python/handler';
import { callsNamed, placeIn } from '../../model/python/python';
import { resolve } from '../../model/python/resolve';
import { createTestInputFix } from '../create/tests-file';
import { rule } from '../rule';

export const testInputMissing = rule({
  meta: {
    id: 'test-input-missing',
    area: 'local-testing',
    severity: 'info',
    since: '0.1.0',
    summary: 'There is no test_input.json, and nothing in the worker calls the handler to test it.',
    why: 'Started on a developer\'s machine the worker says "test_input.json not found, exiting." The first job is run in the cloud, after a build of many minutes.',
    good: 'The worker can be tried out locally.',
    shownBy: 'testInput',
    sources: ['https://docs.runpod.io/serverless/development/local-testing'],
  },
  reads: ['handlers!', 'files'],
  *check({ handlers, files }) {
    const [use] = handlers.uses;
    if (!use || handlers.functions.length === 0 || files.uris.some((uri) => TEST_INPUT.test(basename(uri)))) return;
    // A local run does not execute a handler that yields.
    if (handlers.functions.every(({ fn }) => fn.facts.generator) || isTried(handlers)) return;
    const { fn, fact } = use.start;
    yield {
      ...placeIn(fn, fact.call.callee),
      message: say`Started without RunPod, this looks for test_input.json and ends: the worker has none.`,
      fixes: [createTestInputFix({ files, handlers })],
    };
  },
});

/** The SDK's own name for it, and those of files that are handed to `--test_input`. */
const TEST_INPUT = /^(test|sample|example)[-_ ]?(inputs?|payload|job|event|request)(?![a-z]).*\.json$/i;

/** Whether a test or a tool imports the worker, or the worker itself calls its handler or knows of the flag. */
function isTried({ python, functions }: Handlers): boolean {
  if (python.observers.length > 0 || python.modules.some(({ facts }) => facts.source.text.includes('test_input')))
    return true;
  const names = new Set(functions.map(({ fn }) => fn.facts.name).filter((name) => name !== ''));
  for (const { fn, fact } of callsNamed([...python.modules, ...python.siblings], names)) {
    const origin = resolve(python, fn, fact.call.callee);
    if (origin.kind === 'function' && functions.some((handler) => handler.fn.facts === origin.fn.facts)) return true;
  }
  return false;
}
