// The rules about the start call, in the order of the catalogue.

import type { Rule } from '../rule';
import { mainGuardMissing } from './main-guard-missing';
import { startArgumentInvalid } from './start-argument-invalid';
import { startNotCalled } from './start-not-called';
import { startUnknownKey } from './start-unknown-key';

export const startRules: readonly Rule[] = [startNotCalled, startArgumentInvalid, startUnknownKey, mainGuardMissing];
