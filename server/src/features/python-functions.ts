// Functions that a module has, or imports, as values for the dictionary of start: those that can be called as it calls them.

import type { Binding, Fn, Python } from '../model/python/python';
import { lookup } from '../model/python/resolve';
import type { Surroundings } from './python-names';

export interface Candidate {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly isOptional: boolean }[];
  readonly isAsync: boolean;
  /** It yields. Undefined where that is not known. */
  readonly isGenerator: boolean | undefined;
}

/** Functions that can be called with a job, the likely ones first. */
export function asHandlers(functions: readonly Candidate[]): readonly Candidate[] {
  return likelyFirst(likelyFirst(functions, isLikelyHandler), ({ name }) => isNamedHandler(name));
}

/** Named like a handler, or given something that is named like a job. */
export function isLikelyHandler({ name, parameters }: Candidate): boolean {
  return isNamedHandler(name) || /^(?:job|event|request)$/.test(parameters[0]?.name ?? '');
}

function isNamedHandler(name: string): boolean {
  return /handle/i.test(name);
}

/** Those that can be given the current concurrency. */
export function asModifiers(functions: readonly Candidate[]): readonly Candidate[] {
  const plain = functions.filter(
    ({ name, isAsync, isGenerator }) => !isAsync && isGenerator !== true && !isNamedHandler(name),
  );
  return likelyFirst(plain, isLikelyModifier);
}

export function isLikelyModifier({ name }: Candidate): boolean {
  return /concurren|adjust|scale|modif/i.test(name);
}

function likelyFirst(
  functions: readonly Candidate[],
  isLikely: (candidate: Candidate) => boolean,
): readonly Candidate[] {
  const likely = functions.filter(isLikely);
  return [...likely, ...functions.filter((one) => !isLikely(one))].slice(0, MOST_OFFERED);
}

const MOST_OFFERED = 30;

function takesOne({ name, parameters }: Candidate): boolean {
  return !name.startsWith('__') && parameters.length > 0 && parameters.filter((one) => !one.isOptional).length <= 1;
}

/** Those that take one argument: by facts, and what these lack, since the text around the place does not parse. */
export function functionsAround({ outline, worker, module }: Surroundings): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  const part = module?.parts[0];
  for (const [name, bindings] of part ? part.module.scope : []) {
    const fn = part && functionOf(worker?.inputs.python, part, name, bindings.at(-1));
    if (fn) found.set(name, candidateOf(name, fn));
  }
  for (const { kind, name, outer, parameters, isAsync } of outline.scopes) {
    const isOfModule = kind === 'function' && outer?.kind === 'module';
    if (isOfModule && !found.has(name)) found.set(name, { name, parameters, isAsync, isGenerator: undefined });
  }
  return [...found.values()].filter(takesOne);
}

function functionOf(python: Python | undefined, part: Fn, name: string, binding: Binding | undefined): Fn | undefined {
  if (binding?.kind === 'function') return binding.fn;
  if (binding?.kind !== 'import' || binding.member === undefined) return undefined;
  const origin = lookup(python, part, name);
  return origin.kind === 'function' ? origin.fn : undefined;
}

function candidateOf(name: string, { facts }: Fn): Candidate {
  return {
    name,
    isAsync: facts.async,
    isGenerator: facts.generator,
    parameters: facts.parameters
      .filter(({ kind }) => kind !== 'slash' && kind !== 'bare-star')
      .map(({ name: parameter, kind, default: fallback }) => ({
        name: parameter,
        isOptional: kind !== 'plain' || fallback !== undefined,
      })),
  };
}
