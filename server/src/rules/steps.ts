// How the way from a handler to a place is told: each call on it a related place.

import { type Message, say } from '../base/message';
import { type Fn, placeIn } from '../model/python/python';
import type { Step } from '../model/python/reach';
import type { Note } from './rule';

export function stepNote({ caller, fact, callee }: Step): Note {
  return { ...placeIn(caller, fact.call.callee), message: say`${titleOf(caller)} calls ${titleOf(callee)}` };
}

/** A function's name as people say it: `Worker.load`, `handler`, "the lambda". */
export function titleOf(fn: Fn): string | Message {
  const { name, className, kind } = fn.facts;
  if (kind === 'lambda') return 'lambda';
  if (kind === 'module') return say`module code`;
  return className === undefined ? name : `${className}.${name}`;
}
