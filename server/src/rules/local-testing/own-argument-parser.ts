// An argument parser of the worker's own that refuses the SDK's flags before `start` can read them.

import { say } from '../../base/message';
import { replace } from '../../edits/python';
import type { Where } from '../../facts/python';
import { SDK_FLAGS } from '../../knowledge/sdk';
import { argument } from '../../model/python/expressions';
import type { Handlers } from '../../model/python/handler';
import { type Fn, placeIn, statementsOf } from '../../model/python/python';
import { resolve } from '../../model/python/resolve';
import { isMainGuarded, isMainTest } from '../../model/python/starts';
import { rule } from '../rule';

export const ownArgumentParser = rule({
  meta: {
    id: 'own-argument-parser',
    area: 'local-testing',
    severity: 'warning',
    since: '0.1.0',
    summary: 'The worker parses the command line itself, before start(), and refuses the flags of the SDK.',
    why: 'The worker cannot be tested locally: --test_input and --rp_serve_api end in "unrecognized arguments" with exit code 2.',
    good: "The SDK's flags for local tests get through to it.",
    sources: [
      'https://docs.runpod.io/serverless/development/local-testing',
      'https://docs.python.org/3/library/argparse.html',
    ],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    const { python } = handlers;
    for (const fn of beforeStart(handlers)) {
      for (const { call, where } of fn.facts.calls) {
        const { callee, args } = call;
        if (callee.kind !== 'attribute' || callee.name !== 'parse_args' || args.length > 0 || isConditional(where))
          continue;
        const origin = resolve(python, fn, callee);
        if (origin.kind !== 'external' || origin.path !== 'argparse.ArgumentParser.parse_args') continue;
        if (isAfterStart(handlers, fn, call.start) || knowsFlags(fn)) continue;
        const at = statementsOf(fn);
        const edit = replace(at, { start: callee.nameSpan.start, end: call.end }, 'parse_known_args()[0]');
        yield {
          ...placeIn(fn, callee.nameSpan),
          message: say`parse_args() ends the program on --test_input and --rp_serve_api, which start() would read.`,
          fixes: [{ title: say`Pass over the SDK's flags with parse_known_args()`, safe: true, edits: [edit] }],
        };
      }
    }
  },
});

/** Code of the entry files that runs before a worker's first job. */
function beforeStart({ python, warmed, starts }: Handlers): readonly Fn[] {
  const entries = new Set(starts.map(({ fn }) => fn.module.uri));
  const parts = python.modules.filter(({ uri }) => entries.has(uri)).flatMap(({ parts: own }) => own);
  const starters = starts.map(({ fn }) => fn).filter(({ facts }) => facts.kind !== 'module');
  return [...new Set([...parts, ...starters, ...warmed.values()])];
}

/** Under any condition but the main guard it may be meant for another way of starting the file. */
function isConditional(where: Where | undefined): boolean {
  for (let here = where; here; here = here.outer) {
    if (here.kind === 'with' || (here.kind === 'branch' && isMainTest(here.test))) continue;
    return true;
  }
  return false;
}

function isAfterStart({ starts }: Handlers, fn: Fn, offset: number): boolean {
  return starts.some(
    (start) =>
      start.fn.module === fn.module &&
      start.fn.facts.kind === fn.facts.kind &&
      !isConditionalStart(start.fact.where) &&
      start.fn.base + start.fact.call.start < fn.base + offset,
  );
}

function isConditionalStart(where: Where | undefined): boolean {
  return isConditional(where) && !isMainGuarded(where);
}

/** A parser that declares the SDK's flags itself does not refuse them. */
function knowsFlags(fn: Fn): boolean {
  const declares = ({ facts }: Fn): boolean =>
    facts.calls.some(({ call }) => {
      const flag =
        call.callee.kind === 'attribute' && call.callee.name === 'add_argument'
          ? argument(call, undefined, 0)?.value
          : undefined;
      return flag?.kind === 'string' && SDK_FLAGS.includes(flag.value ?? '');
    });
  return declares(fn) || (fn.facts.kind === 'module' && fn.module.parts.some(declares));
}
