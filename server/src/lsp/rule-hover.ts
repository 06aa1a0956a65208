// What a hover says of rules: of those that found something at a place, and of one that a suppression or the configuration
// names. The diagnostic's own message is the editor's to show, and is not repeated.

import type { Hover, MarkupContent } from 'vscode-languageserver';
import { type Message, say } from '../base/message';
import type { Source } from '../base/source';
import type { Uri } from '../base/uri';
import type { Report } from '../engine/report';
import { jsonKindOf } from '../features/json-kind';
import {
  type Effect,
  type FindingHere,
  findingsAt,
  mentionInComment,
  mentionInConfig,
  type RuleMention,
} from '../features/rule-mentions';
import type { Language } from '../languages';
import type { Worker } from '../model/worker';
import { inline } from '../report/markdown';
import { plain, richOf } from '../report/rich';
import { SEVERITY_NAMES } from '../report/shared';
import type { RuleMeta } from '../rules/rule';
import { rangeOf } from './convert';
import { EXPLAIN_COMMAND } from './protocol';

/** How a client shows it. */
export interface RuleWords {
  readonly language: Language;
  readonly markdown: boolean;
  /** Whether a link can open the rule's documentation. */
  readonly explains: boolean;
}

export interface RuleSpot {
  readonly uri: Uri;
  readonly source: Source;
  readonly offset: number;
  readonly worker: Worker | undefined;
  readonly report: Report | undefined;
}

/** Where a suppression or the configuration names a rule. */
export function mentionHover({ uri, source, offset, worker, report }: RuleSpot, how: RuleWords): Hover | undefined {
  const mention =
    jsonKindOf(uri, worker) === 'config'
      ? mentionInConfig(report, source, offset)
      : worker && report && mentionInComment(worker, report, uri, offset);
  return mention && { range: rangeOf(source.lines, mention.span), contents: mentionMarkup(mention, how) };
}

/** Where rules found something. */
export function findingsHover({ uri, source, offset, report }: RuleSpot, how: RuleWords): Hover | undefined {
  const here = report === undefined ? [] : findingsAt(report, uri, offset);
  const spans = here.map(({ finding }) => finding.span).sort((a, b) => a.end - a.start - (b.end - b.start));
  return spans[0] && { range: rangeOf(source.lines, spans[0]), contents: findingsMarkup(here, how) };
}

const MOST_FINDINGS = 3;

function findingsMarkup(here: readonly FindingHere[], how: RuleWords): MarkupContent {
  const shown = here
    .slice(0, MOST_FINDINGS)
    .flatMap(({ meta, finding }) => [
      `${bold(meta.id, how)} · ${wordsOf(SEVERITY_NAMES[finding.severity], how)}`,
      whyOf(meta, how),
      linkOf(meta, how),
    ]);
  return markup(shown, how);
}

function mentionMarkup(mention: RuleMention, how: RuleWords): MarkupContent {
  if (mention.kind === 'unknown') {
    const { id, meant } = mention;
    const hint = meant === undefined ? '' : wordsOf(say`Did you mean ${meant}?`, how);
    return markup([`${wordsOf(say`There is no rule ${id}.`, how)} ${hint}`.trim()], how);
  }
  const { meta, does } = mention;
  const usual = wordsOf(SEVERITY_NAMES[meta.severity], how);
  return markup(
    [
      `${bold(meta.id, how)} · ${usual}`,
      ...whatAndWhy(meta, how),
      does === undefined ? '' : wordsOf(EFFECTS[does], how),
      linkOf(meta, how),
    ],
    how,
  );
}

const EFFECTS: Readonly<Record<Effect, Message>> = {
  hides: say`At present this hides a finding.`,
  nothing: say`At present there is nothing here to hide.`,
  off: say`The rule is off, so there is nothing to hide.`,
  inapplicable: say`The rule has nothing to look at in this worker, so there is nothing to hide.`,
  undecidable: say`Whether there is something to hide cannot be told at present.`,
};

/** Beside what a hover says anyway. */
export function beside(hover: Hover | null, more: Hover | undefined, markdown: boolean): Hover | null {
  if (hover === null || more === undefined) return hover ?? more ?? null;
  const rule = markdown ? '\n\n---\n\n' : '\n\n';
  const texts = [hover, more].map(({ contents }) => textOf(contents)).filter((text) => text !== '');
  const value = texts.join(rule);
  return { ...hover, contents: { kind: markdown ? 'markdown' : 'plaintext', value } };
}

/** The protocol has three forms, two of them from before Markdown had a kind. */
function textOf(contents: Hover['contents']): string {
  if (typeof contents === 'string') return contents;
  if (Array.isArray(contents)) return contents.map(textOf).join('\n\n');
  return contents.value;
}

/** What the rule finds, and what it costs. */
export function whatAndWhy(meta: RuleMeta, how: RuleWords): readonly string[] {
  return [wordsOf({ template: meta.summary, args: [] }, how), whyOf(meta, how)];
}

function whyOf({ why }: RuleMeta, how: RuleWords): string {
  const label = `${wordsOf(say`What you will see on RunPod`, how)}:`;
  return `${bold(label, how)} ${wordsOf({ template: why, args: [] }, how)}`;
}

function linkOf({ id, sources }: RuleMeta, how: RuleWords): string {
  if (how.markdown && how.explains) {
    const target = `command:${EXPLAIN_COMMAND}?${encodeURIComponent(JSON.stringify([id]))}`;
    return `[${wordsOf(say`Show documentation`, how)}](${target})`;
  }
  const source = sources.find((one) => one.startsWith('https://'));
  if (source === undefined) return '';
  return how.markdown ? `[${wordsOf(say`Read more`, how)}](${source})` : `${wordsOf(say`Read more`, how)}: ${source}`;
}

function bold(text: string, { markdown }: RuleWords): string {
  return markdown ? `**${text}**` : text;
}

function wordsOf(message: Message, { language, markdown }: RuleWords): string {
  const rich = richOf(message, language);
  return markdown ? inline(rich) : plain(rich);
}

function markup(paragraphs: readonly string[], { markdown }: RuleWords): MarkupContent {
  const value = paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
  return { kind: markdown ? 'markdown' : 'plaintext', value };
}
