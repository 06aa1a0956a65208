// A small typed tree of Python: plain data, no handle into the parser. One tree per top-level statement, with offsets
// relative to that statement's start, so that a statement that merely moved keeps its tree.

import type { Span } from '../base/span';

export type Expression =
  | Name
  | Attribute
  | Subscript
  | Call
  | StringLiteral
  | NumberLiteral
  | Constant
  | Dict
  | Sequence
  | Lambda
  | Await
  | Yield
  | Operation
  | Comparison
  | Conditional
  | Starred
  | Comprehension
  | Walrus
  | Slice
  | Opaque;

export interface Name extends Span {
  readonly kind: 'name';
  readonly id: string;
}

export interface Attribute extends Span {
  readonly kind: 'attribute';
  readonly object: Expression;
  readonly name: string;
  readonly nameSpan: Span;
}

export interface Subscript extends Span {
  readonly kind: 'subscript';
  readonly object: Expression;
  readonly index: Expression;
}

export interface Argument extends Span {
  /** Of a keyword argument. */
  readonly name?: string;
  readonly nameSpan?: Span;
  /** `*args` or `**kwargs`. */
  readonly spread?: 'list' | 'dict';
  readonly value: Expression;
}

export interface Call extends Span {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly args: readonly Argument[];
  /** From `(` to `)`. */
  readonly argsSpan: Span;
}

export interface StringLiteral extends Span {
  readonly kind: 'string';
  readonly bytes: boolean;
  /** Literal text and, in an f-string, what is interpolated, in order. Adjacent literals are joined. */
  readonly parts: readonly (string | Expression)[];
  /** The text, where nothing is interpolated. */
  readonly value: string | undefined;
}

export interface NumberLiteral extends Span {
  readonly kind: 'number';
  readonly text: string;
}

export interface Constant extends Span {
  readonly kind: 'constant';
  readonly value: true | false | null | 'ellipsis';
}

export interface Dict extends Span {
  readonly kind: 'dict';
  readonly entries: readonly DictEntry[];
}

export interface DictEntry extends Span {
  /** Undefined for `**value`. */
  readonly key: Expression | undefined;
  readonly value: Expression;
}

export interface Sequence extends Span {
  readonly kind: 'list' | 'tuple' | 'set';
  readonly items: readonly Expression[];
}

export interface Lambda extends Span {
  readonly kind: 'lambda';
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
}

export interface Await extends Span {
  readonly kind: 'await';
  readonly value: Expression;
}

export interface Yield extends Span {
  readonly kind: 'yield';
  readonly value: Expression | undefined;
  readonly from: boolean;
}

/** `and`, `or`, `not`, arithmetic and bit operators; one operand for a prefix operator. */
export interface Operation extends Span {
  readonly kind: 'operation';
  readonly operator: string;
  readonly operands: readonly Expression[];
}

export interface Comparison extends Span {
  readonly kind: 'comparison';
  /** One fewer than the operands: `==`, `is`, `is not`, `in`, `not in`… */
  readonly operators: readonly string[];
  readonly operands: readonly Expression[];
}

export interface Conditional extends Span {
  readonly kind: 'conditional';
  readonly test: Expression;
  readonly body: Expression;
  readonly otherwise: Expression;
}

export interface Starred extends Span {
  readonly kind: 'starred';
  readonly value: Expression;
}

export interface Comprehension extends Span {
  readonly kind: 'comprehension';
  readonly shape: 'list' | 'set' | 'dict' | 'generator';
  readonly elements: readonly Expression[];
  readonly clauses: readonly ComprehensionClause[];
}

export type ComprehensionClause =
  | { readonly kind: 'for'; readonly target: Expression; readonly iterable: Expression; readonly async: boolean }
  | { readonly kind: 'if'; readonly test: Expression };

export interface Walrus extends Span {
  readonly kind: 'walrus';
  readonly target: Name;
  readonly value: Expression;
}

export interface Slice extends Span {
  readonly kind: 'slice';
  readonly parts: readonly Expression[];
}

/** Whatever has no shape of its own here, and every broken piece. Its parts can still be searched for calls. */
export interface Opaque extends Span {
  readonly kind: 'opaque';
  readonly parts: readonly Expression[];
}

export interface Parameter extends Span {
  readonly name: string;
  readonly kind: 'plain' | 'star' | 'double-star' | 'bare-star' | 'slash';
  readonly default: Expression | undefined;
  readonly annotation: Span | undefined;
}

export type Block = readonly Statement[];

export type Statement =
  | ({ readonly kind: 'expression'; readonly value: Expression } & Span)
  | Assign
  | ({
      readonly kind: 'augmented';
      readonly target: Expression;
      readonly operator: string;
      readonly value: Expression;
    } & Span)
  | Return
  | ({ readonly kind: 'raise'; readonly value: Expression | undefined } & Span)
  | If
  | ({
      readonly kind: 'for';
      readonly target: Expression;
      readonly iterable: Expression;
      readonly body: Block;
      readonly otherwise: Block;
      readonly async: boolean;
    } & Span)
  | ({ readonly kind: 'while'; readonly test: Expression; readonly body: Block; readonly otherwise: Block } & Span)
  | Try
  | ({
      readonly kind: 'with';
      readonly items: readonly WithItem[];
      readonly body: Block;
      readonly async: boolean;
    } & Span)
  | FunctionDefinition
  | ClassDefinition
  | Import
  | ({ readonly kind: 'global' | 'nonlocal'; readonly names: readonly string[] } & Span)
  | ({ readonly kind: 'delete'; readonly targets: readonly Expression[] } & Span)
  | ({ readonly kind: 'assert'; readonly test: Expression } & Span)
  | ({ readonly kind: 'pass' | 'break' | 'continue' } & Span)
  | ({ readonly kind: 'match'; readonly subject: Expression; readonly cases: readonly MatchCase[] } & Span)
  | ({
      readonly kind: 'opaque-statement';
      readonly parts: readonly Expression[];
      readonly blocks: readonly Block[];
    } & Span);

export interface Assign extends Span {
  readonly kind: 'assign';
  readonly targets: readonly Expression[];
  /** Undefined for a bare annotation. */
  readonly value: Expression | undefined;
}

export interface Return extends Span {
  readonly kind: 'return';
  readonly value: Expression | undefined;
}

export interface If extends Span {
  readonly kind: 'if';
  readonly test: Expression;
  readonly body: Block;
  /** An `elif` is an `If` alone in here. */
  readonly otherwise: Block;
}

export interface Try extends Span {
  readonly kind: 'try';
  readonly body: Block;
  readonly handlers: readonly ExceptHandler[];
  readonly otherwise: Block;
  readonly last: Block;
}

export interface ExceptHandler extends Span {
  /** Undefined for a bare `except:`. */
  readonly type: Expression | undefined;
  readonly name: string | undefined;
  readonly body: Block;
}

export interface WithItem {
  readonly value: Expression;
  readonly target: Expression | undefined;
}

export interface MatchCase {
  readonly guard: Expression | undefined;
  readonly body: Block;
}

export interface FunctionDefinition extends Span {
  readonly kind: 'function';
  readonly name: string;
  readonly nameSpan: Span;
  readonly parameters: readonly Parameter[];
  /** From `(` to `)`. */
  readonly parametersSpan: Span;
  readonly async: boolean;
  readonly decorators: readonly Expression[];
  readonly body: Block;
  /** From `def` or `async`, without decorators, to the end of the body. */
  readonly definition: Span;
}

export interface ClassDefinition extends Span {
  readonly kind: 'class';
  readonly name: string;
  readonly nameSpan: Span;
  readonly bases: readonly Argument[];
  readonly decorators: readonly Expression[];
  readonly body: Block;
}

export interface ImportedName extends Span {
  /** `a.b` of `import a.b`, `x` of `from m import x`; `*` for everything. */
  readonly name: string;
  readonly alias: string | undefined;
}

export interface Import extends Span {
  readonly kind: 'import';
  /** Undefined for `import a`; the module of `from module import …`, without its leading dots. */
  readonly module: string | undefined;
  /** Leading dots of a relative import. */
  readonly level: number;
  readonly names: readonly ImportedName[];
}
