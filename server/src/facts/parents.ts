// What an expression is a part of: the tree of a statement read from the inside out. Made when first asked for, and kept
// with the statement's tree, which stays the same object while its text does.

import type { Argument, Block, Expression, Statement } from '../syntax/python-tree';

/** The expression or the statement directly around an expression. */
export type Around = Expression | Statement;

const known = new WeakMap<Statement, ReadonlyMap<Expression, Around>>();

/** For each expression in the statement what is around it. Lambdas are looked into. */
export function parentsIn(statement: Statement): ReadonlyMap<Expression, Around> {
  let parents = known.get(statement);
  if (!parents) {
    const found = new Map<Expression, Around>();
    addStatement(statement, found);
    parents = found;
    known.set(statement, parents);
  }
  return parents;
}

type Parents = Map<Expression, Around>;

function addBlock(block: Block, parents: Parents): void {
  for (const statement of block) addStatement(statement, parents);
}

function addStatement(statement: Statement, parents: Parents): void {
  const add = (...parts: readonly (Expression | undefined)[]): void => {
    for (const part of parts) if (part) addExpression(part, statement, parents);
  };
  switch (statement.kind) {
    case 'expression':
    case 'return':
    case 'raise':
      add(statement.value);
      return;
    case 'assign':
      add(...statement.targets, statement.value);
      return;
    case 'augmented':
      add(statement.target, statement.value);
      return;
    case 'if':
    case 'while':
      add(statement.test);
      addBlock(statement.body, parents);
      addBlock(statement.otherwise, parents);
      return;
    case 'for':
      add(statement.target, statement.iterable);
      addBlock(statement.body, parents);
      addBlock(statement.otherwise, parents);
      return;
    case 'try':
      addBlock(statement.body, parents);
      for (const { type, body } of statement.handlers) {
        add(type);
        addBlock(body, parents);
      }
      addBlock(statement.otherwise, parents);
      addBlock(statement.last, parents);
      return;
    case 'with':
      for (const { value, target } of statement.items) add(value, target);
      addBlock(statement.body, parents);
      return;
    case 'function':
      add(...statement.decorators, ...statement.parameters.map((parameter) => parameter.default));
      addBlock(statement.body, parents);
      return;
    case 'class':
      add(...statement.decorators, ...statement.bases.map(({ value }) => value));
      addBlock(statement.body, parents);
      return;
    case 'delete':
      add(...statement.targets);
      return;
    case 'assert':
      add(statement.test);
      return;
    case 'match':
      add(statement.subject);
      for (const { guard, body } of statement.cases) {
        add(guard);
        addBlock(body, parents);
      }
      return;
    case 'opaque-statement':
      add(...statement.parts);
      for (const block of statement.blocks) addBlock(block, parents);
      return;
    case 'import':
    case 'global':
    case 'nonlocal':
    case 'pass':
    case 'break':
    case 'continue':
      return;
  }
}

function addExpression(expression: Expression, around: Around, parents: Parents): void {
  parents.set(expression, around);
  const add = (...parts: readonly (Expression | undefined)[]): void => {
    for (const part of parts) if (part) addExpression(part, expression, parents);
  };
  const addArguments = (args: readonly Argument[]): void => add(...args.map(({ value }) => value));
  switch (expression.kind) {
    case 'attribute':
      add(expression.object);
      return;
    case 'subscript':
      add(expression.object, expression.index);
      return;
    case 'call':
      add(expression.callee);
      addArguments(expression.args);
      return;
    case 'string':
      add(...expression.parts.filter((part) => typeof part !== 'string'));
      return;
    case 'dict':
      for (const { key, value } of expression.entries) add(key, value);
      return;
    case 'list':
    case 'tuple':
    case 'set':
      add(...expression.items);
      return;
    case 'lambda':
      add(...expression.parameters.map((parameter) => parameter.default), expression.body);
      return;
    case 'await':
    case 'starred':
    case 'yield':
      add(expression.value);
      return;
    case 'walrus':
      add(expression.target, expression.value);
      return;
    case 'operation':
    case 'comparison':
      add(...expression.operands);
      return;
    case 'conditional':
      add(expression.test, expression.body, expression.otherwise);
      return;
    case 'comprehension':
      add(...expression.elements);
      for (const clause of expression.clauses) {
        if (clause.kind === 'for') add(clause.target, clause.iterable);
        else add(clause.test);
      }
      return;
    case 'slice':
    case 'opaque':
      add(...expression.parts);
      return;
    case 'name':
    case 'number':
    case 'constant':
      return;
  }
}
