// The compliance panel without an editor: the page that the server writes for it, what it can ask for, and what a hostile
// worker does to it: nothing.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseAsk, parseShow } from '../client/src/messages';
import { makeSource } from '../server/src/base/source';
import { span } from '../server/src/base/span';
import type { Report, Reported } from '../server/src/engine/report';
import { DEFAULT_SETTINGS } from '../server/src/engine/session';
import { ENGLISH, type Language, loadLanguage } from '../server/src/languages/index';
import type { ClientView, EditTarget } from '../server/src/lsp/convert';
import { createPanelFeed, type PanelFeed } from '../server/src/lsp/feeds';
import type { PanelDocument, PanelReport } from '../server/src/lsp/protocol';
import { htmlReport } from '../server/src/report/html';
import { markdownReport } from '../server/src/report/markdown';
import { indexOf } from '../server/src/report/overview';
import { RULES } from '../server/src/rules/index';
import { EVIL, evil, HEBREW, HOSTILE, META, outcome, reportOf } from './harness/reports';
import { openWorker, readFolder, WORKER } from './harness/workers';

const HOST = { folders: [WORKER], page: () => undefined, today: () => '2026-08-21' };

const TARGET: EditTarget = {
  clientUri: (uri) => uri,
  version: () => null,
  exists: () => false,
  documentChanges: true,
  createFiles: true,
  changeAnnotations: false,
};

class View implements ClientView {
  readonly relatedInformation = true;
  readonly codeDescription = true;
  readonly data = true;
  readonly explains = true;
  language: Language = ENGLISH;
  clientUri(uri: string): string {
    return uri;
  }
}

function feedOf(reports: readonly Report[], view = new View()): PanelFeed {
  const feed = createPanelFeed({ view, target: TARGET, settings: DEFAULT_SETTINGS }, () => undefined);
  feed.update(reports);
  return feed;
}

function documentOf(report: Report, feed = feedOf([report])): PanelDocument {
  const document = feed.document({ root: report.root }, HOST);
  assert.ok(document);
  return document;
}

async function exampleReport(name: string): Promise<Report> {
  const [report] = (await openWorker(readFolder(`examples/${name}`))).reports();
  assert.ok(report);
  return report;
}

function valuesOf(html: string, attribute: string): readonly string[] {
  return [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => value);
}

describe("the panel's page", () => {
  it('opens each place that it names, and each is in a file of the worker', async () => {
    const report = await exampleReport('fast-backend');
    const { html, places } = documentOf(report);
    const links = valuesOf(html, 'data-link');
    assert.ok(links.length > 20);
    assert.deepEqual([...new Set(links)].sort(), Object.keys(places).sort());
    for (const { uri } of Object.values(places)) assert.ok(report.sources.has(uri), uri);
    // Such as `handler.py:56`, which is line 55 of the protocol.
    for (const [, link = '', file = '', line = ''] of html.matchAll(
      /data-link="([^"]*)" data-action="open">([^<:]+):(\d+)</g,
    )) {
      assert.equal(places[link]?.uri, `${WORKER}/${file}`);
      assert.equal(places[link]?.range.start.line, Number(line) - 1);
    }
  });

  it('names findings as the reports do, so that each button fixes what it says', async () => {
    const report = await exampleReport('fast-backend');
    const feed = feedOf([report]);
    const [panel] = feed.all();
    const { html } = documentOf(report, feed);
    const fixes = [...html.matchAll(/data-finding="([^"]*)" data-fix="(\d+)"/g)];
    assert.ok(fixes.length > 3);
    const known = new Map(
      (panel?.outcomes ?? []).flatMap(({ findings }) => findings.map((finding) => [finding.id, finding] as const)),
    );
    for (const [, id = '', fix = ''] of fixes) {
      assert.ok(known.get(id)?.fixes[Number(fix)], `${id} ${fix}`);
      assert.ok(feed.fix({ id, fix: Number(fix) }), `${id} ${fix}`);
    }
    for (const id of valuesOf(html, 'data-finding')) assert.ok(known.has(id), id);
  });

  it('offers what is safe as it is, the rest for review, and what can be done with the whole', async () => {
    const { html } = documentOf(await exampleReport('fast-backend'));
    assert.match(html, /data-action="fixAll"[^>]*><svg[\s\S]*?Fix all that is safe \(3\)/);
    assert.deepEqual(valuesOf(html, 'data-format'), ['markdown', 'html']);
    for (const [, words = '', button = ''] of html.matchAll(
      /<button[^>]* class="([^"]*\bfix\b[^"]*)"(.*?)<\/button>/g,
    )) {
      assert.equal(button.includes('>review<'), !words.includes('safe'));
    }
    assert.doesNotMatch(documentOf(await exampleReport('clean')).html, /data-action="fix/);
  });

  it('leads from one part to another, and only to what is there', async () => {
    const { html } = documentOf(await exampleReport('fast-backend'));
    const ids = valuesOf(html, 'id');
    assert.equal(new Set(ids).size, ids.length);
    const inside = valuesOf(html, 'href').filter((href) => href.startsWith('#'));
    assert.ok(inside.length > 10);
    for (const href of inside) assert.ok(ids.includes(href.slice(1)), href);
  });

  it("speaks the reader's language, its buttons too", async () => {
    const view = new View();
    const report = await exampleReport('first-draft');
    const feed = feedOf([report], view);
    view.language = await loadLanguage('pl');
    feed.update([report]);
    const { html, language, summary } = documentOf(report, feed);
    assert.equal(language, 'pl');
    assert.match(summary, /^worker: NO-GO, ocena \d+,\d na 10, /);
    for (const words of ['Pokaż dokumentację', 'Wycisz…', 'Zapisz jako Markdown', 'Problemy do naprawienia']) {
      assert.ok(html.includes(words), words);
    }
    const prose = html.replace(/<(code|a)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, '\n');
    assert.deepEqual(prose.match(/.*\b(?:the|with|which|Ignore|Save|Show)\b.*/g) ?? [], []);
  });

  it('is the report that is saved: what is only read has no button and no name for a place', async () => {
    const report = await exampleReport('fast-backend');
    const feed = feedOf([report]);
    const options = { language: ENGLISH, showPath: () => 'worker', date: '2026-08-21', page: HOST.page };
    assert.equal(
      feed.export({ root: report.root, format: 'markdown' }, HOST),
      markdownReport(indexOf([report], options)),
    );
    const html = feed.export({ root: report.root, format: 'html' }, HOST);
    assert.equal(html, htmlReport(indexOf([report], options)));
    assert.doesNotMatch(html?.replace(/<style>[\s\S]*<\/style>/, '') ?? '', /<button|<details|data-|tabindex/);
  });
});

describe("the panel's page of a hostile worker", () => {
  const { html, places, summary, name } = documentOf(HOSTILE);
  const tags = [...html.matchAll(/<([a-zA-Z][^\s>]*)([^>]*)>/g)];

  it('has elements of ours alone, without handlers, styles or anything to fetch', () => {
    const allowed = new Set(
      'article header nav section div p span h1 h2 h3 ul ol li a dl dt dd code pre ins del strong table thead tbody tr th td figure figcaption svg circle path text footer button details summary'.split(
        ' ',
      ),
    );
    assert.deepEqual(
      tags.map(([, tag = '']) => tag).filter((tag) => !allowed.has(tag)),
      [],
    );
    for (const [whole, , attributes = ''] of tags) {
      assert.doesNotMatch(attributes.replace(/="[^"]*"/g, ''), /\bon\w+|\bstyle|\bsrc/, whole);
      for (const href of valuesOf(attributes, 'href')) assert.match(href, /^(?:#|https:\/\/docs\.runpod\.io\/)/);
      for (const link of valuesOf(attributes, 'data-link')) assert.match(link, /^\d+\.\d+$/);
      for (const finding of valuesOf(attributes, 'data-finding')) assert.match(finding, /^\d+\.\d+\.\d+$/);
    }
    assert.equal(html.replace(/<\/?[a-z][^>]*>/g, '').match(/[<>]/), null);
    assert.ok(html.includes('&lt;script&gt;'));
  });

  it('has no unseen characters but isolates in pairs, and no line of its making', () => {
    for (const text of [html, summary, name]) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
      assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066\u2067]/);
      assert.equal(text.split('\u2068').length, text.split('\u2069').length);
      assert.ok(!text.includes('x'.repeat(200)));
    }
    assert.ok(html.includes(HEBREW));
  });

  it('opens its files all the same', () => {
    for (const { uri } of Object.values(places)) assert.ok(HOSTILE.sources.has(uri));
    assert.ok(Object.keys(places).length > 3);
  });
});

describe('a worker with 2,000 findings', () => {
  it('has a page of bounded size, where every rule that failed has its place', () => {
    const files = Array.from({ length: 100 }, (_, at) => `${WORKER}/module_${at}.py`);
    const text = 'value = compute(1)\n'.repeat(200);
    const sources = new Map(files.map((uri) => [uri, makeSource(uri, text)]));
    const metas = RULES.slice(0, 100).map(({ meta }) => meta);
    const findingAt = (rule: string, at: number): Reported => ({
      ...evil(0),
      rule,
      uri: files[at % files.length] ?? WORKER,
      span: span(at, at + 5),
      related: [],
    });
    const outcomes = metas.map((meta, at) =>
      outcome({ meta, findings: Array.from({ length: 20 }, (_, each) => findingAt(meta.id, at * 20 + each)) }),
    );
    const { html, findings } = documentOf(reportOf(outcomes, { root: WORKER, sources }));
    assert.equal(findings, 2000);
    assert.equal(valuesOf(html, 'data-rule').length, 2 * metas.length);
    assert.equal(html.match(/and 19 more places/g)?.length, metas.length);
    assert.ok(html.length < 2_000_000, `${html.length}`);
  });
});

describe('what the panel is told', () => {
  const other = reportOf([outcome({ findings: [evil(0)] })], { root: `${WORKER}/other` });

  it('is made once for each report, and anew in another language', async () => {
    const view = new View();
    const feed = feedOf([HOSTILE, other], view);
    const [first, second] = feed.all();
    feed.update([{ ...HOSTILE }, other]);
    const [changed, same] = feed.all();
    assert.notEqual(changed?.version, first?.version);
    assert.equal(same, second);
    view.language = await loadLanguage('pl');
    feed.update([HOSTILE, other]);
    const versions = feed.all().map(({ version }) => version);
    assert.ok(versions.every((version) => version > (changed?.version ?? 0)));
  });

  it('is what the page shows: the versions are the same', () => {
    const feed = feedOf([HOSTILE, other]);
    const [panel]: readonly PanelReport[] = feed.all();
    assert.equal(documentOf(HOSTILE, feed).version, panel?.version);
  });

  it('is nothing of a worker that has gone, or for a question that makes no sense', () => {
    const feed = feedOf([other]);
    for (const params of [undefined, null, 7, {}, { root: HOSTILE.root }, { root: ['a'] }]) {
      assert.equal(feed.document(params, HOST), null);
      assert.equal(feed.export(params, HOST), null);
    }
    assert.equal(feed.export({ root: other.root, format: 'pdf' }, HOST), null);
    assert.equal(feed.fix({ id: '1.0.0', fix: 'x' }), null);
  });
});

describe('messages of the page', () => {
  it('are read where they make sense', () => {
    const asks = [
      { type: 'ready' },
      { type: 'ready', worker: 'file:///w' },
      { type: 'open', link: '1.2' },
      { type: 'fix', finding: '1.2.3', fix: 0 },
      { type: 'ignore', finding: '1.2.3' },
      { type: 'explain', rule: META.id },
      { type: 'fixAll' },
      { type: 'export', format: 'html' },
      { type: 'select', worker: 'file:///w' },
      { type: 'restart' },
      { type: 'output' },
      { type: 'newHandler' },
      { type: 'drawn', worker: 'w', findings: 3 },
      { type: 'trouble', message: 'no' },
    ];
    for (const ask of asks) assert.deepEqual(parseAsk(structuredClone(ask)), ask);
  });

  it('are cut down to what is known of them', () => {
    assert.deepEqual(parseAsk({ type: 'open', link: '1.2', uri: 'file:///etc/passwd', edit: {} }), {
      type: 'open',
      link: '1.2',
    });
    const trouble = parseAsk({ type: 'trouble', message: EVIL.repeat(100) });
    assert.equal(trouble?.type === 'trouble' && trouble.message.length, 500);
  });

  it('are nothing where they make none', () => {
    const nonsense: readonly unknown[] = [
      undefined,
      null,
      'open',
      7,
      [],
      {},
      { type: 'eval', code: '1' },
      { type: 'open' },
      { type: 'open', link: 3 },
      { type: 'fix', finding: '1.2.3' },
      { type: 'fix', finding: '1.2.3', fix: '0' },
      { type: 'ignore', finding: {} },
      { type: 'explain', rule: null },
      { type: 'export', format: 'pdf' },
      { type: 'select' },
      { type: 'drawn', worker: 'w' },
      { type: 'trouble' },
    ];
    for (const data of nonsense) assert.equal(parseAsk(data), undefined, JSON.stringify(data));
  });

  it('come from the extension only in their form', () => {
    for (const data of [undefined, null, 'show', {}, { type: 'show' }, { type: 'hide', view: {} }]) {
      assert.equal(parseShow(data), undefined);
    }
  });
});
