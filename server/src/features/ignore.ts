// "Ignore this here": the edit that writes a suppression, as a comment where the format has comments, else as an entry
// of the worker's `.runpod/compliance.json`. What a suppression does is the engine's policy.

import type { Edit } from '../base/edit';
import { positionAt } from '../base/lines';
import type { Source } from '../base/source';
import { span } from '../base/span';
import { join, relativeTo, type Uri } from '../base/uri';
import { insertItem, insertProperty, type Json, renderFile } from '../edits/json';
import type { Report, Reported } from '../engine/report';
import { commentsStand } from '../engine/suppressions';
import { isArray, isObject, member, pointerAt } from '../model/json';
import { parseJson } from '../syntax/json';

const CONFIG_PATH = '.runpod/compliance.json';
const CONFIG_LIST = 'ignore';

/** Undefined where no suppression can be written. */
export function ignoreEdits(report: Report, finding: Reported): readonly Edit[] | undefined {
  const source = report.sources.get(finding.uri);
  if (source === undefined) return undefined;
  return finding.uri.endsWith('.json')
    ? ignoreInConfig(report, source, finding)
    : ignoreInComment(source, finding.span.start, finding.rule);
}

/** An existing list of rules on the line or above it takes the rule in; else a line above it is made. */
function ignoreInComment({ uri, text, lines }: Source, offset: number, rule: string): readonly Edit[] | undefined {
  const stand = uri.endsWith('.py') ? 'anywhere' : commentsStand(uri);
  if (stand === undefined) return undefined;
  const { line } = positionAt(lines, offset);
  const here = lineAt(line);
  const above = lineAt(line - 1);

  const listEnd =
    (stand === 'anywhere' ? listEndIn(here) : undefined) ?? (isComment(above.text) ? listEndIn(above) : undefined);
  if (listEnd !== undefined) return [insert(listEnd, `, ${rule}`)];

  const comment = `# runpod: ignore[${rule}]`;
  // Docker takes comments out before it joins lines; where comments may stand anywhere, they would part a statement.
  if (stand === 'alone' || !isContinued(above.text)) {
    const indent = /^\ufeff?([ \t]*)/.exec(here.text)?.[1] ?? '';
    // Behind a byte order mark, which must stay first in the file.
    const at = here.start + (here.text.startsWith('\ufeff') ? 1 : 0);
    return [insert(at, `${indent}${comment}${lineEndOf(text)}`)];
  }
  // Behind the last line of a statement that backslashes continue it may stand.
  return isContinued(here.text) ? undefined : [insert(here.start + here.text.length, `  ${comment}`)];

  function lineAt(index: number): Line {
    const start = lines[index] ?? text.length;
    const content = index < 0 ? '' : text.slice(start, lines[index + 1] ?? text.length);
    return { start, text: content.replace(/[\r\n]+$/, '') };
  }

  function insert(at: number, inserted: string): Edit {
    return { uri, span: span(at, at), text: inserted };
  }
}

interface Line {
  readonly start: number;
  readonly text: string;
}

/** Offset of the bracket that closes the list of ignored rules. */
function listEndIn({ start, text }: Line): number | undefined {
  const match = /#\s*runpod:\s*ignore\[[^\]]*/.exec(text);
  if (match === null || text[match.index + match[0].length] !== ']') return undefined;
  return start + match.index + match[0].length;
}

function isComment(line: string): boolean {
  return /^\s*#/.test(line);
}

function isContinued(line: string): boolean {
  return line.endsWith('\\');
}

function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

function ignoreInConfig(report: Report, source: Source, finding: Reported): readonly Edit[] | undefined {
  const file = parseJson(source);
  const path = relativeTo(report.root, finding.uri);
  const pointer = pointerAt(file, finding.span);
  if (path === undefined || pointer === undefined) return undefined;
  const entry: Json = { rule: finding.rule, path, pointer, reason: '' };

  const uri: Uri = join(report.root, CONFIG_PATH);
  const existing = report.sources.get(uri);
  if (existing === undefined || existing.text.trim() === '') {
    const text = renderFile(file, { [CONFIG_LIST]: [entry] });
    return [{ uri, span: span(0, existing?.text.length ?? 0), text }];
  }
  const config = parseJson(existing);
  if (config.errors.some(({ code }) => code !== 'comment' && code !== 'trailing-comma')) return undefined;
  const list = member(config.root, CONFIG_LIST)?.value;
  if (isArray(list)) return insertItem(config, list, entry);
  return list === undefined && isObject(config.root)
    ? insertProperty(config, config.root, CONFIG_LIST, [entry])
    : undefined;
}
