// Values as the search for answers finds them: where each stands, on which way it was met, and what a dictionary holds as
// far as it is written out.

import type { ExitFact, Where } from '../../facts/python';
import type { Argument, Call, Expression } from '../../syntax/python-tree';
import type { Fn } from '../python/python';

/** A function's run: the function, and the call that its parameters come from. */

export interface Frame {
  readonly fn: Fn;
  /** Undefined in a handler. */
  readonly from: Entrance | undefined;
  readonly depth: number;
}

export interface Entrance {
  readonly frame: Frame;
  readonly site: Site;
  readonly node: Call;
  /** The arguments as the function gets them; undefined where they cannot be told. */
  readonly args: readonly Argument[] | undefined;
  readonly bound: boolean;
}
/** Where in a function something is read: what was assigned before it counts. */

export interface Site {
  readonly start: number;
  readonly where: Where | undefined;
}
/** An expression that ends the search: a dictionary, a literal, a call of something outside the worker. */

export interface Value {
  readonly frame: Frame;
  readonly site: Site;
  readonly expression: Expression;
  /** Of a dictionary, with what was put into it later. */
  readonly dict: DictShape | undefined;
  /** Names that it passed through, from the last to the first. */
  readonly names: readonly { readonly fn: Fn; readonly name: string }[];
  /** A condition on the way looks at the value and cannot be decided: it may never get through. */
  readonly filtered: boolean;
}

export interface DictShape {
  /** In the order in which they are set: a later one replaces an earlier one of the same key. */
  readonly fields: readonly Field[];
  /** There may be keys that are not in `fields`. */
  readonly open: boolean;
}

export interface Field {
  readonly key: string;
  /** The key, or `result["key"]` of a later assignment. */
  readonly place: Expression;
  readonly value: Expression;
  readonly frame: Frame;
  readonly site: Site;
  /** Set only under a condition that the answer does not imply. */
  readonly sometimes: boolean;
  /** Set after the dictionary was made. */
  readonly later: boolean;
}
/** A value that reaches the platform, and the exit of the handler that hands it over. */

export interface Result extends Value {
  readonly handler: Fn;
  readonly exit: ExitFact;
}
/** Leaves out what comes to the same: one expression, met on several ways with the same outcome. */
export function distinct(values: readonly Value[]): readonly Value[] {
  if (values.length < 2) return values;
  const known = new Map<Expression, Value[]>();
  return values.filter((value) => {
    const others = known.get(value.expression);
    if (others?.some((other) => isSame(other, value))) return false;
    if (others) others.push(value);
    else known.set(value.expression, [value]);
    return true;
  });
}
function isSame(a: Value, b: Value): boolean {
  return (
    a.frame.from?.node === b.frame.from?.node &&
    a.filtered === b.filtered &&
    a.dict?.open === b.dict?.open &&
    a.dict?.fields.length === b.dict?.fields.length
  );
}
export function leaf(frame: Frame, expression: Expression, site: Site): Value {
  return { frame, site, expression, dict: shapeOf(frame, expression, site), names: [], filtered: false };
}
function shapeOf(frame: Frame, expression: Expression, site: Site): DictShape | undefined {
  if (expression.kind === 'dict') {
    const fields = expression.entries.map((entry) => fieldOf(frame, site, entry.key, entry.value));
    return { fields: fields.flatMap((field) => field ?? []), open: fields.some((field) => field === undefined) };
  }
  if (expression.kind !== 'call' || !isName(expression.callee, 'dict')) return undefined;
  const entries = givenEntries(expression);
  const fields = (entries ?? []).map(({ key, place, value }) => ({
    key,
    place,
    value,
    frame,
    site,
    sometimes: false,
    later: false,
  }));
  return { fields, open: entries === undefined };
}
export function fieldOf(frame: Frame, site: Site, place: Expression | undefined, value: Expression): Field | undefined {
  const key = place && textOf(place);
  if (place === undefined || key === undefined) return undefined;
  return { key, place, value, frame, site, sometimes: false, later: false };
}
interface Given {
  readonly key: string;
  readonly place: Expression;
  readonly value: Expression;
}
/** The entries of `update({…}, a=1)` or `dict(a=1)`; undefined where they cannot all be told. */

export function givenEntries(call: Call): readonly Given[] | undefined {
  const entries: Given[] = [];
  for (const { name, value, spread } of call.args) {
    if (name !== undefined) {
      entries.push({ key: name, place: value, value });
    } else if (spread === undefined && value.kind === 'dict') {
      for (const entry of value.entries) {
        const key = entry.key && textOf(entry.key);
        if (entry.key === undefined || key === undefined) return undefined;
        entries.push({ key, place: entry.key, value: entry.value });
      }
    } else {
      return undefined;
    }
  }
  return entries;
}

export function textOf(expression: Expression): string | undefined {
  return expression.kind === 'string' && !expression.bytes ? expression.value : undefined;
}

export function isName(expression: Expression, name: string): boolean {
  return expression.kind === 'name' && expression.id === name;
}
