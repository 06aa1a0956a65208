// Translations: which areas are finished, that nothing is missing there, and that every translation keeps what its template
// has: the holes for arguments, and names from code.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { format, type Message, say } from '../server/src/base/message';
import { SECRET_KINDS } from '../server/src/knowledge/secrets';
import { ENGLISH, LANGUAGES, languageOf, loadLanguage } from '../server/src/languages/index';
import { polish, SUBJECTS } from '../server/src/languages/pl/index';
import { METAS } from '../server/src/rules/index';
import { AREA_TITLES } from '../server/src/rules/rule';
import { inRoot } from './harness/root';
import { holesOf, templatesIn } from './harness/templates';

/**
 * Areas of which nothing may be missing. It only grows: what is not in it is listed by the test, and does not fail it.
 * An area of rules has its folder's name; `engine`, `report` and others are folders of the server, `rules` what lies in no
 * area's folder.
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
  'local-testing',
  'lsp',
  'performance',
  'production',
  'report',
  'repository',
  'rules',
  'start',
  'suppressions',
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
  return areas;
}

const TEMPLATES = templatesByArea();
const ENTRIES = Object.entries(polish).flatMap(([template, entry]) =>
  (typeof entry === 'string' ? [entry] : [entry.few, entry.many]).map((text) => ({ template, text })),
);

describe('Polish', () => {
  for (const [area, templates] of TEMPLATES) {
    const missing = [...templates].filter((template) => !Object.hasOwn(polish, template));
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
  });

  it('has each template in one file only', () => {
    const templates = Object.values(SUBJECTS).flatMap((subject) => Object.keys(subject));
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
});
