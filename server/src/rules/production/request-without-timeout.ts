// Requests to an address out of the job that may wait for ever. What the worker asks of servers of its own is left alone.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { addArgument } from '../../edits/python';
import type { CallFact } from '../../facts/python';
import {
  ADAPTER_METHODS,
  REQUEST_OBJECT,
  REQUESTS_TIMEOUTS,
  SESSION,
  SOCKET_DEFAULT,
  URLLIB_REQUEST,
  USUAL_TIMEOUT,
  WAITING_CALLS,
  type WaitingCall,
} from '../../knowledge/http';
import { jobTrace } from '../../model/job';
import { argument } from '../../model/python/expressions';
import type { Handlers } from '../../model/python/handler';
import { callsNamed, type Fn, type Python, placeIn, statementsOf, textIn } from '../../model/python/python';
import type { Reached } from '../../model/python/reach';
import { resolve } from '../../model/python/resolve';
import type { Call } from '../../syntax/python-tree';
import { rule } from '../rule';
import { stepNote } from '../steps';

export const requestWithoutTimeout = rule({
  meta: {
    id: 'request-without-timeout',
    area: 'production',
    severity: 'warning',
    since: '0.1.0',
    summary: 'A request to an address from the job has no timeout.',
    why: 'A server that accepts the connection and never answers keeps the job IN_PROGRESS, and the worker busy and billed, until the execution timeout.',
    good: 'Requests to addresses from a job have a timeout.',
    sources: [REQUESTS_TIMEOUTS, URLLIB_REQUEST],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    const { python } = handlers;
    for (const reached of handlers.reached) {
      const { fn } = reached;
      for (const fact of fn.facts.calls) {
        const { call } = fact;
        const waiting = waitingCall(python, fn, call);
        if (!waiting || hasTimeout(call, waiting) || !isOfJob(handlers, reached, fact, waiting)) continue;
        if (waiting.socketDefault ? setsSocketDefault(python) : isSession(python, fn, call) && adaptsSessions(python))
          continue;
        yield {
          ...placeIn(fn, call.callee),
          message: say`${textIn(fn, call.callee)} waits for ever when the server behind this address of the job does not answer.`,
          related: reached.steps.map(stepNote),
          fixes: waiting.timeout === 'none' ? [] : [timeoutFix(fn, call)],
        };
      }
    }
  },
});

function timeoutFix(fn: Fn, call: Call): Fix {
  const edits = addArgument(statementsOf(fn), call, `timeout=${USUAL_TIMEOUT}`);
  return { title: say`Give up after ${USUAL_TIMEOUT} seconds`, safe: true, edits };
}

const NAMES: ReadonlySet<string> = new Set(
  [...WAITING_CALLS.keys()].map((path) => path.slice(path.lastIndexOf('.') + 1)),
);

function waitingCall(python: Python, fn: Fn, { callee }: Call): WaitingCall | undefined {
  // An imported name may be called anything.
  if (callee.kind === 'attribute' && !NAMES.has(callee.name)) return undefined;
  const origin = resolve(python, fn, callee);
  return origin.kind === 'external' ? WAITING_CALLS.get(origin.path) : undefined;
}

function hasTimeout(call: Call, { timeout }: WaitingCall): boolean {
  if (call.args.some((arg) => arg.spread !== undefined)) return true;
  const place = typeof timeout === 'number' ? timeout : undefined;
  return argument(call, 'timeout', place) !== undefined;
}

function isOfJob(handlers: Handlers, reached: Reached, { call, where }: CallFact, { url }: WaitingCall): boolean {
  const given = argument(call, 'url', url);
  if (!given) return false;
  const trace = jobTrace(handlers);
  const origin = resolve(handlers.python, reached.fn, given.value);
  if (origin.kind === 'external-result' && origin.path === REQUEST_OBJECT) {
    const wrapped = argument(origin.call, 'url', 0);
    return (
      wrapped !== undefined &&
      origin.fn.facts === reached.fn.facts &&
      trace.holds(reached, wrapped.value, where) === 'part'
    );
  }
  return trace.holds(reached, given.value, where) === 'part';
}

function isSession(python: Python, fn: Fn, { callee }: Call): boolean {
  const origin = resolve(python, fn, callee);
  return origin.kind === 'external' && SESSION.test(origin.path);
}

function adaptsSessions(python: Python): boolean {
  for (const _ of callsNamed(python.modules, ADAPTER_METHODS)) return true;
  return false;
}

function setsSocketDefault(python: Python): boolean {
  return python.modules.some(({ facts }) => facts.source.text.includes(SOCKET_DEFAULT));
}
