// The command `diagnose`: why the Hub does not see the repository that a folder is, or lies in. Also where no worker is
// found, since a missing hub.json is the first thing that there is to say.

import { type Stats, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { makeSource, type Source } from '../base/source';
import { isWithin, type Uri } from '../base/uri';
import { DEFAULT_SETTINGS } from '../engine/session';
import { diagnose as diagnosisOf, inState } from '../features/diagnosis';
import { loadLanguage } from '../languages';
import type { Repository } from '../model/repository/repository';
import { namedFiles, type Worker, workerJoiner } from '../model/worker';
import { diagnosisText } from '../report/diagnosis';
import type { DiagnoseArguments } from './arguments';
import { fill } from './check';
import { EXIT, type Exit } from './exit';
import { listFiles, type Remark, readText } from './files.node';
import { loadSession } from './parsers.node';
import { pathOfUri, shownPath, uriOfPath } from './paths.node';
import { readRepositories } from './repositories.node';
import { print, remark } from './terminal';

/** What a diagnosis is made of. */
interface Subject {
  readonly worker: Worker;
  readonly sources: ReadonlyMap<Uri, Source>;
}

/** A folder of examples has many workers, and nobody asks after all of them. */
const MOST_WORKERS = 10;

export async function diagnose({ path, language: code, colours }: DiagnoseArguments): Promise<Exit> {
  const cwd = process.cwd();
  const showPath = (uri: Uri): string => shownPath(cwd, pathOfUri(uri));
  const folder = folderAt(path);
  if (folder === undefined) return EXIT.input;
  const note = ({ path: where, problem }: Remark): void => remark(`${shownPath(cwd, where)}: ${problem}`);

  const { paths, remarks } = listFiles(folder);
  remarks.forEach(note);
  const uris = paths.map(uriOfPath);
  const found = await workersIn(uris, note);
  const root = uriOfPath(folder);
  const subjects = found.length > 0 ? mostOuter(found, root) : [subjectWithoutWorker(root, uris)];
  const repositories = await readRepositories(
    subjects.map(({ worker }) => ({ root: worker.root, uris: worker.inputs.files?.uris ?? [] })),
  );

  const language = await loadLanguage(code);
  const { NO_COLOR } = process.env;
  const coloured = process.stdout.isTTY === true && colours && !NO_COLOR;
  const diagnoses = subjects.map(({ worker, sources }) => {
    const diagnosis = diagnosisOf(worker, around(worker.root, repositories));
    return { diagnosis, text: diagnosisText(diagnosis, { showPath, language, sources, colours: coloured }) };
  });
  await print(diagnoses.map(({ text }) => text).join('\n'));
  return diagnoses.some(({ diagnosis }) => inState(diagnosis, 'cause').length > 0) ? EXIT.findings : EXIT.clean;
}

/** Undefined, and said so, for what is no folder. */
function folderAt(given: string): string | undefined {
  const absolute = resolve(given);
  let stats: Stats;
  try {
    stats = statSync(absolute);
  } catch {
    remark(`${given}: no such folder`);
    return undefined;
  }
  if (stats.isDirectory()) return absolute;
  remark(`${given}: not a folder; name the one that holds the repository`);
  return undefined;
}

async function workersIn(uris: readonly Uri[], note: (remark: Remark) => void): Promise<readonly Subject[]> {
  const session = await loadSession();
  session.configure(DEFAULT_SETTINGS);
  session.list(uris);
  fill(session, note);
  return session.reports().flatMap(({ root, sources }) => {
    const worker = session.worker(root);
    return worker ? [{ worker, sources }] : [];
  });
}

/** The worker that the folder itself is; else all below it. */
function mostOuter(found: readonly Subject[], root: Uri): readonly Subject[] {
  const own = found.filter(({ worker }) => worker.root === root);
  if (own.length > 0) return own;
  if (found.length > MOST_WORKERS) remark(`${found.length} workers: the first ${MOST_WORKERS} are looked at`);
  return found.slice(0, MOST_WORKERS);
}

/** The folder as if it were a worker: what is missing in it is what there is to say. */
function subjectWithoutWorker(root: Uri, uris: readonly Uri[]): Subject {
  const discovered = { root, uris, others: [], entries: [] };
  const sources = new Map<Uri, Source>();
  for (const uri of namedFiles(discovered)) {
    const reading = readText(pathOfUri(uri));
    if ('text' in reading) sources.set(uri, makeSource(uri, reading.text));
  }
  const worker = workerJoiner()(
    discovered,
    {
      module: () => undefined,
      read: (uri, reader) => {
        const source = sources.get(uri);
        return source && reader(source);
      },
      mayImport: () => false,
    },
    undefined,
  );
  return { worker, sources };
}

function around(root: Uri, repositories: readonly Repository[]): Repository | undefined {
  return repositories.find((repository) => isWithin(repository.root, root));
}
