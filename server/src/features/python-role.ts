// What a place in Python is to the SDK: a key of the dictionary for start, of a schema for the validator, a method of its
// logger, a key of the job. Anything else has no role, and is left to other tools.

import { OLD_VALIDATOR, VALIDATORS } from '../knowledge/job';
import { LOGGER_CLASSES } from '../knowledge/sdk';
import { START_PATHS } from '../model/python/starts';
import type { Frame } from '../syntax/python-frames';
import type { Scope } from '../syntax/python-lines';
import type { PythonPlace } from '../syntax/python-outline';
import { type Given, isArgument, isHandedOver, type Surroundings, sdkPath } from './python-names';

export type Role =
  | { readonly kind: `${DictRole}-key`; readonly dict: Frame }
  | { readonly kind: `${DictRole}-value`; readonly dict: Frame; readonly key: string }
  | { readonly kind: 'logger-method' }
  /** `isSure`: a missing key is an error there. */
  | { readonly kind: 'job-key'; readonly isSure: boolean };

/** `config`: what start is given; `field`: what a schema says of one key of the input. */
type DictRole = 'config' | 'schema' | 'field';

const CONFIG: Given = { paths: START_PATHS, name: 'config', index: 0 };
const SCHEMA: Given = {
  paths: new Set([...VALIDATORS].filter((path) => path !== OLD_VALIDATOR)),
  name: 'schema',
  index: 1,
};

export function roleOf(around: Surroundings, place: PythonPlace): Role | undefined {
  const { object, frame, position, scope, offset } = place;
  if (object !== undefined) {
    const path = sdkPath(around, object, scope, offset);
    return path?.endsWith('()') && LOGGER_CLASSES.has(path.slice(0, -2)) ? { kind: 'logger-method' } : undefined;
  }
  if (frame === undefined || position === undefined) return undefined;
  switch (position.kind) {
    case 'key':
    case 'value': {
      const of = dictRole(around, frame);
      if (of === undefined) return undefined;
      return position.kind === 'key'
        ? { kind: `${of}-key`, dict: frame }
        : { kind: `${of}-value`, dict: frame, key: position.key };
    }
    case 'index':
      return isJob(around, frame.callee, scope) ? { kind: 'job-key', isSure: true } : undefined;
    case 'argument': {
      const isGet = position.index === 0 && frame.callee?.endsWith('.get');
      return isGet && isJob(around, frame.callee?.slice(0, -'.get'.length), scope)
        ? { kind: 'job-key', isSure: false }
        : undefined;
    }
    case 'assigned':
      return undefined;
  }
}

export function dictRole(around: Surroundings, { bracket, position, outer }: Frame): DictRole | undefined {
  if (bracket !== '{' || position === undefined) return undefined;
  const isGiven = (given: Given): boolean => {
    if (position.kind === 'assigned') return isHandedOver(around, position.target, position.scope, given);
    if (position.kind !== 'argument' || outer?.callee === undefined || !isArgument(position, given)) return false;
    return given.paths.has(sdkPath(around, outer.callee, outer.scope, outer.start) ?? '');
  };
  if (position.kind === 'value') {
    const isField = outer?.position?.kind !== 'value' && outer !== undefined && dictRole(around, outer) === 'schema';
    return isField ? 'field' : undefined;
  }
  return isGiven(CONFIG) ? 'config' : isGiven(SCHEMA) ? 'schema' : undefined;
}

/** The name of the job in the handler around a place. */
export function jobName(around: Surroundings, scope: Scope): string | undefined {
  for (let here: Scope | undefined = scope; here; here = here.outer) {
    const name = here.kind === 'function' ? here.parameters[here.outer?.kind === 'class' ? 1 : 0]?.name : undefined;
    if (name !== undefined && /^[^\W\d]\w*$/.test(name) && isHandler(around, here)) return name;
  }
  return undefined;
}

function isJob(around: Surroundings, name: string | undefined, scope: Scope): boolean {
  if (name === undefined || jobName(around, scope) !== name) return false;
  return !around.outline.bindings.some((binding) => binding.name === name && binding.scope === scope);
}

function isHandler(around: Surroundings, { name }: Scope): boolean {
  const { outline, worker, uri } = around;
  const isGiven = outline.dicts.some(
    (dict) => dict.keys.get('handler') === name && dictRole(around, dict) === 'config',
  );
  if (isGiven) return true;
  const { handlers } = worker?.inputs ?? {};
  // While its text is broken the function may be none to the parser, and is still given to start by its name.
  if (handlers !== undefined) {
    return (
      handlers.functions.some(({ fn }) => fn.module.uri === uri && fn.facts.name === name) ||
      handlers.uses.some(({ value }) => value.kind === 'name' && value.id === name)
    );
  }
  // Nothing is started yet.
  const importsSdk = outline.bindings.some(({ value }) => value?.kind === 'import' && /^runpod\b/.test(value.path));
  return name === 'handler' && importsSdk;
}
