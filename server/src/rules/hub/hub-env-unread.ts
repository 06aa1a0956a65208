// Variables that hub.json offers and nothing reads. Silent as soon as anything may read them that was not read itself.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { removeItem, removeItems, removeProperties } from '../../edits/json';
import type { JsonArray, JsonFile, JsonValue } from '../../facts/json';
import { isReadByOthers } from '../../knowledge/environment';
import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import { STANDARD_MODULES } from '../../knowledge/python';
import type { Environment } from '../../model/environment/environment';
import { type EnvEntry, envEntries, presetDefaults } from '../../model/hub/hub';
import { isArray, member, placeOf, stringOf, valueAt } from '../../model/json';
import { originOf, presenceOf } from '../../model/packages/package-lookup';
import type { Packages } from '../../model/packages/packages';
import type { Python } from '../../model/python/python';
import { bounded } from '../bounded';
import { type Finding, rule } from '../rule';

export const hubEnvUnread = rule({
  meta: {
    id: 'hub-env-unread',
    area: 'hub',
    severity: 'info',
    since: '0.2.0',
    summary: 'hub.json offers a variable that nothing in the worker reads.',
    why: 'Whoever deploys the worker fills in a field that changes nothing.',
    good: 'The code reads every variable that hub.json offers.',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['hub', 'wholeEnvironment', 'python!', 'packages?', 'tests?'],
  check: ({ hub, wholeEnvironment, python, packages, tests }) =>
    bounded(importsUnknownCode(python, packages) ? [] : unread(hub, wholeEnvironment, python, tests)),
});

/** Whether a module is imported that is neither the worker's nor of a package that is known or installed. */
function importsUnknownCode(python: Python, packages: Packages | undefined): boolean {
  return python.modules.some((module) =>
    module.imports.some(({ name, level }) => {
      const [top = ''] = name.split('.');
      if (level > 0 || STANDARD_MODULES.has(top) || python.locate(module, top, 0) !== undefined) return false;
      const origin = originOf(name);
      if (origin === undefined || origin.known) return false;
      return packages === undefined || presenceOf(packages, origin.names) !== 'present';
    }),
  );
}

function* unread(
  hub: JsonFile,
  environment: Environment,
  python: Python,
  tests: JsonFile | undefined,
): Iterable<Finding> {
  const list = valueAt(hub.root, 'config', 'env');
  if (!isArray(list)) return;
  const exact = new Set([...environment.reads.map(({ name }) => name), ...environment.set.keys()]);
  const lower = new Set(environment.reads.flatMap(({ name, anyCase }) => (anyCase ? [name.toLowerCase()] : [])));
  const packages = importedPackages(python);
  for (const entry of envEntries(hub)) {
    const { key } = entry;
    if (key === undefined || key.value === '') continue;
    const name = key.value;
    if (exact.has(name) || lower.has(name.toLowerCase()) || isReadByOthers(name)) continue;
    if (packages.some((prefix) => name.toUpperCase().startsWith(prefix)) || isNamed(environment, python, name))
      continue;
    yield {
      ...placeOf(hub, key.span),
      message: say`Nothing in the worker reads ${name}.`,
      fixes: [removal(hub, list, entry, name, tests)],
    };
  }
}

/** `WHISPERX_` of whisperx: libraries have their own names begin with theirs. */
function importedPackages(python: Python): readonly string[] {
  const names = python.modules.flatMap(({ imports }) =>
    imports.flatMap(({ name, level }) => (level === 0 ? [name.split('.')[0] ?? ''] : [])),
  );
  return [...new Set(names)].filter((name) => name.length > 2).map((name) => `${name.toUpperCase()}_`);
}

/** Whether a name stands anywhere in the worker's Python, be it in a comment: then somebody has thought of it. */
function isNamed({ elsewhere }: Environment, { modules }: Python, name: string): boolean {
  return (
    elsewhere.some((words) => words.has(name)) || modules.some(({ facts: { source } }) => source.text.includes(name))
  );
}

/** Presets and tests that set it lose it too: to presets it would be unknown, and tests would set it in vain. */
function removal(hub: JsonFile, list: JsonArray, { object }: EnvEntry, name: string, tests: JsonFile | undefined): Fix {
  const inPresets = presetDefaults(hub).filter(({ property }) => property.key === name);
  const inTests = valueAt(tests?.root, 'config', 'env');
  return {
    title: say`Remove ${name}`,
    safe: false,
    edits: [
      ...removeItem(hub, list, object),
      ...inPresets.flatMap(({ defaults, property }) => removeProperties(hub, defaults, [property])),
      ...(tests && isArray(inTests) ? removeItems(tests, inTests, entriesNamed(inTests, name)) : []),
    ],
  };
}

function entriesNamed({ items }: JsonArray, name: string): readonly JsonValue[] {
  return items.filter((item) => stringOf(member(item, 'key')?.value) === name);
}
