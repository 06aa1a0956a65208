// Why a file that is right on this disk is not there for the Hub, which reads it from GitHub at the root of the repository.

import { dirname, relativeTo, type Uri } from '../../base/uri';
import type { Ignored, Repository } from './repository';

export type OutOfSight =
  | { readonly kind: 'below-root'; readonly folder: string }
  | { readonly kind: 'ignored'; readonly rule: Ignored }
  /** GitHub has the path that it points to. */
  | { readonly kind: 'link' }
  /** Kept under a name that differs in the case of letters, which this disk does not tell apart. */
  | { readonly kind: 'renamed'; readonly keptAs: string };

/** Of a hub.json or tests.json. */
export function outOfSight(uri: Uri, { root, ignored, links, listings }: Repository): OutOfSight | undefined {
  const rule = ignored.find((one) => one.uri === uri);
  if (rule !== undefined) return { kind: 'ignored', rule };
  if (links.includes(uri)) return { kind: 'link' };
  const other = listings.find((listing) => listing !== uri && listing.toLowerCase() === uri.toLowerCase());
  if (other !== undefined && !listings.includes(uri))
    return { kind: 'renamed', keptAs: relativeTo(root, other) ?? other };
  const folder = relativeTo(root, dirname(uri));
  return folder === undefined || folder === '.runpod' ? undefined : { kind: 'below-root', folder };
}
