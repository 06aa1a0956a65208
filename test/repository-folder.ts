// A folder under git for tests, made without git: isomorphic-git writes what the product's own reader reads.

import * as fs from 'node:fs';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as git from 'isomorphic-git';
import { listFiles } from '../server/src/main/files.node';
import { readRepositories } from '../server/src/main/git.node';
import { uriOfPath } from '../server/src/main/paths.node';
import type { Repository } from '../server/src/model/repository/repository';

export interface RepositoryFolder {
  readonly dir: string;
  write(files: Readonly<Record<string, string>>): void;
  /** Commits the files named; all that were written, when none is. */
  commit(...paths: readonly string[]): Promise<string>;
  tag(name: string): Promise<void>;
  /** What the product reads of it, as a worker at the top, or in the folder named. */
  read(worker?: string): Repository | undefined;
}

const AUTHOR = { name: 'Test', email: 'test@example.com', timezoneOffset: 0 };

export async function repositoryFolder(after: (clean: () => void) => void): Promise<RepositoryFolder> {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'repository-')));
  after(() => rmSync(dir, { recursive: true, force: true }));
  await git.init({ fs, dir, defaultBranch: 'main' });
  const written = new Set<string>();
  let time = 1_700_000_000;

  return {
    dir,
    write(files) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(dir, path)), { recursive: true });
        writeFileSync(join(dir, path), text);
        written.add(path);
      }
    },
    async commit(...paths) {
      for (const filepath of paths.length > 0 ? paths : written) await git.add({ fs, dir, filepath });
      written.clear();
      time += 60;
      return git.commit({ fs, dir, message: 'A commit', author: { ...AUTHOR, timestamp: time } });
    },
    tag: (name) => git.tag({ fs, dir, ref: name }),
    read: (worker = '') => readFolder(join(dir, worker)),
  };
}

export function readFolder(folder: string): Repository | undefined {
  const uris = listFiles(folder).paths.map(uriOfPath);
  return readRepositories([{ root: uriOfPath(folder), uris }])[0];
}

/** Changes as `state path`, sorted. */
export function changesOf(repository: Repository | undefined): readonly string[] | undefined {
  return repository?.changes?.map(({ uri, state }) => `${state} ${uri.slice(repository.root.length + 1)}`).sort();
}

export function sinceTagOf(repository: Repository | undefined): string | undefined {
  const since = repository?.sinceTag;
  if (since === undefined) return undefined;
  const changes = since.changes.map(({ uri, state }) => `${state} ${uri.slice(repository?.root.length ?? 0).slice(1)}`);
  return [`${since.tag}:`, ...changes.sort()].join(' ');
}
