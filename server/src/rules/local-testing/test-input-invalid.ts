// test_input.json that a local start cannot use: no strict JSON, no object, or without an input.

import type { Edit, Fix } from '../../base/edit';
import { say } from '../../base/message';
import { span } from '../../base/span';
import { insertProperty, plain, replace, replaceValue } from '../../edits/json';
import type { JsonArray, JsonFile, JsonObject } from '../../facts/json';
import { isWhole } from '../../model/hub/hub';
import { headOf, isArray, isObject, member, placeOf } from '../../model/json';
import type { Handlers } from '../../model/python/handler';
import { sampleInput } from '../../model/sample';
import { bounded } from '../bounded';
import { jsonErrors } from '../json-errors';
import { type Finding, rule } from '../rule';

export const testInputInvalid = rule({
  meta: {
    id: 'test-input-invalid',
    area: 'local-testing',
    severity: 'error',
    since: '0.1.0',
    summary: 'test_input.json is not a strict JSON object with an input.',
    why: 'Started locally, the worker ends with a JSONDecodeError or with "Job has no input parameter" before it calls the handler.',
    good: 'test_input.json is one job with an input.',
    shownBy: 'testInput',
    sources: [
      'https://docs.runpod.io/serverless/development/local-testing',
      'https://github.com/runpod/runpod-python/blob/main/runpod/serverless/modules/rp_local.py',
    ],
  },
  reads: ['testInput', 'handlers'],
  *check({ testInput, handlers }) {
    // Of two equal keys Python takes the last one and says nothing.
    const errors = testInput.errors.filter(({ code }) => code !== 'duplicate-key');
    yield* bounded(jsonErrors({ ...testInput, errors }));
    if (!isWhole(testInput) || testInput.root === undefined) return;
    const finding = outline(testInput, handlers);
    if (finding) yield finding;
  },
});

function outline(file: JsonFile, handlers: Handlers): Finding | undefined {
  const { root } = file;
  if (!root) return undefined;
  const place = placeOf(file, headOf(root));
  if (isArray(root)) {
    const [only] = root.items;
    const fix: Fix | undefined =
      root.items.length === 1 && isObject(only) && member(only, 'input')
        ? { title: say`Take the job out of the list`, safe: true, edits: unwrapped(file, root, only) }
        : undefined;
    return {
      ...place,
      message: say`test_input.json holds one job, an object with "input", not a list.`,
      fixes: fix ? [fix] : [],
    };
  }
  if (!isObject(root)) return { ...place, message: say`test_input.json must be an object with "input".` };
  const input = member(root, 'input');
  if (input?.value && input.value.kind !== 'null') return undefined;
  const sample = sampleInput(handlers);
  const value = Object.keys(sample).length > 0 ? sample : { prompt: 'test' };
  if (input?.value) {
    const edits = replaceValue(file, input.value, value);
    const fix: Fix = { title: say`Add an input to fill in`, safe: false, edits };
    return {
      ...placeOf(file, input.value.span),
      message: say`"input" is null: the local start takes it for missing.`,
      fixes: [fix],
    };
  }
  if (input) return undefined;
  return {
    ...place,
    message: say`test_input.json has no "input".`,
    fixes: [wrapFix(file, root) ?? addFix(file, root, value)],
  };
}

/** Without the brackets and what stands between them and the job. */
function unwrapped(file: JsonFile, list: JsonArray, only: JsonObject): readonly Edit[] {
  return [
    replace(file, span(list.span.start, only.span.start), ''),
    replace(file, span(only.span.end, list.span.end), ''),
  ];
}

/** The payload itself, without the job around it. */
function wrapFix(file: JsonFile, root: JsonObject): Fix | undefined {
  const others = root.properties.filter(({ key }) => key !== 'id');
  if (others.length === 0 || others.length < root.properties.length) return undefined;
  return { title: say`Put it all under "input"`, safe: true, edits: replaceValue(file, root, { input: plain(root) }) };
}

function addFix(file: JsonFile, root: JsonObject, value: ReturnType<typeof sampleInput>): Fix {
  return { title: say`Add an input to fill in`, safe: false, edits: insertProperty(file, root, 'input', value) };
}
