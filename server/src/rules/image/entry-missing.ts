// A file that the container's command names and that the image does not have. Silent wherever something may have put it there.

import type { Fix } from '../../base/edit';
import { nameOf, within } from '../../base/image-path';
import { type Message, say } from '../../base/message';
import type { Static } from '../../base/static';
import { basename, relativeTo, type Uri } from '../../base/uri';
import { addLineAtEnd } from '../../edits/docker';
import type { IgnoreFile } from '../../facts/ignore';
import { isTestFile } from '../../model/discover';
import type { Files } from '../../model/files';
import type { Image, Launch, Placed } from '../../model/image/image';
import { type Finding, type Note, rule } from '../rule';
import { commandNotes } from './command-steps';

export const entryMissing = rule({
  meta: {
    id: 'entry-missing',
    area: 'image',
    severity: 'error',
    since: '0.2.0',
    summary: 'The container is told to start a file that the image does not have.',
    why: 'Every worker exits at once with "No such file or directory" and is started again: jobs stay IN_QUEUE.',
    good: 'The file that the container starts is in the image.',
    sources: [
      'https://docs.runpod.io/serverless/workers/create-dockerfile',
      'https://docs.docker.com/reference/dockerfile/#copy',
    ],
  },
  reads: ['image', 'files', 'dockerIgnore?'],
  *check({ image, files, dockerIgnore }) {
    const seen = new Set<string>();
    for (const launch of image.launches) {
      const path = missingPath(launch);
      // Under a condition the file may be mounted, or the branch never taken.
      if (path === undefined || launch.conditional || seen.has(path)) continue;
      seen.add(path);
      yield missing(launch, path, { image, files, dockerIgnore });
    }
  },
});

interface Given {
  readonly image: Image;
  readonly files: Files;
  readonly dockerIgnore: IgnoreFile | undefined;
}

function missingPath({ program }: Launch): string | undefined {
  if (program.kind !== 'python-file' && program.kind !== 'script') return undefined;
  return program.location.kind === 'absent' && program.path.known ? program.path.value : undefined;
}

interface Candidate {
  readonly uri: Uri;
  readonly placed: Placed;
}

function missing(launch: Launch, path: string, { image, files, dockerIgnore }: Given): Finding {
  const candidates = files.uris
    .filter((uri) => basename(uri) === nameOf(path) && !isTestFile(uri, files))
    .map((uri) => ({ uri, placed: image.placesOf(uri) }));
  const [only, ...others] = candidates;
  const meant = others.length === 0 ? only : undefined;
  const finding = { uri: launch.uri, span: launch.span };
  const notes = commandNotes(launch);
  if (meant === undefined) return { ...finding, message: absence(path, candidates.length), related: notes };
  return {
    ...finding,
    message: messageFor(path, relativeTo(files.root, meant.uri) ?? meant.uri, meant),
    related: [...notes, ...patternNote(meant)],
    fixes: fixesFor(launch, meant, dockerIgnore, image),
  };
}

function absence(path: string, candidates: number): Message {
  return candidates === 0
    ? say`The image has no ${path}, and the worker has no file of that name.`
    : say`The image has no ${path}: no instruction of the Dockerfile puts it there.`;
}

function messageFor(path: string, file: string, { placed }: Candidate): Message {
  switch (placed.kind) {
    case 'copied':
      return say`The image has no ${path}: ${file} is copied to ${placed.paths.join(', ')}.`;
    case 'ignored':
      return say`The image has no ${path}: .dockerignore leaves ${file} out.`;
    case 'absent':
      return say`The image has no ${path}: no COPY brings ${file}.`;
    case 'unknown':
      return say`The image has no ${path}: no instruction of the Dockerfile puts it there.`;
  }
}

function patternNote({ placed }: Candidate): readonly Note[] {
  return placed.kind === 'ignored' ? [{ ...placed.pattern, message: say`This pattern leaves it out` }] : [];
}

function fixesFor(
  launch: Launch,
  { uri, placed }: Candidate,
  ignore: IgnoreFile | undefined,
  image: Image,
): readonly Fix[] {
  if (placed.kind === 'ignored' && ignore) {
    const path = image.contextPath(uri);
    if (path === undefined) return [];
    return [{ title: say`Let ${path} into the image`, safe: true, edits: [addLineAtEnd(ignore.source, `!${path}`)] }];
  }
  const [target, ...others] = placed.kind === 'copied' ? placed.paths : [];
  const { source, span } = launch;
  const written = source.text.slice(span.start, span.end);
  // Quotes and variables in it would have to be kept.
  if (target === undefined || others.length > 0 || !/^[\w./-]+$/.test(written)) return [];
  const path = asWritten(written, launch.folder, target);
  return [{ title: say`Start ${path}`, safe: true, edits: [{ uri: source.uri, span, text: path }] }];
}

/** Relative, where it was and can be. */
function asWritten(written: string, folder: Static<string>, target: string): string {
  if (written.startsWith('/') || !folder.known) return target;
  const start = within(folder.value, 'x').slice(0, -1);
  if (!target.startsWith(start)) return target;
  const relative = target.slice(start.length);
  return written.startsWith('./') ? `./${relative}` : relative;
}
