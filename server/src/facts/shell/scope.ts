// Which values shell variables have along a walk through a text, where branches may or may not be taken. Layers, so that a
// branch costs what it sets and not what was set before it.

import { type Static, unknown } from '../../base/static';

export interface ShellVariable {
  readonly value: Static<string>;
  /** The text itself sets it before this place: always, under a condition, or never: then it comes from outside. */
  readonly set: 'always' | 'maybe' | 'never';
  readonly exported: boolean;
}

type Lookup = (name: string) => ShellVariable | undefined;

export interface ShellScope {
  readonly below: Lookup;
  readonly own: Map<string, ShellVariable>;
  /** What `own` held before anything could have become of it. */
  readonly stale: Map<string, ShellVariable>;
  /** All that was known below may have changed. */
  forgotten: boolean;
}

export function scopeAbove(below: Lookup): ShellScope {
  return { below, own: new Map(), stale: new Map(), forgotten: false };
}

export function branchOf(scope: ShellScope): ShellScope {
  return scopeAbove((name) => variableIn(scope, name));
}

export function variableIn(scope: ShellScope, name: string): ShellVariable | undefined {
  const own = scope.own.get(name) ?? scope.stale.get(name);
  if (own !== undefined) return own;
  const found = scope.below(name);
  return found && scope.forgotten ? { ...found, value: unknown } : found;
}

export function setVariable(scope: ShellScope, name: string, value: Static<string>, exported: boolean): void {
  scope.own.set(name, { value, set: 'always', exported });
}

/** Something ran that may have set any variable. */
export function forgetValues(scope: ShellScope): void {
  for (const [name, variable] of scope.own) scope.stale.set(name, { ...variable, value: unknown });
  scope.own.clear();
  scope.forgotten = true;
}

/** Goes on behind branches of which one was taken; each is a branch of `scope`. */
export function mergeInto(scope: ShellScope, branches: readonly ShellScope[]): void {
  const names = new Set(branches.flatMap(({ own, stale }) => [...own.keys(), ...stale.keys()]));
  const merged = [...names].map((name) => {
    const ends = branches.map((branch) => variableIn(branch, name));
    return [name, sameFor(ends)] as const;
  });
  if (branches.some(({ forgotten }) => forgotten)) forgetValues(scope);
  for (const [name, variable] of merged) scope.own.set(name, variable);
}

function sameFor(ends: readonly (ShellVariable | undefined)[]): ShellVariable {
  const [first] = ends;
  const agreed = first?.value.known ? first.value : undefined;
  const same = ends.every((end) => end?.value.known && end.value.value === agreed?.value);
  return {
    value: same && agreed !== undefined ? agreed : unknown,
    set: ends.every((end) => end?.set === 'always') ? 'always' : 'maybe',
    exported: ends.some((end) => end?.exported === true),
  };
}
