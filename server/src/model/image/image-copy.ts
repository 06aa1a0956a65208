// COPY and ADD as layers of an image: from the build context, from another stage, from elsewhere, from the Dockerfile itself.

import { isPattern, pathMatcher, segmentsOf } from '../../base/glob';
import { below, isBelow, parentOf, resolvePath, within } from '../../base/image-path';
import type { Source } from '../../base/source';
import type { Static } from '../../base/static';
import type { Copy, CopySource } from '../../facts/docker';
import type { Context } from './context';
import {
  type Found,
  type Ground,
  type ImageTree,
  insideOf,
  type Landing,
  type Layer,
  textAt,
  UNKNOWN,
  unknownAt,
} from './image-tree';

/** Where COPY takes its sources from: the build context, a stage, or something that the text does not show. */
export type Origin =
  | { readonly kind: 'context'; readonly context: Context }
  | { readonly kind: 'stage'; readonly tree: Ground }
  | { readonly kind: 'elsewhere' };

export function addCopy(
  tree: ImageTree,
  copy: Copy,
  workdir: Static<string>,
  origin: Origin,
  dockerfile: Source,
): void {
  const written = copy.target?.expanded;
  if (written === undefined) return;
  const target = written.known ? resolvePath(workdir, written.value) : written;
  if (!target.known) {
    tree.add({ ...unknownAt('/'), land: (_, before) => [...before, { kind: 'maybe' }] });
    return;
  }
  const several = copy.sources.length + copy.inline.length > 1;
  const namesFolder = written.known && /(?:^|\/)\.{0,2}$/.test(written.value);
  const isFolder = several || namesFolder || (tree.isFolder(target.value) ?? guessedFolder(target.value));
  for (const source of copy.sources) {
    const layer = copy.parents
      ? unknownAt(target.value)
      : layerOf(source, target.value, isFolder, origin, copy.excludes);
    tree.add(layer);
  }
  for (const { name, text } of copy.inline) {
    if (isFolder === undefined) tree.add(unknownAt(target.value));
    else tree.add(textAt(insideOf(target.value, isFolder, name), text, dockerfile));
  }
  tree.addFolder(several || namesFolder ? target.value : parentOf(target.value));
}

/** Nobody has a folder called `handler.py`. */
function guessedFolder(target: string): false | undefined {
  return hasExtension(target) ? false : undefined;
}

function hasExtension(path: string): boolean {
  return /[^/]\.[A-Za-z]\w*$/.test(path);
}

function layerOf(
  source: CopySource,
  target: string,
  isFolder: boolean | undefined,
  origin: Origin,
  excludes: readonly string[],
): Layer {
  const anywhere: Layer = { ...unknownAt(target), land: (_, before) => [...before, { kind: 'maybe' }] };
  if (source.remote || source.unpacked) return unknownAt(target);
  if (origin.kind === 'elsewhere') return unknownAt(target);
  if (!source.expanded.known) return anywhere;
  const path = source.expanded.value;
  if (origin.kind === 'stage') return isPattern(path) ? anywhere : fromStage(origin.tree, path, target, isFolder);
  return fromContext(origin.context, path, target, isFolder, excludes);
}

/** A file or folder of the context that is copied. */
interface Piece {
  readonly path: string;
  readonly folder: boolean;
}

function fromContext(
  context: Context,
  source: string,
  target: string,
  isFolder: boolean | undefined,
  excludes: readonly string[],
): Layer {
  let known: readonly Piece[] | undefined;
  const pieces = (): readonly Piece[] => {
    known ??= piecesOf(context, source);
    return known;
  };
  // What one pattern brings goes into a folder as soon as it is more than one file.
  const into = (): boolean | undefined => (pieces().length > 1 ? true : isFolder);
  // What is not there may be made before the build: a file is one file, anything else may be a folder.
  const missing = (path: string): Found | undefined => {
    const inside = insideOf(target, true, source);
    const isFile = hasExtension(source) && !isPattern(source);
    return !isFile || path === target || path === inside ? UNKNOWN : undefined;
  };
  const excluded = excludes.map((pattern) => pathMatcher(segmentsOf(pattern)));
  const isExcluded = (path: string): boolean => excluded.some((fits) => fits(segmentsOf(path)));
  return {
    find: (path) => {
      if (!isBelow(target, path)) return undefined;
      if (pieces().length === 0) return missing(path);
      for (const piece of pieces()) {
        const found = findPiece(context, piece, target, into(), path);
        if (found && excludes.length > 0) return UNKNOWN;
        if (found) return found;
      }
      return undefined;
    },
    isFolder: (path) =>
      isBelow(target, path) &&
      pieces().some(({ path: from, folder }) => folder && context.isFolder(joined(from, below(target, path)))),
    land: (uri, before) => {
      const path = context.pathOf(uri);
      if (path === undefined || isExcluded(path)) return before;
      return [...before, ...landPieces(context, pieces(), target, into(), path)];
    },
  };
}

function piecesOf(context: Context, source: string): readonly Piece[] {
  const path = segmentsOf(source).join('/');
  const paths = isPattern(source) ? context.matching(source) : [path];
  return paths.flatMap((one): readonly Piece[] => {
    if (context.file(one) !== undefined) return [{ path: one, folder: false }];
    return one === '' || context.isFolder(one) ? [{ path: one, folder: true }] : [];
  });
}

function findPiece(
  context: Context,
  piece: Piece,
  target: string,
  isFolder: boolean | undefined,
  path: string,
): Found | undefined {
  if (piece.folder) {
    const from = joined(piece.path, below(target, path));
    const uri = context.file(from);
    if (uri !== undefined) return context.leftOut(from) ? undefined : { kind: 'file', uri };
    return context.mayHold(from) ? UNKNOWN : undefined;
  }
  const uri = context.file(piece.path);
  const inside = insideOf(target, true, piece.path);
  if (isFolder === undefined) return path === target || path === inside ? UNKNOWN : undefined;
  const lands = path === (isFolder ? inside : target);
  return lands && uri !== undefined && !context.leftOut(piece.path) ? { kind: 'file', uri } : undefined;
}

function landPieces(
  context: Context,
  pieces: readonly Piece[],
  target: string,
  isFolder: boolean | undefined,
  path: string,
): readonly Landing[] {
  return pieces.flatMap((piece): readonly Landing[] => {
    const isHere = piece.folder ? piece.path === '' || path.startsWith(`${piece.path}/`) : piece.path === path;
    if (!isHere) return [];
    const pattern = context.leftOut(path);
    if (pattern) return [{ kind: 'left-out', pattern }];
    if (piece.folder)
      return [{ kind: 'path', path: within(target, path.slice(piece.path === '' ? 0 : piece.path.length + 1)) }];
    return isFolder === undefined ? [{ kind: 'maybe' }] : [{ kind: 'path', path: insideOf(target, isFolder, path) }];
  });
}

/** Of a folder of the stage the contents are copied, of a file the file. */
function fromStage(stage: Ground, source: string, target: string, isFolder: boolean | undefined): Layer {
  const from = `/${segmentsOf(source).join('/')}`;
  const inside = insideOf(target, true, from);
  const isTree = (): boolean | undefined => stage.isFolder(from);
  return {
    find: (path) => {
      if (!isBelow(target, path)) return undefined;
      const tree = isTree();
      if (tree === true) {
        const found = stage.find(path === target ? from : within(from, below(target, path)));
        return found.kind === 'absent' ? undefined : found;
      }
      if (tree === undefined || isFolder === undefined) return UNKNOWN;
      return path === (isFolder ? inside : target) ? stage.find(from) : undefined;
    },
    isFolder: (path) => isBelow(target, path) && isTree() === true && stage.isFolder(within(from, below(target, path))),
    land: (uri, before) => [
      ...before,
      ...stage.land(uri).flatMap((landing): readonly Landing[] => {
        if (landing.kind !== 'path' || !isBelow(from, landing.path)) return landing.kind === 'path' ? [] : [landing];
        if (landing.path !== from) return [{ kind: 'path', path: within(target, below(from, landing.path)) }];
        return isFolder === undefined
          ? [{ kind: 'maybe' }]
          : [{ kind: 'path', path: insideOf(target, isFolder, from) }];
      }),
    ],
  };
}

function joined(folder: string, path: string): string {
  if (folder === '') return path;
  return path === '' ? folder : `${folder}/${path}`;
}
