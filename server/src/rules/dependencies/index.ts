// The rules about syntax and dependencies, in the order of the catalogue.

import type { Rule } from '../rule';
import { pythonSyntaxError } from './python-syntax-error';

export const dependenciesRules: readonly Rule[] = [pythonSyntaxError];
