// The rules about the container image, in the order of the catalogue.

import type { Rule } from '../rule';
import { localFlagInCommand } from './local-flag-in-command';

export const imageRules: readonly Rule[] = [localFlagInCommand];
