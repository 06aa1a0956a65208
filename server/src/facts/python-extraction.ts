// The walk over one top-level statement that collects its rows: functions, calls, exits, assignments, imports.

import type { Span } from '../base/span';
import type {
  Block,
  ClassDefinition,
  Expression,
  FunctionDefinition,
  Lambda,
  Parameter,
  Statement,
} from '../syntax/python-tree';
import type { AssignmentFact, ClassFacts, FunctionFacts, Where, Write } from './python';
import { dottedName, lastName } from './python-names';

export class Extraction {
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
export function writesOf({ assignments, calls, globals }: FunctionFacts): readonly Write[] {
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

export function mayReturn(block: Block): boolean {
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
type Mutable<T> = {
  -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] extends ReadonlySet<infer U> ? Set<U> : T[K];
};
export type Building = Mutable<Omit<FunctionFacts, 'assigned'>> & { readonly assigned: Map<string, AssignmentFact[]> };

export function assignTo(fn: Building, assignment: AssignmentFact): void {
  fn.assignments.push(assignment);
  const { target, kind } = assignment;
  if (target.kind !== 'name' || kind === 'delete') return;
  const earlier = fn.assigned.get(target.id);
  if (earlier) earlier.push(assignment);
  else fn.assigned.set(target.id, [assignment]);
}
