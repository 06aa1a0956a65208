// The repositories around workers, read from disk. What reads them is loaded only where there is a `.git`.

import type { Severity } from '../base/severity';
import type { Session, Settings } from '../engine/session';
import type { WorkerFiles } from '../lsp/repositories';
import type { Repository } from '../model/repository/repository';
import { RULES } from '../rules';
import { inputName } from '../rules/rule';
import { findGitFolder } from './git/folder.node';
import { isFileUri, pathOfUri } from './paths.node';

/** A bundle of its own. Not `import()`, which goes through Node's loader for modules and takes longer. */
declare function require(name: './git.node'): typeof import('./git.node');

export async function readRepositories(workers: readonly WorkerFiles[]): Promise<readonly Repository[]> {
  const onDisk = workers.filter(({ root }) => isFileUri(root));
  if (!onDisk.some(({ root }) => findGitFolder(pathOfUri(root)) !== undefined)) return [];
  return require('./git.node').readRepositories(onDisk);
}

/** Tells a session that has read its workers what git knows of them. */
export async function putRepositories(session: Session): Promise<void> {
  const workers = session.roots().map((root) => ({ root, uris: session.worker(root)?.inputs.files?.uris ?? [] }));
  for (const repository of await readRepositories(workers)) session.putRepository(repository.root, repository);
}

/** Whether any rule that is on asks for them. */
export function wantsRepositories({ rules }: Settings): boolean {
  const isOn = (severity: Severity | 'off' | undefined): boolean => severity !== 'off';
  return RULES.some(
    ({ meta, reads }) => isOn(rules[meta.id]) && reads.some((name) => inputName(name) === 'repository'),
  );
}
