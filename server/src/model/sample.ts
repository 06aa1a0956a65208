// A first input to try a worker with, made of the keys that its handler reads and of the defaults that stand beside them.

import type { Expression } from '../syntax/python-tree';
import { keyReads } from './job';
import type { Handlers } from './python/handler';
import { validationsIn } from './schema';

export type SampleValue = string | number | boolean;

/** Most keys that a first input has use for. */
const MOST_KEYS = 40;

/** Values by key, in the order in which they are read; empty where no key can be seen. */
export function sampleInput(handlers: Handlers): Readonly<Record<string, SampleValue>> {
  const values = new Map<string, SampleValue | undefined>();
  const add = (key: string, value: SampleValue | undefined): void => {
    if (values.size < MOST_KEYS && values.get(key) === undefined) values.set(key, value);
  };
  for (const { schema } of validationsIn(handlers.python)) {
    for (const { key, says } of schema?.rules ?? [])
      add(key, literalOf(says?.get('default')) ?? ofType(key, says?.get('type')));
  }
  for (const { key, fallback } of keyReads(handlers).input) add(key, literalOf(fallback));
  return Object.fromEntries([...values].map(([key, value]) => [key, value ?? guessed(key)]));
}

function literalOf(expression: Expression | undefined): SampleValue | undefined {
  switch (expression?.kind) {
    case 'string':
      return expression.value === '' ? undefined : expression.value;
    case 'constant':
      return typeof expression.value === 'boolean' ? expression.value : undefined;
    case 'number': {
      const number = Number(expression.text.replaceAll('_', ''));
      return Number.isFinite(number) ? number : undefined;
    }
    default:
      return undefined;
  }
}

function ofType(key: string, type: Expression | undefined): SampleValue | undefined {
  if (type?.kind !== 'name') return undefined;
  if (type.id === 'int' || type.id === 'float') return 1;
  return type.id === 'bool' ? true : type.id === 'str' ? guessed(key) : undefined;
}

function guessed(key: string): SampleValue {
  if (/url|uri|link|webhook/i.test(key)) return 'https://example.com/file';
  if (
    /^(n|num|max|min|top|total)_|_(count|steps|size|scale|seconds|ms)$|^(seed|steps|width|height|count|limit|duration|fps|temperature|strength)$/i.test(
      key,
    )
  )
    return 1;
  return 'test';
}
