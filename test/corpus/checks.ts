// What must hold for every worker of a corpus, whatever is in it. Each check gives its complaints as lines of text.

import type { Fix } from '../../server/src/base/edit';
import { format } from '../../server/src/base/message';
import type { Place } from '../../server/src/base/span';
import type { Report, Reported } from '../../server/src/engine/report';
import type { Session } from '../../server/src/engine/session';
import { type DiskWorker, edited, sessionOver, showPlace, showUri, syntaxErrors } from './worker';

/**
 * Milliseconds that a rule may take for each file of a worker. A rule looks at a worker as a whole, so its time is divided
 * by the number of files that were read. Only runs after a first one count: the first compiles the code. On a loaded
 * machine a measurement is too long, never too short, so a rule is slow only if it is in each of several runs.
 */
const SLOWEST = 20;
const MOST_RUNS = 5;

export function findingsOf(report: Report): readonly Reported[] {
  return report.outcomes.flatMap(({ findings }) => findings);
}

/** Places of findings, of what belongs to them and of edits that are not in a text of the worker. */
export function outsideTexts(worker: DiskWorker, report: Report): string[] {
  const wrong: string[] = [];
  const look = (rule: string, what: string, { uri, span }: Place, length: number | undefined): void => {
    if (length === undefined) wrong.push(`${rule}: ${what} in ${showUri(worker, uri)}, which was not read`);
    else if (!(0 <= span.start && span.start <= span.end && span.end <= length))
      wrong.push(`${rule}: ${what} at ${span.start}–${span.end} of ${showUri(worker, uri)}, which ends at ${length}`);
  };
  const lengthOf = ({ uri }: Place): number | undefined => worker.texts.get(uri)?.length;
  for (const finding of findingsOf(report)) {
    look(finding.rule, 'a finding', finding, lengthOf(finding));
    for (const note of finding.related ?? []) look(finding.rule, 'a related place', note, lengthOf(note));
    for (const edit of (finding.fixes ?? []).flatMap(({ edits }) => edits)) {
      // An edit may make a file that is not there yet.
      look(finding.rule, 'an edit', edit, worker.names.includes(edit.uri) ? lengthOf(edit) : 0);
    }
  }
  return wrong;
}

/** Milliseconds of each rule, in the quickest of `measured` and of as many runs more as it takes; and the slow ones. */
export async function timeRules(
  worker: DiskWorker,
  measured: readonly Report[],
): Promise<{ times: ReadonlyMap<string, number>; slow: string[] }> {
  const bound = SLOWEST * Math.max(1, worker.texts.size);
  const times = longest(measured);
  for (let run = 1; run < MOST_RUNS && [...times.values()].some((time) => time > bound); run++) {
    const reports = (await sessionOver(worker, worker.names)).reports();
    for (const [rule, time] of longest(reports)) times.set(rule, Math.min(time, times.get(rule) ?? time));
  }
  const slow = [...times].filter(([, time]) => time > bound);
  return { times, slow: slow.map(([rule, time]) => `${rule}: ${time.toFixed(1)} ms for ${worker.texts.size} files`) };
}

/** Where a folder holds several workers, the one in which the rule took longest counts. */
function longest(reports: readonly Report[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { meta, milliseconds = 0 } of reports.flatMap(({ outcomes }) => outcomes)) {
    times.set(meta.id, Math.max(milliseconds, times.get(meta.id) ?? 0));
  }
  return times;
}

/** Applies each fix once, in a session that holds the worker as it is, and takes it back. */
export async function wrongFixes(
  worker: DiskWorker,
  session: Session,
  report: Report,
  findings = findingsOf(report),
): Promise<string[]> {
  const wrong: string[] = [];
  for (const finding of findings) {
    for (const fix of finding.fixes ?? []) {
      const complaint = await complaintAbout(worker, session, report, finding, fix);
      if (complaint === undefined) continue;
      wrong.push(`${finding.rule}: "${format(fix.title)}" at ${showPlace(worker, finding)} ${complaint}`);
    }
  }
  return wrong;
}

async function complaintAbout(
  worker: DiskWorker,
  session: Session,
  report: Report,
  finding: Reported,
  fix: Fix,
): Promise<string | undefined> {
  const texts = edited(worker, fix.edits);
  for (const [uri, text] of texts) {
    const before = worker.texts.get(uri) ?? '';
    if (text === before) return `leaves ${showUri(worker, uri)} as it was`;
    if ((await syntaxErrors(uri, text)) > (await syntaxErrors(uri, before)))
      return `breaks the syntax of ${showUri(worker, uri)}`;
  }
  for (const [uri, text] of texts) session.put(uri, text);
  session.settle();
  const after = session.reports().find(({ root }) => root === report.root);
  for (const uri of texts.keys()) {
    const before = worker.texts.get(uri);
    if (typeof before === 'string') session.put(uri, before);
    else session.drop(uri);
  }
  session.settle();
  if (after === undefined) return 'makes the worker disappear';
  return countLike(finding, after) < countLike(finding, report) ? undefined : 'leaves its finding';
}

/** By message, not by rule: a fix may bring to light what else is wrong, such as the next missing field. */
function countLike({ rule, uri, message }: Reported, report: Report): number {
  const text = format(message);
  return findingsOf(report).filter(
    (other) => other.rule === rule && other.uri === uri && format(other.message) === text,
  ).length;
}
