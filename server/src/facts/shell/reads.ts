// Variables that a shell text reads and sets, as rows.

import type { Span } from '../../base/span';
import { unknown } from '../../base/static';
import type { ShellPiece, ShellSet, ShellText } from '../../syntax/shell-tree';
import type { ShellAssignment } from '../shell';
import { inSubshell, placeOf, valueIn, type Walk, type Where, whenOf } from './context';
import { setVariable, variableIn } from './scope';

/** Records the variables of a text, and what runs in it. `asked`: the text is part of a test. */
export function readText(walk: Walk, { pieces, span: at }: ShellText, where: Where, asked: boolean): void {
  for (const piece of pieces) readPiece(walk, piece, at, where, asked);
}

function readPiece(walk: Walk, piece: ShellPiece, at: Span, where: Where, asked: boolean): void {
  switch (piece.kind) {
    case 'literal':
      return;
    case 'unknown':
      for (const inner of piece.inner) readPiece(walk, inner, at, where, asked);
      return;
    case 'commands':
      walk.enter(piece.nodes, { ...inSubshell(walk, at, where), captured: true });
      return;
    case 'variable':
      readVariable(walk, piece, where, asked);
  }
}

function readVariable(
  walk: Walk,
  piece: ShellPiece & { readonly kind: 'variable' },
  where: Where,
  asked: boolean,
): void {
  const { name, operand } = piece;
  const operator = piece.operator?.replace(':', '') ?? '';
  const before = variableIn(where.scope, name);
  const setElsewhere = where.inFunction !== undefined && (walk.counts.get(name) ?? 0) > 0;
  if (operand !== undefined) readText(walk, operand, where, false);
  if (before?.set !== 'always') {
    const fallback = operand !== undefined && /^[-=]$/.test(operator) ? valueIn(walk, operand, where) : undefined;
    walk.reads.push({
      name,
      span: placeOf(walk, piece.span),
      hasFallback: asked || /^[-=+]$/.test(operator),
      fallback,
      required: operator === '?',
      maybeSet: before?.set === 'maybe' || setElsewhere,
    });
  }
  if (operator !== '=' || operand === undefined) return;
  keepAssignment(
    walk,
    {
      ...whenOf(walk, where),
      name,
      value: valueIn(walk, operand, where),
      span: placeOf(walk, piece.span),
      exported: walk.exportAll || before?.exported === true,
      fallback: before?.set !== 'always',
    },
    where,
  );
}

export function assignmentOf(walk: Walk, set: ShellSet, where: Where, exported: boolean): ShellAssignment {
  const kept = set.value && fallbackOf(set.name, set.value);
  const value = kept ?? set.value;
  const before = variableIn(where.scope, set.name);
  return {
    ...whenOf(walk, where),
    name: set.name,
    value: value === undefined || set.partial ? unknown : valueIn(walk, value, where),
    span: placeOf(walk, set.span),
    exported: exported || walk.exportAll || before?.exported === true,
    fallback: kept !== undefined && before?.set !== 'always',
  };
}

/** The `1` of `A=${A:-1}`. */
function fallbackOf(name: string, { pieces }: ShellText): ShellText | undefined {
  const [only, ...others] = pieces.filter((piece) => piece.kind !== 'literal' || piece.value !== '');
  if (only?.kind !== 'variable' || only.name !== name || others.length > 0) return undefined;
  return /^:?[-=]$/.test(only.operator ?? '') ? only.operand : undefined;
}

export function keepAssignment(walk: Walk, row: ShellAssignment, where: Where): void {
  if (!row.exported) {
    const places = walk.unexported.get(row.name) ?? [];
    walk.unexported.set(row.name, places);
    places.push(walk.assignments.length);
  }
  walk.assignments.push(row);
  setVariable(where.scope, row.name, row.fallback ? unknown : row.value, row.exported);
}
