// What is known of a base image by its name and tag, in words for a hover. What is wrong with it is the rules' business.

import {
  CUDA_COMPATIBILITY,
  DEPLOY_GUIDE,
  EMPTY_IMAGE,
  ENDPOINT_CONFIGURATIONS,
  TEST_HARNESS,
} from '../knowledge/images';
import { type BaseImage, describeImage, isUnpinned } from '../model/image/base-image';
import { code, type Prose } from './answers';

/** Of an image reference such as `nvidia/cuda:12.8.1-runtime-ubuntu22.04`. */
export function baseImageProse(reference: string): Prose {
  const image = describeImage(reference);
  if (image.name === '') return [];
  if (image.name === EMPTY_IMAGE) return ['An empty image: no shell, no Python, nothing.'];
  const { name, tag, digest, python, torch } = image;
  const version = [tag, digest].flatMap((part) => (part === undefined ? [] : code(part)));
  const holds = [...(python ? [`Python ${python}`] : []), ...(torch ? [`PyTorch ${torch}`] : [])];
  return [
    `Base image ${[code(name), ...version].join(', ')}.`,
    ...(isUnpinned(image) ? [`No version: the next build may get [another image](${DEPLOY_GUIDE}).`] : []),
    ...(holds.length > 0 ? [`Its tag says ${holds.join(' and ')}.`] : []),
    ...cudaProse(image),
    ...systemProse(image),
    ...(image.worker ? ['A worker or a server by itself: what is built on it needs no handler and no command.'] : []),
    ...(image.plain
      ? ['Nothing of a worker is in it: files, packages and the command are all up to the Dockerfile.']
      : []),
  ];
}

function cudaProse({ cuda }: BaseImage): readonly string[] {
  if (cuda === undefined) return [];
  const hosts = `[allowedCudaVersions](${ENDPOINT_CONFIGURATIONS})`;
  const major = cuda.version.split('.')[0] ?? '';
  return cuda.needs === 'exact'
    ? [`CUDA ${cuda.version}: starts on hosts with this version or a newer one, which ${hosts} should list.`]
    : [
        `CUDA ${cuda.version}: runs on hosts with [any CUDA ${major}](${CUDA_COMPATIBILITY}) or a newer one, which ${hosts} should list.`,
      ];
}

function systemProse({ system }: BaseImage): readonly string[] {
  if (system === undefined) return [];
  const name = system === 'alpine' ? 'Alpine Linux' : 'A distroless system';
  return [`${name}: the Hub's tests [cannot install their tools](${TEST_HARNESS}) in it.`];
}
