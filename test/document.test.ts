// The compliance report as a document: the examples' kept texts in both languages, and what a hostile worker does to it:
// nothing. UPDATE_EXAMPLES=1 rewrites the kept texts: review the diff.

import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { TOOL_VERSION } from '../server/src/knowledge/documentation';
import { LANGUAGES } from '../server/src/languages/index';
import { documentOf } from '../server/src/report/document';
import { htmlReport } from '../server/src/report/html';
import { markdownReport } from '../server/src/report/markdown';
import { indexOf } from '../server/src/report/overview';
import { evil, HEBREW, HOSTILE, indexOfExample, META, OPTIONS, outcome, ROOT, reportOf } from './harness/reports';
import { inRoot } from './harness/root';

const { UPDATE_EXAMPLES } = process.env;
const EXAMPLES = readdirSync(inRoot('examples'));

describe('the report of an example', () => {
  for (const name of EXAMPLES) {
    for (const code of LANGUAGES) {
      it(`${name} in ${code}, as Markdown`, async () => {
        const kept = inRoot(`test/report-texts/${name}.${code}.md`);
        const text = markdownReport(await indexOfExample(name, code)).replaceAll(TOOL_VERSION, '0.0.0');
        if (UPDATE_EXAMPLES === '1') {
          mkdirSync(inRoot('test/report-texts'), { recursive: true });
          writeFileSync(kept, text);
        }
        assert.equal(text, readFileSync(kept, 'utf8'));
      });

      it(`${name} in ${code}: HTML says what Markdown says`, async () => {
        const index = await indexOfExample(name, code);
        const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]{3,}/gu) ?? [];
        const body = htmlReport(index)
          .replace(/<style>[\s\S]*<\/style>/, '')
          .replace(/<[^>]*aria-label="([^"]*)"[^>]*>/g, ' $1 ')
          .replace(/<[^>]*>/g, ' ');
        const inHtml = new Set(words(body.replace(/&#39;/g, "'").replace(/&(?:quot|lt|gt|amp);/g, ' ')));
        const fences = /^(`{3,})\w*\n[\s\S]*?\n\1$/gm;
        const text = markdownReport(index)
          .replace(fences, '')
          .replace(/\]\(#[^)]*\)/g, ']');
        assert.deepEqual(
          [...new Set(words(text))].filter((word) => !inHtml.has(word)),
          [],
        );
      });
    }
  }

  it('has no English left in Polish where an area is finished', async () => {
    const text = markdownReport(await indexOfExample('first-draft', 'pl'));
    assert.doesNotMatch(text, /\b(?:the|with|which|does|worker's|Better|Read more)\b(?![^`]*`)/);
  });
});

const TAGS =
  'html head meta title style body header main article section nav div p span h1 h2 h3 h4 h5 ul ol li a dl dt dd code pre ins del strong table thead tbody tr th td figure figcaption svg circle path text footer';

describe('a hostile worker', () => {
  for (const reports of [[HOSTILE], [HOSTILE, { ...HOSTILE, root: `${ROOT}2` }]]) {
    const name = `${reports.length} of it`;

    it(`gets no markup into HTML: ${name}`, () => {
      const html = htmlReport(indexOf(reports, OPTIONS));
      const body = html.replace(/<style>[\s\S]*?<\/style>/, '');
      const allowed = new Set(TAGS.split(' '));
      const tags = [...body.matchAll(/<\/?([a-zA-Z][^\s>]*)([^>]*)>/g)];
      assert.deepEqual(
        tags.map(([, tag = '']) => tag).filter((tag) => !allowed.has(tag)),
        [],
      );
      for (const [, tag, attributes = ''] of tags) {
        assert.doesNotMatch(attributes.replace(/="[^"]*"/g, ''), /\bon\w+|style|src/, tag);
        for (const [, target = ''] of attributes.matchAll(/href="([^"]*)"/g))
          assert.match(target, /^(?:#|https:\/\/docs\.runpod\.io\/)/);
      }
      // Two angle brackets in the declaration, none that is not a tag's.
      assert.equal(body.replace(/<!doctype html>|<\/?[a-z][^>]*>/g, '').match(/[<>]/), null);
      assertHarmless(body);
    });

    it(`gets nothing into Markdown but as code: ${name}`, () => {
      const text = markdownReport(indexOf(reports, OPTIONS));
      assertHarmless(text);
      const prose = withoutCode(text);
      assert.doesNotMatch(prose, /script|alert|@team|evil|\*\*b\*\*|gnp/);
      const rows = prose.split('\n').filter((line) => line.startsWith('|'));
      assert.ok(rows.length >= 3);
      assert.deepEqual(
        rows.map((row) => row.replaceAll('\\|', '').split('|').length).filter((cells) => cells !== 5 && cells !== 6),
        [],
      );
    });
  }

  /** No unseen characters but the isolates, which come in pairs; no long lines of the workspace's making. */
  function assertHarmless(text: string): void {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
    assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066\u2067]/);
    assert.equal(text.split('\u2068').length, text.split('\u2069').length);
    assert.ok(text.includes(`\u2068`) && text.includes(HEBREW));
    assert.ok(!text.includes('x'.repeat(200)));
    assert.equal(Buffer.from(text, 'utf8').toString('utf8'), text);
  }

  function withoutCode(markdown: string): string {
    const prose = markdown.replace(/^(`{3,})[^\n`]*\n[\s\S]*?\n\1$/gm, '');
    return prose.replace(/(?<!`)(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '');
  }

  it('with 2,000 findings gets a report of bounded length', () => {
    const many = reportOf([outcome({ findings: Array.from({ length: 2000 }, (_, at) => evil(at % 5000)) })]);
    const from = performance.now();
    const text = markdownReport(indexOf([many], OPTIONS));
    assert.ok(performance.now() - from < 1000);
    assert.ok(text.length < 60_000);
    assert.match(text, /and 1975 more places/);
  });
});

describe('a document', () => {
  it('is plain data: it survives being sent', () => {
    const document = documentOf(HOSTILE, OPTIONS);
    assert.deepEqual(structuredClone(document), document);
  });

  it('without a worker says so', () => {
    assert.equal(markdownReport(indexOf([], OPTIONS)), '# RunPod compliance report\n\nNo RunPod worker here.\n');
    assert.match(htmlReport(indexOf([], OPTIONS)), /<h1>RunPod compliance report<\/h1><p>No RunPod worker here\.<\/p>/);
  });

  it('ticks nothing that was not decided', () => {
    const report = reportOf([
      outcome({ state: 'undecided' }),
      outcome({ meta: { ...META, id: 'off' }, state: 'off' }),
      outcome({ meta: { ...META, id: 'none', area: 'hub' }, state: 'inapplicable' }),
      outcome({ meta: { ...META, id: 'good', good: 'Good.', shownBy: 'hub' }, state: 'passed' }),
    ]);
    const { checklist, right, areas } = documentOf(report, OPTIONS);
    const items = checklist.groups.flatMap((group) => group.items);
    assert.deepEqual(
      items.map(({ rule, state }) => [rule, state]),
      [
        ['some-rule', 'unknown'],
        ['good', 'done'],
      ],
    );
    // There is no hub.json that would show it.
    assert.deepEqual(right.areas, []);
    assert.deepEqual(
      areas.rows.map(({ standing }) => standing),
      ['unknown', 'none'],
    );
  });
});
