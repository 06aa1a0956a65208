// The client's own words and the manifest's in every language: nothing missing, nothing idle, holes and links kept.
// What the server says: languages.test.ts.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { LANGUAGES } from '../server/src/languages/index';
import { clientWords } from './harness/client-words';
import { inRoot } from './harness/root';
import { holesOf } from './harness/templates';

type Words = Readonly<Record<string, string>>;

function readWords(path: string): Words {
  const words: unknown = JSON.parse(readFileSync(inRoot(path), 'utf8'));
  assert.ok(typeof words === 'object' && words !== null);
  return Object.fromEntries(Object.entries(words).map(([key, text]) => [key, String(text)]));
}

const SOURCES = readdirSync(inRoot('client/src'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(inRoot(`client/src/${path}`), 'utf8') }));

const SAID = SOURCES.map(({ path, text }) => ({ path, ...clientWords(text) }));
const KEYS = new Set(SAID.flatMap(({ keys }) => keys));
const TRANSLATIONS = LANGUAGES.filter((code) => code !== 'en');

/** The message that a key of a bundle stands for, without the comment that tells the form for few from that for many. */
const messageOf = (key: string): string => key.replace(/\/(?:few|many)$/, '');
const ending = (text: string): string => /[.!?:,…]?$/.exec(text)?.[0] ?? '';

describe("the client's words", () => {
  it('are literals, or no bundle could hold them', () => {
    const problems = SAID.flatMap(({ path, problems }) => problems.map((problem) => `${path}: ${problem}`));
    assert.deepEqual(problems, []);
  });

  it('are never shown without being translated', () => {
    const shown =
      /(?:show\w*Message\(|\b(?:title|placeHolder|tooltip|prompt|detail|description|label|buttonLabel|saveLabel)\s*[:=])\s*['"`][A-Z][^'"`\n]*/g;
    const names = /(?:RunPod Compliance|RunPod)$/;
    const untranslated = SOURCES.flatMap(({ path, text }) =>
      [...text.matchAll(shown)].filter(([piece]) => !names.test(piece)).map(([piece]) => `${path}: ${piece}`),
    );
    assert.deepEqual(untranslated, []);
  });

  it('come in pairs where Polish tells few from many', () => {
    const forms = (form: string) =>
      [...KEYS].filter((key) => key.endsWith(`/${form}`)).map((key) => key.slice(0, -form.length));
    assert.deepEqual(forms('few').sort(), forms('many').sort());
    assert.ok(forms('few').length > 0);
  });

  for (const code of TRANSLATIONS) {
    const bundle = readWords(`l10n/bundle.l10n.${code}.json`);

    it(`are all there in ${code}`, () => {
      assert.deepEqual(
        [...KEYS].filter((key) => !Object.hasOwn(bundle, key)),
        [],
      );
    });

    it(`are all said that ${code} has`, () => {
      assert.deepEqual(
        Object.keys(bundle).filter((key) => !KEYS.has(key)),
        [],
      );
    });

    it(`have in ${code} the same holes and the same ending, and no blank too many`, () => {
      const differing = Object.entries(bundle).filter(
        ([key, text]) =>
          holesOf(messageOf(key)).join() !== holesOf(text).join() ||
          ending(messageOf(key)) !== ending(text) ||
          text !== text.trim() ||
          text.includes('  '),
      );
      assert.deepEqual(differing, []);
    });
  }
});

describe("the manifest's words", () => {
  const english = readWords('package.nls.json');
  /** What a translation must keep: links, settings and code. */
  const kept = (text: string): readonly string[] =>
    [...text.matchAll(/\]\([^)]*\)|`[^`]*`|\.runpod\/[\w.]+|\b\w+\.json\b/g)].map(([piece]) => piece).sort();

  for (const code of TRANSLATIONS) {
    const words = readWords(`package.nls.${code}.json`);

    it(`have the same keys in ${code}, in the same order`, () => {
      assert.deepEqual(Object.keys(words), Object.keys(english));
    });

    it(`keep links, code and endings in ${code}`, () => {
      const differing = Object.entries(words).filter(
        ([key, text]) =>
          kept(text).join() !== kept(english[key] ?? '').join() || ending(text) !== ending(english[key] ?? ''),
      );
      assert.deepEqual(differing, []);
    });

    it(`are translated into ${code}`, () => {
      const names = ['view.container'];
      assert.deepEqual(
        Object.keys(words).filter((key) => words[key] === english[key]),
        names,
      );
    });
  }
});

describe('languages', () => {
  it('are those that the setting offers, each with its files', () => {
    const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
    const setting = manifest.contributes.configuration.properties['runpodCompliance.language'];
    assert.deepEqual(setting.enum, ['auto', ...LANGUAGES]);
    assert.equal(manifest.l10n, './l10n');
    const files = readdirSync(inRoot('l10n'));
    assert.deepEqual(
      files,
      TRANSLATIONS.map((code) => `bundle.l10n.${code}.json`),
    );
    for (const code of TRANSLATIONS) assert.ok(existsSync(inRoot(`package.nls.${code}.json`)), code);
  });
});

describe('the words of a source', () => {
  it('are found as VS Code looks them up', () => {
    const source = [
      "vscode.l10n.t('It\\'s {0}.', name);",
      "l10n.t(\n  'Broken off',\n);",
      "vscode.l10n.t({ message: '{0} files', args: [count], comment: ['few'] });",
      '// vscode.l10n.t(whatever) in a comment',
      'const known = vscode.l10n.bundle !== undefined;',
    ].join('\n');
    assert.deepEqual(clientWords(source), { keys: ["It's {0}.", 'Broken off', '{0} files/few'], problems: [] });
  });

  it('are refused where they are no literals', () => {
    for (const source of [
      'vscode.l10n.t(title)',
      "vscode.l10n.t('a' + b)",
      'vscode.l10n.t(`a`)',
      "vscode.l10n.t(isOne ? 'a' : 'b')",
      'const { t } = vscode.l10n;',
      "import { l10n } from 'vscode';",
      "vscode.l10n.t({ message: 'a', args: [], comment: FEW })",
    ]) {
      assert.equal(clientWords(source).problems.length, 1, source);
    }
  });
});
