// A simple command as rows: its words, what it declares and writes, and the script that it hands to a shell.

import { nameOf } from '../../base/image-path';
import type { Span } from '../../base/span';
import { known, unknown } from '../../base/static';
import type { ShellRedirect, ShellSimple } from '../../syntax/shell-tree';
import type { ShellAssignment, ShellFacts, ShellWhen, ShellWord } from '../shell';
import { fieldsIn, placeOf, type Walk, type Where, whenOf, wordIn } from './context';
import { isAssignment, prefixOf } from './prefixes';
import { assignmentOf, keepAssignment, readText } from './reads';
import { forgetValues, type ShellScope, scopeAbove, setVariable, variableIn } from './scope';
import { literalOf, setsByReading } from './sets';

/** More programs than that in front of another are left where they are. */
const MOST_PREFIXES = 10;

export function walkSimple(walk: Walk, node: ShellSimple, where: Where): void {
  const isAsked = /^(?:\[|test)$/.test(node.words[0] === undefined ? '' : literalOf(node.words[0]));
  const own: ShellAssignment[] = [];
  for (const set of node.prefix) {
    for (const text of [...(set.value === undefined ? [] : [set.value]), ...set.elements])
      readText(walk, text, where, false);
    const row = assignmentOf(walk, set, where, node.words.length > 0);
    if (node.words.length > 0) own.push(row);
    else keepAssignment(walk, row, where);
  }
  for (const word of node.words) readText(walk, word, where, isAsked);
  const words = node.words.flatMap((word) => fieldsIn(walk, word, where));
  declareVariables(walk, node, words, where);
  addRedirects(walk, node.redirects, words, where);
  addCommand(walk, words, own, placeOf(walk, node.span), where);
}

/** `export A=1`, `local A`, `read A`, `set -a`, `source FILE`. */
function declareVariables(walk: Walk, node: ShellSimple, words: readonly ShellWord[], where: Where): void {
  const [program, ...rest] = words.map(({ text }) => text);
  const options = rest.filter((word) => word.startsWith('-')).join('');
  const exports = program === 'export' || (/^(?:declare|typeset)$/.test(program ?? '') && options.includes('x'));
  // All words have their values before the first is set.
  const rows = node.declared.map((set) => assignmentOf(walk, set, where, exports));
  for (const row of rows) keepAssignment(walk, row, where);
  if (exports) exportNames(walk, rest, where.scope);
  for (const name of setsByReading(program, rest)) setVariable(where.scope, name, unknown, false);
  if (program === 'set' && /^-\w*a/.test(rest[0] ?? '')) walk.exportAll = true;
  if (program === 'set' && /^\+\w*a/.test(rest[0] ?? '')) walk.exportAll = false;
  const reads = program === 'eval' || program === 'source' || program === '.';
  // Activating a Python environment sets no variable of the script's own.
  if (reads && !rest[0]?.endsWith('/activate')) forgetValues(where.scope);
}

function exportNames(walk: Walk, names: readonly string[], scope: ShellScope): void {
  for (const name of names) {
    const before = variableIn(scope, name);
    if (before === undefined) continue;
    scope.own.set(name, { ...before, exported: true });
    for (const index of walk.unexported.get(name) ?? []) {
      const row = walk.assignments[index];
      if (row !== undefined) walk.assignments[index] = { ...row, exported: true };
    }
    walk.unexported.delete(name);
  }
}

export function addCommand(
  walk: Walk,
  words: readonly ShellWord[],
  own: readonly ShellAssignment[],
  at: Span,
  where: Where,
): void {
  const assignments = [...own];
  const behind: string[] = [];
  let rest = words;
  for (let prefix = prefixOf(rest); prefix !== undefined && behind.length < MOST_PREFIXES; prefix = prefixOf(rest)) {
    behind.push(prefix.name);
    if (prefix.name === 'env') assignments.push(...environmentOf(walk, rest.slice(1, prefix.length), where));
    rest = rest.slice(prefix.length);
  }
  if (rest.length === 0) return;
  const { background, piped, captured } = where;
  const when = whenOf(walk, where);
  const exec = behind.includes('exec');
  noteLeaving(walk, rest, exec, when);
  walk.commands.push({
    ...when,
    span: at,
    words: rest,
    behind,
    assignments,
    exec,
    background,
    piped,
    captured,
    script: innerScript(walk, rest, assignments, where),
  });
}

/**
 * What stands behind a way out runs only where that is not taken. A way out with an error is none to reckon with:
 * `[ -n "$KEY" ] || exit 1` is there for what goes on.
 */
function noteLeaving(walk: Walk, words: readonly ShellWord[], exec: boolean, when: ShellWhen): void {
  if (when.inFunction !== undefined || when.subshell !== undefined) return;
  const [program, status] = words;
  const leaves = exec || (program?.text === 'exit' && (!when.conditional || (status?.text ?? '0') === '0'));
  if (leaves) walk.mayHaveLeft = true;
}

/** `env A=1 program`. */
function environmentOf(walk: Walk, words: readonly ShellWord[], where: Where): readonly ShellAssignment[] {
  return words.flatMap(({ text, value, span: at }) => {
    if (!isAssignment(text)) return [];
    const equals = text.indexOf('=');
    return {
      ...whenOf(walk, where),
      name: text.slice(0, equals),
      value: value.known ? known(value.value.slice(equals + 1)) : unknown,
      span: at,
      exported: true,
      fallback: false,
    };
  });
}

/** What `bash -lc "…"` runs. */
function innerScript(
  walk: Walk,
  words: readonly ShellWord[],
  assignments: readonly ShellAssignment[],
  { scope }: Where,
): ShellFacts | undefined {
  const program = words[0]?.value.known ? nameOf(words[0].value.value) : '';
  const isShell = /^(?:ba|da|a|z|k)?sh$/.test(program);
  if (!isShell && program !== 'su' && program !== 'runuser') return undefined;
  const option = words.findIndex(({ text }, index) => index > 0 && /^-[a-z]*c$/.test(text));
  const script = words[option + 1];
  const before = words.slice(1, option);
  const onlyOptions = before.every(({ text }, index) => /^[-+]/.test(text) || before[index - 1]?.text === '-o');
  if (option < 0 || script === undefined || (isShell && !onlyOptions)) return undefined;
  const inner = scopeAbove((name) => {
    const found = variableIn(scope, name);
    return found?.exported ? found : undefined;
  });
  for (const { name, value } of assignments) setVariable(inner, name, value, true);
  const facts = walk.readScript({ text: script.text, offsets: script.offsets }, inner);
  for (const read of facts?.reads ?? []) walk.reads.push(read);
  return facts;
}

export function addRedirects(
  walk: Walk,
  redirects: readonly ShellRedirect[],
  words: readonly ShellWord[],
  where: Where,
): void {
  for (const { target, body } of redirects) {
    if (target !== undefined) readText(walk, target, where, false);
    if (body !== undefined) readText(walk, body, where, false);
  }
  const heredoc = redirects.findLast(({ body }) => body !== undefined)?.body;
  const [program, ...rest] = words;
  const passedOn = heredoc && wordIn(walk, heredoc, where);
  for (const redirect of redirects) {
    if (redirect.target === undefined || !/^(?:>>?|>\||&>>?)$/.test(redirect.operator)) continue;
    const isOutput = redirect.descriptor === undefined || redirect.descriptor === 1;
    const isCopied = isOutput && program?.text === 'cat' && rest.length === 0;
    addWrite(
      walk,
      wordIn(walk, redirect.target, where),
      redirect.operator.endsWith('>>'),
      isCopied ? passedOn : undefined,
      where,
    );
  }
  if (program?.text !== 'tee') return;
  const append = rest.some(({ text }) => /^(?:-\w*a|--append)/.test(text));
  for (const path of rest.filter(({ text }) => !text.startsWith('-'))) addWrite(walk, path, append, passedOn, where);
}

function addWrite(walk: Walk, path: ShellWord, append: boolean, content: ShellWord | undefined, where: Where): void {
  if (path.text.startsWith('/dev/')) return;
  walk.writes.push({
    ...whenOf(walk, where),
    span: path.span,
    path,
    append,
    content: content?.value.known ? { text: content.text, offsets: content.offsets } : undefined,
  });
}
