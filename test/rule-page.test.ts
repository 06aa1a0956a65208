// A rule's documentation as people read it: every page in both languages, with nothing left of what it holds for the tests.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { format } from '../server/src/base/message';
import {
  ENGLISH,
  LANGUAGES,
  type Language,
  type LanguageCode,
  loadLanguage,
  withRulePages,
} from '../server/src/languages/index';
import { rulePageMarkdown } from '../server/src/report/rule-page';
import { METAS } from '../server/src/rules/index';
import type { RuleMeta } from '../server/src/rules/rule';
import { readPage } from './harness/pages';
import { inRoot } from './harness/root';

const FENCE = /^(`{3,})(.*)$/;
/** As docs/rules has it. */
const CARETS = /^\s*\^+\s+[a-z0-9-]+(\s+".*")?\s*$/;
const CARETS_IN_COMMENT = /^\s*(#|\/\/|<!--) (\s*\^+)+( -->)?$/;

const languages = new Map<LanguageCode, Language>();

function languageOf(code: LanguageCode): Language {
  return languages.get(code) ?? ENGLISH;
}

function source({ id }: RuleMeta): string {
  return readFileSync(inRoot(`docs/rules/${id}.md`), 'utf8');
}

/** What stands in fences, and what does not. */
function parted(page: string): {
  readonly infos: readonly string[];
  readonly code: string[];
  readonly prose: string[];
} {
  const infos: string[] = [];
  const code: string[] = [];
  const prose: string[] = [];
  let open: string | undefined;
  for (const line of page.split('\n')) {
    const [, ticks, info = ''] = FENCE.exec(line) ?? [];
    if (open !== undefined) {
      if (line === open) open = undefined;
      else code.push(line);
    } else if (ticks !== undefined) {
      open = ticks;
      prose.push(ticks);
      infos.push(info);
    } else {
      prose.push(line);
    }
  }
  assert.equal(open, undefined, 'A fence is never closed.');
  return { infos, code, prose };
}

function headingsOf(prose: readonly string[]): readonly string[] {
  return prose.filter((line) => line.startsWith('## ')).map((line) => line.slice(3));
}

function meta(id: string): RuleMeta {
  const found = METAS.find((one) => one.id === id);
  assert.ok(found, id);
  return found;
}

before(async () => {
  for (const code of LANGUAGES) languages.set(code, await withRulePages(await loadLanguage(code)));
});

describe('the documentation of a rule', () => {
  for (const code of LANGUAGES) {
    for (const one of METAS) {
      it(`of ${one.id} reads well (${code})`, () => {
        const text = source(one);
        const page = rulePageMarkdown(one, text, languageOf(code));
        const { infos, code: lines, prose } = parted(page);

        assert.equal(page.split('\n')[0], `# ${one.id}`);
        assert.equal(prose.filter((line) => line.startsWith('# ')).length, 1);
        assert.deepEqual(
          lines.filter((line) => CARETS.test(line)),
          [],
        );
        assert.deepEqual(
          infos.filter((info) => !/^[a-z]*$/.test(info)),
          [],
        );
        assert.match(page, /[^\n]\n$/);
        assert.doesNotMatch(prose.join('\n'), /\n{3}/);

        const examples = readPage(`${one.id}.md`, text).examples;
        const shown = new Set(lines);
        for (const { files, expected } of examples) {
          for (const [path, content] of files) {
            assert.ok(path === '.git' || prose.some((line) => line.startsWith(`\`${path}\``)), path);
            for (const line of content.trimEnd().split('\n')) assert.ok(shown.has(line), line);
          }
          assert.ok(expected.length === 0 || lines.some((line) => CARETS_IN_COMMENT.test(line)));
        }
        assert.equal(headingsOf(prose).slice(0, 2).join(), code === 'pl' ? 'Źle,Dobrze' : 'Bad,Good');
      });
    }
  }

  it('is Polish throughout for those who read Polish', () => {
    for (const one of METAS) {
      const { prose } = parted(rulePageMarkdown(one, source(one), languageOf('pl')));
      const words = prose.join('\n');
      const summary = format({ template: one.summary, args: [] }, languageOf('pl').bundle);
      assert.ok(words.replaceAll(/[`\\]/g, '').includes(summary.replaceAll('`', '')), one.id);
      const tells = /^\*\*(?:On RunPod|What you will see)/m.test(source(one) ?? '');
      assert.equal(/^\*\*(?:Na RunPod|Co zobaczysz)/m.test(words), tells, one.id);
      const own = words.replaceAll(/`[^`]*`|".*?"|„.*?”|\]\(.*?\)|<.*?>/g, '');
      assert.doesNotMatch(own, /\b(?:the|and|is|with|what)\b/i, one.id);
    }
  });

  it('says what it costs also where the page is not at hand', () => {
    const one = meta('handler-signature');
    assert.match(rulePageMarkdown(one, undefined, ENGLISH), /\*\*What you will see on RunPod:\*\* /);
  });

  it('shows where a finding is by a comment, at the same place', () => {
    const page = rulePageMarkdown(meta('nested-event-loop'), source(meta('nested-event-loop')), ENGLISH);
    assert.match(page, /\n {4}result = asyncio\.run\(.*\n {4}# {8}\^{11}\n/);
    const json = rulePageMarkdown(meta('hub-json-invalid'), source(meta('hub-json-invalid')), ENGLISH);
    assert.match(json, /\n {2}\/\/ +\^+\n/);
    const readme = rulePageMarkdown(meta('badge-missing'), source(meta('badge-missing')), ENGLISH);
    assert.match(readme, /\n# Scene renderer\n<!-- \^+ -->\n/);
  });

  it('shows two places in a line by one comment, and one that is too far to the left by what is left of it', () => {
    const page = (text: string) =>
      rulePageMarkdown(meta('code-after-start'), `## Bad\n\`\`\`${text}\n\`\`\`\n`, ENGLISH);
    const [first, second] = ['   ^^ code-after-start', '         ^ code-after-start "x"'];
    assert.match(page(`python a.py\nab cd  ef g\n${first}\n${second}`), /\nab cd {2}ef g\n# {2}\^\^ {4}\^\n/);
    assert.match(page('python a.py\nabcdef\n^^^^^^ code-after-start'), /\nabcdef\n# \^{4}\n/);
    assert.match(page('json a.json\n{}\n^ code-after-start'), /\n\{\}\n\/\/ \^\n/);
  });

  it('shows a fix by what it changes', () => {
    const page = rulePageMarkdown(meta('nested-event-loop'), source(meta('nested-event-loop')), ENGLISH);
    assert.match(page, /Quick fix · `handler\.py`\n\n```diff\n- def handler\(job\):\n/);
    assert.match(page, /\n\+ async def handler\(job\):\n/);
  });

  it('says how to ignore it where its findings are', () => {
    const page = (id: string) => rulePageMarkdown(meta(id), source(meta(id)), ENGLISH);
    assert.match(page('nested-event-loop'), /\n# runpod: ignore\[nested-event-loop\] /);
    assert.doesNotMatch(page('nested-event-loop'), /"ignore"/);
    assert.match(
      page('hub-json-invalid'),
      /"ignore": \[\n.*\n {6}"rule": "hub-json-invalid",\n {6}"path": ".runpod\/hub.json"/,
    );
    assert.doesNotMatch(page('hub-json-invalid'), /# runpod: ignore/);
    assert.match(page('base-image-unpinned'), /\nOn a line of its own above it; /);
    // It could not be used.
    assert.doesNotMatch(page('unused-suppression').split('## How to ignore it')[1] ?? '', /runpod: ignore|"ignore"/);
    for (const { id } of METAS) assert.ok(page(id).includes(`{ "rules": { "${id}": "off" } }`), id);
  });

  it('names severities that depend on the profile', () => {
    const facts = (id: string) => rulePageMarkdown(meta(id), undefined, ENGLISH).split('\n')[4];
    assert.match(facts('hub-json-missing') ?? '', /note; in the profile `hub` error/);
    const strict = METAS.find(({ profile }) => profile === 'strict');
    if (strict) assert.match(facts(strict.id) ?? '', /only in the profile `strict`/);
  });

  it('is made of the metadata where the page is not packed', () => {
    for (const code of LANGUAGES) {
      const one = meta('nested-event-loop');
      const { prose, infos } = parted(rulePageMarkdown(one, undefined, languageOf(code)));
      assert.equal(prose[0], '# nested-event-loop');
      assert.deepEqual(infos, ['text', 'json']);
      for (const url of one.sources) assert.ok(prose.includes(`- <${url}>`), url);
    }
  });
});

describe('the sources of a rule', () => {
  it('begin with a page for its readers, to which the editor links the rule', () => {
    const SITES =
      /^https:\/\/(docs\.runpod\.io|github\.com\/runpod|docs\.python\.org|pip\.pypa\.io|numpy\.org|huggingface\.co\/docs|requests\.readthedocs\.io)\//;
    const elsewhere = METAS.filter(({ sources }) => !SITES.test(`${sources[0]}/`)).map(({ id }) => id);
    // Its own page is all there is: it is about this product.
    assert.deepEqual(elsewhere, ['unused-suppression']);
  });
});
