// Pieces of code in a report, and what of a sentence is code.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { say } from '../server/src/base/message';
import { makeSource } from '../server/src/base/source';
import { span } from '../server/src/base/span';
import { ENGLISH } from '../server/src/languages/index';
import { goodExample } from '../server/src/report/example';
import { changesOf, linesAt } from '../server/src/report/excerpt';
import { plain, richOf } from '../server/src/report/rich';

describe('code in a report', () => {
  const uri = 'file:///w/handler.py';
  const show = (one: string): string => one.replace('file:///w/', '');
  const sourcesOf = (text: string) => new Map([[uri, makeSource(uri, text)]]);
  const edit = (start: number, end: number, text: string, at = uri) => ({ uri: at, span: span(start, end), text });
  const change = (text: string, ...edits: ReturnType<typeof edit>[]): readonly string[] =>
    changesOf({ title: say`x`, safe: true, edits }, sourcesOf(text), show).map(
      ({ path, line, lines }) =>
        `${path}:${line}\n${lines.map((one) => `${{ same: ' ', old: '-', new: '+', skip: '…' }[one.kind]}${one.text}`).join('\n')}`,
    );

  it('shows what changes, with a line around it', () => {
    const text = 'a\nb\nc\nd\ne\n';
    assert.deepEqual(change(text, edit(4, 5, 'C')), ['handler.py:3\n b\n-c\n+C\n d']);
    assert.deepEqual(change(text, edit(4, 4, 'x\n')), ['handler.py:3\n b\n+x\n c']);
    assert.deepEqual(change(text, edit(4, 6, '')), ['handler.py:3\n b\n-c\n d']);
    assert.deepEqual(change(text, edit(10, 10, 'f\n')), ['handler.py:6\n e\n+f']);
  });

  it('shows changes far from each other apart, and near ones together', () => {
    const text = Array.from({ length: 20 }, (_, line) => `${line}\n`).join('');
    assert.deepEqual(change(text, edit(0, 1, 'A'), edit(text.indexOf('15'), text.indexOf('15') + 2, 'B')), [
      'handler.py:1\n-0\n+A\n 1',
      'handler.py:16\n 14\n-15\n+B\n 16',
    ]);
    assert.deepEqual(change(text, edit(0, 1, 'A'), edit(4, 5, 'B')), ['handler.py:1\n-0\n+A\n 1\n-2\n+B\n 3']);
  });

  it('shows a new file whole, and carriage returns not at all', () => {
    assert.deepEqual(change('', edit(0, 0, '{\n  "a": 1\n}\n', 'file:///w/new.json')), [
      'new.json:1\n+{\n+  "a": 1\n+}',
    ]);
    assert.deepEqual(change('a\r\nb\r\n', edit(3, 4, 'B')), ['handler.py:2\n a\n-b\n+B']);
  });

  it('cuts long changes', () => {
    const text = Array.from({ length: 400 }, () => 'x\n').join('');
    const [shown = ''] = change('', edit(0, 0, text));
    assert.equal(shown.split('\n').length, 26);
    const [replaced = ''] = change(text, edit(0, text.length, text.replaceAll('x', 'y')));
    assert.equal(replaced, shown.replaceAll('x', 'y').replace('new.json', 'handler.py'));
  });

  const at = (text: string, start: number, end: number) =>
    linesAt({ uri, span: span(start, end) }, sourcesOf(text), show)?.lines.map((line) => line.text);

  it('shows the lines of a place, up to where its brackets close', () => {
    assert.deepEqual(at('  f(\n    1,\n  )\ng()\n', 2, 3), ['f(', '  1,', ')']);
    assert.deepEqual(at('a\n\tb = 1\nc\n', 3, 4), ['b = 1']);
    assert.deepEqual(at('', 0, 0), ['']);
    assert.deepEqual(at(`f(${'1,\n'.repeat(50)})`, 0, 1), ['f(1,', '1,', '1,', '1,', '1,', '1,']);
  });

  it('shows of a long line what lies around the place', () => {
    const [line = ''] = at(`${'a'.repeat(500)}HERE${'b'.repeat(500)}`, 500, 504) ?? [];
    assert.match(line, /^…a{80}HEREb{76}…$/);
  });

  it('finds the first good example on a page', () => {
    const example = goodExample(
      '# x\n\n## Bad\n```python a.py\n1\n```\n\n## Good\n\nWords.\n\n```python a.py\n2\n```\n```json b.json\n{}\n```\n\nMore.\n\n```python a.py\n3\n```\n',
    );
    assert.deepEqual(
      example.map(({ path, language, lines }) => [path, language, lines.map(({ text }) => text)]),
      [
        ['a.py', 'python', ['2']],
        ['b.json', 'json', ['{}']],
      ],
    );
    assert.deepEqual(goodExample(undefined), []);
    assert.deepEqual(goodExample('# x\n\nNothing.\n'), []);
  });
});

describe('words and code', () => {
  const marked = (message: Parameters<typeof richOf>[0]): string =>
    richOf(message, ENGLISH)
      .map(({ kind, text }) => (kind === 'code' ? `‹${text}›` : text))
      .join('');

  it('are told apart', () => {
    assert.equal(marked(say`${'handler'} calls ${'prepare'}`), '‹handler› calls ‹prepare›');
    assert.equal(marked(say`Call ${'prepare'}() before start()`), 'Call ‹prepare()› before ‹start()›');
    assert.equal(marked(say`Rename to "${'hub'}"`), 'Rename to ‹"hub"›');
    assert.equal(marked(say`Waits here: ${'torch.load, pip install'}.`), 'Waits here: ‹torch.load›, ‹pip install›.');
    assert.equal(marked(say`Knows no ${'"a", "b"'}.`), 'Knows no ‹"a"›, ‹"b"›.');
    assert.equal(marked(say`Pass {"handler": ${'work'}}`), 'Pass ‹{"handler": work}›');
    assert.equal(marked(say`It runs ${'f(a, b)'}.`), 'It runs ‹f(a, b)›.');
    assert.equal(marked(say`It has ${12} of ${'3.5'}.`), 'It has 12 of 3.5.');
    assert.equal(marked(say`${say`the lambda`} is given .runpod/hub.json.`), 'the lambda is given ‹.runpod/hub.json›.');
    assert.equal(marked(say`Without "error": the job is COMPLETED.`), 'Without ‹"error"›: the job is ‹COMPLETED›.');
    assert.equal(marked(say`Add "a_b": True to gpuIds or /run.`), 'Add ‹"a_b": True› to ‹gpuIds› or ‹/run›.');
    assert.equal(
      marked(say`RunPod and the SDK and/or "no code here" end.`),
      'RunPod and the SDK and/or "no code here" end.',
    );
  });

  it('say together what the message says', () => {
    const message = say`Guard ${'x'} with if __name__ == "__main__", see job["input"].`;
    assert.equal(plain(richOf(message, ENGLISH)), 'Guard x with if __name__ == "__main__", see job["input"].');
  });
});
