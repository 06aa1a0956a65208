// The few places of a worker that a reader looks for first. What is right is shown with them; faults have places of their own.

import type { Source } from '../base/source';
import { type Place, span } from '../base/span';
import type { Where } from '../facts/python';
import type { Expression } from '../syntax/python-tree';
import type { Handlers } from './python/handler';
import { type Fn, placeIn } from './python/python';
import { isMainTest, type StartCall } from './python/starts';
import type { Inputs } from './worker';

export type Landmark =
  /** The name of a handler, where it is defined. */
  | 'handler'
  /** Where a handler takes the input out of the job. */
  | 'input'
  /** The call of `runpod.serverless.start`. */
  | 'start'
  /** The test that start() stands behind. */
  | 'guard'
  /** What the image starts. */
  | 'command'
  /** The image that it is built on. */
  | 'base'
  | 'hub'
  | 'tests'
  | 'testInput';

/** In the order of the text; nothing for what the worker does not have. */
export type Landmarks = Readonly<Partial<Record<Landmark, readonly Place[]>>>;

export function landmarksOf(inputs: Partial<Inputs>): Landmarks {
  const { handlers, docker, hubFile, tests, testInput } = inputs;
  const command = docker?.cmd ?? docker?.entrypoint;
  const base = docker?.lineage.at(-1)?.baseSpan;
  const places: Record<Landmark, readonly Place[]> = {
    handler: handlers?.functions.map(({ fn }) => namePlace(fn)) ?? [],
    input: handlers?.functions.flatMap(({ fn }) => inputRead(fn) ?? []) ?? [],
    start: handlers?.starts.map(({ fn, fact }) => placeIn(fn, fact.call.callee)) ?? [],
    guard: handlers ? guards(handlers) : [],
    command: docker && command ? [{ uri: docker.source.uri, span: command.span }] : [],
    base: docker && base ? [{ uri: docker.source.uri, span: base }] : [],
    hub: fileStart(hubFile?.source),
    tests: fileStart(tests?.source),
    testInput: fileStart(testInput?.source),
  };
  return places;
}

function namePlace(fn: Fn): Place {
  const { definition } = fn.facts;
  return placeIn(fn, definition?.kind === 'function' ? definition.nameSpan : (definition ?? { start: 0, end: 0 }));
}

/** `job["input"]`, `job.get("input")`, whatever the job is called. */
function inputRead(fn: Fn): Place | undefined {
  const keys = [
    ...fn.facts.items.map(({ item }) => item.index),
    ...fn.facts.calls.flatMap(({ call: { callee, args } }) =>
      callee.kind === 'attribute' && callee.name === 'get' ? (args[0]?.value ?? []) : [],
    ),
  ];
  const [first] = keys.filter(isInputKey).sort((a, b) => a.start - b.start);
  return first && placeIn(fn, first);
}

function isInputKey(key: Expression): boolean {
  return key.kind === 'string' && key.value === 'input';
}

function guards({ starts }: Handlers): readonly Place[] {
  return starts.flatMap((start) => guardOf(start) ?? []);
}

function guardOf({ fn, fact }: StartCall): Place | undefined {
  for (let here: Where | undefined = fact.where; here; here = here.outer) {
    if (here.kind === 'branch' && here.taken && isMainTest(here.test)) return placeIn(fn, here.test);
  }
  return undefined;
}

function fileStart(source: Source | undefined): readonly Place[] {
  return source ? [{ uri: source.uri, span: span(0, 0) }] : [];
}
