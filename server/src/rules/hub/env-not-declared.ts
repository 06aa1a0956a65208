// Variables that the code reads, against those that whoever deploys from the Hub is offered.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { insertItem, insertProperty } from '../../edits/json';
import type { JsonFile } from '../../facts/json';
import { isCredential, isReadByOthers, isSetByOthers } from '../../knowledge/environment';
import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import type { Environment, EnvironmentRead } from '../../model/environment/environment';
import { envEntries } from '../../model/hub/hub';
import { variablesToOffer } from '../../model/hub/listing';
import type { Image } from '../../model/image/image';
import { isArray, isObject, member, placeOf, valueAt } from '../../model/json';
import { bounded } from '../bounded';
import { envEntry } from '../create/hub-file';
import { type Finding, rule } from '../rule';

export const envNotDeclared = rule({
  meta: {
    id: 'env-not-declared',
    area: 'hub',
    severity: 'info',
    since: '0.2.0',
    summary: 'The code reads a variable that hub.json does not offer, and has nothing to go on with instead.',
    why: 'Whoever deploys from the Hub is not asked for it, so the worker fails, or does less than it can.',
    good: 'hub.json offers every variable that the code cannot do without.',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['environment', 'hub!', 'image?'],
  check: ({ environment, hub, image }) => bounded(undeclared(environment, hub, image)),
});

function* undeclared(environment: Environment, hub: JsonFile, image: Image | undefined): Iterable<Finding> {
  const offered = new Set(envEntries(hub).flatMap(({ key }) => (key ? [key.value] : [])));
  const lower = new Set([...offered].map((name) => name.toLowerCase()));
  for (const reads of readsByName(environment, image).values()) {
    const read = reads.find(({ required }) => required) ?? reads.find(({ fallback }) => fallback === undefined);
    if (!read || !needsOffer(reads, environment)) continue;
    if (offered.has(read.name) || (read.anyCase && lower.has(read.name.toLowerCase()))) continue;
    const fix = offer(environment, hub, read.name);
    yield {
      uri: read.uri,
      span: read.span,
      message: read.required
        ? say`The worker fails without ${read.name}, and hub.json does not offer it.`
        : say`hub.json does not offer ${read.name}, which the code reads without a fallback.`,
      related: [{ ...placeOf(hub, listPlace(hub)), message: say`The variables that hub.json offers.` }],
      fixes: fix ? [fix] : [],
    };
  }
}

/** A script counts when the image starts it: of others nobody knows whether they run. */
function readsByName(
  { reads }: Environment,
  image: Image | undefined,
): ReadonlyMap<string, readonly EnvironmentRead[]> {
  const started = new Set(image?.launches.flatMap(({ steps }) => steps.map(({ uri }) => uri)));
  const byName = new Map<string, EnvironmentRead[]>();
  for (const read of reads) {
    if (read.from === 'shell' && !started.has(read.uri)) continue;
    const known = byName.get(read.name);
    if (known) known.push(read);
    else byName.set(read.name, [read]);
  }
  return byName;
}

/** One read that does without the variable says that it may be missing. */
function needsOffer(reads: readonly EnvironmentRead[], { set }: Environment): boolean {
  const name = reads[0]?.name ?? '';
  if (!/^[A-Za-z_]\w*$/.test(name) || set.has(name) || isSetByOthers(name)) return false;
  if (isReadByOthers(name) && !isCredential(name) && !reads.some(({ required }) => required)) return false;
  return reads.some(({ required }) => required) || reads.every(({ fallback }) => fallback === undefined);
}

function listPlace(hub: JsonFile): { readonly start: number; readonly end: number } {
  const config = member(hub.root, 'config');
  const env = member(config?.value, 'env');
  return (env ?? config)?.keySpan ?? { start: 0, end: 0 };
}

function offer(environment: Environment, hub: JsonFile, name: string): Fix | undefined {
  const config = valueAt(hub.root, 'config');
  const env = member(config, 'env')?.value;
  const variable = variablesToOffer(environment).find((one) => one.name === name);
  const entry = envEntry(variable ?? { name, type: 'string', default: undefined, required: false, words: undefined });
  const title = say`Offer ${name} in hub.json`;
  if (isArray(env)) return { title, safe: true, edits: insertItem(hub, env, entry) };
  if (env !== undefined || !isObject(config)) return undefined;
  return { title, safe: true, edits: insertProperty(hub, config, 'env', [entry]) };
}
