// Settings classes whose fields are variables: pydantic's BaseSettings. Fields whose variable cannot be told are reported
// through `lose`.

import { unknown } from '../../base/static';
import { SETTINGS_CLASSES } from '../../knowledge/environment';
import type { Assign, Call, Expression, Statement } from '../../syntax/python-tree';
import { argument } from '../python/expressions';
import { type Class, type Fn, type Python, placeIn } from '../python/python';
import { resolve } from '../python/resolve';
import type { EnvironmentRead } from './environment';
import { literalOf } from './environment-reads';

export function settingsReads(python: Python, lose: () => void): readonly EnvironmentRead[] {
  const candidates = python.modules.filter(({ facts }) => /BaseSettings|Settings\b/.test(facts.source.text));
  return candidates.flatMap((module) =>
    module.classes.flatMap((cls) => (isSettings(python, cls) ? fieldsOf(python, cls, lose) : [])),
  );
}

const DEEPEST = 4;

function isSettings(python: Python, cls: Class, depth = 0): boolean {
  const scope = cls.module.fn(cls.facts.outer);
  return cls.facts.definition.bases.some(({ name, value }) => {
    if (name !== undefined) return false;
    const origin = resolve(python, scope, value);
    if (origin.kind === 'external') return SETTINGS_CLASSES.has(origin.path);
    return origin.kind === 'class' && depth < DEEPEST && isSettings(python, origin.cls, depth + 1);
  });
}

function fieldsOf(python: Python, cls: Class, lose: () => void): readonly EnvironmentRead[] {
  const body = cls.module.fn(cls.facts.body);
  const prefix = prefixOf(python, cls, body, lose);
  return cls.facts.definition.body.flatMap((statement) => {
    const field = fieldIn(statement);
    if (!field) return [];
    const { target, value } = field;
    const name = value?.kind === 'call' ? namedIn(python, body, value, lose) : undefined;
    const fallback = value && defaultOf(python, body, value);
    return [
      {
        ...placeIn(body, target),
        name: name ?? `${prefix}${target.id}`.toUpperCase(),
        from: 'python' as const,
        fallback,
        // Where and when an instance is made is not followed.
        required: false,
        type: undefined,
        anyCase: true as const,
      },
    ];
  });
}

function fieldIn(
  statement: Statement,
): { readonly target: Extract<Expression, { kind: 'name' }>; readonly value: Assign['value'] } | undefined {
  if (statement.kind !== 'assign' || statement.targets.length !== 1) return undefined;
  const [target] = statement.targets;
  if (target?.kind !== 'name' || target.id.startsWith('_') || target.id === 'model_config') return undefined;
  return { target, value: statement.value };
}

/** `model_config = SettingsConfigDict(env_prefix="APP_")`, `class Config: env_prefix = "APP_"`. */
function prefixOf(python: Python, cls: Class, body: Fn, lose: () => void): string {
  const inner = cls.facts.body.innerClasses.find(({ definition }) => definition.name === 'Config');
  const settings = [
    ...cls.facts.body.assignments.flatMap(({ target, value }) =>
      target.kind === 'name' && target.id === 'model_config' && value ? entriesOf(value) : [],
    ),
    ...(inner?.body.assignments.flatMap(({ target, value }) =>
      target.kind === 'name' && value ? [[target.id, value] as const] : [],
    ) ?? []),
  ];
  if (settings.some(([key]) => key === 'env_nested_delimiter' || key === 'fields' || key === 'alias_generator')) lose();
  const given = settings.find(([key]) => key === 'env_prefix')?.[1];
  const text = given && literalOf(python, body, given);
  if (given && !text?.known) lose();
  return text?.known ? text.value : '';
}

function entriesOf(value: Expression): readonly (readonly [string, Expression])[] {
  if (value.kind === 'call')
    return value.args.flatMap((arg) => (arg.name === undefined ? [] : [[arg.name, arg.value] as const]));
  if (value.kind !== 'dict') return [];
  return value.entries.flatMap(({ key, value: given }) =>
    key?.kind === 'string' && key.value !== undefined ? [[key.value, given] as const] : [],
  );
}

/** `Field(…, env="A")`, `Field(…, alias="A")`, `Field(…, validation_alias="A")`. */
function namedIn(python: Python, body: Fn, call: Call, lose: () => void): string | undefined {
  const given = argument(call, 'validation_alias') ?? argument(call, 'env') ?? argument(call, 'alias');
  if (!given) return undefined;
  const text = literalOf(python, body, given.value);
  if (text?.known) return text.value;
  lose();
  return undefined;
}

function defaultOf(python: Python, body: Fn, value: Expression): EnvironmentRead['fallback'] {
  if (value.kind !== 'call') return literalOf(python, body, value) ?? unknown;
  const given = argument(value, 'default', 0) ?? argument(value, 'default_factory');
  if (!given || (given.value.kind === 'constant' && given.value.value === 'ellipsis')) return undefined;
  return literalOf(python, body, given.value) ?? unknown;
}
