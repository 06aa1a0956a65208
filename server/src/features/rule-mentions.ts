// Where a worker's files name a rule: in a comment that suppresses it, and in the worker's configuration. What is said of the
// rule there is the face's business.

import { positionAt } from '../base/lines';
import { SEVERITIES } from '../base/severity';
import type { Source } from '../base/source';
import { type Span, span } from '../base/span';
import type { Uri } from '../base/uri';
import type { Report, Reported, State } from '../engine/report';
import { suppressionsOf, takesComments } from '../engine/suppressions';
import { isObject, itemsOf, member, valueAt } from '../model/json';
import { nearest } from '../model/nearest';
import type { Worker } from '../model/worker';
import { METAS } from '../rules';
import type { RuleMeta } from '../rules/rule';
import { UNUSED_SUPPRESSION } from '../rules/suppressions/unused-suppression';
import { parseJson } from '../syntax/json';

export type RuleMention =
  | { readonly kind: 'known'; readonly span: Span; readonly meta: RuleMeta; readonly does: Effect | undefined }
  /** `meant`: the rule that it is probably a slip of. */
  | { readonly kind: 'unknown'; readonly span: Span; readonly id: string; readonly meant: string | undefined };

/** What a suppression comes to at present. Undecidable: the rule said neither yes nor no. */
export type Effect = 'hides' | 'nothing' | 'off' | 'inapplicable' | 'undecidable';

/** Of a place in Python, a Dockerfile, a script or requirements. */
export function mentionInComment(worker: Worker, report: Report, uri: Uri, offset: number): RuleMention | undefined {
  for (const { source, rules } of suppressionsOf(worker, report.sources)) {
    const named = source.uri === uri ? rules.find((one) => isOn(one.span, offset)) : undefined;
    if (named !== undefined) return mention(named.id, named.span, effectOf(report, named.id, uri, named.span));
  }
  return undefined;
}

/** Of a place in `.runpod/compliance.json`: a key of `rules`, or the rule of an entry of `ignore`. */
export function mentionInConfig(report: Report | undefined, source: Source, offset: number): RuleMention | undefined {
  const { root } = parseJson(source);
  const listed = valueAt(root, 'rules');
  for (const { key, keySpan } of isObject(listed) ? listed.properties : []) {
    if (isOn(keySpan, offset)) return mention(key, keySpan, undefined);
  }
  for (const item of itemsOf(valueAt(root, 'ignore'))) {
    const rule = member(item, 'rule')?.value;
    if (rule?.kind !== 'string' || !isOn(rule.span, offset)) continue;
    return mention(rule.value, rule.span, report && effectOf(report, rule.value, source.uri, item.span));
  }
  return undefined;
}

function mention(id: string, at: Span, does: Effect | undefined): RuleMention {
  const meta = METAS.find((one) => one.id === id);
  if (meta !== undefined) return { kind: 'known', span: at, meta, does };
  const ids = METAS.map((one) => one.id);
  return { kind: 'unknown', span: at, id, meant: nearest(id, ids) };
}

const EFFECTS: Readonly<Record<State, Effect>> = {
  passed: 'hides',
  failed: 'hides',
  off: 'off',
  inapplicable: 'inapplicable',
  undecided: 'undecidable',
  crashed: 'undecidable',
};

/** By the report's account of unused suppressions. Undefined where that is off. */
function effectOf({ outcomes }: Report, rule: string, uri: Uri, suppression: Span): Effect | undefined {
  const unused = outcomes.find(({ meta }) => meta === UNUSED_SUPPRESSION);
  const state = outcomes.find(({ meta }) => meta.id === rule)?.state;
  if (unused === undefined || unused.state === 'off' || state === undefined) return undefined;
  const isUnused = unused.findings.some(
    (finding) =>
      finding.uri === uri && finding.span.start === suppression.start && finding.span.end === suppression.end,
  );
  return isUnused ? 'nothing' : EFFECTS[state];
}

function isOn({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

export interface FindingHere {
  readonly meta: RuleMeta;
  readonly finding: Reported;
}

/** The findings at a place, each rule once, the gravest first. */
export function findingsAt({ outcomes }: Report, uri: Uri, offset: number): readonly FindingHere[] {
  return outcomes
    .flatMap(({ meta, findings }) => {
      const finding = findings.find((one) => one.uri === uri && isOn(one.span, offset));
      return finding === undefined ? [] : [{ meta, finding }];
    })
    .sort((a, b) => SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity));
}

export interface IdAsked {
  /** What is typed of the id already. */
  readonly span: Span;
  /** Rules that the list does not have: those found in this file first, the nearest before the others. */
  readonly offered: readonly { readonly meta: RuleMeta; readonly isFoundHere: boolean }[];
}

const OPEN_LIST = /#\s*runpod:\s*ignore(?:-file)?\[([^\]\n]*)$/;

/** Whether a rule's id goes here, in the list of a suppression. */
export function isInIgnoreList({ uri, text, lines }: Source, offset: number): boolean {
  const { line } = positionAt(lines, offset);
  return takesComments(uri) && OPEN_LIST.test(text.slice(lines[line], offset));
}

export function ruleIdsFor(report: Report | undefined, { uri, text, lines }: Source, offset: number): IdAsked {
  const { line } = positionAt(lines, offset);
  const [, before = ''] = OPEN_LIST.exec(text.slice(lines[line], offset)) ?? [];
  const after = /^[^\]\n]*/.exec(text.slice(offset))?.[0] ?? '';
  const typed = /[^,\s]*$/.exec(before)?.[0] ?? '';
  const rest = /^[^,\s]*/.exec(after)?.[0] ?? '';
  const others = new Set(
    [before.slice(0, before.length - typed.length), after.slice(rest.length)].join(',').split(/[,\s]+/),
  );

  const distances = new Map<string, number>();
  for (const { meta, findings } of report?.outcomes ?? []) {
    for (const finding of findings) {
      if (finding.uri !== uri) continue;
      const distance = Math.abs(positionAt(lines, finding.span.start).line - line);
      distances.set(meta.id, Math.min(distance, distances.get(meta.id) ?? distance));
    }
  }
  const rank = ({ id }: RuleMeta): number => distances.get(id) ?? lines.length;
  return {
    span: span(offset - typed.length, offset + rest.length),
    offered: METAS.filter((meta) => meta !== UNUSED_SUPPRESSION && !others.has(meta.id))
      .sort((a, b) => rank(a) - rank(b))
      .map((meta) => ({ meta, isFoundHere: distances.has(meta.id) })),
  };
}
