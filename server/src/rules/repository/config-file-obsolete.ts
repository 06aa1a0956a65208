// Files that look like RunPod's configuration, and that nothing of Serverless or the Hub reads.

import { say } from '../../base/message';
import { basename } from '../../base/uri';
import { UNREAD_CONFIGURATION } from '../../knowledge/hub-files';
import { unreadConfiguration } from '../../model/repository/strays';
import { rule } from '../rule';
import { fileStart } from './places';

export const configFileObsolete = rule({
  meta: {
    id: 'config-file-obsolete',
    area: 'repository',
    severity: 'info',
    since: '0.2.0',
    summary: 'A file looks like configuration for RunPod, but neither Serverless nor the Hub reads it.',
    why: 'What it says has no effect; settings belong into hub.json, the Dockerfile and the endpoint.',
    good: 'No configuration lies about that RunPod does not read.',
    sources: [
      'https://docs.runpod.io/hub/publishing-guide',
      'https://github.com/runpod/runpod-python/blob/main/docs/cli/references/runpod.toml.md',
    ],
  },
  reads: ['files', 'documents'],
  *check({ files, documents }) {
    for (const uri of unreadConfiguration(files)) {
      const source = documents.strays.find((stray) => stray.uri === uri);
      if (source === undefined) continue;
      const name = basename(uri);
      const message =
        UNREAD_CONFIGURATION[name] === 'nothing'
          ? say`Nothing of RunPod reads ${name}: the Hub needs hub.json, and a build the Dockerfile.`
          : say`Only the old "runpod project" commands read ${name}: Serverless and the Hub do without it.`;
      yield { ...fileStart(source), message };
    }
  },
});
