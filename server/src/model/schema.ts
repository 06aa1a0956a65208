// The schemas that a worker hands to the SDK's validator, as far as they are written out.

import type { CallFact } from '../facts/python';
import { OLD_VALIDATOR, VALIDATORS } from '../knowledge/job';
import type { Dict, DictEntry, Expression } from '../syntax/python-tree';
import { argument } from './python/expressions';
import { callsNamed, type Fn, type Python } from './python/python';
import { resolve } from './python/resolve';

export interface Validation {
  readonly fn: Fn;
  readonly fact: CallFact;
  /** Undefined where the schema is not a dictionary that is written out. */
  readonly schema: Schema | undefined;
}

export interface Schema {
  /** Where the dictionary is written. */
  readonly fn: Fn;
  readonly dict: Dict;
  readonly rules: readonly SchemaRule[];
  /** There may be keys that are not in `rules`. */
  readonly open: boolean;
}

export interface SchemaRule {
  readonly key: string;
  readonly entry: DictEntry;
  /** What is said of the key; undefined where that is no dictionary of plain keys. */
  readonly says: ReadonlyMap<string, Expression> | undefined;
  readonly fn: Fn;
  readonly dict: Dict | undefined;
}

const NAMES: ReadonlySet<string> = new Set(['validate']);

/** Every call of the SDK's validator, as it is since 0.8.5. */
export function validationsIn(python: Python): readonly Validation[] {
  const found: Validation[] = [];
  const naming = python.modules.filter(({ facts }) => facts.source.text.includes('validat'));
  for (const { fn, fact } of callsNamed(naming, NAMES)) {
    const origin = resolve(python, fn, fact.call.callee);
    if (origin.kind !== 'external' || !VALIDATORS.has(origin.path) || origin.path === OLD_VALIDATOR) continue;
    const given = argument(fact.call, 'schema', 1);
    const schema = given && resolve(python, fn, given.value);
    found.push({
      fn,
      fact,
      schema:
        schema?.kind === 'expression' && schema.expression.kind === 'dict'
          ? readSchema(python, schema.fn, schema.expression)
          : undefined,
    });
  }
  return found;
}

function readSchema(python: Python, fn: Fn, dict: Dict): Schema {
  const rules: SchemaRule[] = [];
  let open = false;
  for (const entry of dict.entries) {
    const key = entry.key?.kind === 'string' ? entry.key.value : undefined;
    if (key === undefined) {
      open = true;
      continue;
    }
    const value = resolve(python, fn, entry.value);
    const written = value.kind === 'expression' && value.expression.kind === 'dict' ? value.expression : undefined;
    const owner = value.kind === 'expression' ? value.fn : fn;
    rules.push({ key, entry, fn: owner, dict: written, says: written && plainEntries(written) });
  }
  return { fn, dict, rules, open };
}

function plainEntries(dict: Dict): ReadonlyMap<string, Expression> | undefined {
  const entries = new Map<string, Expression>();
  for (const { key, value } of dict.entries) {
    if (key?.kind !== 'string' || key.value === undefined) return undefined;
    entries.set(key.value, value);
  }
  return entries;
}
