// The table of all rules, in the order of the catalogue. A rule exists when it has a row here.

import { hubRules } from './hub';
import { hubTestsRules } from './hub-tests';
import { imageRules } from './image';
import { performanceRules } from './performance';
import type { Rule } from './rule';

export const RULES: readonly Rule[] = [...performanceRules, ...imageRules, ...hubRules, ...hubTestsRules];
