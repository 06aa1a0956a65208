// Shell text (POSIX sh and bash) to a plain tree with places. Total: broken text gives what is readable of it, never an
// exception. What the commands mean, and which values variables have, is the business of facts/.

import type * as Unbash from 'unbash';
import { forEachChild, parse } from 'unbash';
import { type Span, span } from '../base/span';
import type { ShellNode, ShellPiece, ShellRedirect, ShellSet, ShellSimple, ShellText, ShellTree } from './shell-tree';

/** Longer text is not read: no script that anybody starts a worker with is. */
const LONGEST = 100_000;

const NOTHING: ShellTree = { nodes: [], whole: false };

export function parseShell(text: string): ShellTree {
  if (text.length > LONGEST) return NOTHING;
  try {
    const script = parse(text);
    const lowering: Lowering = { whole: true };
    const nodes = lowerScript(script, lowering);
    return { nodes, whole: lowering.whole };
  } catch {
    // The parser promises a tree for every text; where it or the lowering fails all the same, nothing is known.
    return NOTHING;
  }
}

interface Lowering {
  whole: boolean;
}

function lowerScript(script: Unbash.ParsedScript, lowering: Lowering): readonly ShellNode[] {
  if (script.errors !== undefined && script.errors.length > 0) lowering.whole = false;
  return lowerStatements(script.commands, lowering);
}

function lowerStatements(statements: readonly Unbash.Statement[], lowering: Lowering): readonly ShellNode[] {
  return statements.map((statement) => {
    const node = lowerNode(statement.command, lowering);
    return statement.background ? { kind: 'background', span: placeOf(statement), node } : node;
  });
}

function lowerNode(node: Unbash.AndOr | Unbash.PipelineNode | Unbash.CompoundList, lowering: Lowering): ShellNode {
  const at = placeOf(node);
  switch (node.type) {
    case 'Command':
      return lowerSimple(node, lowering);
    case 'AndOr':
      return { kind: 'chain', span: at, nodes: lowerAll(node.commands, lowering), operators: node.operators };
    case 'Pipeline': {
      const negations = node.prefixes.filter(({ type }) => type === 'Negation').length;
      return { kind: 'pipeline', span: at, nodes: lowerAll(node.commands, lowering), negated: negations % 2 === 1 };
    }
    case 'Redirected':
      return {
        kind: 'redirected',
        span: at,
        node: lowerNode(node.command, lowering),
        redirects: node.redirects.map((redirect) => lowerRedirect(redirect, lowering)),
      };
    case 'Subshell':
    case 'BraceGroup':
      return {
        kind: 'group',
        span: at,
        subshell: node.type === 'Subshell',
        body: lowerStatements(node.body.commands, lowering),
      };
    case 'CompoundList':
      return { kind: 'group', span: at, subshell: false, body: lowerStatements(node.commands, lowering) };
    case 'If':
      return {
        kind: 'if',
        span: at,
        clauses: [node, ...node.elif].map(({ clause, then }) => ({
          test: lowerStatements(clause.commands, lowering),
          body: lowerStatements(then.commands, lowering),
        })),
        otherwise: node.else === undefined ? [] : lowerStatements(node.else.commands, lowering),
      };
    case 'While':
      return {
        kind: 'loop',
        span: at,
        form: node.kind,
        variable: undefined,
        words: [],
        test: lowerStatements(node.clause.commands, lowering),
        body: lowerStatements(node.body.commands, lowering),
      };
    case 'For':
    case 'Select':
      return {
        kind: 'loop',
        span: at,
        form: node.type === 'For' && node.wordlist !== undefined ? 'for' : 'other',
        variable: node.name.value,
        words: (node.wordlist ?? []).map((word) => lowerWord(word, lowering)),
        test: [],
        body: lowerStatements(node.body.commands, lowering),
      };
    case 'ArithmeticFor':
      return {
        kind: 'loop',
        span: at,
        form: 'other',
        variable: undefined,
        words: [],
        test: [],
        body: lowerStatements(node.body.commands, lowering),
      };
    case 'Case':
      return {
        kind: 'case',
        span: at,
        subject: lowerWord(node.word, lowering),
        branches: node.items.map(({ body }) => lowerStatements(body.commands, lowering)),
      };
    case 'Function':
      return { kind: 'function', span: at, name: node.name.value, body: [lowerNode(node.body, lowering)] };
    case 'Coproc':
      return { kind: 'background', span: at, node: lowerNode(node.body, lowering) };
    case 'TestCommand':
      return { kind: 'test', span: at, content: { span: at, pieces: expansionsIn(node, lowering) } };
    case 'ArithmeticCommand':
      return { kind: 'test', span: at, content: { span: at, pieces: expansionsIn(node, lowering) } };
  }
}

function lowerAll(nodes: readonly Unbash.PipelineNode[], lowering: Lowering): readonly ShellNode[] {
  return nodes.map((node) => lowerNode(node, lowering));
}

function lowerSimple(node: Unbash.Command, lowering: Lowering): ShellSimple {
  const declared: ShellSet[] = [];
  const words = node.name === undefined ? [] : [lowerWord(node.name, lowering)];
  for (const argument of node.args) {
    if (argument.type === 'Word') {
      words.push(lowerWord(argument, lowering));
      continue;
    }
    const set = lowerSet(argument, lowering);
    declared.push(set);
    words.push(wordOf(set));
  }
  return {
    kind: 'simple',
    span: placeOf(node),
    words,
    prefix: node.prefix.flatMap((part) => (part.type === 'Assignment' ? [lowerSet(part, lowering)] : [])),
    declared,
    redirects: node.redirects.map((redirect) => lowerRedirect(redirect, lowering)),
  };
}

function lowerSet(node: Unbash.Assignment, lowering: Lowering): ShellSet {
  const { value } = node;
  const isArray = value.type === 'ArrayValue';
  return {
    name: node.name,
    span: placeOf(node),
    value: isArray ? undefined : lowerWord(value, lowering),
    elements: isArray ? value.elements.map((element) => lowerWord(element, lowering)) : [],
    partial: node.append === true || node.index !== undefined,
  };
}

/** `A=1` as the word that it is too. */
function wordOf({ name, value, elements, span: at, partial }: ShellSet): ShellText {
  const inner = [...(value?.pieces ?? []), ...elements.flatMap(({ pieces }) => pieces)];
  if (value === undefined || partial) return { span: at, pieces: [{ kind: 'unknown', quoted: true, inner }] };
  return { span: at, pieces: [literal(`${name}=`, at.start, false), ...inner] };
}

function lowerRedirect(node: Unbash.Redirection, lowering: Lowering): ShellRedirect {
  const isHereDoc = node.type === 'HereDoc';
  return {
    span: placeOf(node),
    operator: node.operator,
    descriptor: node.descriptor?.type === 'FileDescriptor' ? node.descriptor.value : undefined,
    target: isHereDoc || node.target === undefined ? undefined : lowerWord(node.target, lowering),
    body: isHereDoc ? lowerHereDoc(node, lowering) : undefined,
  };
}

function lowerHereDoc({ body, operator }: Unbash.HereDoc, lowering: Lowering): ShellText {
  const parts = body.parts;
  const pieces =
    parts === undefined
      ? [literal(body.text, body.pos, true)]
      : parts.flatMap((part) => lowerPart(part, true, lowering));
  return { span: placeOf(body), pieces: operator === '<<-' ? pieces.map(withoutTabs) : pieces };
}

/** `<<-` drops the tabs at the start of each line. */
function withoutTabs(piece: ShellPiece): ShellPiece {
  if (piece.kind !== 'literal') return piece;
  const kept = [...piece.value.matchAll(/^\t*([^\n]*\n?)/gm)].flatMap(({ 0: line, 1: rest = '', index }) =>
    Array.from({ length: rest.length }, (_, at) => index + line.length - rest.length + at),
  );
  return {
    ...piece,
    value: kept.map((at) => piece.value[at] ?? '').join(''),
    offsets: kept.map((at) => piece.offsets[at] ?? 0),
  };
}

function lowerWord(word: Unbash.Word, lowering: Lowering): ShellText {
  const { parts } = word;
  return {
    span: placeOf(word),
    pieces:
      parts === undefined
        ? [unescaped(word.text, word.value, word.pos, false)]
        : parts.flatMap((part) => lowerPart(part, false, lowering)),
  };
}

function lowerPart(part: Unbash.WordPart, quoted: boolean, lowering: Lowering): readonly ShellPiece[] {
  switch (part.type) {
    case 'Literal':
      return [unescaped(part.text, part.value, part.pos, quoted)];
    case 'Glob':
      // Where nothing matches, the shell leaves the pattern as it is; `package[extra]` is the usual one.
      return [unescaped(part.text, part.value, part.pos, quoted)];
    case 'SingleQuoted':
      return [literal(part.value, part.pos + 1, true)];
    case 'AnsiCQuoted':
      return [{ kind: 'literal', quoted: true, value: part.value, offsets: Array(part.value.length).fill(part.pos) }];
    case 'DoubleQuoted':
    case 'LocaleString':
      // The empty piece keeps `""` a word.
      return [literal('', part.pos, true), ...part.parts.flatMap((child) => lowerPart(child, true, lowering))];
    case 'SimpleExpansion':
      return [variable(part.text.slice(1), part.pos + 1, quoted)];
    case 'ParameterExpansion':
      return [lowerParameter(part, quoted, lowering)];
    case 'CommandExpansion':
    case 'ProcessSubstitution':
      return [{ kind: 'commands', quoted, nodes: nestedScript(part, lowering) }];
    default:
      return [{ kind: 'unknown', quoted, inner: expansionsIn(part, lowering) }];
  }
}

function lowerParameter(part: Unbash.ParameterExpansionPart, quoted: boolean, lowering: Lowering): ShellPiece {
  const { operation, parameter } = part;
  const at = span(part.parameterPos, part.parameterEnd);
  if (part.prefix !== undefined || part.index !== undefined || !isName(parameter)) {
    return { kind: 'unknown', quoted, inner: expansionsIn(part, lowering) };
  }
  const isDefault = operation?.type === 'Default';
  return {
    kind: 'variable',
    quoted,
    name: parameter,
    span: at,
    operator: isDefault ? operation.operator : operation && 'other',
    operand: isDefault ? lowerWord(operation.operand, lowering) : undefined,
  };
}

function variable(name: string, start: number, quoted: boolean): ShellPiece {
  if (!isName(name)) return { kind: 'unknown', quoted, inner: [] };
  const at = span(start, start + name.length);
  return { kind: 'variable', quoted, name, span: at, operator: undefined, operand: undefined };
}

/** Not `1`, `@`, `?` and their like. */
function isName(parameter: string): boolean {
  return /^[A-Za-z_]\w*$/.test(parameter);
}

/** The commands of a substitution. Escaped backticks have a text of their own, whose places are not those of the file. */
function nestedScript(
  { script }: Unbash.CommandExpansionPart | Unbash.ProcessSubstitutionPart | Unbash.ArithmeticCommandExpansion,
  lowering: Lowering,
): readonly ShellNode[] {
  return script === undefined || script.source !== undefined ? [] : lowerScript(script, lowering);
}

/** Variables and commands anywhere below a node that is not lowered itself. */
function expansionsIn(root: Unbash.SyntaxNode, lowering: Lowering): readonly ShellPiece[] {
  const pieces: ShellPiece[] = [];
  const todo: Unbash.SyntaxNode[] = [];
  const put = (children: Unbash.SyntaxNode): void => {
    const found: Unbash.SyntaxNode[] = [];
    forEachChild(children, (child) => found.push(child));
    todo.push(...found.reverse());
  };
  put(root);
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    switch (node.type) {
      case 'SimpleExpansion':
      case 'CommandExpansion':
      case 'ProcessSubstitution':
        pieces.push(...lowerPart(node, true, lowering));
        break;
      case 'ParameterExpansion':
        if (isName(node.parameter) && node.prefix === undefined) pieces.push(lowerParameter(node, true, lowering));
        else put(node);
        break;
      default:
        put(node);
    }
  }
  return pieces;
}

/** Text in which each code unit stands for itself. */
function literal(value: string, start: number, quoted: boolean): ShellPiece & { readonly kind: 'literal' } {
  return { kind: 'literal', quoted, value, offsets: Array.from({ length: value.length }, (_, index) => start + index) };
}

/** Text in which a backslash may stand in front of a code unit, or of the end of a line that goes on. */
function unescaped(text: string, value: string, start: number, quoted: boolean): ShellPiece {
  if (text === value) return literal(value, start, quoted);
  const offsets: number[] = [];
  let at = 0;
  for (let index = 0; index < value.length; index++) {
    while (text[at] === '\\' && text[at + 1] === '\n') at += 2;
    if (text[at] === '\\' && text[at + 1] === value[index]) at++;
    offsets.push(start + Math.min(at, text.length - 1));
    at++;
  }
  // An escaped blank does not part words, so it counts as quoted.
  return { kind: 'literal', quoted: true, value, offsets };
}

function placeOf({ pos, end }: { readonly pos: number; readonly end: number }): Span {
  return span(pos, end);
}
