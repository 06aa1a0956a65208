// The form of the rules' pages: what the other suites trust when they run them.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPage } from './harness/pages';

/** A page in which ~ stands for a backtick. */
function page(text: string) {
  return readPage('docs/rules/some-rule.md', text.replaceAll('~', '`'));
}

describe('pages', () => {
  it('strips carets, and keeps the span above them', () => {
    const [example] = page(
      '# T\n\n## Bad\n\n~~~python handler.py\na = 1\nb = two\n    ^^^ some-rule "no number"\nc\n~~~\n',
    ).examples;
    assert.equal(example?.files.get('handler.py'), 'a = 1\nb = two\nc\n');
    assert.deepEqual(example?.expected, [{ path: 'handler.py', start: 10, end: 13, message: 'no number' }]);
  });

  it('takes two lines of carets for the same line of text', () => {
    const [example] = page('## Bad\n~~~python h.py\nab cd\n^^ some-rule\n   ^^ some-rule\n~~~\n').examples;
    assert.deepEqual(
      example?.expected.map(({ start, end }) => [start, end]),
      [
        [0, 2],
        [3, 5],
      ],
    );
  });

  it('makes one example of consecutive fences, and begins the next after text or a heading', () => {
    const file = (name: string) => `~~~json ${name}\n{}\n~~~\n`;
    const { examples, headings } = page(`## Bad\n${file('a')}\n${file('b')}Text.\n${file('c')}## Good\n${file('d')}`);
    assert.deepEqual(headings, ['Bad', 'Good']);
    assert.deepEqual(
      examples.map(({ title, files }) => [title, ...files.keys()]),
      [
        ['Bad 1', 'a', 'b'],
        ['Bad 2', 'c'],
        ['Good 1', 'd'],
      ],
    );
  });

  it('begins the next example with a file that it already has', () => {
    const { examples } = page('## Bad\n~~~json a\n1\n~~~\n~~~json a fixed\n2\n~~~\n~~~json a\n3\n~~~\n');
    assert.deepEqual(
      examples.map(({ files, fixed }) => [files.get('a'), fixed.get('a')]),
      [
        ['1\n', '2\n'],
        ['3\n', undefined],
      ],
    );
  });

  it('keeps fixed files apart, reads the profile, and passes over fences without a path', () => {
    const { examples } = page(
      '## Bad\n~~~json a profile=hub\n1\n~~~\n~~~json a fixed\n2\n~~~\n~~~sh\nls\n~~~\n~~~json b\n3\n~~~\n',
    );
    assert.deepEqual(
      examples.map(({ files, fixed, profile }) => [[...files], [...fixed], profile]),
      [
        [[['a', '1\n']], [['a', '2\n']], 'hub'],
        [[['b', '3\n']], [], 'recommended'],
      ],
    );
  });

  it('refuses what is probably a slip of the pen', () => {
    assert.throws(() => page('~~~python h.py\nx\n^ other-rule\n~~~\n'), /carets for other-rule/);
    assert.throws(() => page('~~~python h.py\n^ some-rule\n~~~\n'), /no line above/);
    assert.throws(() => page('~~~python h.py fixd\nx\n~~~\n'), /unknown word "fixd"/);
    assert.throws(() => page('~~~python h.py\nx\n'), /never closed/);
  });
});
