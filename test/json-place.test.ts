// Places in JSON text while it is being written: the path, key or value, and the commas that are missing. And that no text
// cut off anywhere brings the features over it down.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeSource } from '../server/src/base/source';
import { workerHover } from '../server/src/features/json-hover';
import type { JsonKind } from '../server/src/features/json-kind';
import { keyFits } from '../server/src/features/schema-fit';
import { suggestionsFor } from '../server/src/features/suggestions';
import { parseJson } from '../server/src/syntax/json';
import { jsonPlaceAt } from '../server/src/syntax/json-place';
import { openWorker, readFolder, uriOf } from './harness/workers';

/** The place at `|`, in short: path, key or value, token, where a comma is missing, `,` when one is needed behind. */
function placeIn(marked: string): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const place = jsonPlaceAt(text, offset);
  if (place === undefined) return 'none';
  const { path, isKey, token, inString, commaBefore, needsComma, hasColon } = place;
  return [
    path.join('/'),
    isKey ? 'key' : 'value',
    text.slice(token.start, token.end),
    ...(inString ? ['in string'] : []),
    ...(commaBefore === undefined ? [] : [`comma at ${commaBefore}`]),
    ...(hasColon ? ['colon'] : needsComma ? [','] : []),
  ].join(' ');
}

const PLACES: readonly (readonly [marked: string, place: string])[] = [
  ['|', ' value '],
  ['tr|', ' value tr'],
  ['{|}', ' key '],
  ['{"con|', 'con key "con in string'],
  ['{"con|": 1}', 'con key "con" in string colon'],
  ['{"a": |}', 'a value '],
  ['{"a": 1|}', 'a value 1'],
  ['{"a": "x|"}', 'a value "x" in string'],
  ['{"a": "x"|}', 'a value "x"'],
  ['{"a": "x|\n "b": 1}', 'a value "x in string ,'],
  ['{"a": "\\"|', 'a value "\\" in string'],
  ['{"a": 1 |}', ' key  comma at 7'],
  ['{"a": 1\n "b|"}', 'b key "b" in string comma at 7'],
  ['{"a": 1, | "b": 2}', ' key  ,'],
  ['{"a": |\n "b": 2}', 'a value  ,'],
  ['{"a": "b": |}', 'b value '],
  ['{"a" |', 'none'],
  ['{"a" "b|"}', 'b key "b" in string'],
  ['{"a": [1, |]}', 'a/1 value '],
  ['{"a": [1 |]}', 'a/1 value  comma at 8'],
  ['{"a": [1, {"b": [|', 'a/1/b/0 value '],
  ['{"a": {"b": 1}, "c": {"d": "|', 'c/d value " in string'],
  ['{"a": [1}, "b": |', 'none'],
  ['{"a": 1} |', 'none'],
  ['{ // x|\n}', 'none'],
  ['{ // x\n|}', ' key '],
  ['{ /* x */ "a": /* y */ |', 'a value '],
  ['{ /* x|', 'none'],
  [',,|', ' value '],
  [']|', ' value '],
];

describe('places in JSON', () => {
  for (const [marked, place] of PLACES) {
    it(JSON.stringify(marked), () => assert.equal(placeIn(marked), place));
  }

  it('ten thousand brackets', () => {
    assert.equal(jsonPlaceAt('['.repeat(10_000), 10_000)?.path.length, 10_000);
  });
});

describe('features over a text that is cut anywhere', () => {
  const files = readFolder('examples/clean');
  const KINDS: Readonly<Record<string, JsonKind>> = {
    '.runpod/hub.json': 'hub',
    '.runpod/tests.json': 'tests',
    'test_input.json': 'testInput',
  };
  for (const [path, kind] of Object.entries(KINDS)) {
    it(path, async () => {
      const text = files.get(path) ?? '';
      assert.ok(text.length > 50);
      const session = await openWorker(files);
      const uri = uriOf(path);
      for (let length = 0; length <= text.length; length++) {
        session.put(uri, text.slice(0, length));
        const worker = session.worker(uri);
        const file = parseJson(makeSource(uri, text.slice(0, length)));
        const place = jsonPlaceAt(file.source.text, length);
        if (place === undefined) continue;
        const { items } = suggestionsFor({ kind, file, place, offset: length, worker });
        for (const { span } of items) assert.ok(span.start <= length && length <= span.end && span.end <= text.length);
        keyFits(kind, file, place)('env');
        workerHover({ kind, file, offset: length, worker, sources: new Map([[uri, file.source]]) });
      }
    });
  }
});

describe('the worker around a file', () => {
  it('is the innermost one, with the inputs that the rules get', async () => {
    const files = new Map([
      ['.runpod/hub.json', '{}'],
      ['handler.py', 'import runpod\nrunpod.serverless.start({"handler": print})\n'],
      ['inner/.runpod/hub.json', '{}'],
      ['inner/other.txt', ''],
    ]);
    const session = await openWorker(files);
    assert.equal(session.worker(uriOf('handler.py'))?.root, uriOf('').slice(0, -1));
    assert.equal(session.worker(uriOf('inner/other.txt'))?.root, uriOf('inner'));
    assert.equal(session.worker('file:///elsewhere/handler.py'), undefined);
    const before = session.worker(uriOf('handler.py'));
    session.reports();
    session.put(uriOf('.runpod/hub.json'), '{ }');
    const after = session.worker(uriOf('handler.py'));
    assert.notEqual(after?.inputs.hubFile, before?.inputs.hubFile);
    assert.equal(after?.inputs.handlers, before?.inputs.handlers);
  });
});
