// Files of a worker that are read as plain text: the README, and those that say how the image is built.

import type { Source } from '../base/source';
import type { Files } from './files';
import { isReadme } from './text-files';

export interface Documents {
  /** `.runpod/README.md` before the root's. */
  readonly readme: Source | undefined;
  /** READMEs, Makefiles, scripts, workflows, compose files: what may hold a `docker build`. */
  readonly builds: readonly Source[];
}

export function documentsOf({ root }: Files, sources: readonly Source[]): Documents {
  const readmes = sources.filter(({ uri }) => isReadme(root, uri));
  return { readme: readmes.find(({ uri }) => uri.startsWith(`${root}/.runpod/`)) ?? readmes[0], builds: sources };
}
