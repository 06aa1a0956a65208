// What a worker's own files suggest for its hub.json: words of the README, variables that the code reads, the machine that
// the image needs, keys and values of presets.

import { asIs, say } from '../base/message';
import type { JsonFile } from '../facts/json';
import { type EnvEntry, envEntries } from '../model/hub/hub';
import {
  categoryFor,
  descriptionOf,
  labelOf,
  type OfferedVariable,
  titleOf,
  variablesToOffer,
} from '../model/hub/listing';
import { hostCudaVersions, needsGpu, poolsFor } from '../model/hub/machine';
import { isObject, itemsOf, member, stringOf, valueAt } from '../model/json';
import type { Worker } from '../model/worker';
import type { JsonPlace } from '../syntax/json-place';
import { type Completion, code } from './answers';
import { type Asked, all, first, isAt, NOTHING, type Suggestions } from './asked';
import { gpuIdsCompletions } from './gpu-completion';
import { keyCompletion, scalarCompletion, valueCompletion, withPlaces } from './json-insert';
import { aboutVariable, variablesRead } from './variable-reads';

export function hubSuggestions(asked: Asked): Suggestions {
  const { file, place, offset, worker } = asked;
  if (isAt(place, 'config', 'gpuIds') && place.inString) {
    return { items: gpuIdsCompletions(file.source.text, place, offset), isAll: true };
  }
  if (isAt(place, 'config', 'presets', '*', 'defaults', '*')) {
    return place.isKey ? presetKeys(file, place) : presetValues(file, place);
  }
  if (place.isKey) return NOTHING;
  if (isAt(place, 'config', 'env', '*', 'input', 'default')) {
    const entry = envEntries(file).find(({ object: { span } }) => span.start <= offset && offset <= span.end);
    return all((entry === undefined ? [] : choicesOf(entry)).map((value) => scalarCompletion(place, value)));
  }
  return worker === undefined ? NOTHING : fromWorker(asked, worker);
}

function fromWorker({ file, place, offset }: Asked, worker: Worker): Suggestions {
  const { documents } = worker.inputs;
  if (isAt(place, 'title')) return all([scalarCompletion(place, titleOf(worker.root, documents))]);
  if (isAt(place, 'description')) {
    const title = stringOf(valueAt(file.root, 'title')) ?? titleOf(worker.root, documents);
    return all([scalarCompletion(place, descriptionOf(title, documents))]);
  }
  if (isAt(place, 'category')) return first(guessedCategory(file, worker).map((name) => scalarCompletion(place, name)));
  if (isAt(place, 'config', 'runsOn')) {
    return first([scalarCompletion(place, needsGpu(worker.inputs) ? 'GPU' : 'CPU')]);
  }
  if (isAt(place, 'config', 'gpuIds')) {
    return first([scalarCompletion(place, poolsFor(worker.inputs).join(','), { detail: say`the smallest that fit` })]);
  }
  if (isAt(place, 'config', 'allowedCudaVersions')) return first(cudaVersions(place, worker));
  if (isAt(place, 'config', 'allowedCudaVersions', '*')) {
    const isEmpty = itemsOf(valueAt(file.root, 'config', 'allowedCudaVersions')).length === 0;
    return isEmpty ? first(cudaVersions(place, worker)) : NOTHING;
  }
  if (isAt(place, 'config', 'env', '*', 'key')) {
    const items = missingVariables(file, worker, offset).map(({ name, required }) =>
      scalarCompletion(place, name, variableExtra(worker, name, required)),
    );
    return all(items);
  }
  if (isAt(place, 'config', 'env', '*') && !place.inString) {
    return first(missingVariables(file, worker, -1).map((variable) => newEntry(place, worker, variable)));
  }
  return NOTHING;
}

/** The one that the listing's own words, or else the README's, speak of. */
function guessedCategory(file: JsonFile, { root, inputs }: Worker): readonly string[] {
  const own = [valueAt(file.root, 'title'), valueAt(file.root, 'description')].map((value) => stringOf(value) ?? '');
  const title = titleOf(root, inputs.documents);
  const guess = categoryFor(own.join(' ')) ?? categoryFor(`${title} ${descriptionOf(title, inputs.documents)}`);
  return guess === undefined ? [] : [guess];
}

function cudaVersions(place: JsonPlace, worker: Worker): readonly Completion[] {
  const versions = hostCudaVersions(worker.inputs);
  if (versions === undefined) return [];
  const list = versions.map((version) => JSON.stringify(version)).join(', ');
  const text = place.path.at(-1) === 'allowedCudaVersions' ? `[${list}]` : list;
  const oldest = versions[0] ?? '';
  return [valueCompletion(place, say`${oldest} and newer`, text, { detail: say`what the image starts on` })];
}

/** Variables to offer that the file does not offer yet; the key at `offset` is only being written. */
function missingVariables(file: JsonFile, { inputs }: Worker, offset: number): readonly OfferedVariable[] {
  const offered = new Set<string>();
  for (const { key } of envEntries(file)) {
    if (key !== undefined && !(key.span.start <= offset && offset <= key.span.end)) offered.add(key.value);
  }
  return variablesToOffer(inputs.environment).filter(({ name }) => !offered.has(name));
}

function newEntry(place: JsonPlace, worker: Worker, variable: OfferedVariable): Completion {
  const { name, type, required, words } = variable;
  const input = {
    name: labelOf(name),
    type,
    description: 'What it changes.',
    ...(variable.default === undefined ? {} : { default: variable.default }),
    ...(required ? { required } : {}),
    ...words,
  };
  const text = withPlaces({ key: name, input }, ['key', 'type', 'required', 'trueValue', 'falseValue']);
  return valueCompletion(place, name, text, variableExtra(worker, name, required));
}

function variableExtra(worker: Worker, name: string, required: boolean): Pick<Completion, 'detail' | 'about'> {
  const reads = variablesRead(worker).get(name);
  const detail = required ? say`the code needs it` : say`the code reads it`;
  return { detail, about: reads && aboutVariable(worker, reads) };
}

function presetKeys(file: JsonFile, place: JsonPlace): Suggestions {
  const [, , index] = place.path;
  const preset = typeof index === 'number' ? itemsOf(valueAt(file.root, 'config', 'presets'))[index] : undefined;
  const defaults = member(preset, 'defaults')?.value;
  const present = new Set(isObject(defaults) ? defaults.properties.map(({ key }) => key) : []);
  if (place.text !== undefined) present.delete(place.text);
  const items = envEntries(file).flatMap((entry) => {
    if (entry.key === undefined || present.has(entry.key.value)) return [];
    const [choice] = choicesOf(entry);
    const label = stringOf(member(entry.input?.value, 'name')?.value);
    return keyCompletion(place, entry.key.value, choice === undefined ? '"$1"' : withPlaces(choice), {
      detail: entry.type === undefined ? undefined : asIs(entry.type),
      about: label === undefined ? undefined : [say`Field ${code(label)} of the form.`],
    });
  });
  return { items, isAll: true };
}

function presetValues(file: JsonFile, place: JsonPlace): Suggestions {
  const entry = envEntries(file).find(({ key }) => key?.value === place.path.at(-1));
  return all((entry === undefined ? [] : choicesOf(entry)).map((value) => scalarCompletion(place, value)));
}

/** Values that fit a variable, the likeliest first. */
export function choicesOf({ type, options, default: given, value }: EnvEntry): readonly (string | number | boolean)[] {
  if (options !== undefined) return options;
  if (type === 'boolean') return [true, false];
  const written = given?.value ?? value?.value;
  if (type === 'number') return [written?.kind === 'number' ? written.value : 1];
  return written?.kind === 'string' || written?.kind === 'number' ? [written.value] : [];
}
