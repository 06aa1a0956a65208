// The rules about the start call, in the order of the catalogue.

import type { Rule } from '../rule';

export const startRules: readonly Rule[] = [];
