// The rules of the area "Cold start and performance", in the order of the catalogue.

import type { Rule } from '../rule';
import { blockingCallInAsync } from './blocking-call-in-async';
import { cacheEnvAfterImport } from './cache-env-after-import';
import { heavySetupInHandler } from './heavy-setup-in-handler';
import { lazySetupInHandler } from './lazy-setup-in-handler';
import { runtimeInstall } from './runtime-install';
import { startupDownload } from './startup-download';

export const performanceRules: readonly Rule[] = [
  heavySetupInHandler,
  lazySetupInHandler,
  runtimeInstall,
  blockingCallInAsync,
  startupDownload,
  cacheEnvAfterImport,
];
