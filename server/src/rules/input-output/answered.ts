// The place where the handler hands an answer over, for findings that lie in another function.

import { say } from '../../base/message';
import type { Result } from '../../model/answers/values';
import { type Fn, placeIn, textIn } from '../../model/python/python';
import type { Note } from '../rule';
import { titleOf } from '../steps';

export function answeredHere({ handler, exit }: Result, found: Fn): readonly Note[] {
  if (found === handler) return [];
  const { start, end } = exit.span;
  const newline = textIn(handler, exit.span).indexOf('\n');
  const line = { start, end: newline < 0 ? end : start + newline };
  return [{ ...placeIn(handler, line), message: say`${titleOf(handler)} answers with it here` }];
}
