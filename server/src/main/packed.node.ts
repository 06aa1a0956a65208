// Files that are packed beside the bundles: the schemas, and the rules' pages.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export function fileBesideBundle(folder: string, name: string): string {
  return join(__dirname, '..', folder, name);
}

/** The rule's page in docs/rules; undefined where it is not packed. */
export function rulePage(id: string): string | undefined {
  try {
    return readFileSync(fileBesideBundle('docs/rules', `${id}.md`), 'utf8');
  } catch {
    return undefined;
  }
}
