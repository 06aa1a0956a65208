// test_input.json beside a handler that is started from another folder. Where the worker is started, the Dockerfile says.

import { say } from '../../base/message';
import { dirname, relativeTo } from '../../base/uri';
import { commandLine, type Docker } from '../../model/image/docker';
import { placeIn } from '../../model/python/python';
import { rule } from '../rule';

export const testInputMisplaced = rule({
  meta: {
    id: 'test-input-misplaced',
    area: 'local-testing',
    severity: 'info',
    since: '0.1.0',
    summary: 'test_input.json lies beside the handler, but the worker is started from another folder.',
    why: 'The SDK looks in the current folder only: the worker says "test_input.json not found" and exits.',
    good: 'No test_input.json lies where a local start does not look for it.',
    sources: [
      'https://docs.runpod.io/serverless/development/local-testing',
      'https://github.com/runpod/runpod-python/blob/main/runpod/serverless/modules/rp_local.py',
    ],
  },
  reads: ['handlers', 'files', 'docker'],
  *check({ handlers, files, docker }) {
    if (files.has(`${files.root}/${NAME}`)) return;
    for (const { start } of handlers.uses) {
      const { fn, fact } = start;
      const folder = dirname(fn.module.uri);
      const path = relativeTo(files.root, folder);
      if (path === undefined || !files.has(`${folder}/${NAME}`)) continue;
      const from = startedFrom(docker, fn.module.uri.slice(folder.length + 1), path);
      if (from === undefined) continue;
      yield {
        ...placeIn(fn, fact.call.callee),
        message: say`Started from ${from}, as the image does it, this looks for ${NAME} there and not in ${path}/.`,
      };
    }
  },
});

const NAME = 'test_input.json';

/** The folder that the container starts the script from, where that is known to be another one than the script's. */
function startedFrom(docker: Docker, script: string, folder: string): string | undefined {
  const from = docker.lineage.flatMap(({ workdirs }) => workdirs.slice(-1))[0]?.value;
  if (from === undefined || !/^\/[^$]*$/.test(from)) return undefined;
  const words = [docker.entrypoint, docker.cmd].flatMap((command) => (command ? commandLine(command).words : []));
  const started = words.find(({ value }) => value === script || value.endsWith(`/${script}`))?.value;
  if (started === undefined) return undefined;
  const path = started.startsWith('/') ? started : `${from.replace(/\/$/, '')}/${started.replace(/^\.\//, '')}`;
  if (dirname(path) === from.replace(/\/$/, '')) return undefined;
  // The file may be copied to where it is looked for.
  const sources = docker.lineage.flatMap(({ copies }) => copies.flatMap((copy) => copy.sources));
  const copied = sources.some(
    ({ value }) => value.endsWith(NAME) || /[*?$]/.test(value) || value.replace(/^\.\/|\/\.?$/g, '') === folder,
  );
  return copied ? undefined : from;
}
