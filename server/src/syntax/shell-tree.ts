// What shell text says, as plain data with places: nodes that run, words in their pieces.

import type { Span } from '../base/span';

export interface ShellTree {
  readonly nodes: readonly ShellNode[];
  /** Without syntax errors, and not cut short. */
  readonly whole: boolean;
}

export type ShellNode =
  | ShellSimple
  | ShellPipeline
  | ShellChain
  | ShellGroup
  | ShellIf
  | ShellLoop
  | ShellCase
  | ShellFunction
  | ShellTest
  | ShellBackground
  | ShellRedirected;

export interface ShellSimple {
  readonly kind: 'simple';
  readonly span: Span;
  /** With `A=1` behind the name of the command, as in `export A=1`. */
  readonly words: readonly ShellText[];
  /** `A=1` in front of the command, or with no command. */
  readonly prefix: readonly ShellSet[];
  /** `A=1` behind `export`, `declare` and the like. */
  readonly declared: readonly ShellSet[];
  readonly redirects: readonly ShellRedirect[];
}

export interface ShellPipeline {
  readonly kind: 'pipeline';
  readonly span: Span;
  readonly nodes: readonly ShellNode[];
  readonly negated: boolean;
}

/** `a && b || c`: one operator less than nodes. */
export interface ShellChain {
  readonly kind: 'chain';
  readonly span: Span;
  readonly nodes: readonly ShellNode[];
  readonly operators: readonly ('&&' | '||')[];
}

export interface ShellGroup {
  readonly kind: 'group';
  readonly span: Span;
  readonly subshell: boolean;
  readonly body: readonly ShellNode[];
}

export interface ShellIf {
  readonly kind: 'if';
  readonly span: Span;
  readonly clauses: readonly { readonly test: readonly ShellNode[]; readonly body: readonly ShellNode[] }[];
  readonly otherwise: readonly ShellNode[];
}

export interface ShellLoop {
  readonly kind: 'loop';
  readonly span: Span;
  /** For each word once, for as long as `test` says, or as numbers and answers have it. */
  readonly form: 'for' | 'while' | 'until' | 'other';
  readonly variable: string | undefined;
  readonly words: readonly ShellText[];
  readonly test: readonly ShellNode[];
  readonly body: readonly ShellNode[];
}

export interface ShellCase {
  readonly kind: 'case';
  readonly span: Span;
  readonly subject: ShellText;
  readonly branches: readonly (readonly ShellNode[])[];
}

export interface ShellFunction {
  readonly kind: 'function';
  readonly span: Span;
  readonly name: string;
  readonly body: readonly ShellNode[];
}

/** `[[ … ]]` and `(( … ))`, as far as they read variables. */
export interface ShellTest {
  readonly kind: 'test';
  readonly span: Span;
  readonly content: ShellText;
}

export interface ShellBackground {
  readonly kind: 'background';
  readonly span: Span;
  readonly node: ShellNode;
}

/** A compound command with redirections behind it. */
export interface ShellRedirected {
  readonly kind: 'redirected';
  readonly span: Span;
  readonly node: ShellNode;
  readonly redirects: readonly ShellRedirect[];
}

export interface ShellSet {
  readonly name: string;
  readonly span: Span;
  /** Undefined: an array. */
  readonly value: ShellText | undefined;
  /** Array elements, which may read variables. */
  readonly elements: readonly ShellText[];
  /** `A+=1`, `A[0]=1`: not the whole of the value. */
  readonly partial: boolean;
}

export interface ShellRedirect {
  readonly span: Span;
  readonly operator: string;
  readonly descriptor: number | undefined;
  readonly target: ShellText | undefined;
  /** What a heredoc holds. */
  readonly body: ShellText | undefined;
}

/** A word or a heredoc in its pieces. */
export interface ShellText {
  readonly span: Span;
  readonly pieces: readonly ShellPiece[];
}

export type ShellPiece =
  | {
      readonly kind: 'literal';
      readonly quoted: boolean;
      /** Without quotes and escapes. */
      readonly value: string;
      /** Offset of each code unit of `value`. */
      readonly offsets: readonly number[];
    }
  | {
      readonly kind: 'variable';
      readonly quoted: boolean;
      readonly name: string;
      /** The name alone. */
      readonly span: Span;
      /** `:-`, `+`, `:?` and their like; `other` for what changes the value or asks for something else. */
      readonly operator: string | undefined;
      readonly operand: ShellText | undefined;
    }
  /** `$(…)`, backticks, `<(…)`. */
  | { readonly kind: 'commands'; readonly quoted: boolean; readonly nodes: readonly ShellNode[] }
  /** What only running tells; `inner` is what is read for it. */
  | { readonly kind: 'unknown'; readonly quoted: boolean; readonly inner: readonly ShellPiece[] };
