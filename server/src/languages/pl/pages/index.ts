// Polish prose of the rules' pages (docs/rules), joined from one file for each area; `examples` is what stands between the
// examples. Keys are the paragraphs, as Markdown.

import type { Bundle } from '../../../base/message';
import { dependenciesPages } from './dependencies';
import { examples } from './examples';
import { handlerPages } from './handler';
import { hubPages } from './hub';
import { hubTestsPages } from './hub-tests';
import { imagePages } from './image';
import { inputOutputPages } from './input-output';
import { localTestingPages } from './local-testing';
import { performancePages } from './performance';
import { productionPages } from './production';
import { repositoryPages } from './repository';
import { startPages } from './start';
import { suppressionsPages } from './suppressions';

/** No paragraph stands in two. */
export const PAGES: readonly Bundle[] = [
  dependenciesPages,
  examples,
  handlerPages,
  hubPages,
  hubTestsPages,
  imagePages,
  inputOutputPages,
  localTestingPages,
  performancePages,
  productionPages,
  repositoryPages,
  startPages,
  suppressionsPages,
];

export const polishPages: Bundle = Object.assign({}, ...PAGES);
