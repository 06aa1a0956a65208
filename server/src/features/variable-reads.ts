// The variables that a worker's code reads, by name, and what is said about them in completions and hovers.

import { relativeTo } from '../base/uri';
import type { EnvironmentRead } from '../model/environment/environment';
import type { Worker } from '../model/worker';
import { code, type PlaceNote, type Prose } from './answers';

const MOST_READS_SHOWN = 8;

/** In the order in which the code reads them. */
export function variablesRead(worker: Worker): ReadonlyMap<string, readonly EnvironmentRead[]> {
  const byName = new Map<string, EnvironmentRead[]>();
  for (const read of worker.inputs.environment?.reads ?? []) {
    const list = byName.get(read.name) ?? [];
    byName.set(read.name, list);
    list.push(read);
  }
  return byName;
}

export function aboutVariable(worker: Worker, reads: readonly EnvironmentRead[]): Prose {
  const notes = reads.slice(0, MOST_READS_SHOWN).map((read): PlaceNote => {
    const path = relativeTo(worker.root, read.uri) ?? read.uri;
    return { place: read, note: `Read in ${code(path)}${withoutIt(read)}` };
  });
  const rest = reads.length - notes.length;
  return [notes, ...(rest > 0 ? [`And ${rest} more.`] : [])];
}

function withoutIt({ fallback, required }: EnvironmentRead): string {
  if (fallback?.known) return `, else ${code(JSON.stringify(fallback.value))}`;
  if (fallback !== undefined) return ', with a fallback';
  return required ? ', which fails without it' : '';
}
