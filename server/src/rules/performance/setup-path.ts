// How setup on the job path is grouped into findings and told: one finding where one change puts it right.

import { say } from '../../base/message';
import type { Span } from '../../base/span';
import { type Fn, placeIn } from '../../model/python/python';
import type { SetupCall } from '../../model/python/setup';
import type { Note } from '../rule';
import { stepNote, titleOf } from '../steps';

export type Group = readonly [SetupCall, ...SetupCall[]];

/** Setup that stands in one function. */
export function byFunction(calls: readonly SetupCall[]): readonly Group[] {
  return grouped(calls, ({ reached }) => reached.fn.facts);
}

/** Setup that one guard keeps until the first job. */
export function byGuard(calls: readonly SetupCall[]): readonly Group[] {
  return grouped(calls, ({ reached, guard, imported }) => imported ?? guard?.where ?? reached.fn.facts);
}

function grouped(calls: readonly SetupCall[], key: (call: SetupCall) => object): readonly Group[] {
  const groups = new Map<object, [SetupCall, ...SetupCall[]]>();
  for (const call of calls) {
    const group = groups.get(key(call));
    if (group) group.push(call);
    else groups.set(key(call), [call]);
  }
  return [...groups.values()];
}

/** The call right behind the guard: the setup itself, or the step that leads to it; or the import that runs it. */
export function guardedCall({ reached, fact, guard, imported }: SetupCall): [fn: Fn, node: Span] {
  if (imported) return [reached.fn, imported];
  const step = guard === undefined ? undefined : reached.steps[guard.step];
  return step ? [step.caller, step.fact.call.callee] : [reached.fn, fact.call.callee];
}

const MOST_NAMED = 3;

/** "loads a model (torch.load), installs packages (pip install)": each once, the first few by name. */
export function inWords(calls: readonly SetupCall[]): string {
  const names = [...new Set(calls.map(({ name }) => name))];
  const shown = names.slice(0, MOST_NAMED).join(', ');
  return names.length > MOST_NAMED ? `${shown}, …` : shown;
}

/** From the handler to the setup, each call a step. */
export function pathNotes({ reached, at, imported, fact, name }: SetupCall): readonly Note[] {
  const notes = reached.steps.map(stepNote);
  const runs = imported ? say`importing it runs ${name}` : say`${titleOf(at)} runs ${name}`;
  return [...notes, { ...placeIn(at, fact.call.callee), message: runs }];
}
