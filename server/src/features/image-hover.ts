// What is known of a base image by its name and tag, in words for a hover. What is wrong with it is the rules' business.

import { asIs, type Message, say } from '../base/message';
import {
  CUDA_COMPATIBILITY,
  DEPLOY_GUIDE,
  EMPTY_IMAGE,
  ENDPOINT_CONFIGURATIONS,
  TEST_HARNESS,
} from '../knowledge/images';
import { type BaseImage, describeImage, isUnpinned } from '../model/image/base-image';
import { codes, type Prose } from './answers';

/** Of an image reference such as `nvidia/cuda:12.8.1-runtime-ubuntu22.04`. */
export function baseImageProse(reference: string): Prose {
  const image = describeImage(reference);
  if (image.name === '') return [];
  if (image.name === EMPTY_IMAGE) return [say`An empty image: no shell, no Python, nothing.`];
  const { name, tag, digest, python, torch } = image;
  const version = [tag, digest].filter((part) => part !== undefined);
  return [
    say`Base image ${codes([name, ...version])}.`,
    ...(isUnpinned(image) ? [say`No version: the next build may get [another image](${DEPLOY_GUIDE}).`] : []),
    ...heldProse(python, torch),
    ...cudaProse(image),
    ...systemProse(image),
    ...(image.worker
      ? [say`A worker or a server by itself: what is built on it needs no handler and no command.`]
      : []),
    ...(image.plain
      ? [say`Nothing of a worker is in it: files, packages and the command are all up to the Dockerfile.`]
      : []),
  ];
}

/** By the words of the tag. */
function heldProse(python: string | undefined, torch: string | undefined): readonly Message[] {
  if (python && torch) return [say`Its tag says Python ${python} and PyTorch ${torch}.`];
  if (python) return [say`Its tag says Python ${python}.`];
  return torch ? [say`Its tag says PyTorch ${torch}.`] : [];
}

function cudaProse({ cuda }: BaseImage): readonly Message[] {
  if (cuda === undefined) return [];
  const hosts = asIs(`[allowedCudaVersions](${ENDPOINT_CONFIGURATIONS})`);
  const major = cuda.version.split('.')[0] ?? '';
  return cuda.needs === 'exact'
    ? [say`CUDA ${cuda.version}: starts on hosts with this version or a newer one, which ${hosts} should list.`]
    : [
        say`CUDA ${cuda.version}: runs on hosts with [any CUDA ${major}](${CUDA_COMPATIBILITY}) or a newer one, which ${hosts} should list.`,
      ];
}

function systemProse({ system }: BaseImage): readonly Message[] {
  if (system === undefined) return [];
  const name = system === 'alpine' ? 'Alpine Linux' : say`A distroless system`;
  return [say`${name}: the Hub's tests [cannot install their tools](${TEST_HARNESS}) in it.`];
}
