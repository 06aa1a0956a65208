// The rules about local testing, in the order of the catalogue.

import type { Rule } from '../rule';
import { ownArgumentParser } from './own-argument-parser';
import { testInputIncomplete } from './test-input-incomplete';
import { testInputInvalid } from './test-input-invalid';
import { testInputMisplaced } from './test-input-misplaced';
import { testInputMissing } from './test-input-missing';

export const localTestingRules: readonly Rule[] = [
  testInputMissing,
  testInputInvalid,
  testInputIncomplete,
  testInputMisplaced,
  ownArgumentParser,
];
