// Files of environment variables, such as `.env`, that a COPY takes into the image.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { basename, relativeTo, type Uri } from '../../base/uri';
import type { IgnoreFile } from '../../facts/ignore';
import { ENV_FILE, ENV_TEMPLATE } from '../../knowledge/env-files';
import { DOCKERFILE_GUIDE } from '../../knowledge/images';
import type { Files } from '../../model/files';
import type { Docker } from '../../model/image/docker';
import { type Finding, rule } from '../rule';

type Source = Docker['stages'][number]['copies'][number]['sources'][number];

export const envFileCopied = rule({
  meta: {
    id: 'env-file-copied',
    area: 'image',
    severity: 'warning',
    since: '0.2.0',
    summary: 'A file of environment variables gets into the image.',
    why: 'Whoever can pull the image can read the keys in it, also after a later step deletes the file: it stays in its layer.',
    good: 'No file of environment variables gets into the image.',
    sources: [DOCKERFILE_GUIDE, 'https://docs.docker.com/build/concepts/context/#dockerignore-files'],
  },
  reads: ['image', 'files', 'dockerIgnore?'],
  *check({ image, files, dockerIgnore }) {
    const { docker } = image;
    const bySource = new Map<Source, Uri[]>();
    for (const uri of files.uris) {
      if (!isEnvFile(uri) || image.placesOf(uri).kind !== 'copied') continue;
      const source = sourceOf(docker, files, uri);
      if (source) bySource.set(source, [...(bySource.get(source) ?? []), uri]);
    }
    for (const [source, uris] of bySource) yield finding(docker, files, dockerIgnore, source, uris);
  },
});

function isEnvFile(uri: Uri): boolean {
  const name = basename(uri);
  return ENV_FILE.test(name) && !ENV_TEMPLATE.test(name);
}

function finding(
  docker: Docker,
  files: Files,
  ignore: IgnoreFile | undefined,
  source: Source,
  uris: readonly Uri[],
): Finding {
  const paths = uris.map((uri) => relativeTo(files.root, uri) ?? uri);
  // Without the file a COPY that names it fails.
  const named = uris.some((uri) => basename(source.value) === basename(uri));
  return {
    uri: docker.source.uri,
    span: source.span,
    message: say`${paths.join(', ')} gets into the image: whoever can pull it can read the keys in there.`,
    ...(!named && { fixes: [leaveOut(files, ignore, paths)] }),
  };
}

function leaveOut({ root }: Files, ignore: IgnoreFile | undefined, paths: readonly string[]): Fix {
  const title = say`Add ${paths.join(', ')} to .dockerignore`;
  const uri = ignore?.source.uri ?? `${root}/.dockerignore`;
  const text = ignore?.source.text ?? '';
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const before = text === '' || /[\r\n]$/.test(text) ? '' : lineEnd;
  const lines = paths.map((path) => path + lineEnd).join('');
  return { title, safe: true, edits: [{ uri, span: { start: text.length, end: text.length }, text: before + lines }] };
}

/** The word of the COPY that brings the file: the last one that fits. */
function sourceOf({ lineage, stages }: Docker, { root }: Files, uri: Uri): Source | undefined {
  const path = relativeTo(root, uri) ?? '';
  const copies = [...new Set([...stages, ...lineage])].flatMap((stage) => stage.copies);
  const sources = copies.flatMap((copy) => (copy.from === undefined ? copy.sources : []));
  return sources.findLast((source) => source.expanded.known && covers(source.expanded.value, path));
}

function covers(source: string, path: string): boolean {
  const folder = source.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');
  if (folder === '' || folder === '.' || path === folder || path.startsWith(`${folder}/`)) return true;
  return /[*?[]/.test(folder);
}
