// The rules about syntax and dependencies, in the order of the catalogue.

import type { Rule } from '../rule';
import { hfTransferMissing } from './hf-transfer-missing';
import { importUndeclared } from './import-undeclared';
import { numpyAbiMismatch } from './numpy-abi-mismatch';
import { pythonSyntaxError } from './python-syntax-error';
import { pythonTooOld } from './python-too-old';
import { requirementsSyntaxError } from './requirements-syntax-error';
import { sdkUndeclared } from './sdk-undeclared';
import { sdkVersionAffected } from './sdk-version-affected';
import { stdlibShadowed } from './stdlib-shadowed';

export const dependenciesRules: readonly Rule[] = [
  pythonSyntaxError,
  importUndeclared,
  sdkUndeclared,
  sdkVersionAffected,
  pythonTooOld,
  stdlibShadowed,
  requirementsSyntaxError,
  numpyAbiMismatch,
  hfTransferMissing,
];
