// The walk from a shell tree to rows: in which order and under which conditions commands run. What the rows of one command
// are is commands.ts's business.

import type { Span } from '../../base/span';
import { unknown } from '../../base/static';
import type { LogicalText } from '../../syntax/docker';
import { parseShell } from '../../syntax/shell';
import type { ShellNode } from '../../syntax/shell-tree';
import type { ShellEnvironment, ShellFacts, ShellWord } from '../shell';
import { addCommand, addRedirects, walkSimple } from './commands';
import { fieldsIn, inSubshell, startOf, type Walk, type Where } from './context';
import { readText } from './reads';
import { branchOf, mergeInto, type ShellScope, scopeAbove, setVariable, variableIn } from './scope';
import { literalOf, namesSetIn } from './sets';

/** Scripts in scripts in scripts are read no deeper. */
const DEEPEST = 4;

/** Code units that variables put in, in a whole text. */
const MOST_PUT_IN = 400_000;

export function walkShell(text: LogicalText, environment: ShellEnvironment): ShellFacts {
  return walkText(text, scopeOf(environment), 0);
}

/** One command without a shell around it. */
export function walkWords(words: readonly ShellWord[], at: Span, environment: ShellEnvironment): ShellFacts {
  const walk = newWalk({ text: '', offsets: [] }, new Map(), 0);
  addCommand(walk, words, [], at, startOf(scopeOf(environment)));
  return factsOf(walk, true);
}

function scopeOf(environment: ShellEnvironment): ShellScope {
  return scopeAbove((name) => {
    const value = environment.get(name);
    return value && { value, set: 'never', exported: true };
  });
}

function walkText(text: LogicalText, scope: ShellScope, depth: number): ShellFacts {
  const { nodes, whole } = parseShell(text.text);
  const counts = new Map<string, number>();
  namesSetIn(nodes, (name) => counts.set(name, (counts.get(name) ?? 0) + 1));
  const walk = newWalk(text, counts, depth);
  walkAll(walk, nodes, startOf(scope));
  return factsOf(walk, whole);
}

function newWalk(text: LogicalText, counts: ReadonlyMap<string, number>, depth: number): Walk {
  const walk: Walk = {
    text,
    commands: [],
    assignments: [],
    unexported: new Map(),
    reads: [],
    writes: [],
    counts,
    exportAll: false,
    mayHaveLeft: false,
    budget: { left: MOST_PUT_IN },
    enter: (nodes, where) => walkAll(walk, nodes, where),
    readScript: (inner, scope) => (depth < DEEPEST ? walkText(inner, scope, depth + 1) : undefined),
  };
  return walk;
}

function factsOf({ commands, assignments, reads, writes }: Walk, whole: boolean): ShellFacts {
  return { commands, assignments, reads: reads.sort((a, b) => a.span.start - b.span.start), writes, whole };
}

function walkAll(walk: Walk, nodes: readonly ShellNode[], where: Where): void {
  for (const node of nodes) walkNode(walk, node, where);
}

function walkNode(walk: Walk, node: ShellNode, where: Where): void {
  switch (node.kind) {
    case 'simple':
      walkSimple(walk, node, where);
      return;
    case 'pipeline':
      walkPipeline(walk, node.nodes, where);
      return;
    case 'chain':
      walkChain(walk, node.nodes, node.operators, where);
      return;
    case 'group':
      walkAll(walk, node.body, node.subshell ? inSubshell(walk, node.span, where) : where);
      return;
    case 'background':
      walkNode(walk, node.node, { ...inSubshell(walk, node.span, where), background: true });
      return;
    case 'redirected':
      walkNode(walk, node.node, where);
      addRedirects(walk, node.redirects, [], where);
      return;
    case 'test':
      readText(walk, node.content, where, true);
      return;
    case 'if':
      walkIf(walk, node, where);
      return;
    case 'case':
      readText(walk, node.subject, where, true);
      walkBranches(walk, [[], ...node.branches], where);
      return;
    case 'loop':
      walkLoop(walk, node, where);
      return;
    case 'function':
      walkFunction(walk, node.name, node.body, where);
      return;
  }
}

function walkPipeline(walk: Walk, nodes: readonly ShellNode[], where: Where): void {
  const last = nodes.length - 1;
  if (last === 0) {
    walkAll(walk, nodes, where);
    return;
  }
  for (const [index, node] of nodes.entries()) {
    walkNode(walk, node, { ...inSubshell(walk, node.span, where), piped: index < last || where.piped });
  }
}

/** A command behind `&&` runs, if all is well; a test before it asks whether it should. */
function walkChain(walk: Walk, nodes: readonly ShellNode[], operators: readonly ('&&' | '||')[], where: Where): void {
  let asked = false;
  for (const [index, node] of nodes.entries()) {
    const operator = operators[index - 1];
    const maybe = operator === '||' || (operator === '&&' && asked);
    if (maybe) walkBranches(walk, [[], [node]], where);
    else walkNode(walk, node, where);
    asked = isTest(node) || (operator === '&&' && asked);
  }
}

/** Whether a command is there to answer yes or no. */
function isTest(node: ShellNode): boolean {
  switch (node.kind) {
    case 'test':
      return true;
    case 'pipeline':
      return node.negated || node.nodes.slice(-1).some(isTest);
    case 'redirected':
      return isTest(node.node);
    case 'group':
      return node.body.slice(-1).some(isTest);
    case 'simple':
      return TESTS.test(node.words.map((word) => literalOf(word)).join(' '));
    default:
      return false;
  }
}

const TESTS =
  /^(?:\[|test|false|which|type|hash|pgrep|diff|cmp|command -[vV]|grep(?: -\w+)* -\w*q|nc -\w*z|mountpoint|dpkg -s)(?: |$)/;

/** One of these runs, nobody knows which. */
function walkBranches(walk: Walk, branches: readonly (readonly ShellNode[])[], where: Where): void {
  const scopes = branches.map((branch) => {
    const scope = branchOf(where.scope);
    walkAll(walk, branch, { ...where, scope, conditional: true });
    return scope;
  });
  mergeInto(where.scope, scopes);
}

function walkIf(walk: Walk, { clauses, otherwise }: ShellNode & { readonly kind: 'if' }, where: Where): void {
  for (const [index, { test }] of clauses.entries()) {
    if (index === 0) walkAll(walk, test, where);
    else walkBranches(walk, [[], test], where);
  }
  walkBranches(walk, [...clauses.map(({ body }) => body), otherwise], where);
}

function walkLoop(walk: Walk, loop: ShellNode & { readonly kind: 'loop' }, where: Where): void {
  for (const word of loop.words) readText(walk, word, where, false);
  if (loop.variable !== undefined) setVariable(where.scope, loop.variable, unknown, false);
  // What the loop sets may have any of its values from the second time on.
  const changed = new Set<string>();
  namesSetIn([...loop.test, ...loop.body], (name) => changed.add(name));
  for (const name of changed) {
    const before = variableIn(where.scope, name);
    if (before !== undefined) where.scope.own.set(name, { ...before, value: unknown });
  }
  walkAll(walk, loop.test, where);
  if (runsAtLeastOnce(walk, loop, where)) walkAll(walk, loop.body, where);
  else walkBranches(walk, [[], loop.body], where);
}

function runsAtLeastOnce(
  walk: Walk,
  { form, words, test }: ShellNode & { readonly kind: 'loop' },
  where: Where,
): boolean {
  if (form === 'for') return words.some((word) => fieldsIn(walk, word, where).some(({ value }) => value.known));
  const [only] = test;
  if (test.length !== 1 || only?.kind !== 'simple') return false;
  const asked = only.words.map(literalOf).join(' ');
  return form === 'while' ? asked === 'true' || asked === ':' : form === 'until' && asked === 'false';
}

/** A function sees the variables of whenever it is called: only those that are set once are known. */
function walkFunction(walk: Walk, name: string, body: readonly ShellNode[], where: Where): void {
  const scope = scopeAbove((variable) => {
    const before = variableIn(where.scope, variable);
    if ((walk.counts.get(variable) ?? 0) < 2) return before;
    return { value: unknown, set: 'maybe', exported: before?.exported ?? false };
  });
  walkAll(walk, body, { ...startOf(scope), inFunction: name });
  namesSetIn(body, (changed) => {
    const before = variableIn(where.scope, changed);
    const set = before?.set === 'always' ? 'always' : 'maybe';
    where.scope.own.set(changed, { value: unknown, set, exported: before?.exported ?? false });
  });
}
