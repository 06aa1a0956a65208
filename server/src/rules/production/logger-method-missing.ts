// Methods called on the SDK's logger that it does not have.

import { say } from '../../base/message';
import { replace } from '../../edits/python';
import { LOGGER_CLASSES, LOGGER_MISTAKES } from '../../knowledge/sdk';
import { callsNamed, placeIn, statementsOf } from '../../model/python/python';
import { resolve } from '../../model/python/resolve';
import { rule } from '../rule';

export const loggerMethodMissing = rule({
  meta: {
    id: 'logger-method-missing',
    area: 'production',
    severity: 'error',
    since: '0.1.0',
    summary: 'RunPodLogger has no method of this name.',
    why: 'The line raises AttributeError. It mostly stands where something has gone wrong already, so the job fails with an error that hides the real one.',
    good: 'Only methods that RunPodLogger has are called.',
    sources: [
      'https://docs.runpod.io/serverless/development/write-logs',
      'https://github.com/runpod/runpod-python/blob/main/runpod/serverless/modules/rp_logger.py',
    ],
  },
  reads: ['python'],
  *check({ python }) {
    if (!python.modules.some(({ facts }) => facts.source.text.includes('RunPodLogger'))) return;
    for (const { fn, fact } of callsNamed(python.modules, MISTAKES)) {
      const { callee } = fact.call;
      if (callee.kind !== 'attribute') continue;
      const object = resolve(python, fn, callee.object);
      if (object.kind !== 'external-result' || !LOGGER_CLASSES.has(object.path)) continue;
      const meant = LOGGER_MISTAKES[callee.name] ?? 'error';
      const edit = replace(statementsOf(fn), callee.nameSpan, meant);
      yield {
        ...placeIn(fn, callee.nameSpan),
        message: say`RunPodLogger has no ${callee.name}(): this raises AttributeError. It is called ${meant}().`,
        fixes: [{ title: say`Call ${meant}()`, safe: true, edits: [edit] }],
      };
    }
  },
});

const MISTAKES: ReadonlySet<string> = new Set(Object.keys(LOGGER_MISTAKES));
