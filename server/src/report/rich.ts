// Text of a report as runs of words and of code, in the reader's language and safe to show: what comes from the workspace
// has no control characters, cannot turn the text around it, and is cut. Escaping for Markdown or HTML is the renderers'.

import { type Message, type Part, partsOf } from '../base/message';
import type { Language } from '../languages';
import { printable } from './shared';

export interface Run {
  readonly kind: 'words' | 'code';
  readonly text: string;
}

export type Rich = readonly Run[];

/** A message, with names and what looks like code set apart. */
export function richOf(message: Message, { bundle }: Language): Rich {
  return joined(withBraces(withQuotes(partsOf(message, bundle).flatMap(runsOf))));
}

export function words(text: string): Rich {
  return [{ kind: 'words', text }];
}

export function code(text: string): Rich {
  return [{ kind: 'code', text: shown(text) }];
}

export function plain(rich: Rich): string {
  return rich.map(({ text }) => text).join('');
}

const LONGEST_NAME = 160;

/** A name or a text from the workspace, on one line. */
export function shown(text: string, longest = LONGEST_NAME): string {
  const line = text.replace(/\s+/g, ' ');
  return isolated(visible(line.length > longest ? `${line.slice(0, longest - 1)}…` : line));
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802-\ud803\ud83a-\ud83b]/;
const ISOLATE = '\u2068';
const END_OF_ISOLATE = '\u2069';

/** Letters that are written from right to left would carry their neighbours along. */
export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `${ISOLATE}${text}${END_OF_ISOLATE}` : text;
}

const HALF_CHARACTER = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Nothing that a reader cannot see, no half of a character. */
export function visible(text: string): string {
  return printable(text.replace(HALF_CHARACTER, '\ufffd'));
}

/** What people write as code when they write it at all: of our own words, so that it need not be complete. */
const CODE = new RegExp(
  [
    'if __name__ == "__main__"',
    /\b\w+\["\w+"\]/.source,
    /"[\w.]+"(?:: (?:True|False|None|\d+))?/.source,
    /(?<![\w-])--[\w-]+/.source,
    /(?<![\w.])\.?[A-Za-z_][\w.]*\(\)/.source,
    /(?<![\w./-])\.?\w[\w./-]*\.(?:json|py|txt|toml|sh|dockerignore)\b/.source,
    /(?<![\w/.])\/[a-z][\w-]*(?:\/[\w-]+)*/.source,
    /\b[a-z_]\w+(?:\.[a-z_]\w+)+\b/.source,
    /\b\w+_\w+\b/.source,
    /\b[a-z]+[a-z0-9]*[A-Z]\w*\b/.source,
    /\b[A-Z]\w+Error\b/.source,
    /\b(?:COMPLETED|FAILED|RunPodLogger)\b/.source,
  ].join('|'),
  'g',
);

function runsOf({ kind, text }: Part): Rich {
  if (kind === 'argument') return argumentRuns(text);
  const runs: Run[] = [];
  let at = 0;
  for (const { index, 0: found } of text.matchAll(CODE)) {
    runs.push({ kind: 'words', text: text.slice(at, index) }, { kind: 'code', text: found });
    at = index + found.length;
  }
  return [...runs, { kind: 'words', text: text.slice(at) }];
}

const NUMBER = /^[\d.,]+$/;
const ITEM = '(?:"[^",]*"|[^,()[\\]{}"\']+)';
const LIST = new RegExp(`^${ITEM}(?:, ${ITEM})+$`);

/** Each name of a list stands for itself. */
function argumentRuns(text: string): Rich {
  if (NUMBER.test(text) || text === '') return words(text);
  if (!LIST.test(text)) return code(text);
  return text.split(', ').flatMap((name, index) => (index === 0 ? code(name) : [...words(', '), ...code(name)]));
}

/** Straight quotes around code belong to it, and so do empty parentheses behind it. */
function withQuotes(runs: readonly Run[]): readonly Run[] {
  const result = [...runs];
  for (const [at, inner] of result.entries()) {
    const before = result[at - 1]?.text ?? '';
    const after = result[at + 1];
    if (inner.kind !== 'code' || after?.kind !== 'words') continue;
    if (before.endsWith('"') && after.text.startsWith('"')) {
      result[at - 1] = { kind: 'words', text: before.slice(0, -1) };
      result[at] = { kind: 'code', text: `"${inner.text}"` };
      result[at + 1] = { kind: 'words', text: after.text.slice(1) };
    } else if (after.text.startsWith('()')) {
      result[at] = { kind: 'code', text: `${inner.text}()` };
      result[at + 1] = { kind: 'words', text: after.text.slice(2) };
    }
  }
  return result;
}

/** `{"handler": ` and a name and `}` are one piece of code. */
function withBraces(runs: readonly Run[]): readonly Run[] {
  const result = [...runs];
  for (let at = 0; at + 4 < result.length; at++) {
    const [before, key, colon, value, after] = result.slice(at, at + 5);
    if (!before?.text.endsWith('{') || key?.kind !== 'code' || colon?.text !== ': ' || value?.kind !== 'code') continue;
    if (!after?.text.startsWith('}')) continue;
    result.splice(
      at,
      5,
      { kind: 'words', text: before.text.slice(0, -1) },
      { kind: 'code', text: `{${key.text}: ${value.text}}` },
      { kind: 'words', text: after.text.slice(1) },
    );
  }
  return result;
}

function joined(runs: readonly Run[]): Rich {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (run.text === '') continue;
    if (last?.kind === run.kind) result[result.length - 1] = { kind: run.kind, text: last.text + run.text };
    else result.push(run);
  }
  return result;
}
