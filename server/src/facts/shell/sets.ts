// The names of variables that a part of a shell text sets, in whatever way.

import type { ShellNode, ShellPiece, ShellText } from '../../syntax/shell-tree';

/** Calls `found` for every place that sets a variable, functions and branches too. */
export function namesSetIn(nodes: readonly ShellNode[], found: (name: string) => void): void {
  for (const node of nodes) {
    switch (node.kind) {
      case 'simple':
        for (const { name } of node.declared) found(name);
        if (node.words.length === 0) for (const { name } of node.prefix) found(name);
        for (const name of setsByReading(literalOf(node.words[0]), node.words.slice(1).map(literalOf))) found(name);
        for (const { pieces } of node.words) namesSetInPieces(pieces, found);
        break;
      case 'pipeline':
      case 'chain':
        namesSetIn(node.nodes, found);
        break;
      case 'group':
      case 'function':
        namesSetIn(node.body, found);
        break;
      case 'if':
        for (const { test, body } of node.clauses) namesSetIn([...test, ...body], found);
        namesSetIn(node.otherwise, found);
        break;
      case 'loop':
        if (node.variable !== undefined) found(node.variable);
        namesSetIn([...node.test, ...node.body], found);
        break;
      case 'case':
        for (const branch of node.branches) namesSetIn(branch, found);
        break;
      case 'background':
      case 'redirected':
        namesSetIn([node.node], found);
        break;
      case 'test':
        break;
    }
  }
}

/** `${A:=1}`. */
function namesSetInPieces(pieces: readonly ShellPiece[], found: (name: string) => void): void {
  for (const piece of pieces) {
    if (piece.kind === 'variable' && /^:?=$/.test(piece.operator ?? '')) found(piece.name);
  }
}

/** A word as far as it is literal; `$` stands for the rest. */
export function literalOf(text: ShellText | undefined): string {
  return (text?.pieces ?? []).map((piece) => (piece.kind === 'literal' ? piece.value : '$')).join('');
}

/** Variables that a builtin fills or takes away, or declares without a value. */
export function setsByReading(program: string | undefined, words: readonly string[]): readonly string[] {
  const names = words.filter((word) => /^[A-Za-z_]\w*$/.test(word));
  switch (program) {
    case 'read':
    case 'mapfile':
    case 'readarray':
    case 'unset':
    case 'local':
      return names;
    case 'getopts':
      return names.slice(-1);
    case 'printf':
      return words[0] === '-v' ? names.slice(0, 1) : [];
    default:
      return [];
  }
}
