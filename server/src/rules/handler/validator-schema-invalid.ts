// Schemas that the SDK's validator cannot use as they are written.

import type { Edit, Fix } from '../../base/edit';
import { type Message, say } from '../../base/message';
import { addEntryBehind, replace } from '../../edits/python';
import { PYTHON_TYPES, RP_VALIDATOR_SOURCE, VALIDATION_GUIDE } from '../../knowledge/job';
import { type Python, placeIn, statementsOf } from '../../model/python/python';
import { resolve } from '../../model/python/resolve';
import { type SchemaRule, validationsIn } from '../../model/schema';
import type { Expression } from '../../syntax/python-tree';
import { type Finding, rule } from '../rule';

export const validatorSchemaInvalid = rule({
  meta: {
    id: 'validator-schema-invalid',
    area: 'handler',
    severity: 'error',
    since: '0.1.0',
    summary: "A schema for the SDK's validator lacks what it needs, or says it in a way that it does not understand.",
    why: 'Every job is refused, or fails with a TypeError, whatever is sent.',
    good: "Every schema for the SDK's validator is complete.",
    sources: [VALIDATION_GUIDE, RP_VALIDATOR_SOURCE],
  },
  reads: ['python'],
  *check({ python }) {
    const seen = new Set<Expression>();
    for (const { schema } of validationsIn(python)) {
      if (!schema || seen.has(schema.dict)) continue;
      seen.add(schema.dict);
      for (const one of schema.rules) yield* problemsOf(python, schema.fn, one);
    }
  },
});

function* problemsOf(
  python: Python,
  fn: SchemaRule['fn'],
  { key, entry, says, dict, fn: owner }: SchemaRule,
): Iterable<Finding> {
  const at = statementsOf(owner);
  const atKey = entry.key && placeIn(fn, entry.key);
  if (!atKey) return;
  if (!says || !dict) {
    const value = resolve(python, fn, entry.value);
    const isType = value.kind === 'builtin' && PYTHON_TYPES.has(value.name);
    if (isType)
      yield {
        ...placeIn(fn, entry.value),
        message: say`What the schema says of "${key}" must be a dictionary with "type" and "required".`,
        fixes: [
          {
            title: say`Write it as a dictionary`,
            safe: false,
            edits: [replace(statementsOf(fn), entry.value, `{"type": ${value.name}, "required": True}`)],
          },
        ],
      };
    return;
  }
  const add = (title: Message, name: string, value: string): readonly Fix[] => {
    const edits: readonly Edit[] | undefined = addEntryBehind(at, dict, name, value);
    return edits ? [{ title, safe: true, edits }] : [];
  };
  const type = says.get('type');
  const required = says.get('required');
  const fallback = says.get('default');
  if (!type) {
    yield {
      ...atKey,
      message: say`The schema says no "type" for "${key}": the validator answers every job with an error.`,
    };
  } else if (type.kind === 'string' && type.value !== undefined) {
    const meant = PYTHON_TYPES.get(type.value.toLowerCase());
    yield {
      ...placeIn(owner, type),
      message: say`The type of "${key}" is a text: the validator needs the type itself, and fails with a TypeError.`,
      fixes: meant === undefined ? [] : [{ title: say`Write ${meant}`, safe: true, edits: [replace(at, type, meant)] }],
    };
  }
  if (!required) {
    yield {
      ...atKey,
      message: say`The schema does not say whether "${key}" is "required": the validator refuses every job, also those that have it.`,
      fixes: fallback
        ? add(say`Say that it is not required`, 'required', 'False')
        : add(say`Say that it is required`, 'required', 'True'),
    };
  } else if (required.kind === 'constant' && required.value === false && !fallback) {
    yield {
      ...atKey,
      message: say`"${key}" is not required and has no "default": the validator refuses every job without it.`,
      fixes: add(say`Add the default None`, 'default', 'None'),
    };
  }
  const constraints = dict.entries.find((one) => one.key?.kind === 'string' && one.key.value === 'constraints');
  if (constraints?.key && type && fallback && isOfType(fallback, type)) {
    yield {
      ...placeIn(owner, constraints.key),
      severity: 'warning',
      message: say`The constraints of "${key}" are never checked: the validator skips a value of the same type as the default.`,
    };
  }
}

/** Whether a default is of the type, so that a value of the type ends the check. */
function isOfType(fallback: Expression, type: Expression): boolean {
  if (type.kind !== 'name') return false;
  switch (fallback.kind) {
    case 'string':
      return type.id === 'str' && !fallback.bytes;
    case 'number':
      return (
        type.id === (/^[\d_]+$/.test(fallback.text) ? 'int' : /^[\d_]*\.[\d_]*$/.test(fallback.text) ? 'float' : '')
      );
    case 'constant':
      return typeof fallback.value === 'boolean' && type.id === 'bool';
    case 'list':
      return type.id === 'list';
    case 'dict':
      return type.id === 'dict';
    default:
      return false;
  }
}
