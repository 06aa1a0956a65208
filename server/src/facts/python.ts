// What Python text says, as rows: functions with their calls, exits and assignments, each with the conditions under which
// it runs. One set of rows per top-level statement, with offsets relative to it, made once per text of that statement.
// Names are not resolved here: that needs the whole file and the other modules (model/python.ts).

import type { Source } from '../base/source';
import type { Span } from '../base/span';
import type { PythonSyntax } from '../syntax/python';
import type { SyntaxProblem } from '../syntax/python-problem';
import type {
  Argument,
  Block,
  Call,
  ClassDefinition,
  Expression,
  FunctionDefinition,
  Import,
  Lambda,
  Parameter,
  Statement,
  Subscript,
} from '../syntax/python-tree';

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
  | { readonly kind: 'try'; readonly statement: Span; readonly broad: boolean; readonly outer: Where | undefined }
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

type Mutable<T> = {
  -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] extends ReadonlySet<infer U> ? Set<U> : T[K];
};
type Building = Mutable<Omit<FunctionFacts, 'assigned'>> & { readonly assigned: Map<string, AssignmentFact[]> };

function assignTo(fn: Building, assignment: AssignmentFact): void {
  fn.assignments.push(assignment);
  const { target, kind } = assignment;
  if (target.kind !== 'name' || kind === 'delete') return;
  const earlier = fn.assigned.get(target.id);
  if (earlier) earlier.push(assignment);
  else fn.assigned.set(target.id, [assignment]);
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

class Extraction {
  readonly negatedStrings: Span[] = [];
  readonly functions: Building[] = [];
  readonly classes: ClassFacts[] = [];

  body(
    kind: FunctionFacts['kind'],
    definition: FunctionDefinition | Lambda | undefined,
    decorators: readonly Expression[],
    outer: Building | undefined,
    className: string | undefined,
  ): Building {
    const isFunction = definition?.kind === 'function';
    return {
      kind,
      name: isFunction ? definition.name : '',
      definition,
      parameters: definition ? [...definition.parameters] : [],
      async: isFunction && definition.async,
      generator: false,
      decorators: [...decorators],
      className,
      outer,
      calls: [],
      items: [],
      exits: [],
      assignments: [],
      assigned: new Map(),
      imports: [],
      reads: [],
      inner: [],
      innerClasses: [],
      globals: new Set(),
      nonlocals: new Set(),
    };
  }

  /** Walks a block; what follows a branch that always leaves runs under the other branch's condition. */
  block(block: Block, fn: Building, where: Where | undefined): void {
    let here = where;
    for (const statement of block) {
      this.statement(statement, fn, here);
      if (statement.kind !== 'if') continue;
      const thenLeaves = alwaysLeaves(statement.body);
      const otherwiseLeaves = statement.otherwise.length > 0 && alwaysLeaves(statement.otherwise);
      if (thenLeaves && !otherwiseLeaves) here = { kind: 'branch', test: statement.test, taken: false, outer: here };
      else if (!thenLeaves && !otherwiseLeaves && mayReturn(statement.body)) {
        here = { kind: 'branch', test: statement.test, taken: false, partly: true, outer: here };
      } else if (otherwiseLeaves && !thenLeaves)
        here = { kind: 'branch', test: statement.test, taken: true, outer: here };
    }
  }

  statement(statement: Statement, fn: Building, where: Where | undefined): void {
    const read = (expression: Expression | undefined): void => {
      if (expression) this.expression(expression, fn, where, statement);
    };
    switch (statement.kind) {
      case 'expression':
        read(statement.value);
        return;
      case 'assign':
        read(statement.value);
        for (const target of statement.targets) {
          this.target(target, fn, where, statement);
          if (statement.value) this.assign(target, statement.value, fn, where, statement);
        }
        return;
      case 'augmented':
        read(statement.target);
        read(statement.value);
        assignTo(fn, {
          target: statement.target,
          value: undefined,
          from: statement.value,
          kind: 'augmented',
          where,
          statement,
        });
        return;
      case 'return':
        read(statement.value);
        fn.exits.push({ kind: 'return', value: statement.value, span: statement, where });
        return;
      case 'raise':
        read(statement.value);
        fn.exits.push({ kind: 'raise', value: statement.value, span: statement, where });
        return;
      case 'if':
        read(statement.test);
        this.block(statement.body, fn, { kind: 'branch', test: statement.test, taken: true, outer: where });
        this.block(statement.otherwise, fn, { kind: 'branch', test: statement.test, taken: false, outer: where });
        return;
      case 'for': {
        this.expression(statement.iterable, fn, where, statement, { iterated: true });
        const loop: Where = {
          kind: 'loop',
          statement,
          iterable: statement.iterable,
          target: statement.target,
          outer: where,
        };
        this.target(statement.target, fn, loop, statement);
        this.bind(statement.target, statement.iterable, 'loop', fn, loop, statement);
        this.block(statement.body, fn, loop);
        this.block(statement.otherwise, fn, where);
        return;
      }
      case 'while': {
        const loop: Where = { kind: 'loop', statement, iterable: undefined, target: undefined, outer: where };
        read(statement.test);
        this.block(statement.body, fn, { kind: 'branch', test: statement.test, taken: true, outer: loop });
        this.block(statement.otherwise, fn, where);
        return;
      }
      case 'try': {
        const broad = statement.handlers.some((handler) => isBroad(handler.type));
        const inside: Where = { kind: 'try', statement, broad, outer: where };
        this.block(statement.body, fn, statement.handlers.length > 0 ? inside : where);
        for (const handler of statement.handlers) {
          const { type, name } = handler;
          if (type) this.expression(type, fn, where, statement);
          this.block(handler.body, fn, { kind: 'except', statement: handler, type, name, outer: where });
        }
        this.block(statement.otherwise, fn, where);
        this.block(statement.last, fn, { kind: 'finally', statement, outer: where });
        return;
      }
      case 'with': {
        for (const item of statement.items) {
          read(item.value);
          if (item.target) {
            this.target(item.target, fn, where, statement);
            this.bind(item.target, item.value, 'with', fn, where, statement);
          }
        }
        const items = statement.items.map((item) => item.value);
        this.block(statement.body, fn, { kind: 'with', items, outer: where });
        return;
      }
      case 'function':
        fn.inner.push(this.functionDefinition(statement, fn, where, undefined));
        return;
      case 'class':
        this.classDefinition(statement, fn, where);
        return;
      case 'import':
        fn.imports.push({ statement, where });
        return;
      case 'global':
        for (const name of statement.names) fn.globals.add(name);
        return;
      case 'nonlocal':
        for (const name of statement.names) fn.nonlocals.add(name);
        return;
      case 'delete':
        for (const target of statement.targets) {
          read(target);
          assignTo(fn, { target, value: undefined, from: undefined, kind: 'delete', where, statement });
        }
        return;
      case 'assert':
        read(statement.test);
        return;
      case 'match':
        read(statement.subject);
        for (const { guard, body } of statement.cases) {
          const inside: Where = { kind: 'case', subject: statement.subject, outer: where };
          if (guard) this.expression(guard, fn, inside, statement);
          this.block(body, fn, guard ? { kind: 'branch', test: guard, taken: true, outer: inside } : inside);
        }
        return;
      case 'opaque-statement':
        for (const part of statement.parts) read(part);
        for (const block of statement.blocks) this.block(block, fn, where);
        return;
      case 'pass':
      case 'break':
      case 'continue':
        return;
    }
  }

  private functionDefinition(
    definition: FunctionDefinition,
    fn: Building,
    where: Where | undefined,
    className: string | undefined,
  ): Building {
    for (const decorator of definition.decorators) this.expression(decorator, fn, where, definition);
    this.defaults(definition.parameters, fn, where, definition);
    const inner = this.body('function', definition, definition.decorators, fn, className);
    this.functions.push(inner);
    this.block(definition.body, inner, undefined);
    return inner;
  }

  private classDefinition(definition: ClassDefinition, fn: Building, where: Where | undefined): void {
    for (const decorator of definition.decorators) this.expression(decorator, fn, where, definition);
    for (const base of definition.bases) this.expression(base.value, fn, where, definition);
    const body = this.body('class', undefined, [], fn, definition.name);
    const methods: FunctionFacts[] = [];
    for (const member of definition.body) {
      if (member.kind === 'function') methods.push(this.functionDefinition(member, fn, where, definition.name));
      else this.statement(member, body, where);
    }
    const facts: ClassFacts = { definition, body, methods, outer: fn };
    fn.innerClasses.push(facts);
    this.classes.push(facts);
  }

  private defaults(
    parameters: readonly Parameter[],
    fn: Building,
    where: Where | undefined,
    statement: Statement,
  ): void {
    for (const parameter of parameters) {
      if (parameter.default) this.expression(parameter.default, fn, where, statement);
    }
  }

  /** `a, b = x, y` binds by place, as long as neither side unpacks. */
  private assign(
    target: Expression,
    value: Expression,
    fn: Building,
    where: Where | undefined,
    statement: Statement,
  ): void {
    const pairs =
      (target.kind === 'tuple' || target.kind === 'list') &&
      (value.kind === 'tuple' || value.kind === 'list') &&
      target.items.length === value.items.length &&
      ![...target.items, ...value.items].some((item) => item.kind === 'starred');
    if (pairs) {
      target.items.forEach((item, index) => {
        const part = value.items[index];
        if (part) this.assign(item, part, fn, where, statement);
      });
    } else if (target.kind === 'tuple' || target.kind === 'list') {
      this.bind(target, value, 'unpack', fn, where, statement);
    } else {
      assignTo(fn, { target, value, from: undefined, kind: 'plain', where, statement });
    }
  }

  private bind(
    target: Expression,
    from: Expression,
    kind: 'loop' | 'with' | 'unpack',
    fn: Building,
    where: Where | undefined,
    statement: Statement,
  ): void {
    if (target.kind === 'tuple' || target.kind === 'list') {
      const flat = kind === 'unpack' && target.items.every((item) => item.kind === 'name');
      target.items.forEach((item, index) => {
        if (flat) assignTo(fn, { target: item, value: undefined, from, kind, index, where, statement });
        else this.bind(item, from, kind === 'with' ? 'unpack' : kind, fn, where, statement);
      });
    } else {
      const bound = target.kind === 'starred' ? target.value : target;
      assignTo(fn, { target: bound, value: undefined, from, kind, where, statement });
    }
  }

  /** What an assignment's target reads: the object of `a.b = …`, object and index of `a[b] = …`. */
  private target(target: Expression, fn: Building, where: Where | undefined, statement: Statement): void {
    switch (target.kind) {
      case 'attribute':
        this.expression(target.object, fn, where, statement);
        return;
      case 'subscript':
        this.expression(target.object, fn, where, statement);
        this.expression(target.index, fn, where, statement);
        return;
      case 'tuple':
      case 'list':
        for (const item of target.items) this.target(item, fn, where, statement);
        return;
      case 'starred':
        this.target(target.value, fn, where, statement);
        return;
      default:
    }
  }

  private subtraction([left, right]: readonly Expression[]): void {
    if (left?.kind !== 'string' || left.bytes) return;
    if (right?.kind !== 'operation' || right.operator !== '-' || right.operands.length !== 1) return;
    const [name] = right.operands;
    if (name?.kind === 'name') this.negatedStrings.push({ start: right.start - 1, end: name.end });
  }

  private expression(
    expression: Expression,
    fn: Building,
    where: Where | undefined,
    statement: Statement,
    use: { readonly awaited?: boolean; readonly iterated?: boolean } = {},
  ): void {
    const visit = (part: Expression, inside = where): void => this.expression(part, fn, inside, statement);
    switch (expression.kind) {
      case 'name':
        fn.reads.push({ start: expression.start, end: expression.end, id: expression.id, where });
        return;
      case 'attribute':
        visit(expression.object);
        return;
      case 'subscript':
        fn.items.push({ item: expression, where });
        visit(expression.object);
        visit(expression.index);
        return;
      case 'call':
        fn.calls.push({
          call: expression,
          where,
          awaited: use.awaited ?? false,
          iterated: use.iterated ?? false,
          statement,
        });
        visit(expression.callee);
        for (const argument of expression.args) visit(argument.value);
        return;
      case 'string':
        for (const part of expression.parts) if (typeof part !== 'string') visit(part);
        return;
      case 'dict':
        for (const { key, value } of expression.entries) {
          if (key) visit(key);
          visit(value);
        }
        return;
      case 'list':
      case 'tuple':
      case 'set':
        for (const item of expression.items) visit(item);
        return;
      case 'lambda': {
        this.defaults(expression.parameters, fn, where, statement);
        const inner = this.body('lambda', expression, [], fn, undefined);
        fn.inner.push(inner);
        this.functions.push(inner);
        this.expression(expression.body, inner, undefined, statement);
        if (expression.body.kind !== 'yield') {
          inner.exits.push({ kind: 'return', value: expression.body, span: expression.body, where: undefined });
        }
        return;
      }
      case 'await':
        this.expression(expression.value, fn, where, statement, { awaited: true });
        return;
      case 'yield':
        if (expression.value) visit(expression.value);
        fn.generator = true;
        fn.exits.push({
          kind: expression.from ? 'yield-from' : 'yield',
          value: expression.value,
          span: expression,
          where,
        });
        return;
      case 'operation':
        if (expression.operator === '-') this.subtraction(expression.operands);
        if (expression.operator === 'and' || expression.operator === 'or') {
          const [first, ...rest] = expression.operands;
          if (!first) return;
          visit(first);
          const inside: Where = { kind: 'branch', test: first, taken: expression.operator === 'and', outer: where };
          for (const operand of rest) visit(operand, inside);
        } else {
          for (const operand of expression.operands) visit(operand);
        }
        return;
      case 'comparison':
        for (const operand of expression.operands) visit(operand);
        return;
      case 'conditional':
        visit(expression.test);
        visit(expression.body, { kind: 'branch', test: expression.test, taken: true, outer: where });
        visit(expression.otherwise, { kind: 'branch', test: expression.test, taken: false, outer: where });
        return;
      case 'starred':
        visit(expression.value);
        return;
      case 'comprehension': {
        let inside = where;
        for (const clause of expression.clauses) {
          if (clause.kind === 'for') {
            this.expression(clause.iterable, fn, inside, statement, { iterated: true });
            inside = {
              kind: 'loop',
              statement: expression,
              iterable: clause.iterable,
              target: clause.target,
              outer: inside,
            };
          } else {
            visit(clause.test, inside);
            inside = { kind: 'branch', test: clause.test, taken: true, outer: inside };
          }
        }
        for (const element of expression.elements) visit(element, inside);
        return;
      }
      case 'walrus':
        visit(expression.value);
        assignTo(fn, {
          target: expression.target,
          value: expression.value,
          from: undefined,
          kind: 'plain',
          where,
          statement,
        });
        return;
      case 'slice':
      case 'opaque':
        for (const part of expression.parts) visit(part);
        return;
      case 'number':
      case 'constant':
        return;
    }
  }
}

const FILLERS = new Set(['setdefault', 'update', 'add', 'append', 'put', 'set', 'touch', 'insert']);

function writesOf({ assignments, calls, globals }: FunctionFacts): readonly Write[] {
  const writes: Write[] = [];
  for (const { target } of assignments) {
    if (target.kind === 'name' && globals.has(target.id)) writes.push({ kind: 'global', name: target.id });
    if (target.kind === 'attribute') writes.push({ kind: 'attribute', name: target.name });
    if (target.kind === 'subscript') writes.push({ kind: 'container', name: lastName(target.object) });
  }
  for (const { call } of calls) {
    const { callee } = call;
    if (callee.kind === 'attribute' && FILLERS.has(callee.name))
      writes.push({ kind: 'container', name: lastName(callee.object) });
    const named = call.args[1]?.value;
    if (callee.kind === 'name' && callee.id === 'setattr' && named?.kind === 'string')
      writes.push({ kind: 'attribute', name: named.value ?? '' });
  }
  return writes;
}

/** The name that a chain ends in: `c` of `a.b.c` or of `a.c()`. Empty where it ends in none. */
export function lastName(expression: Expression): string {
  if (expression.kind === 'name') return expression.id;
  if (expression.kind === 'attribute') return expression.name;
  return expression.kind === 'call' ? lastName(expression.callee) : '';
}

const BROAD = new Set(['Exception', 'BaseException']);

/** Whether an `except` of this type catches every ordinary exception. */
export function isBroad(type: Expression | undefined): boolean {
  if (!type) return true;
  if (type.kind === 'tuple') return type.items.some(isBroad);
  return type.kind === 'name' && BROAD.has(type.id);
}

/** Whether control never runs past the block's end: it returns, raises, continues, breaks or leaves the process. */
export function alwaysLeaves(block: Block): boolean {
  const last = block.at(-1);
  switch (last?.kind) {
    case 'return':
    case 'raise':
    case 'continue':
    case 'break':
      return true;
    case 'if':
      return last.otherwise.length > 0 && alwaysLeaves(last.body) && alwaysLeaves(last.otherwise);
    case 'with':
      return alwaysLeaves(last.body);
    case 'try':
      return (
        alwaysLeaves(last.last) ||
        (alwaysLeaves(last.body) && last.handlers.every((handler) => alwaysLeaves(handler.body)))
      );
    case 'expression':
      return last.value.kind === 'call' && dottedName(last.value.callee) === 'sys.exit';
    default:
      return false;
  }
}

/** Whether a `return` stands in the block outside of loops, under some condition or none. */
function mayReturn(block: Block): boolean {
  return block.some((statement) => {
    switch (statement.kind) {
      case 'return':
        return true;
      case 'if':
        return mayReturn(statement.body) || mayReturn(statement.otherwise);
      case 'with':
        return mayReturn(statement.body);
      case 'try':
        return mayReturn(statement.body) || mayReturn(statement.otherwise);
      default:
        return false;
    }
  });
}

/** `a.b.c` of a plain chain of names; undefined for anything else. */
export function dottedName(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.id;
  if (expression.kind !== 'attribute') return undefined;
  const object = dottedName(expression.object);
  return object === undefined ? undefined : `${object}.${expression.name}`;
}

/** The argument given by name or, failing that, by place. Undefined also where spreads make the place uncertain. */
export function argument(call: Call, name: string | undefined, index?: number): Argument | undefined {
  const named = name === undefined ? undefined : call.args.find((arg) => arg.name === name);
  if (named || index === undefined) return named;
  const positional: Argument[] = [];
  for (const arg of call.args) {
    if (arg.spread === 'list') break;
    if (arg.name === undefined && arg.spread === undefined) positional.push(arg);
  }
  return positional[index];
}
