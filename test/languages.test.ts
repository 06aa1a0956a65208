// Translations: which areas are finished, that nothing is missing there, and that every translation keeps what its template
// has: the holes for arguments, and names from code.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { format, type Message, say } from '../server/src/base/message';
import { SECRET_KINDS } from '../server/src/knowledge/secrets';
import { ENGLISH, LANGUAGES, languageOf, loadLanguage } from '../server/src/languages/index';
import { polish, SUBJECTS } from '../server/src/languages/pl/index';
import { PAGES, polishPages } from '../server/src/languages/pl/pages/index';
import { readPage } from '../server/src/report/page';
import { METAS } from '../server/src/rules/index';
import { AREA_TITLES } from '../server/src/rules/rule';
import { inRoot } from './harness/root';
import { holesOf, plainTextsIn, templatesIn } from './harness/templates';

/**
 * Areas of which nothing may be missing. It only grows: what is not in it is listed by the test, and does not fail it.
 * An area of rules has its folder's name; `engine`, `report` and others are folders of the server, `rules` what lies in no
 * area's folder, `pages` the prose of their pages.
 */
const FINISHED: ReadonlySet<string> = new Set([
  'areas',
  'dependencies',
  'diagnosis',
  'engine',
  'features',
  'handler',
  'hub',
  'hub-tests',
  'image',
  'input-output',
  'knowledge',
  'local-testing',
  'lsp',
  'pages',
  'performance',
  'production',
  'report',
  'repository',
  'rules',
  'start',
  'suppressions',
]);

/** English in features/ and lsp/ that no user reads, or not from there. */
const NOT_SAID: ReadonlySet<string> = new Set([
  // A place to fill in, written into hub.json, which the Hub shows to everybody.
  'What it changes.',
  // The JSON library's words, by which they are known.
  'Default value',
  'New object',
  'New array',
  // Lines of the log.
  'The server could not start',
  'A check failed',
  'Diagnostics were not sent',
  'The rule {0} crashed: {1}',
  'no message',
  'The settings could not be read',
  'The client refused a registration',
  '{0} was not sent',
  // Comments that are written into code.
  '# runpod: ignore[{0}]',
  '# runpod: ignore-file[{0}]',
]);

/** Where a template is from, which is also where its translation is missing. */
function areaOf(file: string): string {
  if (/diagnos/.test(file)) return 'diagnosis';
  const [folder = '', inner = ''] = file.split('/');
  return folder === 'rules' && !inner.endsWith('.ts') ? inner : folder;
}

function templatesByArea(): ReadonlyMap<string, ReadonlySet<string>> {
  const areas = new Map<string, Set<string>>();
  const add = (area: string, template: string): void => {
    const templates = areas.get(area) ?? new Set();
    areas.set(area, templates.add(template));
  };
  for (const path of readdirSync(inRoot('server/src'), { recursive: true, encoding: 'utf8' })) {
    const file = path.replaceAll('\\', '/');
    if (!file.endsWith('.ts') || file === 'base/message.ts') continue;
    for (const template of templatesIn(readFileSync(inRoot(`server/src/${file}`), 'utf8'))) {
      add(areaOf(file), template);
    }
  }
  for (const { area, summary, why, good } of METAS) {
    for (const text of [summary, why, good]) if (text !== undefined) add(area, text);
  }
  for (const title of Object.values(AREA_TITLES)) add('areas', title);
  for (const { name } of SECRET_KINDS) add('production', name);
  for (const { id } of METAS) {
    const { sections } = readPage(readFileSync(inRoot(`docs/rules/${id}.md`), 'utf8'));
    for (const block of sections.flatMap(({ blocks }) => blocks)) if (block.kind === 'prose') add('pages', block.text);
  }
  return areas;
}

/** Texts of two words or more that no bundle can translate. */
function plainWords(): readonly string[] {
  return ['features', 'lsp'].flatMap((folder) =>
    readdirSync(inRoot(`server/src/${folder}`), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) => plainTextsIn(readFileSync(inRoot(`server/src/${folder}/${path}`), 'utf8')))
      .filter((text) => /[A-Za-z]{2,}[,.:]? [a-z]{2,}/.test(text)),
  );
}

const TEMPLATES = templatesByArea();
const ALL = { ...polish, ...polishPages };
const ENTRIES = Object.entries(ALL).flatMap(([template, entry]) =>
  (typeof entry === 'string' ? [entry] : [entry.few, entry.many]).map((text) => ({ template, text })),
);

describe('Polish', () => {
  for (const [area, templates] of TEMPLATES) {
    const missing = [...templates].filter((template) => !Object.hasOwn(ALL, template));
    if (FINISHED.has(area)) {
      it(`has every text of ${area}`, () => assert.deepEqual(missing, []));
    } else {
      it(`of ${area} is not finished: ${missing.length} of ${templates.size} texts are missing`, (t) => {
        for (const template of missing) t.diagnostic(template);
      });
    }
  }

  it('names only areas that there are as finished', () => {
    assert.deepEqual(
      [...FINISHED].filter((area) => !TEMPLATES.has(area)),
      [],
    );
  });

  it('translates nothing that nobody says', (t) => {
    const said = new Set([...TEMPLATES.values()].flatMap((templates) => [...templates]));
    const unfinished = new Set([...TEMPLATES.keys()].filter((area) => !FINISHED.has(area)));
    for (const [subject, templates] of Object.entries(SUBJECTS)) {
      const idle = Object.keys(templates).filter((template) => !said.has(template));
      const area = subject.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      if (unfinished.has(area)) for (const template of idle) t.diagnostic(`${subject}: ${template}`);
      else assert.deepEqual(idle, [], subject);
    }
    assert.deepEqual(
      Object.keys(polishPages).filter((text) => !TEMPLATES.get('pages')?.has(text)),
      [],
    );
  });

  it('reaches all that the language features and the server say', () => {
    const plain = plainWords();
    assert.deepEqual(
      plain.filter((text) => !NOT_SAID.has(text)),
      [],
    );
    assert.deepEqual(
      [...NOT_SAID].filter((text) => !plain.includes(text)),
      [],
    );
  });

  it('has each template in one file only', () => {
    const templates = [...Object.values(SUBJECTS), ...PAGES].flatMap((subject) => Object.keys(subject));
    assert.deepEqual(
      templates.filter((template, index) => templates.indexOf(template) !== index),
      [],
    );
  });

  it('keeps the holes for arguments', () => {
    const differing = ENTRIES.filter(({ template, text }) => holesOf(template).join() !== holesOf(text).join());
    assert.deepEqual(differing, []);
  });

  it('keeps names from code', () => {
    const names =
      /--[\w-]+|\b\w+_\w+\b|(?<![\w/])\/[a-z]\w*|\b[A-Z]\w+Error\b|\b(?:COMPLETED|FAILED)\b|\b\w+\.(?:json|py)\b/g;
    const lost = ENTRIES.flatMap(({ template, text }) =>
      [...template.matchAll(names)].map(([name]) => name).filter((name) => !text.includes(name)),
    );
    assert.deepEqual(lost, []);
  });

  it('keeps the code and the addresses in the prose of the pages', () => {
    const kept = (text: string) => [...text.matchAll(/`[^`]+`|\]\([^)]+\)/g)].map(([code]) => code).sort();
    const differing = Object.entries(polishPages).filter(
      ([text, translation]) => typeof translation !== 'string' || kept(text).join() !== kept(translation).join(),
    );
    assert.deepEqual(differing, []);
  });

  it('ends like its template', () => {
    const ending = (text: string): string => /[.!?:,]?$/.exec(text.replace(/["”)]+$/, ''))?.[0] ?? '';
    assert.deepEqual(
      ENTRIES.filter(({ template, text }) => ending(template) !== ending(text)),
      [],
    );
  });

  it('has no blank too many', () => {
    assert.deepEqual(
      ENTRIES.filter(({ text }) => text !== text.trim() || text.includes('  ')),
      [],
    );
  });
});

describe('messages', () => {
  const bundle = {
    'Change {0} of {1}': 'W {1} zmień {0}',
    '{0} files': { few: '{0} pliki', many: '{0} plików' },
    'the code': 'kod',
    'Read {0}': 'Czytaj {0}',
  };

  it('put arguments where the translation has them', () => {
    assert.equal(format(say`Change ${'a'} of ${'b'}`, bundle), 'W b zmień a');
    assert.equal(format(say`Change ${'a'} of ${'b'}`), 'Change a of b');
    assert.equal(format(say`Unheard of ${'{1}'}`, bundle), 'Unheard of {1}');
  });

  it('translate an argument that is a message, and no other', () => {
    assert.equal(format(say`Read ${say`the code`}`, bundle), 'Czytaj kod');
    assert.equal(format(say`Read ${'the code'}`, bundle), 'Czytaj the code');
  });

  it('count', () => {
    const files = (count: number): string => format(say`${count} files`, bundle);
    const few = [2, 3, 4, 22, 34, 102];
    const many = [0, 5, 11, 12, 13, 14, 21, 25, 100, 112, 113];
    assert.deepEqual(
      few.map(files),
      few.map((count) => `${count} pliki`),
    );
    assert.deepEqual(
      many.map(files),
      many.map((count) => `${count} plików`),
    );
  });

  it('take no translation from what every object has', () => {
    const message: Message = { template: 'toString', args: [] };
    assert.equal(format(message, bundle), 'toString');
  });
});

describe('languages', () => {
  it('are chosen by locale, with English for all others', () => {
    assert.deepEqual(['pl', 'pl-PL', 'pl_PL.UTF-8', 'PL', 'en-GB', 'de', ''].map(languageOf), [
      'pl',
      'pl',
      'pl',
      'pl',
      'en',
      'en',
      'en',
    ]);
  });

  it('are loaded when asked for', async () => {
    assert.equal(await loadLanguage('en'), ENGLISH);
    for (const code of LANGUAGES) assert.equal((await loadLanguage(code)).code, code);
  });
});

describe('the templates of a source', () => {
  it('are found as they are at run time', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text.
    const source = 'say`a ${b ? `c ${d}` : "}"} e`; f(say`${g({ h: 1 })} \\`i\\` ${\'`\'}`); say`plain`; notsay`no`';
    assert.deepEqual(templatesIn(source), ['a {0} e', '{0} `i` {1}', 'plain']);
    const b = true;
    const d = 1;
    assert.equal(say`a ${b ? `c ${d}` : '}'} e`.template, 'a {0} e');
  });

  it('are told from other texts', () => {
    // biome-ignore-start lint/suspicious/noTemplateCurlyInString: it is source text.
    const source = [
      "// it's no text",
      "/* nor 'this' */ const quotes = /[/'\"`]/.test(x) ? 'a b' : c / d / \"e\";",
      "say`said ${x ? 'in a hole' : say`said, too`}`; f(`plain ${y} text`);",
    ].join('\n');
    // biome-ignore-end lint/suspicious/noTemplateCurlyInString: it is source text.
    assert.deepEqual(plainTextsIn(source), ['a b', 'e', 'in a hole', 'plain {0} text']);
  });
});
