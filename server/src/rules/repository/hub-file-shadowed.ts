// A file at the root that another one in `.runpod/` overrides. Not README.md: showing the Hub a README of its own is what
// the folder is for.

import { say } from '../../base/message';
import { span } from '../../base/span';
import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import { HUB_FOLDER, OVERRIDABLE } from '../../knowledge/hub-files';
import { rule } from '../rule';

export const hubFileShadowed = rule({
  meta: {
    id: 'hub-file-shadowed',
    area: 'repository',
    severity: 'info',
    since: '0.2.0',
    summary: 'The Hub does not use this file: one of the same name in .runpod comes before it.',
    why: 'What is changed here changes nothing on the Hub.',
    good: 'No file at the root is overridden by one in .runpod.',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['files', 'hubFile'],
  *check({ files }) {
    for (const name of OVERRIDABLE) {
      const uri = `${files.root}/${name}`;
      const other = `${HUB_FOLDER}/${name}`;
      if (!files.has(uri) || !files.has(`${files.root}/${other}`)) continue;
      yield { uri, span: span(0, 0), message: say`The Hub does not use this ${name}: ${other} comes before it.` };
    }
  },
});
