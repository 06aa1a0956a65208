// What a worker's own `.runpod/compliance.json` says. Comments and trailing commas are welcome there; a value of the wrong
// kind is passed over, as if it were not written.

import { SEVERITIES, type Severity } from '../base/severity';
import type { Place } from '../base/span';
import type { JsonFile } from '../facts/json';
import { isObject, itemsOf, member, placeOf, stringOf, valueAt } from './json';

export interface IgnoreEntry {
  readonly rule: string;
  /** Relative to the worker's root, with `/`. */
  readonly path: string;
  /** JSON pointer; undefined: the whole file. */
  readonly pointer: string | undefined;
  readonly place: Place;
}

export type ProfileName = (typeof PROFILES)[number];

const PROFILES = ['recommended', 'hub', 'strict'] as const;

export interface WorkerConfig {
  readonly profile: ProfileName | undefined;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly ignore: readonly IgnoreEntry[];
}

export function readConfig(file: JsonFile): WorkerConfig {
  const rules: Record<string, Severity | 'off'> = {};
  const listed = valueAt(file.root, 'rules');
  for (const { key, value } of isObject(listed) ? listed.properties : []) {
    const severity = severityNamed(stringOf(value));
    if (severity !== undefined) rules[key] = severity;
  }
  const ignore = itemsOf(valueAt(file.root, 'ignore')).flatMap((item): readonly IgnoreEntry[] => {
    const rule = stringOf(member(item, 'rule')?.value);
    const path = stringOf(member(item, 'path')?.value);
    if (rule === undefined || path === undefined) return [];
    return [{ rule, path, pointer: stringOf(member(item, 'pointer')?.value), place: placeOf(file, item.span) }];
  });
  const named = stringOf(valueAt(file.root, 'profile'));
  return { profile: PROFILES.find((profile) => profile === named), rules, ignore };
}

function severityNamed(name: string | undefined): Severity | 'off' | undefined {
  return name === 'off' ? 'off' : SEVERITIES.find((severity) => severity === name);
}
