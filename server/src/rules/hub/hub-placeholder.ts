// Text of the publishing guide's template, and example addresses, that nobody replaced.

import { say } from '../../base/message';
import type { JsonFile, JsonValue } from '../../facts/json';
import { PLACEHOLDER_HOST, PLACEHOLDERS, PUBLISHING_GUIDE } from '../../knowledge/hub';
import { envEntries } from '../../model/hub/hub';
import { itemsOf, placeOf, valueAt } from '../../model/json';
import { bounded } from '../bounded';
import { type Finding, rule } from '../rule';

export const hubPlaceholder = rule({
  meta: {
    id: 'hub-placeholder',
    area: 'hub',
    severity: 'warning',
    since: '0.1.0',
    summary: 'hub.json or tests.json still has text or addresses of the template.',
    why: "Whoever looks at your listing reads the template's words, or sees a broken icon.",
    good: 'Nothing of the template is left in hub.json and tests.json.',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['hub', 'tests?'],
  *check({ hub, tests }) {
    yield* bounded(placeholders(hub));
    if (tests) yield* bounded(inTests(tests));
  },
});

function* placeholders(file: JsonFile): Iterable<Finding> {
  yield* leftIn(file, valueAt(file.root, 'title'), PLACEHOLDERS.title);
  yield* leftIn(file, valueAt(file.root, 'description'), PLACEHOLDERS.description);
  for (const entry of envEntries(file)) {
    // A key of the template says it all: its labels are not reported beside it.
    const keys = [...leftIn(file, entry.key, PLACEHOLDERS.envKey)];
    yield* keys;
    if (keys.length === 0) yield* leftIn(file, valueAt(entry.input?.value, 'name'), PLACEHOLDERS.envName);
  }
  for (const preset of itemsOf(valueAt(file.root, 'config', 'presets'))) {
    yield* leftIn(file, valueAt(preset, 'name'), PLACEHOLDERS.presetName);
  }
  const icon = valueAt(file.root, 'iconUrl');
  if (icon?.kind === 'string' && PLACEHOLDER_HOST.test(icon.value)) {
    yield { ...placeOf(file, icon.span), message: say`The icon's address is an example: there is no picture.` };
  }
}

function* inTests(file: JsonFile): Iterable<Finding> {
  for (const test of itemsOf(valueAt(file.root, 'tests'))) {
    yield* leftIn(file, valueAt(test, 'name'), PLACEHOLDERS.testName);
  }
  for (const entry of itemsOf(valueAt(file.root, 'config', 'env'))) {
    // A variable that nobody reads harms no test.
    for (const finding of leftIn(file, valueAt(entry, 'key'), PLACEHOLDERS.testEnvKey)) {
      yield { ...finding, severity: 'info' };
    }
  }
}

function* leftIn(file: JsonFile, value: JsonValue | undefined, placeholders: readonly string[]): Iterable<Finding> {
  if (value?.kind !== 'string' || !placeholders.includes(value.value)) return;
  yield { ...placeOf(file, value.span), message: say`"${value.value}" is still the template's text.` };
}
