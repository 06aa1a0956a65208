// What a worker's files add to a hover in its JSON files: the GPUs of a pool, where the code reads a variable. What a field
// means comes from the schemas.

import { type Message, say } from '../base/message';
import type { Span } from '../base/span';
import { relativeTo } from '../base/uri';
import type { JsonFile, JsonValue } from '../facts/json';
import { type EnvEntry, envEntries } from '../model/hub/hub';
import { isArray, isObject, valueAt } from '../model/json';
import type { Worker } from '../model/worker';
import { code, codes, type Hover, type Prose } from './answers';
import { gpuIdsHover } from './gpu-completion';
import type { JsonKind } from './json-kind';
import { aboutVariable, variablesRead } from './variable-reads';
import { type Sources, variableAt } from './variables';

export interface HoverAsked {
  readonly kind: JsonKind;
  readonly file: JsonFile;
  readonly offset: number;
  readonly worker: Worker | undefined;
  readonly sources: Sources;
}

export function workerHover({ kind, file, offset, worker, sources }: HoverAsked): Hover | undefined {
  if (kind !== 'hub' && kind !== 'tests') return undefined;
  const gpus = kind === 'hub' ? valueAt(file.root, 'config', 'gpuIds') : undefined;
  if (gpus?.kind === 'string' && isOn(gpus.span, offset)) return gpuIdsHover(file.source.text, gpus, offset);
  if (worker === undefined) return undefined;
  const variable = variableAt(worker, sources, file.source.uri, offset);
  if (variable === undefined) return undefined;
  return {
    span: variable.span,
    about: variableProse(worker, variable.name, kind === 'tests' || !isOffer(file, offset)),
  };
}

function isOn({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

function isOffer(file: JsonFile, offset: number): boolean {
  return envEntries(file).some(({ key }) => key !== undefined && isOn(key.span, offset));
}

/** Where the code reads it, and what the form says of it where the form itself is not in view. */
export function variableProse(worker: Worker, name: string, withField: boolean): Prose {
  const { hubFile, environment } = worker.inputs;
  const entry = hubFile && envEntries(hubFile).find(({ key }) => key?.value === name);
  const reads = variablesRead(worker).get(name);
  const parts: Prose[number][] = [say`Variable ${code(name)}`];
  if (withField && entry !== undefined && hubFile !== undefined) {
    const path = relativeTo(worker.root, hubFile.source.uri) ?? hubFile.source.uri;
    parts.push([
      {
        place: { uri: hubFile.source.uri, span: entry.key?.span ?? entry.object.span },
        note: say`In ${code(path)}: ${fieldNote(entry)}`,
      },
    ]);
  }
  if (reads !== undefined) parts.push(...aboutVariable(worker, reads));
  else if (environment?.whole === true)
    parts.push(say`No file of the worker reads it. The base image or a library may.`);
  return parts;
}

function fieldNote({ type, default: given, value, options }: EnvEntry): Message {
  if (value !== undefined) return say`set to ${shown(value.value)}`;
  const kind = type === undefined ? say`offered` : say`offered as ${code(type)}`;
  const field = options === undefined ? kind : say`${kind}, one of ${codes(options)}`;
  return given === undefined ? field : say`${field}, default ${shown(given.value)}`;
}

function shown(value: JsonValue | undefined): string {
  if (isObject(value)) return code('{…}');
  if (isArray(value)) return code('[…]');
  return code(value === undefined ? '…' : JSON.stringify(value.value));
}
