// The rules about the container image, in the order of the catalogue.

import type { Rule } from '../rule';
import { baseImageUnpinned } from './base-image-unpinned';
import { commandMissing } from './command-missing';
import { cudaMismatch } from './cuda-mismatch';
import { entryDoesNotStart } from './entry-does-not-start';
import { entryMissing } from './entry-missing';
import { envFileCopied } from './env-file-copied';
import { gpuAtBuild } from './gpu-at-build';
import { hostNotReachable } from './host-not-reachable';
import { hubTestImageUnsupported } from './hub-test-image-unsupported';
import { localFlagInCommand } from './local-flag-in-command';
import { moduleNotCopied } from './module-not-copied';
import { outputBuffered } from './output-buffered';
import { platformNotAmd64 } from './platform-not-amd64';

export const imageRules: readonly Rule[] = [
  entryMissing,
  entryDoesNotStart,
  commandMissing,
  moduleNotCopied,
  localFlagInCommand,
  outputBuffered,
  cudaMismatch,
  baseImageUnpinned,
  platformNotAmd64,
  gpuAtBuild,
  envFileCopied,
  hubTestImageUnsupported,
  hostNotReachable,
];
