// The rules about the handler, in the order of the catalogue.

import type { Rule } from '../rule';
import { generatorHidden } from './generator-hidden';
import { generatorReturnValue } from './generator-return-value';
import { handlerExitsProcess } from './handler-exits-process';
import { handlerSignature } from './handler-signature';
import { nestedEventLoop } from './nested-event-loop';
import { unboundLocal } from './unbound-local';

export const handlerRules: readonly Rule[] = [
  handlerSignature,
  nestedEventLoop,
  unboundLocal,
  generatorReturnValue,
  handlerExitsProcess,
  generatorHidden,
];
