// What a requirements file says: packages, included files, options, and the lines that pip would reject.

import type { Source } from '../base/source';

export interface RequirementsFile {
  readonly source: Source;
}

export function readRequirements(source: Source): RequirementsFile {
  return { source };
}
