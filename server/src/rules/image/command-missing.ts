// Images without a command: neither the Dockerfile nor its plain base image says what to start.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { addLineAtEnd } from '../../edits/docker';
import { PYTHON_NAMES } from '../../knowledge/images';
import { describeImage } from '../../model/image/base-image';
import type { Image } from '../../model/image/image';
import { WITHOUT_HANDLER } from '../../model/kind';
import type { Python } from '../../model/python/python';
import { rule } from '../rule';

export const commandMissing = rule({
  meta: {
    id: 'command-missing',
    area: 'image',
    severity: 'warning',
    notFor: new Set([...[...WITHOUT_HANDLER].filter((kind) => kind !== 'load-balancer'), 'unknown']),
    since: '0.2.0',
    summary: 'The Dockerfile says neither with CMD nor with ENTRYPOINT what the container runs.',
    why: "The container runs the base image's own command, such as a shell, and takes no job: jobs stay IN_QUEUE.",
    good: 'The Dockerfile says what the container runs.',
    sources: [
      'https://docs.runpod.io/serverless/workers/create-dockerfile',
      'https://docs.docker.com/reference/dockerfile/#cmd',
    ],
  },
  reads: ['image', 'python?'],
  *check({ image, python }) {
    const { docker } = image;
    const { final, base, start, source } = docker;
    if (final === undefined || start !== undefined || !base.known) return;
    const described = describeImage(base.value);
    if (!described.plain) return;
    const fix = python && commandFor(image, python, described.name);
    yield {
      uri: source.uri,
      span: final.baseSpan,
      message: say`The Dockerfile has neither CMD nor ENTRYPOINT: the container runs what ${base.value} runs, and no handler.`,
      ...(fix && { fixes: [fix] }),
    };
  },
});

/** Where exactly one file that may start the worker is in the image. */
function commandFor({ placesOf, docker }: Image, { entries }: Python, base: string): Fix | undefined {
  const paths = entries.flatMap((uri) => {
    const placed = placesOf(uri);
    return placed.kind === 'copied' ? placed.paths : [];
  });
  const [path, ...others] = paths;
  if (path === undefined || others.length > 0) return undefined;
  const line = `CMD ${JSON.stringify([PYTHON_NAMES.get(base) ?? 'python3', '-u', path]).replaceAll('","', '", "')}`;
  return { title: say`Start ${path} with CMD`, safe: true, edits: [addLineAtEnd(docker.source, line)] };
}
