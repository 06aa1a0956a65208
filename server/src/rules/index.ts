// The table of all rules, in the order of the catalogue. A rule exists when it has a row here.

import { dependenciesRules } from './dependencies';
import { handlerRules } from './handler';
import { hubRules } from './hub';
import { hubTestsRules } from './hub-tests';
import { imageRules } from './image';
import { inputOutputRules } from './input-output';
import { localTestingRules } from './local-testing';
import { performanceRules } from './performance';
import { productionRules } from './production';
import { repositoryRules } from './repository';
import type { Rule, RuleMeta } from './rule';
import { startRules } from './start';
import { UNUSED_SUPPRESSION } from './suppressions/unused-suppression';

export const RULES: readonly Rule[] = [
  ...handlerRules,
  ...startRules,
  ...inputOutputRules,
  ...performanceRules,
  ...localTestingRules,
  ...productionRules,
  ...dependenciesRules,
  ...imageRules,
  ...hubRules,
  ...hubTestsRules,
  ...repositoryRules,
];

/** What can be listed, explained and turned off: the rules, and the one that only policy can check. */
export const METAS: readonly RuleMeta[] = [...RULES.map(({ meta }) => meta), UNUSED_SUPPRESSION];
