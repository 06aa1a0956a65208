// Files of the worker that the started program needs and that are not in the image: no COPY brings them, or `.dockerignore`
// leaves them out. One finding for each file or package, where it is first needed.

import type { Fix } from '../../base/edit';
import { resolvePath } from '../../base/image-path';
import { type Message, say } from '../../base/message';
import { known } from '../../base/static';
import { basename, dirname, isWithin, relativeTo, type Uri } from '../../base/uri';
import { addLineAtEnd, addLineBehind, copyLine } from '../../edits/docker';
import type { IgnoreFile } from '../../facts/ignore';
import type { Files } from '../../model/files';
import type { Image } from '../../model/image/image';
import { type NeededFile, neededFiles } from '../../model/image/needed-files';
import { installsProject } from '../../model/image/own-package';
import { type StartedFile, startedFiles } from '../../model/image/started-files';
import type { Packages } from '../../model/packages/packages';
import type { Handlers } from '../../model/python/handler';
import type { Python } from '../../model/python/python';
import { type Finding, rule } from '../rule';

export const moduleNotCopied = rule({
  meta: {
    id: 'module-not-copied',
    area: 'image',
    severity: 'error',
    since: '0.2.0',
    summary: 'A file that the handler needs is in the repository, but not in the image.',
    why: 'The worker exits with ModuleNotFoundError or FileNotFoundError as soon as it starts, or fails every job.',
    good: 'Every file that the handler needs is in the image.',
    sources: [
      'https://docs.runpod.io/serverless/workers/create-dockerfile',
      'https://docs.docker.com/build/concepts/context/#dockerignore-files',
    ],
  },
  reads: ['python', 'image', 'files', 'handlers?', 'packages?', 'dockerIgnore?'],
  *check(given) {
    if (installsProject(given.image.docker)) return;
    const told = new Set<Uri>();
    for (const started of startedFiles(given.image)) {
      for (const needed of neededFiles(given.python, given.handlers, given.files, started)) {
        const unit = missingUnit(given, needed, started);
        if (unit === undefined || told.has(unit)) continue;
        told.add(unit);
        yield finding(given, needed, unit, started);
      }
    }
  },
});

interface Given {
  readonly python: Python;
  readonly image: Image;
  readonly files: Files;
  readonly handlers: Handlers | undefined;
  readonly packages: Packages | undefined;
  readonly dockerIgnore: IgnoreFile | undefined;
}

/** The file, or the folder that as a whole is missing with it; undefined where it is in the image, or may be. */
function missingUnit(given: Given, needed: NeededFile, started: StartedFile): Uri | undefined {
  const { image, files } = given;
  const placed = image.placesOf(needed.uri);
  if (placed.kind !== 'absent' && placed.kind !== 'ignored') return undefined;
  const paths = [...needed.elsewhere, ...(needed.path.known ? [needed.path.value] : [])];
  if (paths.some((path) => image.at(path).kind !== 'absent')) return undefined;
  if (needed.kind === 'module' && mayComeFromElsewhere(given, needed)) return undefined;
  if (placed.kind === 'ignored') return needed.uri;
  let unit = needed.uri;
  // A package goes as a whole.
  const top = dirname(started.uri);
  for (
    let folder = dirname(unit);
    folder !== top && folder !== files.root && isWithin(files.root, folder);
    folder = dirname(folder)
  ) {
    const beside = files.uris.filter((uri) => isWithin(folder, uri));
    if (isWithin(folder, started.uri) || beside.some((uri) => image.placesOf(uri).kind !== 'absent')) break;
    unit = folder;
  }
  return unit;
}

/** A package of the same name may be installed, or lie in a folder that the search path names. */
function mayComeFromElsewhere({ python, image, packages }: Given, { name, uri }: NeededFile): boolean {
  const top = name.replace(/^\.+/, '').split('.')[0] ?? '';
  const normalised = (text: string): string => text.toLowerCase().replace(/[-_.]+/g, '-');
  if (packages?.requirements.some((requirement) => requirement.name === normalised(top))) return true;
  if (packages && [...packages.brought.keys()].includes(normalised(top))) return true;
  const isSearched =
    image.variables.has('PYTHONPATH') || python.modules.some(({ facts }) => facts.source.text.includes('sys.path'));
  if (!isSearched) return false;
  // What is copied under that name from somewhere else, or fetched.
  return packages === undefined || packages.foreignCode || basename(uri) === '__init__.py';
}

function finding(given: Given, needed: NeededFile, unit: Uri, started: StartedFile): Finding {
  const { image, files, dockerIgnore } = given;
  const file = relativeTo(files.root, unit) ?? unit;
  const placed = image.placesOf(needed.uri);
  const ignored = placed.kind === 'ignored';
  const fix = ignored ? unignore(image, unit, dockerIgnore) : copyInto(image, needed, unit);
  return {
    ...needed.place,
    message: ignored ? leftOut(needed, file) : notCopied(needed, file),
    related: [
      ...(ignored ? [{ ...placed.pattern, message: say`This pattern leaves it out` }] : []),
      {
        uri: started.launch.uri,
        span: started.launch.span,
        message: say`The container starts ${basename(started.uri)}`,
      },
    ],
    ...(fix && { fixes: [fix] }),
  };
}

function notCopied({ kind, name }: NeededFile, file: string): Message {
  return kind === 'module'
    ? say`No COPY brings ${file} into the image: importing ${name} fails there.`
    : say`No COPY brings ${file} into the image: opening it fails there.`;
}

function leftOut({ kind, name }: NeededFile, file: string): Message {
  return kind === 'module'
    ? say`.dockerignore leaves ${file} out of the image: importing ${name} fails there.`
    : say`.dockerignore leaves ${file} out of the image: opening it fails there.`;
}

function unignore(image: Image, unit: Uri, ignore: IgnoreFile | undefined): Fix | undefined {
  const path = image.contextPath(unit);
  if (path === undefined || ignore === undefined) return undefined;
  return { title: say`Let ${path} into the image`, safe: true, edits: [addLineAtEnd(ignore.source, `!${path}`)] };
}

/** Behind the last COPY of the final stage: what is in the image by then stays where it is. */
function copyInto(image: Image, needed: NeededFile, unit: Uri): Fix | undefined {
  const { docker, contextPath } = image;
  const from = contextPath(unit);
  const last = docker.final?.copies.findLast(({ from: stage }) => stage === undefined);
  if (from === undefined || last === undefined || !needed.path.known) return undefined;
  const inside = relativeTo(unit, needed.uri);
  const levels = inside === undefined ? 0 : inside.split('/').length;
  const to = levels === 0 ? needed.path : resolvePath(known(needed.path.value), '../'.repeat(levels));
  if (!to.known) return undefined;
  return {
    title: say`Copy ${from} into the image`,
    safe: true,
    edits: [addLineBehind(docker.source, last.span, copyLine(from, to.value))],
  };
}
