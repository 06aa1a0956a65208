// The suites that drive VS Code in a browser from outside, as a user does, by name. Each is given a stage
// (scripts/vscode/ui-suites.mjs) and opens windows of its own.

import { deskSuite } from './desk-ui.mjs';
import { hostileSuite } from './hostile-ui.mjs';
import { keyboardSuite } from './keyboard-ui.mjs';
import { liveSuite } from './live-ui.mjs';
import { panelSuite } from './panel-ui.mjs';
import { picturesSuite } from './pictures-ui.mjs';
import { polishSuite } from './polish-ui.mjs';
import { untrustedSuite } from './untrusted-ui.mjs';
import { workersSuite } from './workers-ui.mjs';

export const UI_SUITES = {
  'ui-panel': panelSuite,
  'ui-workers': workersSuite,
  'ui-live': liveSuite,
  'ui-keyboard': keyboardSuite,
  'ui-desk': deskSuite,
  'ui-pictures': picturesSuite,
  'ui-polish': polishSuite,
  'ui-untrusted': untrustedSuite,
  'ui-hostile': hostileSuite,
};
