// The rules about the repository and its releases, in the order of the catalogue.

import type { Rule } from '../rule';
import { badgeMismatch } from './badge-mismatch';
import { badgeMissing } from './badge-missing';
import { changesUncommitted } from './changes-uncommitted';
import { configFileObsolete } from './config-file-obsolete';
import { hubFileMisplaced } from './hub-file-misplaced';
import { hubFileShadowed } from './hub-file-shadowed';
import { releaseMissing } from './release-missing';
import { releaseOutdated } from './release-outdated';
import { requiredFileMissing } from './required-file-missing';

export const repositoryRules: readonly Rule[] = [
  requiredFileMissing,
  hubFileMisplaced,
  hubFileShadowed,
  releaseMissing,
  releaseOutdated,
  changesUncommitted,
  badgeMissing,
  badgeMismatch,
  configFileObsolete,
];
