// Which file of the worker lies at a path of the image while it is built: COPY and ADD of a stage so far, and files that a RUN
// mounts. What is there at the end is model/image/image.ts's business.

import { isPattern, segmentsOf } from '../../base/glob';
import { below, isBelow, nameOf, resolvePath, within } from '../../base/image-path';
import { known, type Static, unknown } from '../../base/static';
import { dirname, type Uri } from '../../base/uri';
import type { Copy, Run } from '../../facts/docker';
import type { Context } from '../image/context';

/** A state of the build. A new one is made by every step. */
export interface BuildFiles {
  /** Undefined where it cannot be told which folder is built. */
  readonly context: Context | undefined;
  /** Where commands run. */
  readonly folder: Static<string>;
  readonly copied: readonly Copied[];
}

interface Copied {
  /** In the image. */
  readonly target: string;
  /** In the build context; empty for all of it. */
  readonly source: string;
}

export function emptyBuild(context: Context | undefined): BuildFiles {
  return { context, folder: known('/'), copied: [] };
}

export function inFolder(build: BuildFiles, path: Static<string>): BuildFiles {
  return { ...build, folder: path.known ? resolvePath(build.folder, path.value) : unknown };
}

export function withCopy(build: BuildFiles, copy: Copy): BuildFiles {
  const { context } = build;
  const target = copy.target?.expanded;
  if (context === undefined || !target?.known || copy.from !== undefined) return build;
  const folder = resolvePath(build.folder, target.value);
  if (!folder.known) return build;
  const intoFolder = copy.sources.length > 1 || /(?:^|\/)\.{0,2}$/.test(target.value);
  const added = copy.sources.flatMap(({ expanded, remote }): readonly Copied[] => {
    if (!expanded.known || remote) return [];
    const paths = isPattern(expanded.value) ? context.matching(expanded.value) : [segmentsOf(expanded.value).join('/')];
    return paths.map((source) => {
      const isFile = context.file(source) !== undefined;
      const into = isFile && (intoFolder || paths.length > 1);
      return { source, target: into ? within(folder.value, nameOf(`/${source}`)) : folder.value };
    });
  });
  return { ...build, copied: [...build.copied, ...added] };
}

/** `--mount=type=bind,source=requirements.txt,target=/tmp/requirements.txt`. */
export function withMounts(build: BuildFiles, { flags }: Run): BuildFiles {
  const mounted = flags.flatMap(({ value }): readonly Copied[] => {
    if (!value.startsWith('--mount=')) return [];
    const fields = new Map(value.slice('--mount='.length).split(',').map(pair));
    const target = fields.get('target') ?? fields.get('dst') ?? fields.get('destination');
    if ((fields.get('type') ?? 'bind') !== 'bind' || fields.has('from') || target === undefined) return [];
    const path = resolvePath(build.folder, target);
    const source = segmentsOf(fields.get('source') ?? fields.get('src') ?? '').join('/');
    return path.known ? [{ source, target: path.value }] : [];
  });
  return mounted.length === 0 ? build : { ...build, copied: [...build.copied, ...mounted] };
}

function pair(text: string): [string, string] {
  const equals = text.indexOf('=');
  return equals < 0 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)];
}

/** The worker's file at a path; undefined where none lies, or where that cannot be told. */
export function fileAt(build: BuildFiles, path: string): Uri | undefined {
  return first(build, path, (source) => build.context?.file(source));
}

/** The path in the context of the folder of the worker that lies at a path. */
export function folderAt(build: BuildFiles, path: string): string | undefined {
  const whole = first(build, path, (source) => (source === '' || build.context?.isFolder(source) ? source : undefined));
  if (whole !== undefined) return whole;
  // `COPY pyproject.toml .`
  const absolute = resolvePath(build.folder, path);
  const file = build.copied.findLast(
    ({ target }) => absolute.known && target !== absolute.value && isBelow(absolute.value, target),
  );
  return file && dirname(`/${file.source}`).slice(1);
}

/** What was copied last hides what was copied before. */
function first<T>(build: BuildFiles, path: string, find: (source: string) => T | undefined): T | undefined {
  const absolute = resolvePath(build.folder, path);
  if (!absolute.known) return undefined;
  for (let at = build.copied.length - 1; at >= 0; at--) {
    const copied = build.copied[at];
    if (copied === undefined || !isBelow(copied.target, absolute.value)) continue;
    const inside = below(copied.target, absolute.value);
    const found = find([copied.source, inside].filter((part) => part !== '').join('/'));
    if (found !== undefined) return found;
  }
  return undefined;
}
