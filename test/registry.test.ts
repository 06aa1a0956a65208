// What every rule owes: metadata in sentences, a page that shows it bad and good, and no page without a rule.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { METAS } from '../server/src/rules/index';
import { AREAS } from '../server/src/rules/rule';
import { type Page, readPage } from './harness/pages';
import { inRoot } from './harness/root';

const KEBAB_CASE = /^[a-z]+[a-z0-9]*(-[a-z0-9]+)*$/;
/** Begins with a capital letter, a quotation, a flag or a name from code such as `hub.json`; ends like a sentence. */
const SENTENCE = /^(?:[A-Z`"]|--|\w+[.(_][\w.()]* ).*[.!?]$/s;
const VERSION = /^\d+\.\d+\.\d+$/;

function pageOf(id: string): Page {
  const file = `docs/rules/${id}.md`;
  assert.ok(existsSync(inRoot(file)), `${file} is missing.`);
  return readPage(file, readFileSync(inRoot(file), 'utf8'));
}

function examplesUnder(page: Page, heading: string) {
  const examples = page.examples.filter((example) => example.heading === heading);
  assert.ok(examples.length > 0, `${page.id} has no example under "## ${heading}".`);
  return examples;
}

describe('registry', () => {
  it('holds each id once', () => {
    const ids = METAS.map(({ id }) => id);
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
  });

  for (const folder of ['docs/rules', 'test/rules']) {
    it(`has a rule for every page in ${folder}`, () => {
      const ids = new Set(METAS.map(({ id }) => `${id}.md`));
      const pages = readdirSync(inRoot(folder)).filter((name) => name.endsWith('.md') && name !== 'README.md');
      assert.deepEqual(
        pages.filter((name) => !ids.has(name)),
        [],
      );
    });
  }

  for (const meta of METAS) {
    it(`${meta.id} is described`, () => {
      assert.match(meta.id, KEBAB_CASE);
      assert.ok(AREAS.includes(meta.area));
      assert.match(meta.since, VERSION);
      assert.match(meta.summary, SENTENCE);
      assert.match(meta.why, SENTENCE);
      if (meta.good !== undefined) assert.match(meta.good, SENTENCE);
      else assert.equal(meta.shownBy, undefined, 'A place shows what is good, so that has to be said.');
      // Rules of the first version have it; for those that come after them it is still to be filled in.
      if (meta.since === '0.1.0')
        assert.ok(meta.good !== undefined, 'It does not say what holds where it finds nothing.');
      assert.ok(meta.sources.length > 0, 'It names no source.');
      for (const source of meta.sources) {
        assert.ok(source.startsWith('https://') || existsSync(inRoot(source)), `${source} leads nowhere.`);
      }
    });

    it(`${meta.id} has a page that shows it bad and good`, () => {
      const page = pageOf(meta.id);
      assert.ok(page.title !== undefined && page.title.length > 0, 'The page has no title.');
      assert.ok(
        examplesUnder(page, 'Bad').some(({ expected }) => expected.length > 0),
        'No example under "## Bad" expects a finding.',
      );
      for (const { title, expected } of examplesUnder(page, 'Good')) {
        assert.deepEqual(expected, [], `"${title}" expects a finding.`);
      }
    });
  }
});
