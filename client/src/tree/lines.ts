// The lines of the tree: made when their parent is opened, and the same objects from one report to the next, so that the
// editor keeps what is open and selected. What a line shows is in its content; words and icons are items.ts.

import type { PanelFinding } from '../../../server/src/lsp/protocol';
import { type AreaView, hasSafeFix, isGrave, type RuleView, type WorkerView } from './model';

export type Content =
  | { readonly kind: 'worker'; readonly worker: WorkerView }
  | { readonly kind: 'area'; readonly worker: WorkerView; readonly area: AreaView }
  | { readonly kind: 'rule'; readonly worker: WorkerView; readonly rule: RuleView }
  | { readonly kind: 'finding'; readonly worker: WorkerView; readonly rule: RuleView; readonly finding: PanelFinding };

export interface Line {
  /** The same as long as it is about the same thing, also when that has moved to another place. */
  readonly id: string;
  /** Of the newest report. */
  readonly content: Content;
}

interface Kept extends Line {
  content: Content;
  /** Undefined until somebody has asked for them. */
  children: readonly Kept[] | undefined;
}

export interface Lines {
  roots(): readonly Line[];
  childrenOf(line: Line): readonly Line[];
  /** What a command was given, where it is a line of this tree. */
  lineOf(given: unknown): Line | undefined;
  /** Gives the lines whose own look or children have changed; undefined where the workers are others than before. */
  update(workers: readonly WorkerView[]): readonly Line[] | undefined;
}

/** The editor draws more lines than this faster together with their parent. */
const MOST_APART = 20;

export function createLines(): Lines {
  const known = new WeakMap<object, Kept>();
  let roots: readonly Kept[] = [];

  /** Takes lines over where they are still about the same thing. */
  const kept = (contents: readonly Named[], before: readonly Kept[]): readonly Kept[] => {
    const byId = new Map(before.map((line) => [line.id, line]));
    return contents.map(({ id, content }) => {
      const line = byId.get(id) ?? create(id, content);
      line.content = content;
      return line;
    });
  };

  const create = (id: string, content: Content): Kept => {
    const line: Kept = { id, content, children: undefined };
    known.set(line, line);
    return line;
  };

  /** Brings what stands below a line up to date. Gives the lines to draw again, each with all that is below it. */
  const follow = (line: Kept, before: Content): readonly Kept[] => {
    const isOther = looks(before) !== looks(line.content);
    if (line.children === undefined) return isOther ? [line] : [];
    const old = line.children.map((child) => ({ child, content: child.content }));
    line.children = kept(contentsUnder(line), line.children);
    const changed = old.flatMap(({ child, content }) => follow(child, content));
    const isWhole = isOther || !isSameList(line.children, old) || changed.length > MOST_APART;
    return isWhole ? [line] : changed;
  };

  return {
    roots: () => roots,
    childrenOf(line) {
      const parent = known.get(line);
      if (parent === undefined) return [];
      parent.children ??= kept(contentsUnder(parent), []);
      return parent.children;
    },
    lineOf: (given) => (typeof given === 'object' && given !== null ? known.get(given) : undefined),
    update(workers) {
      const old = roots.map((child) => ({ child, content: child.content }));
      const contents = workers.map(
        (worker): Named => ({ id: worker.report.root, content: { kind: 'worker', worker } }),
      );
      roots = kept(contents, roots);
      const changed = old.flatMap(({ child, content }) => follow(child, content));
      return isSameList(roots, old) ? changed : undefined;
    },
  };
}

interface Named {
  readonly id: string;
  readonly content: Content;
}

function contentsUnder({ id, content }: Line): readonly Named[] {
  const { worker } = content;
  switch (content.kind) {
    case 'worker':
      // The editor asks only once whether a line is open: one in which something grave appears is another line.
      return worker.areas.map((area) => ({
        id: `${id} ${area.area}${isGrave(area) ? ' grave' : ''}`,
        content: { kind: 'area', worker, area },
      }));
    case 'area':
      return content.area.rules.map((rule) => ({
        id: `${id} ${rule.outcome.rule}`,
        content: { kind: 'rule', worker, rule },
      }));
    case 'rule':
      return findingsUnder(id, worker, content.rule);
    case 'finding':
      return [];
  }
}

/** A finding is told by its file and its message, and by its turn among those that say the same there. */
function findingsUnder(id: string, worker: WorkerView, rule: RuleView): readonly Named[] {
  const turns = new Map<string, number>();
  return rule.findings.map((finding) => {
    const name = `${finding.uri} ${finding.message}`;
    const turn = turns.get(name) ?? 0;
    turns.set(name, turn + 1);
    return { id: `${id} ${turn} ${name}`, content: { kind: 'finding', worker, rule, finding } };
  });
}

function isSameList(now: readonly Kept[], before: readonly { readonly child: Kept }[]): boolean {
  return now.length === before.length && now.every((line, index) => line === before[index]?.child);
}

/** All that a line shows of its content and its id does not hold, to tell whether it is to be drawn again. */
function looks(content: Content): string {
  switch (content.kind) {
    case 'worker': {
      const { report, parent, counts } = content.worker;
      const { kind, verdict, score, reason } = report;
      return JSON.stringify([parent, counts, kind, verdict, score, reason]);
    }
    case 'area': {
      const { title, mark, counts, undecided, passed } = content.area;
      return JSON.stringify([title, mark, counts, undecided, passed]);
    }
    case 'rule': {
      const { mark, outcome, findings } = content.rule;
      const { state, summary, why } = outcome;
      return JSON.stringify([mark, state, summary, why, findings.length, findings.some(hasSafeFix)]);
    }
    case 'finding': {
      const { severity, range, related, fixes } = content.finding;
      return JSON.stringify([severity, range, related, fixes]);
    }
  }
}
