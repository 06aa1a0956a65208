// The rules about the start call, in the order of the catalogue.

import type { Rule } from '../rule';
import { aggregateStreamMissing } from './aggregate-stream-missing';
import { aggregateStreamUnused } from './aggregate-stream-unused';
import { codeAfterStart } from './code-after-start';
import { concurrencyModifierInvalid } from './concurrency-modifier-invalid';
import { concurrencyWithoutAsync } from './concurrency-without-async';
import { mainGuardMissing } from './main-guard-missing';
import { sdkShadowed } from './sdk-shadowed';
import { startArgumentInvalid } from './start-argument-invalid';
import { startInEventLoop } from './start-in-event-loop';
import { startNotCalled } from './start-not-called';
import { startUnknownKey } from './start-unknown-key';

export const startRules: readonly Rule[] = [
  startNotCalled,
  startArgumentInvalid,
  startUnknownKey,
  mainGuardMissing,
  startInEventLoop,
  codeAfterStart,
  concurrencyModifierInvalid,
  concurrencyWithoutAsync,
  aggregateStreamMissing,
  aggregateStreamUnused,
  sdkShadowed,
];
