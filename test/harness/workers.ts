// Runs the core over a worker that is given as texts by path, as the hosts do it: list, load what is wanted, report.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../../server/src/base/source';
import type { Report, Reported } from '../../server/src/engine/report';
import { createSession, DEFAULT_SETTINGS, type Session } from '../../server/src/engine/session';
import { RULES } from '../../server/src/rules/index';
import type { Rule } from '../../server/src/rules/rule';
import { loadPythonParser, type PythonParser } from '../../server/src/syntax/python';
import { GIT, readGitFence } from './repository';
import { inRoot } from './root';

export const WORKER = 'file:///worker';

/** Text by path below the worker; under `.git`, what git knows of it. */
export type Files = ReadonlyMap<string, string>;

let parser: Promise<PythonParser> | undefined;

export function pythonParser(): Promise<PythonParser> {
  parser ??= loadPythonParser(wasmBytes());
  return parser;
}

export function wasmBytes(): { readonly core: Uint8Array; readonly grammar: Uint8Array } {
  return {
    core: readFileSync(inRoot('node_modules/web-tree-sitter/web-tree-sitter.wasm')),
    grammar: readFileSync(inRoot('node_modules/tree-sitter-python/tree-sitter-python.wasm')),
  };
}

export function uriOf(path: string): string {
  return `${WORKER}/${path}`;
}

export async function openWorker(files: Files, settings = DEFAULT_SETTINGS, rules = RULES): Promise<Session> {
  const session = createSession({ python: await pythonParser(), rules });
  session.configure(settings);
  const paths = [...files.keys()].filter((path) => path !== GIT);
  session.list(paths.map(uriOf));
  const git = files.get(GIT);
  if (git !== undefined) {
    const repository = readGitFence(git, paths, uriOf);
    session.putRepository(repository.root, repository);
  }
  load(session, files);
  return session;
}

/** Gives the session what it asks for, until it asks for nothing. */
export function load(session: Session, files: Files): void {
  for (let wanted = session.wanted(); wanted.length > 0; wanted = session.wanted()) {
    for (const uri of wanted) {
      const text = files.get(uri.slice(WORKER.length + 1));
      if (text === undefined) session.drop(uri);
      else session.put(uri, text);
    }
  }
}

/** The rules, each of which throws, and so crashes, when it changes what it was given. */
export const FROZEN_INPUT_RULES: readonly Rule[] = RULES.map((rule) => ({
  ...rule,
  check: (given) => {
    freeze(given);
    return rule.check(given);
  },
}));

/** Freezes plain data all the way down. Maps and sets cannot be frozen; what they hold is. */
function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  if (value instanceof Map) for (const [key, inner] of value) [key, inner].forEach(freeze);
  else if (value instanceof Set) value.forEach(freeze);
  else Object.values(value).forEach(freeze);
}

export interface Found extends Reported {
  readonly source: Source;
}

/** All findings with the source they point into, in the reports' order. */
export function findingsOf(reports: readonly Report[]): Found[] {
  return reports.flatMap((report) =>
    report.outcomes.flatMap(({ findings }) =>
      findings.map((finding) => {
        const source = report.sources.get(finding.uri);
        if (source === undefined) throw new Error(`${finding.rule} points into ${finding.uri}, which was never read.`);
        return { ...finding, source };
      }),
    ),
  );
}

/** Rules that failed with an exception, as text. */
export function crashesOf(reports: readonly Report[]): string[] {
  return reports.flatMap((report) =>
    report.outcomes
      .filter(({ state }) => state === 'crashed')
      .map(({ meta, crash }) => `${meta.id}: ${crash ?? 'no message'}`),
  );
}

/** What must not depend on history: everything of a report but the identity of its objects. */
export function comparable(reports: readonly Report[]): unknown {
  return reports.map(({ root, kind, outcomes, score, verdict, reason }) => ({
    root,
    kind,
    score,
    verdict,
    reason,
    outcomes: outcomes.map(({ meta, state, severity, findings }) => ({ rule: meta.id, state, severity, findings })),
  }));
}

/** All files below a folder of the project, as text. */
export function readFolder(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    files.set(path.slice(inRoot(folder).length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8'));
  }
  return files;
}
