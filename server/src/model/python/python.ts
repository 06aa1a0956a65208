// The Python modules of one worker, joined: names resolved through imports, scopes, classes and instances. Where the text
// does not say what a name is, the answer is `unknown`.

import type { Source } from '../../base/source';
import { type Place, type Span, shift } from '../../base/span';
import type { Uri } from '../../base/uri';
import type {
  AssignmentFact,
  CallFact,
  ClassFacts,
  FunctionFacts,
  ImportFact,
  OwnedCall,
  PythonFacts,
} from '../../facts/python';
import type { Call, Expression } from '../../syntax/python-tree';

export interface Python {
  readonly root: Uri;
  /** Entry files first, then what they import, in the order in which it is met. */
  readonly modules: readonly Module[];
  readonly byUri: ReadonlyMap<Uri, Module>;
  /** Files that start the worker, or are named like it. */
  readonly entries: readonly Uri[];
  /** Modules that are no part of what runs and import an entry: tests, tools. */
  readonly observers: readonly Module[];
  /** The other modules in the folders of the entries that nothing was seen to import; without tests. */
  readonly siblings: readonly Module[];
  /** Answers that were already worked out for this version of the worker. */
  readonly memo: Memo;
  /** Uri of the module's file, where the worker has it, whether or not its text was read. */
  locate(from: Module, name: string, level: number): Uri | undefined;
}

/** One way from a body to a function of the worker. */
export interface Edge {
  readonly fn: Fn;
  readonly bound: boolean;
  readonly fact: CallFact;
  readonly threaded: boolean;
  /** The arguments as the callee gets them; undefined where they come through a runner. */
  readonly call: Call | undefined;
}

export interface Memo {
  readonly origins: Map<Expression, Origin>;
  readonly names: Map<FunctionFacts, Map<string, Origin>>;
  readonly edges: Map<FunctionFacts, readonly Edge[]>;
  /** Those of one call, without what a runner runs. */
  readonly edgesAt: Map<Call, readonly Edge[]>;
}

export interface Module {
  readonly uri: Uri;
  readonly facts: PythonFacts;
  /** Modules that it imports, as written, with the leading dots counted. */
  readonly imports: readonly ImportedModule[];
  /** Without syntax errors. */
  readonly whole: boolean;
  /** The module's own code, one part per top-level statement, in order. */
  readonly parts: readonly Fn[];
  /** Every function, method, lambda and class body. */
  readonly functions: readonly Fn[];
  readonly classes: readonly Class[];
  readonly scope: ReadonlyMap<string, readonly Binding[]>;
  /** Other names under which members of modules were imported: `go` of `from m import start as go`, by `start`. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** Every call by the last name of what is called; worked out when first asked for. */
  calls(): ReadonlyMap<string, readonly OwnedCall[]>;
  /** Functions and classes of this version by their facts. */
  fn(facts: FunctionFacts): Fn;
  classOf(facts: ClassFacts): Class;
}

/** A function in this version of its file: facts with relative offsets, and where they count from. */
export interface Fn {
  readonly module: Module;
  readonly base: number;
  readonly facts: FunctionFacts;
}

export interface Class {
  readonly module: Module;
  readonly base: number;
  readonly facts: ClassFacts;
}

export type Binding =
  | { readonly kind: 'import'; readonly fact: ImportFact; readonly name: string; readonly member: string | undefined }
  | { readonly kind: 'function'; readonly fn: Fn }
  | { readonly kind: 'class'; readonly cls: Class }
  | { readonly kind: 'value'; readonly assignment: AssignmentFact; readonly fn: Fn };

/** What an expression stands for. */
export type Origin =
  /** Something outside the worker, by its dotted path: `torch.load`. An attribute of an instance has its class's path. */
  | { readonly kind: 'external'; readonly path: string }
  /** What calling `path` gives. */
  | { readonly kind: 'external-result'; readonly path: string; readonly call: Call; readonly fn: Fn }
  | { readonly kind: 'module'; readonly module: Module }
  /**
   * A function of the worker; `bound`: its first parameter is already taken by an instance or a class; `partial`: the
   * calls of `functools.partial` that give it some arguments.
   */
  | { readonly kind: 'function'; readonly fn: Fn; readonly bound: boolean; readonly partial?: readonly Call[] }
  | { readonly kind: 'class'; readonly cls: Class }
  | { readonly kind: 'instance'; readonly cls: Class }
  | { readonly kind: 'parameter'; readonly fn: Fn; readonly name: string }
  /** A literal, an operation…: what stands there, and the function it stands in. */
  | { readonly kind: 'expression'; readonly expression: Expression; readonly fn: Fn }
  | { readonly kind: 'builtin'; readonly name: string }
  /** One of several; there may be more that the text does not tell. */
  | { readonly kind: 'choice'; readonly origins: readonly Origin[] }
  | { readonly kind: 'unknown' };

/** Absolute place of a node or a span of `fn`'s statement. */
export function placeIn(fn: { readonly module: Module; readonly base: number }, node: Span): Place {
  return { uri: fn.module.uri, span: shift({ start: node.start, end: node.end }, fn.base) };
}

/** The file of `fn` and where its statement starts, as edits take them. */
export function statementsOf(fn: { readonly module: Module; readonly base: number }): {
  readonly source: Source;
  readonly base: number;
} {
  return { source: fn.module.facts.source, base: fn.base };
}

/** What is written at a node of `fn`'s statement. */
export function textIn(fn: { readonly module: Module; readonly base: number }, node: Span): string {
  return fn.module.facts.source.text.slice(fn.base + node.start, fn.base + node.end);
}

/** Places of the texts that a module, its classes and its functions begin with. */
export function docstringsOf({ facts, functions, classes }: Module): readonly Span[] {
  const first = facts.statements[0];
  const bodies = [
    ...(first ? [{ base: first.base, body: [first.facts.statement] }] : []),
    ...functions.flatMap(({ base, facts: { definition } }) =>
      definition?.kind === 'function' ? [{ base, body: definition.body }] : [],
    ),
    ...classes.map(({ base, facts: { definition } }) => ({ base, body: definition.body })),
  ];
  return bodies.flatMap(({ base, body: [statement] }) =>
    statement?.kind === 'expression' && statement.value.kind === 'string' ? [shift(statement, base)] : [],
  );
}

/**
 * Calls of things that end in one of the names, with the code they stand in: a first, cheap look before `resolve`. A name
 * under which one of them was imported counts too.
 */
export function* callsNamed(
  modules: readonly Module[],
  names: ReadonlySet<string>,
): Iterable<{ readonly fn: Fn; readonly fact: CallFact }> {
  for (const module of modules) {
    const calls = module.calls();
    // A worker has many modules and a list many names, and most of them do not meet.
    for (const name of names) {
      const own = calls.get(name);
      if (own !== undefined) yield* callsIn(module, own);
      for (const alias of module.aliases.get(name) ?? NO_NAMES) yield* callsIn(module, calls.get(alias) ?? []);
    }
  }
}

const NO_NAMES: readonly string[] = [];

function* callsIn(module: Module, calls: readonly OwnedCall[]): Iterable<{ readonly fn: Fn; readonly fact: CallFact }> {
  for (const { owner, fact } of calls) yield { fn: module.fn(owner), fact };
}

export interface ImportedModule {
  readonly name: string;
  readonly level: number;
}
