// The JSON parser on right, wrong and hostile text, and the edits of what it read.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { applyEdits, type Edit } from '../server/src/base/edit';
import { makeSource } from '../server/src/base/source';
import { span } from '../server/src/base/span';
import {
  insertItem,
  insertProperty,
  type Json,
  plain,
  removeItem,
  removeProperties,
  removeProperty,
  renameKey,
  replaceValue,
} from '../server/src/edits/json';
import type { JsonArray, JsonFile, JsonObject, JsonProperty } from '../server/src/facts/json';
import { isForeign, isWhole, tokensOf } from '../server/src/model/hub/hub';
import { isArray, isObject, member, pointerAt, valueAt } from '../server/src/model/json';
import { parseJson } from '../server/src/syntax/json';
import { inRoot } from './harness/root';

const URI = 'file:///worker/.runpod/hub.json';

function parse(text: string): JsonFile {
  return parseJson(makeSource(URI, text));
}

/** Errors as `code: text`. */
function errorsOf(text: string): string[] {
  return parse(text).errors.map(({ code, span: at }) => `${code}: ${text.slice(at.start, at.end)}`);
}

function rootObject(file: JsonFile): JsonObject {
  assert.ok(isObject(file.root));
  return file.root;
}

function propertyAt(file: JsonFile, ...path: readonly string[]): { object: JsonObject; property: JsonProperty } {
  const object = valueAt(file.root, ...path.slice(0, -1));
  const property = member(object, path.at(-1) ?? '');
  assert.ok(isObject(object) && property !== undefined);
  return { object, property };
}

function arrayAt(file: JsonFile, ...path: readonly string[]): JsonArray {
  const array = valueAt(file.root, ...path);
  assert.ok(isArray(array));
  return array;
}

function edited(text: string, edit: (file: JsonFile) => readonly Edit[]): string {
  return applyEdits(text, URI, edit(parse(text)));
}

describe('parseJson', () => {
  it('reads what JSON.parse reads, to the same value', () => {
    const texts = [
      '{"a": [1, -2.5e3, true, false, null, "\\u00e9\\n\\"x\\""], "b": {}, "c": []}',
      ' "text" ',
      '0',
      '[[[]]]',
      '{"__proto__": {"constructor": 1}}',
    ];
    for (const text of texts) {
      const file = parse(text);
      assert.deepEqual(file.errors, []);
      assert.ok(file.root !== undefined);
      assert.deepEqual(plain(file.root), JSON.parse(text));
    }
  });

  it('gives every key and value its place', () => {
    const text = '{\r\n  "a": { "b": [10, "x"] }\r\n}';
    const { property } = propertyAt(parse(text), 'a', 'b');
    const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    assert.equal(cut(property.keySpan), '"b"');
    assert.equal(cut(property.span), '"b": [10, "x"]');
    assert.deepEqual(
      arrayAt(parse(text), 'a', 'b').items.map((item) => cut(item.span)),
      ['10', '"x"'],
    );
  });

  it('names what is wrong', () => {
    assert.deepEqual(errorsOf('{"a": 1, // why\n "b": 2}'), ['comment: // why']);
    assert.deepEqual(errorsOf('{"a": 1,}'), ['trailing-comma: ,']);
    assert.deepEqual(errorsOf('[1, 2 /* two */,]'), ['comment: /* two */', 'trailing-comma: ,']);
    assert.deepEqual(errorsOf('{"a": 1 "b": 2}'), ['missing-comma: "b"']);
    assert.deepEqual(errorsOf('\uFEFF{"a": 1}'), ['byte-order-mark: \uFEFF']);
    assert.deepEqual(errorsOf('{"a": 1, "a": 2}'), ['duplicate-key: "a"']);
    assert.deepEqual(errorsOf('{"a": [1, 2'), ['unclosed: [']);
    assert.deepEqual(errorsOf('{"a": "b'), ['unclosed: "b']);
    assert.deepEqual(errorsOf(''), ['empty: ']);
    assert.deepEqual(errorsOf('  \n'), ['empty: ']);
    assert.deepEqual(errorsOf('// nothing'), ['comment: // nothing', 'empty: ']);
    assert.deepEqual(errorsOf('{} {}'), ['second-root: {']);
    assert.deepEqual(errorsOf("{'a': 1}")[0], "invalid: 'a'");
    assert.deepEqual(errorsOf('{"a": None}')[0], 'invalid: None');
  });

  it('keeps what is readable of broken text', () => {
    const readable = (text: string): Json | undefined => {
      const { root } = parse(text);
      return root && plain(root);
    };
    assert.deepEqual(readable('{"a": 1 "b": 2}'), { a: 1, b: 2 });
    assert.deepEqual(readable('{"a": {"b": [1, 2'), { a: { b: [1] } });
    assert.deepEqual(readable('{"a": {"b": [1, 2 '), { a: { b: [1, 2] } });
    assert.deepEqual(readable('{"a": , "b": 2}'), { b: 2 });
    assert.deepEqual(readable('{"a": None, "b": 2}'), { b: 2 });
    assert.deepEqual(readable('\uFEFF{"a": 1,}'), { a: 1 });
  });

  it('takes the last of two equal keys, as every reader does', () => {
    const file = parse('{"a": 1, "a": 2}');
    assert.deepEqual(valueAt(file.root, 'a')?.kind === 'number' && plain(rootObject(file)), { a: 2 });
  });

  it('gives up on nesting without throwing', () => {
    for (const text of ['['.repeat(10_000), '{"a":'.repeat(10_000), `${'['.repeat(10_000)}${']'.repeat(10_000)}`]) {
      const { errors } = parse(text);
      assert.deepEqual(
        errors.map(({ code }) => code),
        ['too-deep'],
      );
    }
    assert.deepEqual(errorsOf(`${'['.repeat(100)}${']'.repeat(100)}`), []);
    assert.deepEqual(errorsOf(`"${'['.repeat(10_000)}"`), []);
  });

  it('reads every prefix of a file without throwing, places inside the text', () => {
    const text = '{ "a": [1, {"b": "x\\ny"}, true], // c\n "d": {"e": null,}, "f": -1.5e3 }';
    for (let end = 0; end <= text.length; end++) {
      const prefix = text.slice(0, end);
      const file = parse(prefix);
      for (const { span: at } of file.errors) assert.ok(0 <= at.start && at.start <= at.end && at.end <= end);
      if (end < text.length) assert.ok(file.errors.length > 0, prefix);
    }
  });
});

describe('isWhole', () => {
  it('forgives what hides nothing', () => {
    assert.ok(isWhole(parse('\uFEFF{"a": 1, "a": 2, /* c */}')));
    for (const text of ['', '{"a": 1', '{"a": 1 "b": 2}', '{} {}', '[1, None]']) assert.ok(!isWhole(parse(text)), text);
  });
});

describe('isForeign', () => {
  it('needs the outline of another format', () => {
    assert.ok(isForeign(parse('{"name": "a", "runtime": {}}')));
    assert.ok(isForeign(parse('{"title": "a", "runtime": {}, "build": {}}')));
    assert.ok(!isForeign(parse('{"title": "a", "runtime": {}}')));
    assert.ok(!isForeign(parse('{"runtime": {}, "build": {}, "config": {}}')));
    assert.ok(!isForeign(parse('{"name": "a", "runtime": {}')));
  });
});

describe('pointerAt', () => {
  const text = '{"a/b": {"c~d": [1, {"e": "x"}]}, "f": {}}';
  const file = parse(text);
  const pointerTo = (part: string) => {
    const start = text.indexOf(part);
    return pointerAt(file, span(start, start + part.length));
  };
  it('escapes keys, counts items, and takes a key for its value', () => {
    assert.equal(pointerTo('"x"'), '/a~1b/c~0d/1/e');
    assert.equal(pointerTo('"e"'), '/a~1b/c~0d/1/e');
    assert.equal(pointerTo('1'), '/a~1b/c~0d/0');
    assert.equal(pointerTo('{"e"'), '/a~1b/c~0d/1');
    assert.equal(pointerTo('"f"'), '/f');
    assert.equal(pointerTo(text), '');
    assert.equal(pointerAt(parse(''), span(0, 0)), undefined);
  });
});

describe('tokensOf', () => {
  it('finds each entry without its blanks', () => {
    const text = '{"gpuIds": "ADA_24 ,  -NVIDIA L4,"}';
    const value = valueAt(parse(text).root, 'gpuIds');
    assert.ok(value?.kind === 'string');
    const tokens = tokensOf(parse(text), value).map(({ text: word, span: at }) => [word, text.slice(at.start, at.end)]);
    assert.deepEqual(tokens, [
      ['ADA_24', 'ADA_24'],
      ['-NVIDIA L4', '-NVIDIA L4'],
      ['', ''],
    ]);
  });
});

describe('edits', () => {
  it('insert a property behind another, in the layout that is there', () => {
    const insert = (text: string, value: Json, after?: string) =>
      edited(text, (file) => insertProperty(file, rootObject(file), 'new', value, member(file.root, after ?? 'a')));
    assert.equal(insert('{\n    "a": 1,\n    "b": 2\n}', true), '{\n    "a": 1,\n    "new": true,\n    "b": 2\n}');
    assert.equal(
      insert('{\r\n\t"a": 1\r\n}', { x: [1, 2] }),
      '{\r\n\t"a": 1,\r\n\t"new": {\r\n\t\t"x": [1, 2]\r\n\t}\r\n}',
    );
    assert.equal(insert('{"a": 1, "b": 2}', { x: 1 }), '{"a": 1, "new": { "x": 1 }, "b": 2}');
    assert.equal(insert('{\n  "a": 1 // one\n}', 2), '{\n  "a": 1,\n  "new": 2 // one\n}');
  });

  it('insert into what is empty', () => {
    const insert = (text: string) => edited(text, (file) => insertProperty(file, rootObject(file), 'a', 1));
    assert.equal(insert('{}'), '{\n  "a": 1\n}');
    assert.equal(insert('{ // why\n}'), '{\n  "a": 1 // why\n}');
    assert.equal(
      edited('{\n  "list": []\n}', (file) => insertItem(file, arrayAt(file, 'list'), { x: 1 })),
      '{\n  "list": [\n    {\n      "x": 1\n    }\n  ]\n}',
    );
  });

  it('remove properties with the right comma', () => {
    const remove = (text: string, ...keys: readonly string[]) =>
      edited(text, (file) => {
        const object = rootObject(file);
        return removeProperties(
          file,
          object,
          object.properties.filter(({ key }) => keys.includes(key)),
        );
      });
    const text = '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}';
    assert.equal(remove(text, 'a'), '{\n  "b": 2,\n  "c": 3\n}');
    assert.equal(remove(text, 'b'), '{\n  "a": 1,\n  "c": 3\n}');
    assert.equal(remove(text, 'c'), '{\n  "a": 1,\n  "b": 2\n}');
    assert.equal(remove(text, 'a', 'b'), '{\n  "c": 3\n}');
    assert.equal(remove(text, 'b', 'c'), '{\n  "a": 1\n}');
    assert.equal(remove(text, 'a', 'c'), '{\n  "b": 2\n}');
    assert.equal(remove(text, 'a', 'b', 'c'), '{}');
    assert.deepEqual(remove(text), text);
  });

  it('keep comments around what they remove', () => {
    const text = '{\n  "a": 1, // one\n  "b": 2, // two\n  "c": 3 // three\n}';
    for (const key of ['a', 'b', 'c']) {
      const result = edited(text, (file) => {
        const { object, property } = propertyAt(file, key);
        return removeProperty(file, object, property);
      });
      for (const comment of ['// one', '// two', '// three']) assert.ok(result.includes(comment), result);
      assert.deepEqual(
        parse(result).errors.map(({ code }) => code),
        ['comment', 'comment', 'comment'],
        result,
      );
      assert.equal(member(parse(result).root, key), undefined);
    }
  });

  it('remove items, rename keys, replace values', () => {
    const text = '{ "list": [1, 2, 3], "old": { "x": 1 } }';
    const third = (file: JsonFile) => arrayAt(file, 'list').items[2];
    assert.equal(
      edited(text, (file) => {
        const item = third(file);
        assert.ok(item !== undefined);
        return removeItem(file, arrayAt(file, 'list'), item);
      }),
      '{ "list": [1, 2], "old": { "x": 1 } }',
    );
    assert.equal(
      edited(text, (file) => renameKey(file, propertyAt(file, 'old').property, 'n"w')),
      '{ "list": [1, 2, 3], "n\\"w": { "x": 1 } }',
    );
    assert.equal(
      edited(text, (file) => replaceValue(file, arrayAt(file, 'list'), [{ a: 1 }])),
      '{ "list": [{ "a": 1 }], "old": { "x": 1 } }',
    );
  });
});

describe('schemas', () => {
  it('are JSON of draft 7 with a description for every property', () => {
    for (const name of ['hub', 'tests', 'test_input', 'compliance']) {
      const file = parse(readFileSync(inRoot(`schemas/${name}.schema.json`), 'utf8'));
      assert.deepEqual(file.errors, []);
      const draft = valueAt(file.root, '$schema');
      assert.ok(draft?.kind === 'string' && draft.value.includes('draft-07'));
      assert.ok(undescribed(rootObject(file)).length === 0, `${name}: ${undescribed(rootObject(file))}`);
    }
  });
});

/** Properties that a schema declares without saying what they are for. */
function undescribed(schema: JsonObject): string[] {
  const declared = valueAt(schema, 'properties');
  const own = isObject(declared) ? declared.properties : [];
  const isSchemaOfProperty = valueAt(schema, 'type') !== undefined || valueAt(schema, 'description') !== undefined;
  const missing = isSchemaOfProperty
    ? own.filter(({ value }) => valueAt(value, 'description') === undefined).map(({ key }) => key)
    : [];
  const inner = [...own.map(({ value }) => value), valueAt(schema, 'items')];
  return [...missing, ...inner.flatMap((value) => (isObject(value) ? undescribed(value) : []))];
}
