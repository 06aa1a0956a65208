// The commands `check` and `report`: reads the workers below the given paths, runs the session over them, writes one report.
// What is found is the core's business, how it looks report/'s.

import { existsSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { isAtLeast } from '../base/severity';
import { isWithin, type Uri } from '../base/uri';
import type { Report } from '../engine/report';
import type { Session } from '../engine/session';
import { countFindings } from '../report/shared';
import type { CheckArguments, FailOn } from './arguments';
import { EXIT, type Exit } from './exit';
import { listFiles, type Remark, readText } from './files.node';
import { loadSession } from './parsers.node';
import { pathOfUri, shownPath, uriOfPath } from './paths.node';
import { render } from './render';
import { putRepositories, wantsRepositories } from './repositories.node';
import { print, remark } from './terminal';

/** One PATH, and the folder that is read for it. */
interface Target {
  readonly given: string;
  readonly path: Uri;
  readonly folder: string;
  readonly isFile: boolean;
}

export async function check(options: CheckArguments): Promise<Exit> {
  const started = performance.now();
  const clock = stopwatch();
  const cwd = process.cwd();
  const showPath = (uri: Uri): string => shownPath(cwd, pathOfUri(uri));
  const note = ({ path, problem }: Remark): void => remark(`${shownPath(cwd, path)}: ${problem}`);

  const targets = options.paths.map(targetOf);
  const found = targets.filter((target) => target !== undefined);
  const names = listTargets(found, note);
  clock.lap('list');

  if (names.filter((uri) => uri.endsWith('.py')).length < MANY_MODULES) runBriefly();
  const session = await loadSession();
  clock.lap('load parsers');
  session.configure(options.settings);
  session.list(names);
  fill(session, note);
  clock.lap('read');
  if (wantsRepositories(options.settings)) await putRepositories(session);
  clock.lap('git');
  const reports = session.reports().filter((report) => found.some((target) => isMeant(target, report, session)));
  clock.lap('check');

  const workerless = found.filter((target) => !reports.some((report) => concerns(target, report)));
  for (const { given } of workerless) remark(`${given}: ${NO_WORKER}`);
  const crashed = nameCrashes(reports);

  const durationMs = Math.round(performance.now() - started);
  const written = await write(await render(reports, options, showPath, durationMs), options, reports);
  clock.lap('write');
  if (options.timing) clock.report(reports);

  if (!written || found.length < targets.length || workerless.length > 0) return EXIT.input;
  if (fails(reports, options.failOn)) return EXIT.findings;
  return crashed ? EXIT.fault : EXIT.clean;
}

const NO_WORKER =
  'no RunPod worker here: looked for a Python file that uses the runpod package, and for .runpod/hub.json or hub.json';

/** Undefined, and said so, for what is not there. */
function targetOf(given: string): Target | undefined {
  const absolute = resolve(given);
  let stats: Stats;
  try {
    stats = statSync(absolute);
  } catch {
    remark(`${given}: no such file or folder`);
    return undefined;
  }
  const isFile = !stats.isDirectory();
  return { given, path: uriOfPath(absolute), folder: isFile ? folderAround(absolute) : absolute, isFile };
}

const DEPLOYMENT_MARKS = ['.runpod', 'hub.json', 'Dockerfile'];
const HIGHEST = 5;

/** The folder that a file is deployed with: the nearest one that looks like it, else its own. */
function folderAround(file: string): string {
  const own = basename(dirname(file)) === '.runpod' ? dirname(dirname(file)) : dirname(file);
  let folder = own;
  for (let level = 0; level < HIGHEST; level++) {
    if (DEPLOYMENT_MARKS.some((mark) => existsSync(join(folder, mark)))) return folder;
    if (existsSync(join(folder, '.git'))) break;
    folder = dirname(folder);
  }
  return own;
}

/** URIs of all files below the targets, each once. */
function listTargets(targets: readonly Target[], note: (remark: Remark) => void): readonly Uri[] {
  const names = new Set<Uri>();
  for (const folder of new Set(targets.map((target) => target.folder))) {
    const { paths, remarks } = listFiles(folder);
    remarks.forEach(note);
    for (const path of paths) names.add(uriOfPath(path));
  }
  return [...names];
}

const MANY_MODULES = 100;

/** Without the optimising compiler for WebAssembly, for whose background work a short run would wait at its end. */
function runBriefly(): void {
  setFlagsFromString('--liftoff-only');
}

/** Reads what the session wants until it wants nothing that was not tried. */
export function fill(session: Session, note: (remark: Remark) => void): void {
  const tried = new Set<Uri>();
  for (;;) {
    const wanted = session.wanted().filter((uri) => !tried.has(uri));
    if (wanted.length === 0) return;
    for (const uri of wanted) {
      tried.add(uri);
      const path = pathOfUri(uri);
      const reading = readText(path);
      if ('text' in reading) {
        session.put(uri, reading.text);
      } else {
        session.drop(uri);
        note({ path, problem: reading.problem });
      }
    }
  }
}

/** A folder means all workers below it; a file means the innermost worker that it lies in. */
function isMeant(target: Target, report: Report, session: Session): boolean {
  if (!target.isFile) return concerns(target, report);
  const around = session.reports().filter(({ root }) => isWithin(root, target.path));
  return around.every(({ root }) => isWithin(root, report.root)) && isWithin(report.root, target.path);
}

function concerns({ path }: Target, { root }: Report): boolean {
  return isWithin(path, root) || isWithin(root, path);
}

function nameCrashes(reports: readonly Report[]): boolean {
  const crashes = reports.flatMap(({ outcomes }) => outcomes.filter(({ state }) => state === 'crashed'));
  for (const { meta, crash } of crashes)
    remark(`the rule ${meta.id} crashed, please report it: ${crash ?? 'no message'}`);
  return crashes.length > 0;
}

/** False, and said so, where the output cannot be written. */
async function write(text: string, { output }: CheckArguments, reports: readonly Report[]): Promise<boolean> {
  if (output === undefined) {
    await print(text);
    return true;
  }
  if (reports.some(({ sources }) => sources.has(uriOfPath(resolve(output))))) {
    remark(`--output ${output}: is one of the checked files, and would be overwritten`);
    return false;
  }
  try {
    writeFileSync(output, text);
    return true;
  } catch (error) {
    remark(`--output ${output}: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

function fails(reports: readonly Report[], failOn: FailOn): boolean {
  if (failOn === 'never') return false;
  const counts = countFindings(reports);
  return (['error', 'warning', 'info'] as const).some(
    (severity) => counts[severity] > 0 && isAtLeast(severity, failOn),
  );
}

function stopwatch() {
  const laps: string[] = [];
  let last = performance.now();
  return {
    lap(what: string): void {
      const now = performance.now();
      laps.push(`${what} ${milliseconds(now - last)}`);
      last = now;
    },
    /** The steps, then the rules, the slowest first. */
    report(reports: readonly Report[]): void {
      remark(laps.join(', '));
      const times = new Map<string, number>();
      for (const { meta, milliseconds: time = 0 } of reports.flatMap(({ outcomes }) => outcomes)) {
        times.set(meta.id, (times.get(meta.id) ?? 0) + time);
      }
      const rules = [...times].sort((a, b) => b[1] - a[1]);
      remark(rules.map(([id, time]) => `${id} ${milliseconds(time)}`).join(', '));
    },
  };
}

function milliseconds(time: number): string {
  return `${time.toFixed(1)} ms`;
}
