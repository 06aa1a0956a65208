// The rules about the handler, in the order of the catalogue.

import type { Rule } from '../rule';
import { generatorHidden } from './generator-hidden';
import { generatorReturnValue } from './generator-return-value';
import { handlerExitsProcess } from './handler-exits-process';
import { handlerSignature } from './handler-signature';
import { inputNotRead } from './input-not-read';
import { inputUnchecked } from './input-unchecked';
import { jobKeyMisread } from './job-key-misread';
import { nestedEventLoop } from './nested-event-loop';
import { unboundLocal } from './unbound-local';
import { validatorErrorsIgnored } from './validator-errors-ignored';
import { validatorSchemaInvalid } from './validator-schema-invalid';

export const handlerRules: readonly Rule[] = [
  handlerSignature,
  jobKeyMisread,
  inputNotRead,
  inputUnchecked,
  validatorSchemaInvalid,
  validatorErrorsIgnored,
  handlerExitsProcess,
  nestedEventLoop,
  unboundLocal,
  generatorReturnValue,
  generatorHidden,
];
