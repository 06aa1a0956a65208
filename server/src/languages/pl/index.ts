// Polish, joined from one file for each subject. A template that several subjects share stands in one of them.
//
// Słowniczek: worker, handler, endpoint, pod, token, stream zostają; job → zadanie, finding → ustalenie, fix → poprawka,
// image → obraz, build → budowanie, listing → wpis w Hubie, release → wydanie, cold start → zimny start.

import type { Bundle } from '../../base/message';
import { areas } from './areas';
import { dependencies } from './dependencies';
import { diagnosis } from './diagnosis';
import { editor } from './editor';
import { features } from './features';
import { handler } from './handler';
import { hub } from './hub';
import { hubTests } from './hub-tests';
import { image } from './image';
import { inputOutput } from './input-output';
import { jsonFiles } from './json-files';
import { languageFeatures } from './language-features';
import { localTesting } from './local-testing';
import { performance } from './performance';
import { production } from './production';
import { pythonCompletion } from './python-completion';
import { report } from './report';
import { repository } from './repository';
import { rulePage } from './rule-page';
import { shared } from './shared';
import { start } from './start';

/** By subject: no template stands in two. */
export const SUBJECTS = {
  areas,
  report,
  shared,
  handler,
  start,
  inputOutput,
  performance,
  localTesting,
  production,
  dependencies,
  image,
  hub,
  hubTests,
  repository,
  diagnosis,
  features,
  editor,
  jsonFiles,
  languageFeatures,
  pythonCompletion,
  rulePage,
} satisfies Readonly<Record<string, Bundle>>;

export const polish: Bundle = Object.assign({}, ...Object.values(SUBJECTS));
