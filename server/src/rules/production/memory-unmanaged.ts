// Work with a PyTorch model in the job, and nothing that frees its memory when the work fails.

import { say } from '../../base/message';
import type { Where } from '../../facts/python';
import { CUDA_NOTES, computes, REFRESH_WORKER, RELEASES } from '../../knowledge/memory';
import { HANDLER_GUIDE } from '../../knowledge/sdk';
import { callablesOf } from '../../model/python/call-graph';
import { lastName } from '../../model/python/expressions';
import type { Handlers } from '../../model/python/handler';
import { type Fn, type Python, placeIn, textIn } from '../../model/python/python';
import { resolve } from '../../model/python/resolve';
import { rule } from '../rule';
import { stepNote } from '../steps';

export const memoryUnmanaged = rule({
  meta: {
    id: 'memory-unmanaged',
    area: 'production',
    severity: 'hint',
    profile: 'strict',
    since: '0.1.0',
    summary: 'The job works on the GPU, and nothing frees its memory when that fails.',
    why: 'After one job that ran out of memory the next ones on the same worker fail as well, small ones too.',
    good: 'A job that fails on the GPU leaves none of its memory taken.',
    sources: [HANDLER_GUIDE, CUDA_NOTES],
  },
  reads: ['handlers!'],
  *check({ handlers }) {
    const texts = handlers.python.modules.map(({ facts }) => facts.source.text);
    if (!texts.some((text) => /cuda|device_map|gpu/i.test(text)) || texts.some((text) => text.includes(REFRESH_WORKER)))
      return;
    const work = gpuWork(handlers);
    if (!work || releasesOnFailure(handlers)) return;
    const { reached, call } = work;
    yield {
      ...placeIn(reached.fn, call.callee),
      message: say`When ${textIn(reached.fn, call.callee)} fails, the GPU memory that it took may stay taken: nothing calls torch.cuda.empty_cache() then, and no answer sets refresh_worker.`,
      related: reached.steps.map(stepNote),
    };
  },
});

/** The first call in the job that computes with a model. */
function gpuWork({ python, reached: all }: Handlers) {
  for (const reached of all) {
    if (reached.often === 'once') continue;
    for (const { call } of reached.fn.facts.calls) {
      const origin = resolve(python, reached.fn, call.callee);
      if (origin.kind !== 'external' && origin.kind !== 'external-result') continue;
      if (computes(origin.path, origin.kind === 'external-result')) return { reached, call };
    }
  }
  return undefined;
}

const NAMES: ReadonlySet<string> = new Set([...RELEASES].map((path) => path.slice(path.lastIndexOf('.') + 1)));

/**
 * Whether memory is given back when a job fails: in an `except` or a `finally`, itself or through a function of the worker;
 * or as the first thing of the next job.
 */
function releasesOnFailure({ python, reached }: Handlers): boolean {
  const releasing = (fn: Fn, depth: number): boolean =>
    fn.facts.calls.some(
      ({ call }) =>
        releases(python, fn, call.callee) ||
        (depth < 3 && callees(python, fn, call.callee).some((callee) => releasing(callee, depth + 1))),
    );
  return reached.some(({ fn, steps }) =>
    fn.facts.calls.some(({ call, where }) => {
      const whenFailed = isAfterFailure(where);
      const before = where === undefined && steps.length === 0;
      if (!whenFailed && !before) return false;
      return (
        releases(python, fn, call.callee) ||
        callees(python, fn, call.callee).some((callee) => whenFailed && releasing(callee, 0))
      );
    }),
  );
}

function releases(python: Python, fn: Fn, callee: Parameters<typeof lastName>[0]): boolean {
  if (!NAMES.has(lastName(callee))) return false;
  const origin = resolve(python, fn, callee);
  return origin.kind === 'unknown' || (origin.kind === 'external' && RELEASES.has(origin.path));
}

function callees(python: Python, fn: Fn, callee: Parameters<typeof lastName>[0]): readonly Fn[] {
  return callablesOf(python, resolve(python, fn, callee)).map((target) => target.fn);
}

function isAfterFailure(where: Where | undefined): boolean {
  for (let here = where; here; here = here.outer) if (here.kind === 'except' || here.kind === 'finally') return true;
  return false;
}
