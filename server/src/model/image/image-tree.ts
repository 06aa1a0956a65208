// What lies where in an image, as layers: each COPY, each command of a RUN says something about some paths, and the last one
// that does decides. Nothing is spread out into a list of files; a question costs what the number of layers costs.

import { isBelow, nameOf, parentOf } from '../../base/image-path';
import type { Source } from '../../base/source';
import type { Place } from '../../base/span';
import type { Uri } from '../../base/uri';
import type { LogicalText } from '../../syntax/docker';

/** What is at a path of the image. */
export type Found =
  | { readonly kind: 'file'; readonly uri: Uri }
  /** A file whose text stands in another one: a heredoc of the Dockerfile, `cat > FILE <<EOF`. */
  | { readonly kind: 'text'; readonly text: LogicalText; readonly source: Source }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown' };

/** Where a layer brings a file of the worker. */
export type Landing =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'left-out'; readonly pattern: Place }
  /** It may bring it, to a place or from a place that the text does not tell. */
  | { readonly kind: 'maybe' };

export interface Layer {
  /** Undefined: it says nothing about the path. `below` asks the layers under it. */
  find(path: string, below: (path: string) => Found): Found | undefined;
  /** Undefined: it cannot tell. */
  isFolder?(path: string): boolean | undefined;
  /** Places of a file of the worker, given those that it has by the layers under it. */
  land?(uri: Uri, before: readonly Landing[]): readonly Landing[];
}

/** What there is before the first layer. */
export interface Ground {
  find(path: string): Found;
  isFolder(path: string): boolean | undefined;
  land(uri: Uri): readonly Landing[];
}

export const UNKNOWN: Found = { kind: 'unknown' };

/** Grows while the steps of a Dockerfile or of a script are read; asked afterwards, it stays as it is. */
export class ImageTree implements Ground {
  private readonly layers: Layer[] = [];
  /** Folders that are there for sure. */
  private readonly folders = new Set<string>(['/']);

  constructor(private readonly ground: Ground) {}

  add(layer: Layer): void {
    if (this.layers.at(-1) !== layer) this.layers.push(layer);
  }

  addFolder(path: string): void {
    for (let at = path; !this.folders.has(at); at = parentOf(at)) this.folders.add(at);
  }

  find(path: string): Found {
    return this.findFrom(path, this.layers.length);
  }

  /** Undefined where the text does not tell. */
  isFolder(path: string): boolean | undefined {
    if (this.folders.has(path)) return true;
    for (const layer of this.layers) if (layer.isFolder?.(path) === true) return true;
    if (this.layers.some((layer) => layer.find(path, () => ({ kind: 'absent' }))?.kind === 'unknown')) return undefined;
    return this.ground.isFolder(path);
  }

  land(uri: Uri): readonly Landing[] {
    return this.layers.reduce<readonly Landing[]>(
      (landings, layer) => layer.land?.(uri, landings) ?? landings,
      this.ground.land(uri),
    );
  }

  private findFrom(path: string, layers: number): Found {
    for (let index = layers - 1; index >= 0; index--) {
      const found = this.layers[index]?.find(path, (other) => this.findFrom(other, index));
      if (found) return found;
    }
    return this.ground.find(path);
  }
}

/** Programs and their configuration: what installs a package or fetches a model brings no such file. */
const CODE = /\.(?:py|sh|bash)$/;

/** At a path and below it there may be anything; `data`: but no program. */
export function unknownAt(place: string, what: 'anything' | 'data' = 'anything'): Layer {
  return { find: (path) => (isBelow(place, path) && (what === 'anything' || !CODE.test(path)) ? UNKNOWN : undefined) };
}

/** What a program may do that nobody knows: fetch data to wherever it likes. */
export const DATA_ANYWHERE: Layer = unknownAt('/', 'data');

export function textAt(place: string, text: LogicalText, source: Source): Layer {
  return { find: (path) => (path === place ? { kind: 'text', text, source } : undefined) };
}

/** `cp a b`, `mv a b` of one file or folder. */
export function copied(from: string, to: string): Layer {
  const back = (path: string): string => (path === to ? from : from + path.slice(to.length));
  return {
    find: (path, below) => (isBelow(to, path) ? below(back(path)) : undefined),
    land: (_, before) => [
      ...before,
      ...before.flatMap((landing): readonly Landing[] =>
        landing.kind === 'path' && isBelow(from, landing.path)
          ? [{ kind: 'path', path: to + landing.path.slice(from.length) }]
          : [],
      ),
    ],
  };
}

/** Where a copied file ends up: in the target where that is a folder. */
export function insideOf(target: string, isFolder: boolean, source: string): string {
  return isFolder ? `${target === '/' ? '' : target}/${nameOf(source)}` : target;
}
