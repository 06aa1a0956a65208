// The rules of the area "Input and output", in the order of the catalogue.

import type { Rule } from '../rule';
import { errorReportedAsSuccess } from './error-reported-as-success';
import { errorSwallowed } from './error-swallowed';
import { errorUnhandled } from './error-unhandled';
import { errorUnspecific } from './error-unspecific';
import { outputNested } from './output-nested';
import { payloadLimitUnchecked } from './payload-limit-unchecked';
import { progressUpdateArgument } from './progress-update-argument';
import { refreshWorkerMisplaced } from './refresh-worker-misplaced';
import { resultNotSerialisable } from './result-not-serialisable';
import { statusTupleReturned } from './status-tuple-returned';

export const inputOutputRules: readonly Rule[] = [
  errorReportedAsSuccess,
  errorSwallowed,
  errorUnhandled,
  errorUnspecific,
  resultNotSerialisable,
  statusTupleReturned,
  outputNested,
  refreshWorkerMisplaced,
  payloadLimitUnchecked,
  progressUpdateArgument,
];
