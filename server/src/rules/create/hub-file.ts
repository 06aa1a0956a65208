// A first hub.json for a worker, made of its own files. What cannot be told gets a value to start from, and is named in
// the title of the fix.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { type Json, renderNewFile } from '../../edits/json';
import { HUB } from '../../knowledge/hub';
import { fieldAt } from '../../knowledge/shape';
import {
  categoryFor,
  descriptionOf,
  labelOf,
  type OfferedVariable,
  titleOf,
  variablesToOffer,
} from '../../model/hub/listing';
import { hostCudaVersions, needsGpu, poolsFor } from '../../model/hub/machine';
import type { Handlers } from '../../model/python/handler';
import type { Inputs } from '../../model/worker';

/** What a listing is made of. */
export type ListingFacts = Pick<Inputs, 'files'> & {
  readonly [K in 'python' | 'docker' | 'packages' | 'environment' | 'documents']?: Inputs[K] | undefined;
} & { readonly handlers?: Handlers | undefined };

export const HUB_PATH = '.runpod/hub.json';

export function createHubFix(facts: ListingFacts): Fix {
  return {
    title: say`Create .runpod/hub.json from what the worker says: check the category and the GPUs`,
    safe: false,
    edits: [
      { uri: `${facts.files.root}/${HUB_PATH}`, span: { start: 0, end: 0 }, text: renderNewFile(hubFile(facts)) },
    ],
  };
}

export function hubFile(facts: ListingFacts): Json {
  const { files, documents, environment, handlers } = facts;
  const title = titleOf(files.root, documents);
  const description = descriptionOf(title, documents);
  const env = variablesToOffer(environment).map(envEntry);
  return {
    title,
    description,
    type: 'serverless',
    category: categoryFor(`${title} ${description}`) ?? String(fieldAt(HUB, 'category')?.initial),
    config: {
      ...machineFor(facts),
      ...(handlers === undefined && { endpointType: 'LB' }),
      ...(env.length > 0 && { env }),
    },
  };
}

/** Disk for an image with a model in it, or for one that is loaded when the worker starts. */
const DISK_FOR_MODELS = 50;

/** The fields of `config` that choose a machine. */
export function machineFor(facts: ListingFacts): { readonly [key: string]: Json } {
  if (!needsGpu(facts)) {
    const config = (key: string): Json => fieldAt(HUB, 'config', key)?.initial ?? null;
    return { runsOn: 'CPU', containerDiskInGb: config('containerDiskInGb'), cpuFlavor: config('cpuFlavor') };
  }
  const cuda = hostCudaVersions(facts);
  return {
    runsOn: 'GPU',
    containerDiskInGb: DISK_FOR_MODELS,
    gpuCount: 1,
    gpuIds: poolsFor(facts).join(','),
    ...(cuda && { allowedCudaVersions: cuda }),
  };
}

/** The form field for a variable. */
export function envEntry({ name, type, default: initial, required, words }: OfferedVariable): Json {
  return {
    key: name,
    input: {
      name: labelOf(name),
      type,
      ...(initial !== undefined && { default: initial }),
      ...(required && { required }),
      ...words,
    },
  };
}
