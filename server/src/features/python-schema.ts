// What may be written in a schema for the SDK's validator: keys that the handler reads, what is said of one of them, and the
// values of that.

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: places to fill in, in the syntax of snippets

import { type Message, say } from '../base/message';
import { constraintFor, FIELD_HELP, FIELD_TYPES } from '../knowledge/python-help';
import { type KeyRead, keyReads } from '../model/job';
import { textIn } from '../model/python/python';
import type { Frame } from '../syntax/python-frames';
import type { Expression } from '../syntax/python-tree';
import type { Completion } from './answers';
import { escaped } from './json-insert';
import { helpItems, presentIn } from './python-help-items';
import { type Here, keyItem, valueItem } from './python-items';

const TYPE = `\${1|${[...FIELD_TYPES.keys()].join(',')}|}`;

export function fieldKeys(here: Here, dict: Frame): readonly Completion[] {
  return helpItems(here, dict, FIELD_HELP, (name) => {
    switch (name) {
      case 'type':
        return TYPE;
      case 'required':
        return dict.keys.has('default') ? '${1:False}' : '${1:True}';
      case 'default':
        return '${1:None}';
      default:
        return constraintFor(dict.keys.get('type'));
    }
  });
}

export function fieldValues(here: Here, dict: Frame, name: string): readonly Completion[] {
  const item = (label: string, text = label, detail?: Message): Completion =>
    valueItem(here, dict, label, text, { detail });
  switch (name) {
    case 'type':
      return [...FIELD_TYPES].map(([type, detail]) => item(type, type, detail));
    case 'required':
      if (dict.keys.has('default')) return [item('False'), item('True')];
      return [item('True'), item('False, "default": None', 'False, "default": ${1:None}'), item('False')];
    case 'default':
      return [item('None')];
    case 'constraints':
      return [item('lambda', constraintFor(dict.keys.get('type')), say`a condition`)];
    default:
      return [];
  }
}

const REQUIRED = `{"type": ${TYPE}, "required": True}`;
const OPTIONAL = `{"type": ${TYPE}, "required": False, "default": \${2:None}}`;

/** What is said of one key. */
export function rules(here: Here, dict: Frame): readonly Completion[] {
  return [
    valueItem(here, dict, say`required key`, REQUIRED, { kind: 'template' }),
    valueItem(here, dict, say`key with a default`, OPTIONAL, { kind: 'template' }),
  ];
}

const MOST_READS = 40;

/** Keys of the input that the handler reads and the schema lacks. */
export function schemaKeys(here: Here, dict: Frame): readonly Completion[] {
  const { handlers } = here.around.worker?.inputs ?? {};
  const present = presentIn(here, dict);
  const items = new Map<string, Completion>();
  const reads = handlers ? [...keyReads(handlers).input].sort((a, b) => startOf(a) - startOf(b)) : [];
  for (const { key, fallback, reached } of reads) {
    if (present.has(key) || items.has(key) || items.size >= MOST_READS || !/^\w+$/.test(key)) continue;
    const rule = ruleFor(fallback, (node) => textIn(reached.fn, node));
    items.set(key, keyItem(here, dict, key, rule, { detail: say`the handler reads it` }));
  }
  return [...items.values()];
}

function startOf({ reached, expression }: KeyRead): number {
  return reached.fn.base + expression.start;
}

/** With the default that the handler has for the key, where that is plain. */
function ruleFor(fallback: Expression | undefined, written: (node: Expression) => string): string {
  const type = fallback && typeOf(fallback);
  if (fallback === undefined || type === undefined) return REQUIRED;
  return `{"type": ${type}, "required": False, "default": \${1:${escaped(written(fallback))}}}`;
}

const LONGEST_DEFAULT = 40;

function typeOf(fallback: Expression): string | undefined {
  if (fallback.end - fallback.start > LONGEST_DEFAULT) return undefined;
  switch (fallback.kind) {
    case 'string':
      // In other quotes than the schema's it would have to be written anew.
      return fallback.value !== undefined && !/["'\\\n]/.test(fallback.value) ? 'str' : undefined;
    case 'number':
      return /^[\d_]+$/.test(fallback.text) ? 'int' : /^[\d_]*\.[\d_]*$/.test(fallback.text) ? 'float' : undefined;
    case 'constant':
      return typeof fallback.value === 'boolean' ? 'bool' : undefined;
    default:
      return undefined;
  }
}
