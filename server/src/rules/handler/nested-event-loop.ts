// A second event loop started on the job path, inside the one that the SDK already runs.

import type { Edit, Fix } from '../../base/edit';
import { say } from '../../base/message';
import { replace } from '../../edits/python';
import type { CallFact, Where } from '../../facts/python';
import { edgesOf } from '../../model/python/call-graph';
import { someExpression } from '../../model/python/expressions';
import type { Handlers } from '../../model/python/handler';
import { type Fn, type Python, placeIn, statementsOf, textIn } from '../../model/python/python';
import type { Reached } from '../../model/python/reach';
import { resolve } from '../../model/python/resolve';
import type { Expression } from '../../syntax/python-tree';
import { rule } from '../rule';
import { stepNote } from '../steps';

export const nestedEventLoop = rule({
  meta: {
    id: 'nested-event-loop',
    area: 'handler',
    severity: 'error',
    since: '0.1.0',
    summary: 'The handler starts an event loop inside the one that calls it.',
    why: 'The SDK calls every handler, sync ones too, from its running event loop: each job that comes here fails with "asyncio.run() cannot be called from a running event loop".',
    good: 'No job starts an event loop of its own.',
    sources: [
      'https://github.com/runpod/runpod-python/blob/main/runpod/serverless/modules/rp_job.py',
      'https://docs.python.org/3/library/asyncio-runner.html',
    ],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    const { python } = handlers;
    if (isPatched(python)) return;
    for (const reached of handlers.reached) {
      if (reached.threaded) continue;
      const { fn, steps } = reached;
      for (const fact of fn.facts.calls) {
        const starter = loopStarter(python, fn, fact);
        if (starter === undefined || looksForLoop(fact.where)) continue;
        const fix = awaitFix(handlers, reached, fact);
        yield {
          ...placeIn(fn, fact.call.callee),
          message: say`${starter} fails here: the SDK calls the handler from its own running event loop.`,
          related: steps.map(stepNote),
          fixes: fix ? [fix] : [],
        };
      }
    }
  },
});

const STARTERS = new Set(['asyncio.run', 'anyio.run', 'uvloop.run']);

/** How the call is written, where it starts an event loop. */
function loopStarter(python: Python, fn: Fn, { call }: CallFact): string | undefined {
  const { callee } = call;
  const isMethod = callee.kind === 'attribute' && callee.name === 'run_until_complete';
  if (isMethod) return textIn(fn, callee.nameSpan);
  const origin = resolve(python, fn, callee);
  return origin.kind === 'external' && STARTERS.has(origin.path) ? origin.path : undefined;
}

/** `nest_asyncio.apply()` makes nested loops work. */
function isPatched(python: Python): boolean {
  return python.modules.some(({ facts }) => facts.source.text.includes('nest_asyncio'));
}

/** Code that asks first whether a loop is running does not start one here: `except RuntimeError`, `if loop.is_running()`. */
function looksForLoop(where: Where | undefined): boolean {
  for (let here = where; here; here = here.outer) {
    if (here.kind === 'except') return true;
    if (here.kind === 'branch' && someExpression(here.test, asksForLoop)) return true;
  }
  return false;
}

function asksForLoop(part: Expression): boolean {
  if (part.kind === 'attribute') return part.name === 'is_running' || part.name === 'get_running_loop';
  return part.kind === 'name' && /loop/i.test(part.id);
}

/** `asyncio.run(f(x))` in the handler itself: make the handler async and await. Only while nothing else calls it. */
function awaitFix({ python, functions }: Handlers, { fn, steps }: Reached, { call }: CallFact): Fix | undefined {
  const { definition, generator, name } = fn.facts;
  const [given] = call.args;
  if (
    steps.length > 0 ||
    generator ||
    definition?.kind !== 'function' ||
    call.args.length !== 1 ||
    given?.value.kind !== 'call'
  )
    return undefined;
  if (!functions.some((handler) => handler.fn.facts === fn.facts) || isCalledElsewhere(python, fn)) return undefined;
  if (call.callee.kind === 'attribute' && call.callee.name === 'run_until_complete') return undefined;
  const at = statementsOf(fn);
  const follows = at.source.text[fn.base + call.end] ?? '';
  const awaited = `await ${textIn(fn, given.value)}`;
  const edits: Edit[] = [replace(at, call, /[.[(]/.test(follows) ? `(${awaited})` : awaited)];
  if (!definition.async) {
    const { start } = definition.definition;
    edits.unshift(replace(at, { start, end: start }, 'async '));
  }
  return { title: say`Make ${name} async and await`, safe: false, edits };
}

function isCalledElsewhere(python: Python, fn: Fn): boolean {
  return [...python.modules, ...python.observers].some((module) =>
    [...module.parts, ...module.functions].some((other) =>
      edgesOf(python, other).some((edge) => edge.fn.facts === fn.facts),
    ),
  );
}
