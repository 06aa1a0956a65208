// Everything that an answer holds: the values in its dictionaries and lists, followed through names, helpers and what is
// appended. What the values are is for others to say.

import type { Call, Expression } from '../../syntax/python-tree';
import type { Handlers } from '../python/handler';
import type { Fn } from '../python/python';
import { entrancesOf, heldFields, valuesOf } from './results';
import { usesOf } from './uses';
import type { Field, Frame, Result, Site, Value } from './values';

/** A value somewhere in an answer. */
export interface Content {
  readonly value: Value;
  /** What holds it on the way to the answer. */
  readonly names: readonly { readonly fn: Fn; readonly name: string }[];
  /** The functions that it passes through. */
  readonly fns: readonly Fn[];
  /** The innermost field that it stands in; undefined where no dictionary holds it. */
  readonly field: Field | undefined;
  /** It, or what holds it, may never get into the answer. */
  readonly filtered: boolean;
}

export interface Pursuit {
  /** Expressions behind a value that is no container and whose contents count too: `x` of `x.decode()`. */
  follow?(value: Value): readonly Expression[];
  /** Whether an expression in a function is worth the search. */
  matters?(fn: Fn, expression: Expression): boolean;
}

/** Most expressions that are looked at in the answers of one worker. */
const MOST_STEPS = 2000;

/** Looks into one answer after the other; what was seen in an earlier one is not shown again. */
export class Contents {
  private readonly traced = new Visits();
  private readonly seen = new Visits();
  private steps = 0;

  constructor(
    private readonly handlers: Handlers,
    private readonly pursuit: Pursuit,
  ) {}

  of(result: Result): readonly Content[] {
    const found: Content[] = [];
    this.value(result, { names: [], fns: [result.handler], field: undefined, filtered: false }, found);
    return found;
  }

  private value(value: Value, before: Omit<Content, 'value'>, found: Content[]): void {
    const { frame, site, expression } = value;
    if (!this.seen.isFirst(expression, frame) || ++this.steps > MOST_STEPS) return;
    const passed = entrancesOf(frame).map((entrance) => entrance.frame.fn);
    const way = {
      names: [...before.names, ...value.names],
      fns: [...new Set([...before.fns, ...passed, frame.fn])],
      field: before.field,
      filtered: before.filtered || value.filtered,
    };
    const inner = (part: Expression): void => this.expression(frame, part, site, way, found);
    if (value.dict) {
      for (const key of new Set(value.dict.fields.map((field) => field.key))) {
        for (const field of heldFields(value, key)) {
          this.expression(field.frame, field.value, field.site, { ...way, field }, found);
        }
      }
      this.added(value, way, found);
      return;
    }
    found.push({ value, ...way });
    switch (expression.kind) {
      case 'list':
      case 'tuple':
        expression.items.forEach(inner);
        this.added(value, way, found);
        return;
      case 'comprehension':
        if (expression.shape === 'list') expression.elements.forEach(inner);
        return;
      default:
        this.pursuit.follow?.(value).forEach(inner);
    }
  }

  private expression(
    frame: Frame,
    expression: Expression,
    site: Site,
    way: Omit<Content, 'value'>,
    found: Content[],
  ): void {
    if (isPlain(expression) || !this.traced.isFirst(expression, frame)) return;
    if (this.pursuit.matters && !this.pursuit.matters(frame.fn, expression)) return;
    for (const value of valuesOf(this.handlers, frame, expression, site)) this.value(value, way, found);
  }

  /** `images.append(…)` and `videos[name] = …`: what is put into a container that an answer holds. */
  private added(value: Value, way: Omit<Content, 'value'>, found: Content[]): void {
    for (const { fn, name } of value.names) {
      if (fn !== value.frame.fn) continue;
      const { calls, items } = usesOf(fn.facts, name);
      for (const { call, where } of calls) {
        const { callee, args } = call;
        if (callee.kind !== 'attribute' || (callee.name !== 'append' && callee.name !== 'extend')) continue;
        if (callee.object.kind !== 'name' || callee.object.id !== name || !args[0]) continue;
        this.expression(value.frame, args[0].value, { start: call.start, where }, way, found);
      }
      for (const { target, value: added, statement, where } of items) {
        // Those under a literal key are fields.
        if (target.kind !== 'subscript' || target.index.kind === 'string' || !added) continue;
        this.expression(value.frame, added, { start: statement.start, where }, way, found);
      }
    }
  }
}

/** Which expressions were met, by the call that their function's parameters come from. */
class Visits {
  private readonly known = new Map<Expression, Set<Call | undefined>>();

  isFirst(expression: Expression, { from }: Frame): boolean {
    const entrances = this.known.get(expression) ?? new Set();
    this.known.set(expression, entrances);
    if (entrances.has(from?.node)) return false;
    entrances.add(from?.node);
    return true;
  }
}

/** Text, numbers and truth values hold nothing. */
function isPlain(expression: Expression): boolean {
  switch (expression.kind) {
    case 'constant':
    case 'number':
    case 'comparison':
      return true;
    case 'string':
      return expression.value !== undefined && !expression.bytes;
    default:
      return false;
  }
}
