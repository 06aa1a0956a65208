// Whether a worker loads a model at all, at its start or in a job. When, and how often, is setup.ts's business.

import { LOADER_NAMES, loadsSlowly } from '../../knowledge/loaders';
import { callsNamed, type Python } from './python';
import { resolve } from './resolve';

const known = new WeakMap<Python, boolean>();

export function loadsModel(python: Python): boolean {
  let loads = known.get(python);
  if (loads === undefined) {
    loads = findsLoad(python);
    known.set(python, loads);
  }
  return loads;
}

function findsLoad(python: Python): boolean {
  for (const { fn, fact } of callsNamed(python.modules, LOADER_NAMES)) {
    const origin = resolve(python, fn, fact.call.callee);
    if (origin.kind === 'external' && loadsSlowly(origin.path)) return true;
  }
  return false;
}
