// Base images without a version: only those that end up in the image that is built.

import { type Message, say } from '../../base/message';
import { DEPLOY_GUIDE, EMPTY_IMAGE, WITHOUT_LATEST } from '../../knowledge/images';
import { type BaseImage, describeImage, isUnpinned } from '../../model/image/base-image';
import { builtStages, earlierStage } from '../../model/image/stages';
import { rule } from '../rule';

export const baseImageUnpinned = rule({
  meta: {
    id: 'base-image-unpinned',
    area: 'image',
    severity: 'warning',
    since: '0.2.0',
    summary: 'The Dockerfile builds on an image without a version.',
    why: 'The next build may get another Python, CUDA or library: a worker that ran yesterday fails, and nothing in the repository changed.',
    good: 'The version of the base image is fixed.',
    shownBy: 'base',
    sources: [DEPLOY_GUIDE, 'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions'],
  },
  reads: ['docker'],
  *check({ docker }) {
    for (const stage of builtStages(docker)) {
      if (!stage.base.known || earlierStage(docker.stages, stage, stage.base.value)) continue;
      const image = describeImage(stage.base.value);
      if (image.name === EMPTY_IMAGE || image.name === '' || !isUnpinned(image)) continue;
      yield { uri: docker.source.uri, span: stage.baseSpan, message: messageFor(image, stage.base.value) };
    }
  },
});

function messageFor(image: BaseImage, written: string): Message {
  const latest = (image.tag ?? 'latest').toLowerCase() === 'latest';
  if (latest && WITHOUT_LATEST.has(image.name))
    return say`${image.name} has no tag "latest": this build fails. Name a version.`;
  return image.tag === undefined
    ? say`${written} has no tag, which means "latest": name the version that the worker was tried with.`
    : say`${written} is another image after every release: name the version that the worker was tried with.`;
}
