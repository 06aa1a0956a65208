// Values in an answer that json.dumps refuses. Only where the text says for certain what they are.

import {
  BYTES,
  EXCEPTION,
  GENERATOR,
  PLAIN_CLASS_DECORATORS,
  REFUSED_BASES,
  REFUSED_BUILTINS,
  REFUSED_CALLS,
  type Refused,
  SET,
} from '../../knowledge/serialisable';
import type { Call } from '../../syntax/python-tree';
import { callablesOf } from '../python/call-graph';
import type { Handlers } from '../python/handler';
import type { Class, Python } from '../python/python';
import { resolve } from '../python/resolve';
import type { Content } from './contents';
import { exceptAround, valuesOf } from './results';
import type { Value } from './values';

/** What json.dumps refuses, and why; undefined for what it takes and for what cannot be told. */
export function refusedIn(handlers: Handlers, { value, filtered }: Content): Refused | undefined {
  return filtered ? undefined : refused(handlers, value);
}

function refused(handlers: Handlers, value: Value): Refused | undefined {
  const { expression, frame, site } = value;
  switch (expression.kind) {
    case 'string':
      return expression.bytes ? BYTES : undefined;
    case 'set':
      return SET;
    case 'comprehension':
      return expression.shape === 'set' ? SET : expression.shape === 'generator' ? GENERATOR : undefined;
    case 'lambda':
      return { type: 'function' };
    case 'name': {
      if (exceptAround(site.where)?.name === expression.id) return EXCEPTION;
      const origin = resolve(handlers.python, frame.fn, expression);
      return origin.kind === 'instance' ? refusedInstance(handlers.python, origin.cls) : undefined;
    }
    case 'call':
      return refusedCall(handlers, value, expression);
    default:
      return undefined;
  }
}

function refusedCall(handlers: Handlers, { frame, site }: Value, call: Call): Refused | undefined {
  const { python } = handlers;
  const { callee } = call;
  const origin = resolve(python, frame.fn, callee);
  switch (origin.kind) {
    case 'external':
      return REFUSED_CALLS.get(origin.path);
    case 'builtin':
      return REFUSED_BUILTINS.get(origin.name);
    case 'class':
      return refusedInstance(python, origin.cls);
    case 'function': {
      const [only] = callablesOf(python, origin);
      return only?.fn.facts.generator && !only.fn.facts.async ? GENERATOR : undefined;
    }
    default:
  }
  if (callee.kind !== 'attribute') return undefined;
  const { object, name } = callee;
  // `"text".encode()`
  if (name === 'encode' && object.kind === 'string') return BYTES;
  if (name !== 'read') return undefined;
  const files = valuesOf(handlers, frame, object, site);
  return files.length > 0 && files.every((file) => opensBinary(python, file)) ? BYTES : undefined;
}

/** `open(path, "rb")` */
function opensBinary(python: Python, { expression, frame }: Value): boolean {
  if (expression.kind !== 'call') return false;
  const origin = resolve(python, frame.fn, expression.callee);
  if (origin.kind !== 'builtin' || origin.name !== 'open') return false;
  const mode = expression.args.find(({ name }) => name === 'mode') ?? expression.args[1];
  return mode?.value.kind === 'string' && (mode.value.value ?? '').includes('b');
}

/** An object of a class that is no dictionary, list, text or number. */
function refusedInstance(python: Python, cls: Class): Refused | undefined {
  return isPlainClass(python, cls, 0) ? { type: cls.facts.definition.name } : undefined;
}

function isPlainClass(python: Python, cls: Class, depth: number): boolean {
  if (depth > 4) return false;
  const { definition, outer } = cls.facts;
  const scope = cls.module.fn(outer);
  const decorated = definition.decorators.every((decorator) => {
    const origin = resolve(python, scope, decorator.kind === 'call' ? decorator.callee : decorator);
    return origin.kind === 'external' && PLAIN_CLASS_DECORATORS.has(origin.path);
  });
  if (!decorated) return false;
  return definition.bases.every(({ name, spread, value }) => {
    if (name !== undefined || spread !== undefined) return false;
    const origin = resolve(python, scope, value);
    if (origin.kind === 'class') return isPlainClass(python, origin.cls, depth + 1);
    if (origin.kind === 'external') return REFUSED_BASES.has(origin.path);
    return value.kind === 'name' && value.id === 'object';
  });
}
