// Files of a worker that are read as plain text: the README, and those that say how the image is built.

import type { Source } from '../base/source';
import type { BuildDocument } from '../facts/builds';
import type { Files } from './files';
import { isReadme } from './text-files';

export interface Documents {
  /** `.runpod/README.md` before the root's. */
  readonly readme: Source | undefined;
  /** READMEs, Makefiles, scripts, workflows, compose files: what may hold a `docker build`. */
  readonly builds: readonly BuildDocument[];
  /** Files that only look as if RunPod read them (strays.ts). */
  readonly strays: readonly Source[];
}

export function documentsOf(
  { root }: Files,
  documents: readonly BuildDocument[],
  strays: readonly Source[],
): Documents {
  const readmes = documents.flatMap(({ source }) => (isReadme(root, source.uri) ? [source] : []));
  return {
    readme: readmes.find(({ uri }) => uri.startsWith(`${root}/.runpod/`)) ?? readmes[0],
    builds: documents,
    strays,
  };
}
