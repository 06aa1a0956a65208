// A generator that the SDK does not see: it looks at the handler itself, not at what the handler returns.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { replace } from '../../edits/python';
import type { ExitFact } from '../../facts/python';
import { HANDLER_GUIDE } from '../../knowledge/sdk';
import { callableOf } from '../../model/python/call-graph';
import type { Handlers } from '../../model/python/handler';
import { type Fn, type Python, placeIn, statementsOf, textIn } from '../../model/python/python';
import { resolve } from '../../model/python/resolve';
import { type Finding, rule } from '../rule';

export const generatorHidden = rule({
  meta: {
    id: 'generator-hidden',
    area: 'handler',
    severity: 'error',
    since: '0.1.0',
    summary: 'The handler hands back a generator instead of being one.',
    why: 'The SDK tries to send the generator object as JSON, which fails: the job is never answered and runs into its timeout. A local run prints the object and looks fine.',
    good: 'No handler hands back a generator in place of an answer.',
    sources: [
      HANDLER_GUIDE,
      'https://github.com/runpod/runpod-python/blob/main/runpod/serverless/modules/rp_handler.py',
    ],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    const { python } = handlers;
    for (const { fn, use } of handlers.functions) {
      if (fn.facts.generator) yield* hiddenCall(handlers, fn, use);
      else yield* returnedGenerators(python, fn);
    }
  },
});

/** An instance whose `__call__` yields: the SDK asks the instance, which is no generator function. */
function* hiddenCall({ python }: Handlers, fn: Fn, use: Handlers['uses'][number]): Iterable<Finding> {
  const instance = use.origins.some(
    (origin) => origin.kind === 'instance' && callableOf(python, origin)?.fn.facts === fn.facts,
  );
  if (!instance) return;
  yield {
    ...placeIn(use.fn, use.value),
    message: say`The SDK does not see that __call__ yields. Give it the bound method: ${textIn(use.fn, use.value)}.__call__.`,
  };
}

function* returnedGenerators(python: Python, fn: Fn): Iterable<Finding> {
  if (fn.facts.decorators.length > 0) return;
  const returned = fn.facts.exits.filter((exit) => exit.kind === 'return' && exit.value);
  for (const exit of returned) {
    const { value } = exit;
    if (!value) continue;
    if (value.kind === 'comprehension' && value.shape === 'generator') {
      yield { ...placeIn(fn, value), message: say`This is a generator, which cannot be sent as JSON. Make it a list.` };
    } else if (value.kind === 'call') {
      const callee = resolve(python, fn, value.callee);
      if (callee.kind !== 'function' || !callee.fn.facts.generator || callee.fn.facts.decorators.length > 0) continue;
      const fix = yieldFromFix(fn, exit, returned.length);
      yield {
        ...placeIn(fn, value.callee),
        message: say`${callee.fn.facts.name} gives a generator, which the SDK does not see behind return.`,
        related: [
          {
            ...placeIn(
              callee.fn,
              callee.fn.facts.exits.find(({ kind }) => kind.startsWith('yield'))?.span ?? exit.span,
            ),
            message: say`it yields here`,
          },
        ],
        fixes: fix ? [fix] : [],
      };
    }
  }
}

/** Only where it is all that the handler returns, and the handler is plain: async code has no `yield from`. */
function yieldFromFix(fn: Fn, { span }: ExitFact, exits: number): Fix | undefined {
  if (exits !== 1 || fn.facts.async || fn.facts.kind !== 'function') return undefined;
  const edit = replace(statementsOf(fn), { start: span.start, end: span.start + 'return'.length }, 'yield from');
  return { title: say`Yield from it`, safe: false, edits: [edit] };
}
