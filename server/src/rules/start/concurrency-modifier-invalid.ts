// A `concurrency_modifier` that the SDK cannot call with the current concurrency, or that never allows a job.

import type { Fix } from '../../base/edit';
import { type Message, say } from '../../base/message';
import { replace } from '../../edits/python';
import { CONCURRENCY_GUIDE, START_SOURCE } from '../../knowledge/sdk';
import { type Fn, type Origin, placeIn, statementsOf, textIn } from '../../model/python/python';
import { resolve } from '../../model/python/resolve';
import { entryNamed } from '../../model/python/starts';
import type { Expression } from '../../syntax/python-tree';
import { rule } from '../rule';

export const concurrencyModifierInvalid = rule({
  meta: {
    id: 'concurrency-modifier-invalid',
    area: 'start',
    severity: 'error',
    since: '0.1.0',
    summary: 'concurrency_modifier is not a plain function of the current concurrency.',
    why: 'The worker crashes when it first asks for jobs, or asks for none: jobs stay IN_QUEUE.',
    good: 'concurrency_modifier is a plain function wherever it is given.',
    sources: [CONCURRENCY_GUIDE, START_SOURCE],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    for (const { config } of handlers.starts) {
      const entry = config && entryNamed(config.dict, 'concurrency_modifier');
      if (!config || !entry) continue;
      const { fn } = config;
      const wrong = faultOf(resolve(handlers.python, fn, entry.value));
      if (!wrong) continue;
      const fix = wrapFix(fn, entry.value);
      yield { ...placeIn(fn, entry.value), message: wrong, fixes: fix ? [fix] : [] };
    }
  },
});

function faultOf(origin: Origin): Message | undefined {
  if (origin.kind === 'expression') {
    const isConstant =
      origin.expression.kind === 'number' ||
      origin.expression.kind === 'string' ||
      origin.expression.kind === 'constant';
    return isConstant
      ? say`The SDK calls concurrency_modifier with the current concurrency: this is no function.`
      : undefined;
  }
  if (origin.kind !== 'function' || origin.fn.facts.decorators.length > 0) return undefined;
  const { facts } = origin.fn;
  if (facts.async) return say`The SDK does not await concurrency_modifier: an async function gives it no number.`;
  const own = facts.parameters.slice(origin.bound ? 1 : 0);
  const takesMany = own.some(({ kind }) => kind === 'star');
  const plain = own.filter(({ kind }) => kind === 'plain');
  const required = plain.filter((parameter) => parameter.default === undefined);
  if (plain.length === 0 && !takesMany)
    return say`The SDK calls concurrency_modifier with the current concurrency, which this function does not take.`;
  if (required.length > 1)
    return say`The SDK calls concurrency_modifier with the current concurrency and nothing else.`;
  const returned = facts.exits.filter(({ kind }) => kind === 'return');
  const never =
    returned.length > 0 && returned.every(({ value }) => value?.kind === 'number' && Number(value.text) === 0);
  return never ? say`A concurrency of 0 means that the worker never takes a job.` : undefined;
}

/** `5` becomes `lambda current: 5`. */
function wrapFix(fn: Fn, value: Expression): Fix | undefined {
  if (value.kind !== 'number' || Number(value.text) === 0) return undefined;
  const edit = replace(statementsOf(fn), value, `lambda current: ${textIn(fn, value)}`);
  return { title: say`Wrap in a lambda`, safe: true, edits: [edit] };
}
