// Results of the SDK's validator that are used as if there were never an error.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { addStatementAfter } from '../../edits/python';
import { RP_VALIDATOR_SOURCE, VALIDATION_GUIDE } from '../../knowledge/job';
import type { Handlers } from '../../model/python/handler';
import { placeIn, statementsOf, textIn } from '../../model/python/python';
import { type Validation, validationsIn } from '../../model/schema';
import type { Expression } from '../../syntax/python-tree';
import { rule } from '../rule';

export const validatorErrorsIgnored = rule({
  meta: {
    id: 'validator-errors-ignored',
    area: 'handler',
    severity: 'warning',
    since: '0.1.0',
    summary: 'The result of validate() is used without a look at its errors.',
    why: "For an input that does not fit, the job fails with KeyError: 'validated_input', and what was wrong with it is lost.",
    good: 'Wherever validate() is called, its errors are looked at.',
    sources: [VALIDATION_GUIDE, RP_VALIDATOR_SOURCE],
  },
  reads: ['python', 'handlers?'],
  *check({ python, handlers }) {
    for (const validation of validationsIn(python)) {
      const { fn, fact } = validation;
      const name = nameOf(validation);
      const key = keyRead(validation, name);
      if (!key || mentionsErrors(validation, name)) continue;
      const fix = name === undefined ? undefined : fixOf(handlers, validation, name);
      yield {
        ...placeIn(fn, key),
        message: say`For an input that does not fit there is no "validated_input", but "errors": nothing looks for them here.`,
        related: [{ ...placeIn(fn, fact.call.callee), message: say`The input is checked here` }],
        fixes: fix ? [fix] : [],
      };
    }
  },
});

const RESULT = 'validated_input';

/** The name that holds the result alone. */
function nameOf({ fn, fact: { statement, call } }: Validation): string | undefined {
  if (statement.kind !== 'assign' || statement.value !== call || statement.targets.length !== 1) return undefined;
  const [target] = statement.targets;
  return target?.kind === 'name' && fn.facts.assigned.get(target.id)?.length === 1 ? target.id : undefined;
}

/** Where the validated input is taken out of the result. */
function keyRead({ fn, fact: { call } }: Validation, name: string | undefined): Expression | undefined {
  const isResult = (object: Expression): boolean => object === call || (object.kind === 'name' && object.id === name);
  for (const { item } of fn.facts.items) {
    if (isResult(item.object) && item.index.kind === 'string' && item.index.value === RESULT) return item.index;
  }
  for (const {
    call: { callee, args },
  } of fn.facts.calls) {
    const key = args[0]?.value;
    if (
      callee.kind === 'attribute' &&
      callee.name === 'get' &&
      isResult(callee.object) &&
      key?.kind === 'string' &&
      key.value === RESULT
    )
      return key;
  }
  return undefined;
}

/** Whether the function looks for the errors, catches what comes of them, or gives the result away. */
function mentionsErrors({ fn, fact: { where } }: Validation, name: string | undefined): boolean {
  for (let here = where; here; here = here.outer) if (here.kind === 'try') return true;
  const { definition } = fn.facts;
  if (!definition || /["']errors["']|["']validated_input["']\s*(?:not\s+)?in\b/.test(textIn(fn, definition)))
    return true;
  if (name === undefined) return false;
  const given = fn.facts.calls.some(({ call }) =>
    call.args.some(({ value }) => value.kind === 'name' && value.id === name),
  );
  return given || fn.facts.exits.some(({ value }) => value?.kind === 'name' && value.id === name);
}

/** A check behind the assignment, in the handler itself, whose `return` is the job's answer. */
function fixOf(handlers: Handlers | undefined, { fn, fact }: Validation, name: string): Fix | undefined {
  const isHandler = handlers?.functions.some((handler) => handler.fn.facts === fn.facts) ?? false;
  if (!isHandler || fn.facts.generator) return undefined;
  const edits = addStatementAfter(statementsOf(fn), fact.statement, [
    `if "errors" in ${name}:`,
    `\treturn {"error": ${name}["errors"]}`,
  ]);
  return edits && { title: say`Answer with the errors`, safe: true, edits };
}
