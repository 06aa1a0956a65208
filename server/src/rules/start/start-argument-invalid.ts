// `runpod.serverless.start` given something else than one dictionary with a callable under "handler".

import type { Fix } from '../../base/edit';
import { type Message, say } from '../../base/message';
import type { Span } from '../../base/span';
import { replace } from '../../edits/python';
import { HANDLER_GUIDE, START_KEYS, START_SOURCE } from '../../knowledge/sdk';
import { nearest } from '../../model/nearest';
import { type Fn, type Origin, type Python, placeIn, statementsOf, textIn } from '../../model/python/python';
import { methodNamed, resolve } from '../../model/python/resolve';
import { entryNamed, hasPlainKeys, type StartCall } from '../../model/python/starts';
import type { Argument, DictEntry, Expression } from '../../syntax/python-tree';
import { type Finding, rule } from '../rule';

export const startArgumentInvalid = rule({
  meta: {
    id: 'start-argument-invalid',
    area: 'start',
    severity: 'error',
    since: '0.1.0',
    summary: 'What runpod.serverless.start is given is no dictionary with a callable under "handler".',
    why: 'The worker ends with a TypeError at start and jobs stay IN_QUEUE; or it starts, and each job fails or is never answered.',
    good: 'start() is given a dictionary with the handler.',
    shownBy: 'start',
    sources: [START_SOURCE, HANDLER_GUIDE],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    const { python } = handlers;
    for (const start of handlers.starts) {
      const finding = argumentFinding(python, start) ?? configFinding(python, start);
      if (finding) yield finding;
    }
  },
});

function findingAt(fn: Fn, node: Span, message: Message, fix?: Fix): Finding {
  return { ...placeIn(fn, firstLine(fn, node)), message, ...(fix && { fixes: [fix] }) };
}

/** A node as far as its first line goes. */
function firstLine(fn: Fn, node: Span): Span {
  const [line = ''] = textIn(fn, node).split(/\r?\n/, 1);
  return { start: node.start, end: node.start + line.length };
}

/** What is wrong with the arguments themselves. */
function argumentFinding(python: Python, { fn, fact, config }: StartCall): Finding | undefined {
  const { args, callee, argsSpan } = fact.call;
  if (args.some(({ spread }) => spread)) return undefined;
  const [first] = args;
  if (!first) {
    const name = onlyHandler(fn);
    const text = `({"handler": ${name}})`;
    const fix = name && {
      title: say`Pass {"handler": ${name}}`,
      safe: true,
      edits: [replace(statementsOf(fn), argsSpan, text)],
    };
    return findingAt(
      fn,
      callee,
      say`start() is called without its configuration: a dictionary with the handler.`,
      fix || undefined,
    );
  }
  const foreign = args.find(({ name }) => name !== undefined && name !== 'config');
  if (foreign?.nameSpan) {
    const message = say`start() has no parameter ${foreign.name ?? ''}: it takes one dictionary.`;
    return findingAt(fn, foreign.nameSpan, message, asDictionary(fn, args, argsSpan));
  }
  const [, second] = args;
  if (second) return findingAt(fn, second.value, say`start() takes one dictionary and nothing else.`);
  return config ? undefined : notDictionary(python, fn, first);
}

/** `handler=run, refresh_worker=True` as a dictionary. */
function asDictionary(fn: Fn, args: readonly Argument[], argsSpan: Span): Fix | undefined {
  if (args.some(({ name }) => name === undefined || !START_KEYS.includes(name))) return undefined;
  const statements = statementsOf(fn);
  const [first] = args;
  const last = args.at(-1);
  if (!first || !last) return undefined;
  // The separators stay as they are, with their line breaks and comments.
  const edits = args.map((arg) =>
    replace(statements, { start: arg.start, end: arg.value.start }, `"${arg.name ?? ''}": `),
  );
  const open = { start: argsSpan.start + 1, end: argsSpan.start + 1 };
  const close = { start: argsSpan.end - 1, end: argsSpan.end - 1 };
  return {
    title: say`Pass a dictionary`,
    safe: true,
    edits: [replace(statements, open, '{'), ...edits, replace(statements, close, '}')],
  };
}

/** A handler, or a value of another kind, where the dictionary belongs. */
function notDictionary(python: Python, fn: Fn, { value }: Argument): Finding | undefined {
  const origin = resolve(python, fn, value);
  if (origin.kind === 'function') {
    const text = textIn(fn, value);
    const fix: Fix = {
      title: say`Pass {"handler": ${text}}`,
      safe: true,
      edits: [replace(statementsOf(fn), value, `{"handler": ${text}}`)],
    };
    return findingAt(fn, value, say`start() takes a dictionary, not the handler itself.`, fix);
  }
  const plain = origin.kind === 'class' || origin.kind === 'module' || (value.kind !== 'name' && isNoMapping(origin));
  return plain ? findingAt(fn, value, say`start() takes a dictionary with the handler under "handler".`) : undefined;
}

function isNoMapping(origin: Origin): boolean {
  return origin.kind === 'expression' && PLAIN.has(origin.expression.kind);
}

/** Literals that are neither a dictionary nor callable. */
const PLAIN: ReadonlySet<Expression['kind']> = new Set(['string', 'number', 'constant', 'list', 'tuple', 'set']);

function configFinding(python: Python, { fn, fact, config }: StartCall): Finding | undefined {
  if (!config) return undefined;
  const { dict, fn: scope } = config;
  const entry = entryNamed(dict, 'handler');
  if (entry) return valueFinding(python, scope, entry);
  // What is added to the dictionary elsewhere cannot be seen.
  const isWhole = hasPlainKeys(dict) && fact.call.args.length === 1 && fact.call.args[0]?.value === dict;
  if (!isWhole) return undefined;
  const meant = dict.entries.find(
    ({ key }) => key?.kind === 'string' && nearest(key.value ?? '', START_KEYS) === 'handler',
  );
  const other = meant ?? onlyCallable(python, scope, dict.entries);
  const message = say`The configuration has no "handler".`;
  if (!other?.key) return findingAt(fn, fact.call.callee, message);
  const quote = textIn(scope, other.key).endsWith("'") ? "'" : '"';
  return findingAt(scope, other.key, message, {
    title: say`Rename to "handler"`,
    safe: true,
    edits: [replace(statementsOf(scope), other.key, `${quote}handler${quote}`)],
  });
}

/** The only entry whose value is a function of the worker, under a key that the SDK does not read. */
function onlyCallable(python: Python, fn: Fn, entries: readonly DictEntry[]): DictEntry | undefined {
  const callables = entries.filter(({ key, value }) => {
    const known = key?.kind === 'string' && START_KEYS.includes(key.value ?? '');
    return !known && resolve(python, fn, value).kind === 'function';
  });
  return callables.length === 1 ? callables[0] : undefined;
}

/** What is wrong with the value under "handler". */
function valueFinding(python: Python, fn: Fn, { value }: DictEntry): Finding | undefined {
  const use = (text: string): Fix => ({
    title: say`Pass ${text}`,
    safe: true,
    edits: [replace(statementsOf(fn), value, text)],
  });
  const callee = value.kind === 'call' ? resolve(python, fn, value.callee) : undefined;
  if (value.kind === 'call' && callee?.kind === 'function') {
    if (!givesNoCallable(python, callee.fn)) return undefined;
    const name = textIn(fn, value.callee);
    const message = say`${name} is called here, once, and what it returns cannot be called for a job.`;
    return findingAt(fn, value, message, use(name));
  }
  const origin = resolve(python, fn, value);
  if (value.kind === 'string' && value.value !== undefined) {
    const named = isFunctionNamed(fn, value.value) ? use(value.value) : undefined;
    return findingAt(fn, value, say`"handler" is given a string; it takes the function itself.`, named);
  }
  if (value.kind !== 'name' && isNoMapping(origin)) {
    return findingAt(fn, value, say`"handler" is given something that cannot be called.`);
  }
  if (origin.kind === 'module') {
    const name = textIn(fn, value);
    const inside = isFunctionIn(origin.module.scope.get('handler')) ? use(`${name}.handler`) : undefined;
    return findingAt(fn, value, say`${name} is a module, which cannot be called.`, inside);
  }
  if (origin.kind === 'instance' && isWithoutCall(python, origin)) {
    const { name } = origin.cls.facts.definition;
    return findingAt(fn, value, say`An instance of ${name} cannot be called: ${name} has no __call__.`);
  }
  return undefined;
}

/** Whether no `return` of a function can give something to call. */
function givesNoCallable(python: Python, fn: Fn): boolean {
  if (fn.facts.decorators.length > 0) return false;
  if (fn.facts.async || fn.facts.generator) return true;
  return fn.facts.exits.every(({ kind, value }) => {
    if (kind !== 'return' || !value) return true;
    return value.kind === 'dict' || (value.kind !== 'name' && isNoMapping(resolve(python, fn, value)));
  });
}

/** A class of the worker without `__call__`, whose bases are all the worker's own. */
function isWithoutCall(python: Python, { cls }: Extract<Origin, { kind: 'instance' }>): boolean {
  const { definition } = cls.facts;
  return definition.bases.length === 0 && definition.decorators.length === 0 && !methodNamed(python, cls, '__call__');
}

function isFunctionNamed(fn: Fn, name: string): boolean {
  return isFunctionIn(fn.module.scope.get(name));
}

function isFunctionIn(bindings: ReturnType<Fn['module']['scope']['get']>): boolean {
  return bindings?.length === 1 && bindings[0]?.kind === 'function';
}

/** The function at the top of the module that is called `handler`. */
function onlyHandler(fn: Fn): string | undefined {
  return isFunctionNamed(fn, 'handler') ? 'handler' : undefined;
}
