// What Python text says, as rows: functions with their calls, exits and assignments, each with the conditions under which
// it runs. One set of rows per top-level statement, with offsets relative to it, made once per text of that statement.
// Names are not resolved here: that needs the whole file and the other modules (model/python/python.ts).

import type { Source } from '../base/source';
import type { Span } from '../base/span';
import type { PythonSyntax } from '../syntax/python';
import type { SyntaxProblem } from '../syntax/python-problem';
import type {
  Call,
  ClassDefinition,
  Expression,
  FunctionDefinition,
  Import,
  Lambda,
  Parameter,
  Statement,
  Subscript,
  Try,
} from '../syntax/python-tree';
import { Extraction, writesOf } from './python-extraction';
import { lastName } from './python-names';

export interface PythonFacts {
  readonly source: Source;
  readonly statements: readonly PlacedFacts[];
  /** Where the text does not parse. */
  readonly errors: readonly Span[];
  /** The first of them in words. */
  readonly problem: SyntaxProblem | undefined;
  /** Absolute spans of the comments. */
  readonly comments: readonly Span[];
}

/** The facts of one top-level statement, and where it starts in this version of the file. */
export interface PlacedFacts {
  readonly base: number;
  readonly facts: StatementFacts;
  readonly broken: boolean;
}

export interface StatementFacts {
  readonly statement: Statement;
  /** What runs when the module is executed. */
  readonly module: FunctionFacts;
  /** Every function, method and lambda in the statement, outer before inner. */
  readonly functions: readonly FunctionFacts[];
  readonly classes: readonly ClassFacts[];
  /** State that its functions write. */
  readonly writes: readonly Write[];
  /** Every call in the statement, by the last name of what is called: `run` of `subprocess.run(…)`. */
  readonly callsByName: ReadonlyMap<string, readonly OwnedCall[]>;
  /** `--upgrade` of `"package" --upgrade`, which Python reads as a subtraction. */
  readonly negatedStrings: readonly Span[];
}

export interface OwnedCall {
  readonly owner: FunctionFacts;
  readonly fact: CallFact;
}

/**
 * Lasting state that a function writes: a module-level name through `global`, an attribute `x.name = …`, an item of a
 * container `name[…] = …`, or what a method call such as `name.append(…)` or `setattr(x, "name", …)` puts there.
 */
export interface Write {
  readonly kind: 'global' | 'attribute' | 'container';
  readonly name: string;
}

export interface ClassFacts {
  readonly definition: ClassDefinition;
  /** What runs when the class is defined. */
  readonly body: FunctionFacts;
  readonly methods: readonly FunctionFacts[];
  /** Function around the class, where there is one. */
  readonly outer: FunctionFacts;
}

/** One body of code: a function, a method, a lambda, a class's, or the part of a module in one top-level statement. */
export interface FunctionFacts {
  readonly kind: 'module' | 'class' | 'function' | 'lambda';
  /** Empty for a module or a lambda. */
  readonly name: string;
  readonly definition: FunctionDefinition | Lambda | undefined;
  readonly parameters: readonly Parameter[];
  readonly async: boolean;
  /** Contains `yield` of its own. */
  readonly generator: boolean;
  readonly decorators: readonly Expression[];
  /** The class whose method this is. */
  readonly className: string | undefined;
  readonly outer: FunctionFacts | undefined;
  readonly calls: readonly CallFact[];
  /** `a[b]` where it is read. */
  readonly items: readonly ItemFact[];
  readonly exits: readonly ExitFact[];
  readonly assignments: readonly AssignmentFact[];
  /** The assignments to plain names, by name; a `del` is none. */
  readonly assigned: ReadonlyMap<string, readonly AssignmentFact[]>;
  readonly imports: readonly ImportFact[];
  /** Names read, in order of the text. */
  readonly reads: readonly ReadFact[];
  readonly inner: readonly FunctionFacts[];
  readonly innerClasses: readonly ClassFacts[];
  readonly globals: ReadonlySet<string>;
  readonly nonlocals: ReadonlySet<string>;
}

/**
 * Under which conditions code runs, from the innermost outwards; undefined: whenever its function does. A statement after
 * `if t: return` runs under "t is false".
 */
export type Where =
  | {
      readonly kind: 'branch';
      readonly test: Expression;
      readonly taken: boolean;
      /** The other branch leaves only sometimes: `if t: if u: return`. */
      readonly partly?: boolean;
      readonly outer: Where | undefined;
    }
  | {
      readonly kind: 'loop';
      readonly statement: Span;
      readonly iterable: Expression | undefined;
      readonly target: Expression | undefined;
      readonly outer: Where | undefined;
    }
  | { readonly kind: 'try'; readonly statement: Try; readonly broad: boolean; readonly outer: Where | undefined }
  | {
      readonly kind: 'except';
      readonly statement: Span;
      readonly type: Expression | undefined;
      readonly name: string | undefined;
      readonly outer: Where | undefined;
    }
  | { readonly kind: 'finally'; readonly statement: Span; readonly outer: Where | undefined }
  | { readonly kind: 'with'; readonly items: readonly Expression[]; readonly outer: Where | undefined }
  | { readonly kind: 'case'; readonly subject: Expression; readonly outer: Where | undefined };

export interface CallFact {
  readonly call: Call;
  readonly where: Where | undefined;
  readonly awaited: boolean;
  /** Stands in a `for` target's iterable, a comprehension's, or is iterated otherwise. */
  readonly iterated: boolean;
  readonly statement: Statement;
}

export interface ItemFact {
  readonly item: Subscript;
  readonly where: Where | undefined;
}

export interface ExitFact {
  readonly kind: 'return' | 'yield' | 'yield-from' | 'raise';
  readonly value: Expression | undefined;
  readonly span: Span;
  readonly where: Where | undefined;
}

export interface AssignmentFact {
  readonly target: Expression;
  /** Undefined where the value is one of several (a loop's, an unpacked, an augmented one). */
  readonly value: Expression | undefined;
  /** What is unpacked, iterated or opened, where `value` is undefined. */
  readonly from: Expression | undefined;
  readonly kind: 'plain' | 'augmented' | 'loop' | 'with' | 'unpack' | 'delete';
  /** Which item of `from` it is, where `kind` is `unpack` and the targets are a flat list. */
  readonly index?: number;
  readonly where: Where | undefined;
  readonly statement: Span;
}

export interface ImportFact {
  readonly statement: Import;
  readonly where: Where | undefined;
}

export interface ReadFact extends Span {
  readonly id: string;
  readonly where: Where | undefined;
}

/** Remembers the facts of each statement by its tree, which is the same object as long as the statement's text is. */
export function pythonExtractor(): (syntax: PythonSyntax) => PythonFacts {
  const known = new WeakMap<Statement, StatementFacts>();
  return (syntax) => {
    const statements: PlacedFacts[] = [];
    const comments: Span[] = [];
    for (const { start, tree, broken, comments: inner } of syntax.statements) {
      for (const comment of inner) comments.push({ start: start + comment.start, end: start + comment.end });
      if (!tree) continue;
      let facts = known.get(tree);
      if (!facts) {
        facts = extractStatement(tree);
        known.set(tree, facts);
      }
      statements.push({ base: start, facts, broken });
    }
    return { source: syntax.source, statements, errors: syntax.errors, problem: syntax.problem, comments };
  };
}

export function extractStatement(statement: Statement): StatementFacts {
  const walk = new Extraction();
  const module = walk.body('module', undefined, [], undefined, undefined);
  walk.statement(statement, module, undefined);
  const { functions, classes } = walk;
  const bodies = [module, ...classes.map((cls) => cls.body), ...functions];
  return {
    statement,
    module,
    functions,
    classes,
    writes: functions.flatMap(writesOf),
    callsByName: callsByName(bodies),
    negatedStrings: walk.negatedStrings,
  };
}

function callsByName(bodies: readonly FunctionFacts[]): ReadonlyMap<string, readonly OwnedCall[]> {
  const result = new Map<string, OwnedCall[]>();
  for (const owner of bodies) {
    for (const fact of owner.calls) {
      const name = lastName(fact.call.callee);
      const named = result.get(name);
      if (named) named.push({ owner, fact });
      else result.set(name, [{ owner, fact }]);
    }
  }
  return result;
}
