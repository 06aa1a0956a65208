// The rules about local testing, in the order of the catalogue.

import type { Rule } from '../rule';
import { ownArgumentParser } from './own-argument-parser';

export const localTestingRules: readonly Rule[] = [ownArgumentParser];
