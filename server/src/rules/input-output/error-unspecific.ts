// `str(e)` as the whole error that a job is answered with.

import { say } from '../../base/message';
import { replace } from '../../edits/python';
import type { Where } from '../../facts/python';
import { HANDLER_GUIDE } from '../../knowledge/sdk';
import { placeIn, statementsOf } from '../../model/python/python';
import { entryNamed } from '../../model/python/starts';
import type { Expression } from '../../syntax/python-tree';
import { rule } from '../rule';

export const errorUnspecific = rule({
  meta: {
    id: 'error-unspecific',
    area: 'input-output',
    severity: 'hint',
    profile: 'strict',
    since: '0.1.0',
    summary: 'The error that a job is answered with is only the text of an exception.',
    why: "A caller cannot tell a wrong input from a full disk: the text has neither a code nor the exception's type, and for a KeyError it is no more than the key.",
    good: 'An error that a job is answered with says of what kind it is.',
    sources: [HANDLER_GUIDE],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    for (const { fn } of handlers.functions) {
      for (const { value, where } of fn.facts.exits) {
        const entry = value?.kind === 'dict' ? entryNamed(value, 'error') : undefined;
        const name = caughtName(where);
        if (!entry || name === undefined || !isTextOf(entry.value, name)) continue;
        const structured = `{"type": type(${name}).__name__, "message": str(${name})}`;
        const edit = replace(statementsOf(fn), entry.value, structured);
        yield {
          ...placeIn(fn, entry.value),
          message: say`str(${name}) alone does not say what kind of error it was.`,
          fixes: [{ title: say`Say the type as well`, safe: false, edits: [edit] }],
        };
      }
    }
  },
});

function caughtName(where: Where | undefined): string | undefined {
  for (let here = where; here; here = here.outer) if (here.kind === 'except') return here.name;
  return undefined;
}

function isTextOf(value: Expression, name: string): boolean {
  if (value.kind !== 'call' || value.callee.kind !== 'name' || value.callee.id !== 'str') return false;
  const [only] = value.args;
  return value.args.length === 1 && only?.value.kind === 'name' && only.value.id === name;
}
