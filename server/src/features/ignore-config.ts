// Suppressions in the worker's own `.runpod/compliance.json`, which is made where it is missing and keeps its layout and
// comments where it is not. A configuration that cannot be understood is left alone.

import type { Edit } from '../base/edit';
import { span } from '../base/span';
import { join } from '../base/uri';
import { insertItem, insertProperty, type Json, renderFile, renderNewFile, replaceValue } from '../edits/json';
import type { Report } from '../engine/report';
import type { JsonFile, JsonObject } from '../facts/json';
import { isArray, isObject, member } from '../model/json';
import { CONFIG_PATH } from '../model/worker';
import { parseJson } from '../syntax/json';

/** What the configuration's reader does not mind. */
const HARMLESS: ReadonlySet<string> = new Set(['comment', 'trailing-comma', 'byte-order-mark']);

/** A new file is laid out as `like`. */
export function addIgnoreEntry(
  report: Report,
  entry: { readonly [key: string]: Json },
  like: JsonFile | undefined,
): readonly Edit[] | undefined {
  const config = configOf(report);
  if (config === undefined) return create(report, { ignore: [entry] }, like);
  const { file, root } = config;
  const list = member(root, 'ignore')?.value;
  if (isArray(list)) return insertItem(file, list, entry);
  return root && list === undefined ? insertProperty(file, root, 'ignore', [entry]) : undefined;
}

/** Turns a rule off for the whole worker. */
export function switchOff(report: Report, rule: string): readonly Edit[] | undefined {
  const config = configOf(report);
  if (config === undefined) return create(report, { rules: { [rule]: 'off' } }, undefined);
  const { file, root } = config;
  const rules = member(root, 'rules')?.value;
  const severity = member(rules, rule)?.value;
  if (severity !== undefined) return replaceValue(file, severity, 'off');
  if (isObject(rules)) return insertProperty(file, rules, rule, 'off');
  return root && rules === undefined ? insertProperty(file, root, 'rules', { [rule]: 'off' }) : undefined;
}

/** Undefined where there is none, or nothing in it. Without a root it cannot be understood. */
function configOf(report: Report): { readonly file: JsonFile; readonly root: JsonObject | undefined } | undefined {
  const source = report.sources.get(join(report.root, CONFIG_PATH));
  if (source === undefined || source.text.trim() === '') return undefined;
  const file = parseJson(source);
  const isUnderstood = isObject(file.root) && file.errors.every(({ code }) => HARMLESS.has(code));
  return { file, root: isUnderstood && isObject(file.root) ? file.root : undefined };
}

function create(report: Report, value: Json, like: JsonFile | undefined): readonly Edit[] {
  const uri = join(report.root, CONFIG_PATH);
  const existing = report.sources.get(uri)?.text ?? '';
  return [{ uri, span: span(0, existing.length), text: like ? renderFile(like, value) : renderNewFile(value) }];
}
