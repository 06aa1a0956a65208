// Failures that a handler catches and answers with nothing: a broad `except` behind which the job ends as if it had worked.

import { alwaysLeaves, isBroad } from '../../facts/python-extraction';
import type { ExceptHandler, Expression, Statement } from '../../syntax/python-tree';
import type { Handlers } from '../python/handler';
import type { Fn } from '../python/python';
import { exceptAround, resultsOf } from './results';
import { truthOfExpression } from './truth';

export interface Swallowed {
  readonly fn: Fn;
  readonly except: ExceptHandler;
  /** The empty value that it returns; undefined where the function ends behind it. */
  readonly answer: Expression | undefined;
}

export function swallowedFailures(handlers: Handlers): readonly Swallowed[] {
  const found: Swallowed[] = [];
  for (const { fn } of handlers.functions) {
    const { definition } = fn.facts;
    if (definition?.kind !== 'function') continue;
    const last = lastTry(definition.body.at(-1));
    if (!last || last.last.some((statement) => statement.kind === 'return') || !answers(last.body, last.otherwise))
      continue;
    for (const except of last.handlers) {
      if (isBroad(except.type) && !alwaysLeaves(except.body) && !tellsAnything(except.body))
        found.push({ fn, except, answer: undefined });
    }
  }
  for (const { filtered, handler, frame, expression, site } of resultsOf(handlers)) {
    if (filtered || frame.fn !== handler || frame.from || truthOfExpression(expression) !== false) continue;
    if (expression.kind === 'number') continue;
    const around = exceptAround(site.where);
    const { definition } = handler.facts;
    if (!around || !isBroad(around.type) || definition?.kind !== 'function') continue;
    const except = exceptAt(definition.body, around.statement.start);
    if (except && returnsIt(except, expression)) found.push({ fn: handler, except, answer: expression });
  }
  return found;
}

/** The `try` that a function ends with, also within a `with`. */
function lastTry(statement: Statement | undefined): Extract<Statement, { kind: 'try' }> | undefined {
  if (statement?.kind === 'with') return lastTry(statement.body.at(-1));
  return statement?.kind === 'try' && statement.handlers.length > 0 ? statement : undefined;
}

/** Whether the `try` gives an answer where nothing fails. */
function answers(...blocks: readonly (readonly Statement[])[]): boolean {
  return blocks.some((block) =>
    block.some((statement) => {
      if (statement.kind === 'return') return statement.value !== undefined;
      return (
        answers(...innerBlocks(statement)) || (statement.kind === 'expression' && statement.value.kind === 'yield')
      );
    }),
  );
}

/** Whether a block yields, returns or raises somewhere, so that it may well tell of the failure. */
function tellsAnything(block: readonly Statement[]): boolean {
  return block.some(
    (statement) =>
      statement.kind === 'return' ||
      statement.kind === 'raise' ||
      (statement.kind === 'expression' && statement.value.kind === 'yield') ||
      innerBlocks(statement).some(tellsAnything),
  );
}

function innerBlocks(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.kind) {
    case 'if':
      return [statement.body, statement.otherwise];
    case 'for':
    case 'while':
      return [statement.body, statement.otherwise];
    case 'with':
      return [statement.body];
    case 'try':
      return [
        statement.body,
        ...statement.handlers.map((handler) => handler.body),
        statement.otherwise,
        statement.last,
      ];
    case 'match':
      return statement.cases.map((one) => one.body);
    default:
      return [];
  }
}

function exceptAt(block: readonly Statement[], start: number): ExceptHandler | undefined {
  for (const statement of block) {
    if (start < statement.start || statement.end <= start) continue;
    const own = statement.kind === 'try' ? statement.handlers.find((handler) => handler.start === start) : undefined;
    if (own) return own;
    for (const inner of innerBlocks(statement)) {
      const found = exceptAt(inner, start);
      if (found) return found;
    }
  }
  return undefined;
}

/** `return None` right in the block of the `except`, not under a condition of its own. */
function returnsIt({ body }: ExceptHandler, answer: Expression): boolean {
  return body.some((statement) => statement.kind === 'return' && statement.value === answer);
}
