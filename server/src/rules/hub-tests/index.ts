// The rules about tests.json, in the order of the catalogue.

import type { Rule } from '../rule';
import { testEnvMissing } from './test-env-missing';
import { testFieldUnknown } from './test-field-unknown';
import { testGpuUnknown } from './test-gpu-unknown';
import { testInputAbsent } from './test-input-absent';
import { testInputEmpty } from './test-input-empty';
import { testInputWrapped } from './test-input-wrapped';
import { testTimeoutUnit } from './test-timeout-unit';
import { testsEmpty } from './tests-empty';
import { testsJsonInvalid } from './tests-json-invalid';
import { testsJsonMissing } from './tests-json-missing';

export const hubTestsRules: readonly Rule[] = [
  testsJsonMissing,
  testsJsonInvalid,
  testsEmpty,
  testInputAbsent,
  testInputEmpty,
  testInputWrapped,
  testTimeoutUnit,
  testGpuUnknown,
  testFieldUnknown,
  testEnvMissing,
];
