// The rules about production readiness, in the order of the catalogue.

import type { Rule } from '../rule';
import { loggerMethodMissing } from './logger-method-missing';

export const productionRules: readonly Rule[] = [loggerMethodMissing];
