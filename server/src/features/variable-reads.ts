// The variables that a worker's code reads, by name, and what is said about them in completions and hovers.

import { type Message, say } from '../base/message';
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
    return { place: read, note: readNote(code(relativeTo(worker.root, read.uri) ?? read.uri), read) };
  });
  const rest = reads.length - notes.length;
  return [notes, ...(rest > 0 ? [say`And ${rest} more.`] : [])];
}

function readNote(path: string, { fallback, required }: EnvironmentRead): Message {
  if (fallback?.known) return say`Read in ${path}, else ${code(JSON.stringify(fallback.value))}`;
  if (fallback !== undefined) return say`Read in ${path}, with a fallback`;
  return required ? say`Read in ${path}, which fails without it` : say`Read in ${path}`;
}
