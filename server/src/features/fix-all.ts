// Several fixes at once: the safe ones that leave each other alone. What is left is offered again afterwards, by the next
// report, so nothing is guessed about texts that do not exist yet.

import type { Edit, Fix } from '../base/edit';
import type { Uri } from '../base/uri';
import type { Reported } from '../engine/report';

export interface FixesAtOnce {
  readonly edits: readonly Edit[];
  /** How many findings they are for. */
  readonly findings: number;
}

export function safeFixOf({ fixes }: Reported): Fix | undefined {
  return fixes?.find(({ safe }) => safe);
}

/** The first safe fix of each finding. One that touches what another changes waits for the next time. */
export function safeFixes(findings: readonly Reported[], canBeMade: (fix: Fix) => boolean): FixesAtOnce {
  const taken = new Taken();
  let count = 0;
  for (const finding of findings) {
    const { rule } = finding;
    const fix = safeFixOf(finding);
    if (fix === undefined || fix.edits.some((edit) => taken.touches({ rule, edit })) || !canBeMade(fix)) continue;
    for (const edit of fix.edits) taken.add({ rule, edit });
    count++;
  }
  return { edits: taken.all, findings: count };
}

interface RuleEdit {
  readonly rule: string;
  readonly edit: Edit;
}

/** Edits of which none touches another fix's, in the order of each file's text: to look one up is to halve. */
class Taken {
  readonly all: Edit[] = [];
  private readonly byFile = new Map<Uri, RuleEdit[]>();

  /** Two insertions at one place touch as well: neither knows of the other's comma or line end. */
  touches(one: RuleEdit): boolean {
    const { uri, span } = one.edit;
    const edits = this.byFile.get(uri) ?? [];
    for (let at = indexFor(edits, span.start, 0); ; at++) {
      const other = edits[at];
      if (other === undefined || other.edit.span.start > span.end) return false;
      if (!goTogether(one, other)) return true;
    }
  }

  add(one: RuleEdit): void {
    const { uri, span } = one.edit;
    this.all.push(one.edit);
    const edits = this.byFile.get(uri) ?? [];
    this.byFile.set(uri, edits);
    edits.splice(indexFor(edits, span.end, span.start), 0, one);
  }
}

/** One rule adds different elements to one list. What another rule adds may be the same under another name. */
function goTogether({ rule, edit: a }: RuleEdit, { rule: other, edit: b }: RuleEdit): boolean {
  const isOneList = a.adds !== undefined && b.adds !== undefined && a.span.start === b.span.start;
  return isOneList && rule === other && a.adds !== b.adds;
}

/** Index of the first edit that ends behind `end`, or there and begins no earlier than `start`. */
function indexFor(edits: readonly RuleEdit[], end: number, start: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = edits[middle]?.edit.span;
    if (span && (span.end < end || (span.end === end && span.start < start))) low = middle + 1;
    else high = middle;
  }
  return low;
}
