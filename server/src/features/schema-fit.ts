// Which of the keys that a schema allows fit what an object in hub.json or tests.json says already, and which are wanted
// first. A schema alone offers GPU fields to a CPU worker.

import type { JsonFile, JsonObject } from '../facts/json';
import { HUB, TESTS } from '../knowledge/hub';
import { type Field, fieldOf, type Shape } from '../knowledge/shape';
import { COMPLIANCE, TEST_INPUT } from '../knowledge/worker-files';
import { machineOf } from '../model/hub/hub';
import { isArray, isObject, member, stringOf } from '../model/json';
import type { JsonPlace } from '../syntax/json-place';
import type { JsonKind } from './json-kind';

const SHAPES: Readonly<Record<JsonKind, Shape>> = {
  hub: HUB,
  tests: TESTS,
  testInput: TEST_INPUT,
  config: COMPLIANCE,
};

export interface Fit {
  readonly isWanted: boolean;
  readonly isRequired: boolean;
  /** By this, those that are wanted alike are in the order of the documentation. */
  readonly order: number;
}

const UNKNOWN: Fit = { isWanted: true, isRequired: false, order: 999 };

/** Whether an object with known fields belongs at a place. */
export function isObjectAt(kind: JsonKind, { path }: JsonPlace): boolean {
  let shape: Shape | undefined = SHAPES[kind];
  for (const part of path) shape = shape && inner(shape, part);
  return shape?.fields !== undefined;
}

function inner(shape: Shape, part: string | number): Shape | undefined {
  return typeof part === 'number' ? shape.items : fieldOf(shape, part);
}

/** Says of each key how it fits into the object at the place. */
export function keyFits(kind: JsonKind, file: JsonFile, place: JsonPlace): (key: string) => Fit {
  let shape: Shape | undefined = SHAPES[kind];
  let value = file.root;
  for (const part of place.path.slice(0, -1)) {
    shape = shape && inner(shape, part);
    value = typeof part === 'number' ? (isArray(value) ? value.items[part] : undefined) : member(value, part)?.value;
  }
  const fields = shape?.fields;
  if (fields === undefined) return () => UNKNOWN;
  const object = isObject(value) ? value : undefined;
  const machine = machineIn(kind, file, object);
  return (key) => {
    const order = fields.findIndex((field) => field.key === key);
    const field = fields[order];
    if (field === undefined) return UNKNOWN;
    return {
      isWanted: fitsMachine(field, machine) && fitsType(key, object) && fitsChoice(shape, key, object),
      isRequired: field.required === 'always' || (field.required !== undefined && field.required === machine),
      order,
    };
  };
}

/** In tests.json a GPU or a CPU flavor that is named decides. */
function machineIn(kind: JsonKind, file: JsonFile, object: JsonObject | undefined): 'gpu' | 'cpu' | undefined {
  if (kind === 'hub') {
    const machine = machineOf(file);
    return machine && (machine === 'GPU' ? 'gpu' : 'cpu');
  }
  if (member(object, 'cpuFlavor') !== undefined) return 'cpu';
  return member(object, 'gpuTypeId') !== undefined ? 'gpu' : undefined;
}

const GPU_FIELDS: ReadonlySet<string> = new Set(['gpuIds', 'gpuTypeId', 'gpuCount', 'allowedCudaVersions']);

function fitsMachine({ key }: Field, machine: 'gpu' | 'cpu' | undefined): boolean {
  if (machine === 'cpu') return !GPU_FIELDS.has(key);
  return machine !== 'gpu' || key !== 'cpuFlavor';
}

/** Fields of a form that only one type of field has. */
const FIELD_TYPES: Readonly<Record<string, string>> = {
  options: 'string',
  min: 'number',
  max: 'number',
  trueValue: 'boolean',
  falseValue: 'boolean',
};

function fitsType(key: string, object: JsonObject | undefined): boolean {
  const type = stringOf(member(object, 'type')?.value);
  const needed = Object.hasOwn(FIELD_TYPES, key) ? FIELD_TYPES[key] : undefined;
  return type === undefined || needed === undefined || type === needed;
}

/** Of keys that exclude each other the first that is there stays alone. */
function fitsChoice(shape: Shape | undefined, key: string, object: JsonObject | undefined): boolean {
  const choice = shape?.exactlyOne;
  if (!choice?.includes(key)) return true;
  return choice.every((other) => other === key || member(object, other) === undefined);
}
