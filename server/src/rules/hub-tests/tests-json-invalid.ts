// tests.json as text and in outline: strict JSON, an object, a list of tests that are objects.

import { type Message, say } from '../../base/message';
import { type Json, plain, replaceValue } from '../../edits/json';
import type { JsonFile, JsonValue } from '../../facts/json';
import { PUBLISHING_GUIDE, TESTS } from '../../knowledge/hub';
import { isWhole } from '../../model/hub/hub';
import { misspeltFields } from '../../model/hub/shape';
import { headOf, headOfProperty, isArray, isObject, itemsOf, member, placeOf } from '../../model/json';
import { bounded } from '../bounded';
import { jsonErrors } from '../json-errors';
import { type Finding, rule } from '../rule';

export const testsJsonInvalid = rule({
  meta: {
    id: 'tests-json-invalid',
    area: 'hub-tests',
    severity: 'error',
    since: '0.1.0',
    summary: 'tests.json is not a strict JSON object with a list of tests.',
    why: 'The Hub cannot read its tests, so the release is not tested and the listing stays behind.',
    good: 'tests.json is strict JSON with a list of tests.',
    shownBy: 'tests',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['tests'],
  *check({ tests }) {
    yield* bounded(jsonErrors(tests));
    if (tests.root !== undefined && isWhole(tests)) yield* bounded(outline(tests, tests.root));
  },
});

function* outline(file: JsonFile, root: JsonValue): Iterable<Finding> {
  if (isArray(root)) {
    yield wrapped(file, root, say`tests.json is a list, but RunPod reads an object with the list under "tests".`);
    return;
  }
  if (!isObject(root)) {
    yield { ...placeOf(file, headOf(root)), message: say`tests.json must be an object with a list "tests".` };
    return;
  }
  const list = member(root, 'tests');
  if (list === undefined) {
    // A misspelt "tests" is reported where it stands, by the rule for keys.
    if (misspeltFields(root, TESTS).has('tests')) return;
    const message = say`tests.json has no "tests".`;
    if (member(root, 'input') !== undefined) yield wrapped(file, root, message);
    else yield { ...placeOf(file, headOf(root)), message };
    return;
  }
  if (list.value !== undefined && !isArray(list.value)) {
    const message = say`"tests" must be a list of tests.`;
    const single = isObject(list.value) && member(list.value, 'input') !== undefined;
    const fixes = single
      ? [{ title: say`Make it a list`, safe: true, edits: replaceValue(file, list.value, [plain(list.value)]) }]
      : [];
    yield { ...placeOf(file, headOfProperty(list)), message, fixes };
    return;
  }
  for (const test of itemsOf(list.value)) {
    if (isObject(test)) continue;
    yield { ...placeOf(file, headOf(test)), message: say`A test must be an object with a name and an input.` };
  }
}

/** The finding for tests that stand at the top, with the fix that puts them where they belong. */
function wrapped(file: JsonFile, root: JsonValue, message: Message): Finding {
  const inside: Json = isArray(root) ? plain(root) : [plain(root)];
  const title = say`Put the tests under "tests"`;
  return {
    ...placeOf(file, headOf(root)),
    message,
    fixes: [{ title, safe: true, edits: replaceValue(file, root, { tests: inside }) }],
  };
}
