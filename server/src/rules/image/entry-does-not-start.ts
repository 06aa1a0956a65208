// A container that runs Python files of the worker, none of which comes to `start()`, though another file would. Files that
// forget the call themselves are start-not-called's business.

import { say } from '../../base/message';
import { relativeTo } from '../../base/uri';
import { WITHOUT_HANDLER } from '../../model/kind';
import { placeIn } from '../../model/python';
import { hasSeveralDockerfiles, reachOf, startedFiles } from '../../model/started-files';
import { findStarts } from '../../model/starts';
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
    const last = started.at(-1);
    const starts = findStarts(python);
    if (last === undefined || starts.length === 0 || !image.launchesWhole || hasSeveralDockerfiles(files)) return;
    if (image.launches.some(({ program }) => program.kind === 'server')) return;
    for (const { uri } of started) {
      const reach = reachOf(python, uri);
      if (reach === 'starts' || reach === 'unknown') return;
      // The file itself is told of it.
      if (reach === 'waits' && python.entries.includes(uri)) return;
    }
    const file = relativeTo(files.root, last.uri) ?? last.uri;
    const starting = relativeTo(files.root, starts[0]?.fn.module.uri ?? '') ?? '';
    yield {
      uri: last.launch.uri,
      span: last.launch.span,
      message: say`The container runs ${file}, which never reaches runpod.serverless.start(): that is called in ${starting}, which nothing starts.`,
      related: [
        ...commandNotes(last.launch),
        ...starts.map(({ fn, fact }) => ({
          ...placeIn(fn, fact.call.callee),
          message: say`start() that the container never comes to`,
        })),
      ],
    };
  },
});
