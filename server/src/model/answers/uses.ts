// How a function uses one of its names: what is assigned to it, which items of it are set, and which assignments may
// still hold at a place.

import type { AssignmentFact, CallFact, FunctionFacts, Where } from '../../facts/python';
import type { Expression } from '../../syntax/python-tree';
import type { Site } from './values';

export interface Uses {
  /** `name = …` */
  readonly assigned: AssignmentFact[];
  /** `name[key] = …` */
  readonly items: AssignmentFact[];
  /** `name.method(…)` and `f(name)`. */
  readonly calls: CallFact[];
}
const NO_USES: Uses = { assigned: [], items: [], calls: [] };
const usesByFacts = new WeakMap<FunctionFacts, Map<string, Uses>>();
/** What a function does with a name, in the order of the text. */

export function usesOf(facts: FunctionFacts, name: string): Uses {
  let byName = usesByFacts.get(facts);
  if (!byName) {
    byName = collectUses(facts);
    usesByFacts.set(facts, byName);
  }
  return byName.get(name) ?? NO_USES;
}
function collectUses(facts: FunctionFacts): Map<string, Uses> {
  const byName = new Map<string, Uses>();
  const of = (name: string): Uses => {
    let uses = byName.get(name);
    if (!uses) {
      uses = { assigned: [], items: [], calls: [] };
      byName.set(name, uses);
    }
    return uses;
  };
  for (const fact of facts.assignments) {
    const { target } = fact;
    if (target.kind === 'name') of(target.id).assigned.push(fact);
    if (target.kind === 'subscript' && target.object.kind === 'name') of(target.object.id).items.push(fact);
  }
  for (const fact of facts.calls) {
    const { callee, args } = fact.call;
    const object = callee.kind === 'attribute' && callee.object.kind === 'name' ? callee.object.id : undefined;
    const names = new Set(args.flatMap(({ value }) => (value.kind === 'name' ? [value.id] : [])));
    if (object !== undefined) names.add(object);
    for (const name of names) of(name).calls.push(fact);
  }
  return byName;
}
/** The assignments of a local name that may still hold where it is read. */
export function reaching(facts: FunctionFacts, name: string, site: Site): readonly AssignmentFact[] {
  const { assigned } = usesOf(facts, name);
  if (assigned.length === 0) return assigned;
  const found: AssignmentFact[] = [];
  const earlier = assigned.filter(({ kind, statement }) => kind !== 'delete' && statement.start < site.start);
  const replaced = new Replaced(site.where);
  for (const fact of earlier.toReversed()) {
    if (excludes(fact.where, site.where) || leavesBefore(facts, fact, site)) continue;
    found.push(fact);
    if (replaced.by(fact.where)) break;
  }
  return found.reverse();
}
/** Whether what was assigned earlier is replaced on every way to the place where a name is read. */
class Replaced {
  private readonly around: ReadonlySet<Where>;
  /** Outcome of a test after which the name is assigned, by the test. */
  private readonly branches = new Map<Expression, boolean>();

  constructor(where: Where | undefined) {
    this.around = new Set(chain(where));
  }

  by(where: Where | undefined): boolean {
    if (!where || this.around.has(where)) return true;
    if (where.kind === 'with') return this.by(where.outer);
    if (where.kind !== 'branch') return false;
    const other = this.branches.get(where.test);
    this.branches.set(where.test, where.taken);
    return other !== undefined && other !== where.taken && this.by(where.outer);
  }
}
/** Whether two places stand on different branches of one test. */
export function excludes(a: Where | undefined, b: Where | undefined): boolean {
  for (let here = a; here; here = here.outer) {
    if (here.kind !== 'branch') continue;
    for (let there = b; there && there !== here; there = there.outer) {
      if (there.kind === 'branch' && there.test === here.test && there.taken !== here.taken) return true;
    }
  }
  return false;
}
/** Whether the block that a name is assigned in is left before control could come to where the name is read. */
function leavesBefore(facts: FunctionFacts, fact: AssignmentFact, site: Site): boolean {
  if (fact.where === undefined) return false;
  const around = new Set(chain(site.where));
  const blocks = new Set([...chain(fact.where)].filter((part) => !around.has(part)));
  return facts.exits.some(
    (exit) =>
      (exit.kind === 'return' || exit.kind === 'raise') &&
      exit.where !== undefined &&
      blocks.has(exit.where) &&
      exit.span.start > fact.statement.start &&
      exit.span.end <= site.start,
  );
}

export function* chain(where: Where | undefined): Iterable<Where> {
  for (let here = where; here; here = here.outer) yield here;
}
