// The rules about production readiness, in the order of the catalogue.

import type { Rule } from '../rule';
import { filesLeftBehind } from './files-left-behind';
import { healthOperationMissing } from './health-operation-missing';
import { logFlood } from './log-flood';
import { loggerMethodMissing } from './logger-method-missing';
import { loggingUnstructured } from './logging-unstructured';
import { memoryUnmanaged } from './memory-unmanaged';
import { requestWithoutTimeout } from './request-without-timeout';
import { secretInSource } from './secret-in-source';
import { workspacePath } from './workspace-path';

export const productionRules: readonly Rule[] = [
  secretInSource,
  loggerMethodMissing,
  loggingUnstructured,
  logFlood,
  filesLeftBehind,
  memoryUnmanaged,
  requestWithoutTimeout,
  workspacePath,
  healthOperationMissing,
];
