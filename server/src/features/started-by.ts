// What starts the worker: which of the programs that the container runs comes to a call of `runpod.serverless.start`, or the
// finding that says why none does. Told from the image and the report; silent where the text does not tell.

import type { Place } from '../base/span';
import { basename, type Uri } from '../base/uri';
import type { Report, Reported } from '../engine/report';
import type { Launch } from '../model/image/image';
import { reachOf, startedFiles } from '../model/image/started-files';
import { findStarts } from '../model/python/starts';
import type { Inputs, Worker } from '../model/worker';

export type StartedBy =
  | {
      readonly kind: 'launch';
      /** `CMD` or `ENTRYPOINT` of the Dockerfile, or the script's name. */
      readonly by: string;
      /** As it is written, in one line. */
      readonly command: string;
      /** The word that names the file. */
      readonly place: Place;
    }
  | { readonly kind: 'never'; readonly finding: Reported & { readonly rule: NeverStarted } }
  | { readonly kind: 'unknown' };

/** Rules about an image that does not come to `start()`. */
const NEVER_STARTED = ['entry-does-not-start', 'entry-missing', 'command-missing'] as const;

export type NeverStarted = (typeof NEVER_STARTED)[number];

/** `uri`: of a file that calls `start()`. */
export function startedBy(report: Report, { inputs }: Worker, uri: Uri): StartedBy {
  const launch = launchOf(inputs, uri);
  if (launch !== undefined) {
    return { kind: 'launch', by: starterOf(launch, inputs), command: commandOf(launch), place: placeOf(launch) };
  }
  for (const { meta, findings } of report.outcomes) {
    const rule = NEVER_STARTED.find((id) => id === meta.id);
    const [finding] = findings;
    if (rule !== undefined && finding !== undefined) return { kind: 'never', finding: { ...finding, rule } };
  }
  return { kind: 'unknown' };
}

/** Of several the first that runs whatever happens. */
function launchOf({ image, python }: Partial<Inputs>, uri: Uri): Launch | undefined {
  if (image === undefined || python === undefined) return undefined;
  const calling = new Set(findStarts(python).map(({ fn }) => fn.module.uri));
  const isOnly = calling.size === 1 && calling.has(uri);
  const launches = startedFiles(image)
    .filter((started) => started.uri === uri || (isOnly && reachOf(python, started.uri) === 'starts'))
    .map(({ launch }) => launch);
  return launches.find(({ conditional }) => !conditional) ?? launches[0];
}

function starterOf({ uri, span }: Launch, { docker }: Partial<Inputs>): string {
  if (uri !== docker?.source.uri) return basename(uri);
  const { entrypoint } = docker;
  return entrypoint && entrypoint.span.start <= span.start && span.end <= entrypoint.span.end ? 'ENTRYPOINT' : 'CMD';
}

function commandOf({ words }: Launch): string {
  return words.map(({ word }) => word.text.replaceAll('\uFFFC', '…')).join(' ');
}

function placeOf({ uri, span }: Launch): Place {
  return { uri, span };
}
