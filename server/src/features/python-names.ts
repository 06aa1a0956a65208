// What names stand for around a place in Python, as far as completion and hover need it: things of the SDK. The text around
// the place comes first, since it may not parse while it is written; what lies farther off is asked of the worker's facts.
// What a thing is good for is not said here.

import type { Uri } from '../base/uri';
import type { CallFact } from '../facts/python';
import { argument } from '../facts/python-names';
import { callsNamed, type Fn, type Module, type Origin, type Python } from '../model/python/python';
import { attributeOf, lookup, resolve } from '../model/python/resolve';
import type { Worker } from '../model/worker';
import type { Scope } from '../syntax/python-lines';
import { outlinePython, type PythonOutline } from '../syntax/python-outline';
import type { Expression } from '../syntax/python-tree';

/** What is known around a place. */
export interface Surroundings {
  readonly uri: Uri;
  readonly outline: PythonOutline;
  readonly worker: Worker | undefined;
  /** The file's facts, where it is one of the worker's modules. */
  readonly module: Module | undefined;
}

/** How much of the text before the place is read, and how much where one statement is longer than that. */
const LOOK_BACK = 20_000;
const MOST_BACK = 100_000;

/** Undefined where it would take too long to tell. */
export function surroundingsOf(
  uri: Uri,
  text: string,
  offset: number,
  worker: Worker | undefined,
): Surroundings | undefined {
  const known = worker?.inputs.python?.byUri.get(uri);
  const module = known?.facts.source.text === text ? known : undefined;
  const from = offset <= LOOK_BACK ? 0 : startBefore(module, offset);
  if (offset - from > MOST_BACK) return undefined;
  return { uri, outline: outlinePython(text, offset, from), worker, module };
}

/** A statement's start from which on the text can be read. Those of broken ones may lie anywhere. */
function startBefore(module: Module | undefined, offset: number): number {
  const starts = (module?.facts.statements ?? []).filter(({ broken, base }) => !broken && base <= offset);
  return starts.find(({ base }) => base >= offset - LOOK_BACK)?.base ?? starts.at(-1)?.base ?? 0;
}

const DEEPEST = 8;

/** The path of a thing of the SDK, such as `runpod.serverless.start`; with `()` behind what is called. */
export function sdkPath(around: Surroundings, chain: string, scope: Scope, at: number, depth = 0): string | undefined {
  if (depth > DEEPEST) return undefined;
  for (
    let end = chain.length;
    end > 0;
    end = Math.max(chain.lastIndexOf('.', end - 1), chain.lastIndexOf('(', end - 1))
  ) {
    const found = bindingOf(around.outline, chain.slice(0, end), scope, at);
    if (found === undefined) continue;
    if (found === 'hidden') return undefined;
    const path = found.value.path + chain.slice(end);
    if (found.value.kind === 'chain') return sdkPath(around, path, found.scope, found.start, depth + 1);
    return /^runpod\b/.test(path) ? path : pathByFacts(around, chain);
  }
  return pathByFacts(around, chain);
}

type Binding = PythonOutline['bindings'][number];
type Told = Binding & { readonly value: NonNullable<Binding['value']> };

/** `hidden`: the name stands for something else. */
function bindingOf(outline: PythonOutline, name: string, scope: Scope, at: number): Told | 'hidden' | undefined {
  if (name.includes('.')) {
    const cls = classAround(scope);
    return (
      cls &&
      pick(
        outline.bindings.filter((one) => one.name === name && classAround(one.scope) === cls),
        at,
      )
    );
  }
  for (let here: Scope | undefined = scope; here; here = here.outer) {
    // A class's names are not seen from its methods.
    if (here.kind === 'class' && here !== scope) continue;
    const own = here;
    const found = pick(
      outline.bindings.filter((one) => one.scope === own && one.name === name),
      at,
    );
    if (found) return found;
    if (here.parameters.some((parameter) => parameter.name === name)) return 'hidden';
  }
  return undefined;
}

/** The last one before the place, else the first one behind it. One that cannot be told yields to one that can. */
function pick(bindings: readonly Binding[], at: number): Told | 'hidden' | undefined {
  if (bindings.length === 0) return undefined;
  const told = bindings.filter((one): one is Told => one.value !== undefined);
  return told.findLast(({ start }) => start < at) ?? told[0] ?? 'hidden';
}

function classAround(scope: Scope): Scope | undefined {
  for (let here: Scope | undefined = scope; here; here = here.outer) if (here.kind === 'class') return here;
  return undefined;
}

/** Names of the module alone: what a function knows lies near the place. */
function pathByFacts({ worker, module }: Surroundings, chain: string): string | undefined {
  const python = worker?.inputs.python;
  const part = module?.parts[0];
  if (python === undefined || part === undefined) return undefined;
  let origin: Origin | undefined;
  for (const piece of chain.split('.')) {
    const isCalled = piece.endsWith('()');
    const name = isCalled ? piece.slice(0, -2) : piece;
    origin = origin ? attributeOf(python, origin, name) : lookup(python, part, name);
    if (!isCalled) continue;
    const path = pathOfOrigin(origin);
    if (path === undefined) return undefined;
    origin = { kind: 'external', path: `${path}()` };
  }
  const path = pathOfOrigin(origin);
  return path !== undefined && /^runpod\b/.test(path) ? path : undefined;
}

function pathOfOrigin(origin: Origin | undefined): string | undefined {
  if (origin?.kind === 'external') return origin.path;
  return origin?.kind === 'external-result' ? `${origin.path}()` : undefined;
}

/** An argument of a call: by name or by place. */
export interface Given {
  readonly paths: ReadonlySet<string>;
  readonly name: string;
  readonly index: number;
}

/** Whether what is assigned to a name is handed over so. */
export function isHandedOver(around: Surroundings, target: string, scope: Scope, given: Given): boolean {
  const { outline } = around;
  const nearby = outline.uses.some(
    (use) =>
      use.value === target &&
      isArgument(use, given) &&
      isWithin(use.scope, scope) &&
      given.paths.has(sdkPath(around, use.callee, use.scope, Number.MAX_SAFE_INTEGER) ?? ''),
  );
  return nearby || (scope.kind === 'module' && namesHandedOver(around, given).has(target));
}

export function isArgument(use: { readonly index: number; readonly name: string | undefined }, given: Given): boolean {
  return use.name === undefined ? use.index === given.index : use.name === given.name;
}

function isWithin(scope: Scope, outer: Scope): boolean {
  for (let here: Scope | undefined = scope; here; here = here.outer) if (here === outer) return true;
  return false;
}

/** Names of this module whose values any module of the worker hands over so. */
function namesHandedOver({ worker, module, uri }: Surroundings, { paths, name, index }: Given): ReadonlySet<string> {
  const python = worker?.inputs.python;
  const names = new Set<string>();
  if (python === undefined || module === undefined) return names;
  const called = new Set([...paths].map((path) => path.slice(path.lastIndexOf('.') + 1)));
  for (const { fn, fact } of callsNamed(python.modules, called)) {
    const value = argument(fact.call, name, index)?.value;
    const own = value && nameIn(python, fn, value, uri);
    if (own !== undefined && !names.has(own) && isCallOf(python, fn, fact, paths)) names.add(own);
  }
  return names;
}

function isCallOf(python: Python, fn: Fn, fact: CallFact, paths: ReadonlySet<string>): boolean {
  const origin = resolve(python, fn, fact.call.callee);
  return origin.kind === 'external' && paths.has(origin.path);
}

/** What an expression somewhere in the worker is called in a file. */
function nameIn(python: Python, fn: Fn, value: Expression, uri: Uri): string | undefined {
  if (value.kind === 'attribute') {
    const object = resolve(python, fn, value.object);
    return object.kind === 'module' && object.module.uri === uri ? value.name : undefined;
  }
  if (value.kind !== 'name') return undefined;
  if (fn.module.uri === uri) return value.id;
  const imported = fn.module.scope.get(value.id)?.find((binding) => binding.kind === 'import');
  if (imported?.kind !== 'import' || imported.member === undefined) return undefined;
  return python.locate(fn.module, imported.name, imported.fact.statement.level) === uri ? imported.member : undefined;
}
