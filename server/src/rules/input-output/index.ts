// The rules of the area "Input and output", in the order of the catalogue.

import type { Rule } from '../rule';
import { errorReportedAsSuccess } from './error-reported-as-success';
import { payloadLimitUnchecked } from './payload-limit-unchecked';
import { resultNotSerialisable } from './result-not-serialisable';
import { statusTupleReturned } from './status-tuple-returned';

export const inputOutputRules: readonly Rule[] = [
  errorReportedAsSuccess,
  resultNotSerialisable,
  statusTupleReturned,
  payloadLimitUnchecked,
];
