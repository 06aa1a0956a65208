// Files that an answer carries as base64, and whether something on the way looks at their size or uploads them instead.

import type { CallFact, FunctionFacts, Where } from '../../facts/python';
import {
  BASE64_ENCODERS,
  MEASURES,
  READERS,
  SIZE_ATTRIBUTES,
  SMALL_BYTES_METHODS,
  STORE_WORDS,
  STORES,
  TEXT_METHODS,
  UPLOADS,
} from '../../knowledge/payload';
import type { Call, Expression } from '../../syntax/python-tree';
import { callablesOf, edgesOf } from '../python/call-graph';
import { mentions, someExpression } from '../python/expressions';
import type { Handlers } from '../python/handler';
import type { Fn, Python } from '../python/python';
import { resolve } from '../python/resolve';
import { Contents } from './contents';
import { resultsOf, valuesOf } from './results';
import type { Frame, Result, Site, Value } from './values';

/** A call such as `base64.b64encode(…)` whose text is part of an answer. */
export interface Encoded {
  readonly frame: Frame;
  readonly call: Call;
  readonly site: Site;
  /** What the bytes and their text are held by on the way to the answer. */
  readonly names: readonly HeldBy[];
  /** The functions that the text passes through. */
  readonly fns: readonly Fn[];
}

interface HeldBy {
  readonly fn: Fn;
  readonly name: string;
}

/** Every file that an answer carries as base64, each call once, with the answer in which it was met first. */
export function encodedFiles(handlers: Handlers): readonly (Encoded & { readonly result: Result })[] {
  const { python } = handlers;
  const encoding = encodingFunctions(handlers);
  if (encoding.size === 0) return [];
  const contents = new Contents(handlers, {
    follow: (value) => textBehind(python, value),
    // In a function that encodes nothing, only its parameters bring a file.
    matters: ({ facts }, expression) =>
      encoding.has(facts) || mentions(expression, new Set(facts.parameters.map((parameter) => parameter.name))),
  });
  const known = new Set<Call>();
  return resultsOf(handlers).flatMap((result) => {
    // What is yielded goes out in pieces.
    if (result.exit.kind !== 'return') return [];
    return contents.of(result).flatMap(({ value, names, fns }) => {
      const { expression: call, frame, site } = value;
      if (call.kind !== 'call' || known.has(call) || !isEncoder(python, frame.fn, call)) return [];
      known.add(call);
      const [bytes] = call.args;
      const source = bytes && new Sources(handlers).of(frame, bytes.value, site);
      if (!source || source.small) return [];
      return [{ result, frame, call, site, names: [...names, ...source.names], fns }];
    });
  });
}

/** What the text of a value is made from. */
function textBehind(python: Python, { expression, frame }: Value): readonly Expression[] {
  switch (expression.kind) {
    case 'subscript':
      return [expression.object];
    case 'string':
      return expression.parts.filter((part) => typeof part !== 'string');
    case 'operation':
      return expression.operands;
    case 'call': {
      const { callee, args } = expression;
      if (isEncoder(python, frame.fn, expression)) return [];
      if (callee.kind === 'attribute' && TEXT_METHODS.has(callee.name)) return [callee.object];
      const origin = resolve(python, frame.fn, callee);
      const keeps =
        (origin.kind === 'builtin' && origin.name === 'str') ||
        (origin.kind === 'external' && origin.path === 'json.dumps');
      return keeps && args[0] ? [args[0].value] : [];
    }
    default:
      return [];
  }
}

/** Finds what encoded bytes come from. */
class Sources {
  constructor(private readonly handlers: Handlers) {}

  /** Whatever the encoded bytes are held by or read from, and whether they are a few bytes of text. */
  of(frame: Frame, bytes: Expression, site: Site): { names: readonly HeldBy[]; small: boolean } {
    const names: HeldBy[] = [];
    let small = false;
    const visit = (at: Frame, part: Expression, where: Site, depth: number): void => {
      if (depth > 6) return;
      if (part.kind === 'name') names.push({ fn: at.fn, name: part.id });
      for (const value of valuesOf(this.handlers, at, part, where)) {
        names.push(...value.names);
        const { expression } = value;
        if (expression.kind === 'call') {
          const last = lastName(expression.callee);
          if (SMALL_BYTES_METHODS.has(last) && depth === 0) small = true;
          if (!READERS.has(last)) continue;
          if (expression.callee.kind === 'attribute')
            visit(value.frame, expression.callee.object, value.site, depth + 1);
          for (const arg of expression.args) visit(value.frame, arg.value, value.site, depth + 1);
        } else if (expression.kind === 'attribute') {
          visit(value.frame, expression.object, value.site, depth + 1);
        } else if (expression.kind === 'name' && expression !== part) {
          // Opened by a `with`, or unpacked: what it comes from.
          names.push({ fn: value.frame.fn, name: expression.id });
          for (const from of sourcesOf(value.frame.fn, expression.id)) visit(value.frame, from, value.site, depth + 1);
        }
      }
      if (part.kind === 'name') for (const from of sourcesOf(at.fn, part.id)) visit(at, from, where, depth + 1);
    };
    visit(frame, bytes, site, 0);
    return { names, small };
  }
}

/** What a name is opened, unpacked or iterated from. */
function sourcesOf({ facts }: Fn, name: string): readonly Expression[] {
  return facts.assignments.flatMap(({ target, from }) =>
    target.kind === 'name' && target.id === name && from ? [from] : [],
  );
}

function lastName(expression: Expression): string {
  if (expression.kind === 'name') return expression.id;
  return expression.kind === 'attribute' ? expression.name : '';
}

/** The functions that encode something, or call one that does. */
function encodingFunctions({ python, reached }: Handlers): ReadonlySet<FunctionFacts> {
  const encoding = new Set<FunctionFacts>();
  const naming = new Set(
    python.modules.filter(({ facts }) => ENCODER_NAMES.some((name) => facts.source.text.includes(name))),
  );
  if (naming.size === 0) return encoding;
  for (const { fn } of reached) {
    if (!naming.has(fn.module)) continue;
    if (fn.facts.calls.some(({ call }) => isEncoder(python, fn, call))) encoding.add(fn.facts);
  }
  for (let grown = encoding.size > 0; grown; ) {
    grown = false;
    for (const { fn } of reached) {
      if (encoding.has(fn.facts) || !edgesOf(python, fn).some((edge) => encoding.has(edge.fn.facts))) continue;
      encoding.add(fn.facts);
      grown = true;
    }
  }
  return encoding;
}

function isEncoder(python: Python, fn: Fn, call: Call): boolean {
  const origin = resolve(python, fn, call.callee);
  return origin.kind === 'external' && BASE64_ENCODERS.has(origin.path);
}

const ENCODER_NAMES = [...BASE64_ENCODERS].map((path) => path.slice(path.lastIndexOf('.') + 1));

/** Whether the job brings files to a store somewhere: the answer is then not the only way out. */
export function uploadsSomewhere(handlers: Handlers): boolean {
  const { python, reached } = handlers;
  const stores = new Set(python.modules.filter(({ facts }) => STORE_WORDS.test(facts.source.text)));
  return reached.some(({ fn }) =>
    fn.facts.calls.some(({ call: { callee } }) => {
      const named = UPLOADS.test(lastName(callee));
      if (!named && !stores.has(fn.module)) return false;
      const origin = resolve(python, fn, callee);
      if (origin.kind === 'external' && STORES.test(origin.path)) return true;
      // What the worker's own functions do is seen in themselves, whatever their names say.
      return named && callablesOf(python, origin).length === 0;
    }),
  );
}

/** Whether a condition on the way asks for the size of the file, of its bytes or of their text. */
export function isMeasured(handlers: Handlers, { names, fns }: Encoded): boolean {
  return fns.some((fn) => {
    const held = new Set(names.filter((holder) => holder.fn.facts === fn.facts).map((holder) => holder.name));
    return held.size > 0 && measures(handlers, fn, held, 0);
  });
}

/** Whether a function compares the size of what one of the names holds, or has a helper do it. */
function measures(handlers: Handlers, fn: Fn, names: ReadonlySet<string>, depth: number): boolean {
  const { facts } = fn;
  const sizes = new Set<string>();
  for (const { target, value } of facts.assignments) {
    if (target.kind === 'name' && value && isSize(value, names)) sizes.add(target.id);
  }
  const looksAtSize = (part: Expression): boolean =>
    part.kind === 'comparison' &&
    (isSize(part, names) || someExpression(part, (inner) => inner.kind === 'name' && sizes.has(inner.id)));
  for (const test of testsOf(facts)) if (someExpression(test, looksAtSize)) return true;
  return depth < 3 && facts.calls.some((fact) => measuresThrough(handlers, fn, fact, names, depth));
}

/** `check_size(encoded)`: the function that is called compares the size of its parameter. */
function measuresThrough(
  handlers: Handlers,
  fn: Fn,
  { call }: CallFact,
  names: ReadonlySet<string>,
  depth: number,
): boolean {
  const holds = (value: Expression): boolean => value.kind === 'name' && names.has(value.id);
  if (!call.args.some(({ value }) => holds(value))) return false;
  return callablesOf(handlers.python, resolve(handlers.python, fn, call.callee)).some((target) => {
    const { parameters } = target.fn.facts;
    const given = call.args.flatMap(({ name, value }, index) => {
      const parameter = name ?? parameters[index + (target.bound ? 1 : 0)]?.name;
      return holds(value) && parameter !== undefined ? [parameter] : [];
    });
    return measures(handlers, target.fn, new Set(given), depth + 1);
  });
}

/** Whether an expression tells the size of what one of the names holds. */
function isSize(expression: Expression, names: ReadonlySet<string>): boolean {
  return someExpression(expression, (part) => {
    const mentioned = (inner: Expression): boolean =>
      someExpression(inner, (name) => name.kind === 'name' && names.has(name.id));
    if (part.kind === 'call') return MEASURES.has(lastName(part.callee)) && mentioned(part);
    return part.kind === 'attribute' && SIZE_ATTRIBUTES.has(part.name) && mentioned(part.object);
  });
}

/** Every condition that something in the function stands under. */
function testsOf(facts: FunctionFacts): ReadonlySet<Expression> {
  const tests = new Set<Expression>();
  const add = (where: Where | undefined): void => {
    for (let here = where; here; here = here.outer) if (here.kind === 'branch') tests.add(here.test);
  };
  for (const { where } of facts.calls) add(where);
  for (const { where, value } of facts.exits) {
    add(where);
    // `return len(data) > LIMIT`
    if (value) tests.add(value);
  }
  for (const { where } of facts.assignments) add(where);
  return tests;
}
