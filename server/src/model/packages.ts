// The Python packages that are in the image: from requirements files, from `pip install` and its like in the Dockerfile and
// in scripts, from pyproject.toml and environment files that the Dockerfile uses, and from known base images.

import type { Place } from '../base/span';
import type { Static } from '../base/static';
import type { ProjectFile } from '../facts/project';
import type { RequirementsFile } from '../facts/requirements';
import type { Script } from '../facts/shell';
import type { Docker } from './docker';
import type { Files } from './files';

export interface Packages {
  /** Everything that is asked for by name, in the order of files and text. */
  readonly requirements: readonly Requirement[];
  /** What the base image brings: distribution name (normalised, PEP 503) to version; undefined: a version nobody knows. */
  readonly brought: ReadonlyMap<string, string | undefined>;
  /** The Python of the base image, `3.10`; unknown where its tag does not say. */
  readonly python: Static<string>;
  /** All that gets into the image is listed here: what is not, is not in the image. */
  readonly whole: boolean;
}

export interface Requirement extends Place {
  /** Distribution name, normalised (PEP 503): lower case, `-` for every run of `-_.`. */
  readonly name: string;
  /** As written behind the name, such as `~=1.7.9`; empty without one. */
  readonly specifier: string;
  /** Lies in a file, or in a command. */
  readonly from: 'file' | 'command';
  /** Installed under a condition (marker, extra) that may not hold. */
  readonly conditional: boolean;
}

export function packagesOf(
  _files: Files,
  _docker: Docker | undefined,
  _scripts: readonly Script[],
  _requirements: readonly RequirementsFile[],
  _projects: readonly ProjectFile[],
): Packages | undefined {
  return undefined;
}
