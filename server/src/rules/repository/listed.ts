// Changed files in a message: the first few by name, the rest by number.

import { relativeTo } from '../../base/uri';
import type { Files } from '../../model/files';
import type { Change } from '../../model/repository/repository';

const FEW = 4;

export function listed({ root }: Files, changes: readonly Change[]): string {
  const names = changes.map(({ uri }) => relativeTo(root, uri) ?? uri);
  const more = names.length - FEW;
  return more > 1 ? `${names.slice(0, FEW).join(', ')} +${more}` : names.join(', ');
}
