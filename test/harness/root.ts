// Where the project lies, seen from a bundled test wherever it was put.

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const ROOT = findRoot(__dirname);

export function inRoot(path: string): string {
  return join(ROOT, path);
}

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package-lock.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('No package-lock.json above the tests.');
  return findRoot(above);
}
