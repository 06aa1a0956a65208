// Entries of config.env in another shape than RunPod's: { key, value } or { key, input }.

import type { Fix } from '../../base/edit';
import { type Message, say } from '../../base/message';
import { replaceValue } from '../../edits/json';
import type { JsonFile } from '../../facts/json';
import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import { type EnvEntry, envEntries } from '../../model/hub/hub';
import { headOf, headOfProperty, isObject, member, placeOf, stringOf } from '../../model/json';
import { bounded } from '../bounded';
import { type Finding, rule } from '../rule';
import { envItem } from './env-item';

export const hubEnvShape = rule({
  meta: {
    id: 'hub-env-shape',
    area: 'hub',
    severity: 'error',
    since: '0.1.0',
    summary: 'An entry of config.env has no key, or not exactly one of value and input.',
    why: 'The Hub cannot set the variable: the worker starts without it.',
    good: 'Every entry of config.env has a key, and either a value or an input.',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['hub!'],
  check: ({ hub }) => bounded(wrongShapes(hub)),
});

function* wrongShapes(file: JsonFile): Iterable<Finding> {
  for (const entry of envEntries(file)) {
    const message = faultOf(entry);
    if (message === undefined) continue;
    const anchor = member(entry.object, 'key') ?? member(entry.object, 'name');
    const at = anchor === undefined ? headOf(entry.object) : headOfProperty(anchor);
    yield { ...placeOf(file, at), message, fixes: rewritten(file, entry) };
  }
}

function faultOf({ object, key, value, input }: EnvEntry): Message | undefined {
  if (member(object, 'key') === undefined) return say`This variable has no "key", which holds its name.`;
  if (value === undefined && input === undefined) {
    return say`${key?.value ?? ''} has neither "value", for a fixed value, nor "input", for a form field.`;
  }
  return value !== undefined && input !== undefined
    ? say`${key?.value ?? ''} has both "value" and "input": it must be one of them.`
    : undefined;
}

/** Offered where RunPod's shape can hold all that the entry says. */
function rewritten(file: JsonFile, { object, value, input }: EnvEntry): readonly Fix[] {
  if (value !== undefined && isObject(input?.value)) return [];
  const item = envItem(object);
  const named = stringOf(member(object, 'key')?.value) ?? stringOf(member(object, 'name')?.value);
  if (!item?.complete || !/^[A-Za-z_]\w*$/.test(named ?? '')) return [];
  return [{ title: say`Rewrite it in RunPod's shape`, safe: true, edits: replaceValue(file, object, item.json) }];
}
