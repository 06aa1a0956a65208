// What the parts of the walk share: the rows so far, and where in the text it is.

import { type Span, span } from '../../base/span';
import { type Static, unknown } from '../../base/static';
import type { LogicalText } from '../../syntax/docker';
import type { ShellNode, ShellText } from '../../syntax/shell-tree';
import type { ShellAssignment, ShellCommand, ShellFacts, ShellRead, ShellWhen, ShellWord, ShellWrite } from '../shell';
import { branchOf, type ShellScope, variableIn } from './scope';
import { fieldsOf, textOf, type Variables, wordOfText } from './words';

export interface Walk {
  readonly text: LogicalText;
  readonly commands: ShellCommand[];
  readonly assignments: ShellAssignment[];
  /** Where in `assignments` those of a name are that no `export` has named yet. */
  readonly unexported: Map<string, number[]>;
  readonly reads: ShellRead[];
  readonly writes: ShellWrite[];
  /** How often the text sets a name. */
  readonly counts: ReadonlyMap<string, number>;
  /** `set -a`. */
  exportAll: boolean;
  /** Something before may have left the shell: what comes now runs only if not. */
  mayHaveLeft: boolean;
  /** How many more code units variables may put in, so that no text grows without end. */
  readonly budget: { left: number };
  /** Goes on with nodes inside of a word. */
  readonly enter: (nodes: readonly ShellNode[], where: Where) => void;
  /** Reads a text that one of the words is. */
  readonly readScript: (text: LogicalText, scope: ShellScope) => ShellFacts | undefined;
}

/** Where in the text the walk is. */
export interface Where extends ShellWhen {
  readonly scope: ShellScope;
  readonly background: boolean;
  readonly piped: boolean;
  readonly captured: boolean;
}

export function startOf(scope: ShellScope): Where {
  return {
    scope,
    conditional: false,
    inFunction: undefined,
    subshell: undefined,
    background: false,
    piped: false,
    captured: false,
  };
}

export function inSubshell(walk: Walk, at: Span, where: Where): Where {
  return { ...where, scope: branchOf(where.scope), subshell: placeOf(walk, at) };
}

export function whenOf(walk: Walk, { conditional, inFunction, subshell }: Where): ShellWhen {
  return { conditional: conditional || (walk.mayHaveLeft && inFunction === undefined), inFunction, subshell };
}

export function placeOf(walk: Walk, { start, end }: Span): Span {
  const first = offsetOf(walk, start);
  return span(first, end > start ? Math.max(first, offsetOf(walk, end - 1) + 1) : first);
}

function offsetOf({ text: { offsets } }: Walk, at: number): number {
  return offsets[at] ?? (offsets.at(-1) ?? -1) + 1;
}

/** The words that a word of the text becomes. */
export function fieldsIn(walk: Walk, text: ShellText, where: Where): readonly ShellWord[] {
  return fieldsOf(
    text,
    variablesIn(walk, where),
    (at) => placeOf(walk, at),
    (at) => offsetOf(walk, at),
  );
}

export function wordIn(walk: Walk, text: ShellText, where: Where): ShellWord {
  return wordOfText(
    text,
    variablesIn(walk, where),
    (at) => placeOf(walk, at),
    (at) => offsetOf(walk, at),
  );
}

export function valueIn(walk: Walk, text: ShellText, where: Where): Static<string> {
  return textOf(text, variablesIn(walk, where));
}

/** Longer values are not kept: each could be the double of the one before. */
const LONGEST = 4000;

function variablesIn({ budget }: Walk, { scope }: Where): Variables {
  return {
    get(name) {
      const value = variableIn(scope, name)?.value;
      if (value === undefined || !value.known) return value;
      budget.left -= value.value.length;
      return budget.left < 0 || value.value.length > LONGEST ? unknown : value;
    },
  };
}
