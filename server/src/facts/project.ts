// The packages that a project file names: pyproject.toml, a conda environment, a Pipfile.

import type { Source } from '../base/source';

export interface ProjectFile {
  readonly source: Source;
}

export function readProject(source: Source): ProjectFile {
  return { source };
}
