// Looking inside expressions: their parts, and the names that they read.

import type { Expression } from '../../syntax/python-tree';

export { argument, dottedName, lastName } from '../../facts/python-names';

/** Whether an expression reads one of the names. */
export function mentions(expression: Expression, names: ReadonlySet<string>): boolean {
  return someExpression(expression, (part) => part.kind === 'name' && names.has(part.id));
}

/** Whether a part of the expression, itself included, passes the test. Lambdas are looked into. */
export function someExpression(expression: Expression, test: (part: Expression) => boolean): boolean {
  return test(expression) || partsOf(expression).some((part) => someExpression(part, test));
}

/** The expressions directly inside another. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'attribute':
      return [expression.object];
    case 'subscript':
      return [expression.object, expression.index];
    case 'call':
      return [expression.callee, ...expression.args.map((arg) => arg.value)];
    case 'string':
      return expression.parts.filter((part) => typeof part !== 'string');
    case 'dict':
      return expression.entries.flatMap((entry) => (entry.key ? [entry.key, entry.value] : [entry.value]));
    case 'list':
    case 'tuple':
    case 'set':
      return expression.items;
    case 'lambda':
      return [expression.body];
    case 'await':
    case 'starred':
    case 'walrus':
      return [expression.value];
    case 'yield':
      return expression.value ? [expression.value] : [];
    case 'operation':
    case 'comparison':
      return expression.operands;
    case 'conditional':
      return [expression.test, expression.body, expression.otherwise];
    case 'comprehension':
      return [
        ...expression.elements,
        ...expression.clauses.flatMap((clause) => (clause.kind === 'for' ? [clause.iterable] : [clause.test])),
      ];
    case 'slice':
    case 'opaque':
      return expression.parts;
    case 'name':
    case 'number':
    case 'constant':
      return [];
  }
}
