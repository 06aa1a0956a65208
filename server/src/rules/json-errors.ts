// What makes a file no strict JSON, as findings. For hub.json and tests.json alike.

import type { Fix } from '../base/edit';
import { type Message, say } from '../base/message';
import { basename } from '../base/uri';
import { insertCommaBefore, removeComment, replace } from '../edits/json';
import type { JsonError, JsonFile } from '../facts/json';
import { placeOf } from '../model/json';
import type { Finding } from './rule';

/** After one of these the rest is guesswork: what follows would only be its echo. */
const STOPS: ReadonlySet<JsonError['code']> = new Set(['invalid', 'unclosed', 'second-root', 'too-deep']);

export function* jsonErrors(file: JsonFile): Iterable<Finding> {
  for (const error of file.errors) {
    const fix = fixOf(file, error);
    yield { ...placeOf(file, error.span), message: messageOf(file, error), ...(fix && { fixes: [fix] }) };
    if (STOPS.has(error.code)) return;
  }
}

function messageOf(file: JsonFile, { code, span }: JsonError): Message {
  const name = basename(file.source.uri);
  const text = file.source.text.slice(span.start, span.end);
  switch (code) {
    case 'comment':
      return say`JSON has no comments: ${name} cannot be read with this one.`;
    case 'trailing-comma':
      return say`Nothing follows this comma: strict JSON does not allow it.`;
    case 'missing-comma':
      return say`A comma is missing before ${text}.`;
    case 'byte-order-mark':
      return say`${name} begins with a byte order mark, which strict JSON readers refuse.`;
    case 'duplicate-key':
      return say`The key ${text} appears twice in this object: only the last one counts.`;
    case 'unclosed':
      return say`${text} is never closed.`;
    case 'empty':
      return say`${name} is empty.`;
    case 'second-root':
      return say`Text follows the end of the JSON value: ${text}.`;
    case 'too-deep':
      return say`Brackets are nested too deeply from here on: the rest of ${name} is not read.`;
    case 'invalid':
      return say`This is not valid JSON: ${text}`;
  }
}

function fixOf(file: JsonFile, { code, span }: JsonError): Fix | undefined {
  switch (code) {
    case 'comment':
      // The words of the comment are lost with it: the author decides.
      return { title: say`Remove the comment`, safe: false, edits: removeComment(file, span) };
    case 'trailing-comma':
      return { title: say`Remove the comma`, safe: true, edits: [replace(file, span, '')] };
    case 'missing-comma':
      return { title: say`Insert the comma`, safe: true, edits: insertCommaBefore(file, span.start) };
    case 'byte-order-mark':
      return { title: say`Remove the byte order mark`, safe: true, edits: [replace(file, span, '')] };
    default:
      return undefined;
  }
}
