// The fix that calls a guarded setup before `start()`. Offered only where one call without arguments does it: the guard, or
// what it tests, lies inside that function, and the function can be named where `start()` stands.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { someExpression } from '../../model/python/expressions';
import type { Handlers } from '../../model/python/handler';
import type { Fn } from '../../model/python/python';
import { lookup } from '../../model/python/resolve';
import type { SetupCall } from '../../model/python/setup';
import type { StartCall } from '../../model/python/starts';

export function warmUpFix(handlers: Handlers, call: SetupCall): Fix | undefined {
  const loader = loaderOf(call);
  const [start] = handlers.starts;
  if (!loader || !start || handlers.starts.length !== 1 || start.fn.facts.kind !== 'module') return undefined;
  const { name, parameters, async, generator, outer, className } = loader.facts;
  if (async || generator || className !== undefined || outer?.kind !== 'module') return undefined;
  if (parameters.some((parameter) => parameter.kind === 'plain' && parameter.default === undefined)) return undefined;
  const seen = lookup(handlers.python, start.fn, name);
  if (seen.kind !== 'function' || seen.fn.facts !== loader.facts) return undefined;
  const at = lineOf(start);
  if (!at) return undefined;
  const edit = {
    uri: start.fn.module.uri,
    span: { start: at.start, end: at.start },
    text: `${at.indent}${name}()${at.eol}`,
  };
  return { title: say`Call ${name}() before start()`, safe: false, edits: [edit] };
}

/** The function whose call leaves the guard closed. */
function loaderOf({ reached, guard, imported }: SetupCall): Fn | undefined {
  if (imported) return undefined;
  if (guard === undefined) return reached.fn;
  // The guard stands in the function that is called: `def setup(): if READY: return`.
  const { definition } = guard.fn.facts;
  const isHandler = guard.fn.facts === reached.handler.facts;
  if (!isHandler && definition) return guard.fn;
  // The guard stands in the handler: what it calls must itself set what the guard tests.
  const callee = reached.steps[guard.step]?.callee;
  return callee && setsTested(callee, guard.where) ? callee : undefined;
}

function setsTested(fn: Fn, where: NonNullable<SetupCall['guard']>['where']): boolean {
  if (where.kind !== 'branch') return false;
  const { globals, assignments } = fn.facts;
  const set = new Set(
    assignments.flatMap(({ target }) => (target.kind === 'name' && globals.has(target.id) ? [target.id] : [])),
  );
  return someExpression(where.test, (part) => part.kind === 'name' && set.has(part.id));
}

/** Where the statement of the start call begins, when it begins its line. */
function lineOf({
  fn,
  fact,
}: StartCall): { readonly start: number; readonly indent: string; readonly eol: string } | undefined {
  const { text } = fn.module.facts.source;
  const at = fn.base + fact.statement.start;
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const indent = text.slice(start, at);
  return indent.trim() === '' ? { start, indent, eol: text.includes('\r\n') ? '\r\n' : '\n' } : undefined;
}
