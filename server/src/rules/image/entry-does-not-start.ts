// A container that runs Python files of the worker, none of which comes to `start()`, though another file would; or a module
// of the SDK, as if that looked for a handler. Files that forget the call themselves are start-not-called's business.

import { type Message, say } from '../../base/message';
import { relativeTo } from '../../base/uri';
import type { Files } from '../../model/files';
import type { Image, Launch } from '../../model/image/image';
import { isSdkModule } from '../../model/image/launch';
import { hasSeveralDockerfiles, reachOf, type StartedFile, startedFiles } from '../../model/image/started-files';
import { WITHOUT_HANDLER } from '../../model/kind';
import { placeIn } from '../../model/python/python';
import { findStarts } from '../../model/python/starts';
import { rule } from '../rule';
import { commandNotes } from './command-steps';

export const entryDoesNotStart = rule({
  meta: {
    id: 'entry-does-not-start',
    area: 'image',
    severity: 'error',
    notFor: new Set([...WITHOUT_HANDLER, 'dual-mode', 'unknown']),
    since: '0.2.0',
    summary: 'The container runs a Python file that never reaches runpod.serverless.start(), while another file would.',
    why: 'The container ends, or waits for something else, without taking a job: jobs stay IN_QUEUE while workers start and exit.',
    good: 'What the container runs comes to runpod.serverless.start().',
    sources: [
      'https://docs.runpod.io/serverless/workers/create-dockerfile',
      'https://docs.runpod.io/serverless/workers/handler-functions',
    ],
  },
  reads: ['python!', 'image', 'files'],
  *check({ python, image, files }) {
    const started = startedFiles(image);
    const starts = findStarts(python);
    if (starts.length === 0 || !image.launchesWhole || hasSeveralDockerfiles(files)) return;
    if (image.launches.some(({ program }) => program.kind === 'server')) return;
    for (const { uri } of started) {
      const reach = reachOf(python, uri);
      if (reach === 'starts' || reach === 'unknown') return;
      // The file itself is told of it.
      if (reach === 'waits' && python.entries.includes(uri)) return;
    }
    const starting = relativeTo(files.root, starts[0]?.fn.module.uri ?? '') ?? '';
    const run = ofSdk(image, files, starting) ?? ofWorker(started, files, starting);
    if (run === undefined) return;
    const { launch, message } = run;
    yield {
      uri: launch.uri,
      span: launch.span,
      message,
      related: [
        ...commandNotes(launch),
        ...starts.map(({ fn, fact }) => ({
          ...placeIn(fn, fact.call.callee),
          message: say`start() that the container never comes to`,
        })),
      ],
    };
  },
});

interface Run {
  readonly launch: Launch;
  readonly message: Message;
}

function ofWorker(started: readonly StartedFile[], { root }: Files, starting: string): Run | undefined {
  const last = started.at(-1);
  if (last === undefined) return undefined;
  const file = relativeTo(root, last.uri) ?? last.uri;
  return {
    launch: last.launch,
    message: say`The container runs ${file}, which never reaches runpod.serverless.start(): that is called in ${starting}, which nothing starts.`,
  };
}

/** `python -m runpod.serverless.start`, where the worker has no folder or file of that name itself. */
function ofSdk({ launches }: Image, { root, uris }: Files, starting: string): Run | undefined {
  const launch = launches.find(({ program }) => isSdkModule(program));
  if (launch?.program.kind !== 'python-module') return undefined;
  if (uris.some((uri) => /(?:^|\/)runpod(?:\.py$|\/)/.test(relativeTo(root, uri) ?? uri))) return undefined;
  return {
    launch,
    message: say`${launch.program.name} is no program that starts a worker: runpod.serverless.start() is called in ${starting}, which nothing starts.`,
  };
}
