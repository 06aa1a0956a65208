// Handlers that cannot be called the way the SDK calls them: with the job as the only argument, by place.

import type { Fix } from '../../base/edit';
import { type Message, say } from '../../base/message';
import type { Place } from '../../base/span';
import { replace } from '../../edits/python';
import { KEEPS_PARAMETERS } from '../../knowledge/python';
import { HANDLER_GUIDE } from '../../knowledge/sdk';
import { callableOf } from '../../model/python/call-graph';
import type { HandlerUse } from '../../model/python/handler';
import { type Fn, type Origin, type Python, placeIn, statementsOf } from '../../model/python/python';
import { isStatic, resolve } from '../../model/python/resolve';
import type { Call, Parameter } from '../../syntax/python-tree';
import { type Finding, rule } from '../rule';

export const handlerSignature = rule({
  meta: {
    id: 'handler-signature',
    area: 'handler',
    severity: 'error',
    since: '0.1.0',
    summary: 'The handler cannot be called with the job as its only argument.',
    why: 'Every job fails with a TypeError before the first line of the handler runs.',
    good: 'The handler takes the job as its only argument.',
    shownBy: 'handler',
    sources: [HANDLER_GUIDE, 'https://github.com/runpod/runpod-python/blob/main/runpod/serverless/modules/rp_job.py'],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    const seen = new Set<object>();
    for (const use of handlers.uses) {
      for (const origin of use.origins.flatMap((one) => (one.kind === 'choice' ? one.origins : [one]))) {
        const target = origin.kind === 'class' ? undefined : callableOf(handlers.python, origin);
        if (!target || seen.has(target.fn.facts)) continue;
        seen.add(target.fn.facts);
        const partial = origin.kind === 'function' ? (origin.partial ?? []) : [];
        const call = callable(handlers.python, target.fn, target.bound, partial);
        const finding = call && findingOf(use, origin, target.fn, call);
        if (finding) yield finding;
      }
    }
  },
});

interface Callable {
  /** Parameters that an argument by place may fill, after what an instance and `partial` have filled. */
  readonly byPlace: readonly Parameter[];
  /** Parameters behind `*`. */
  readonly byName: readonly Parameter[];
  /** `*args` takes any number. */
  readonly open: boolean;
  /** Given by `partial` under their name. */
  readonly given: ReadonlySet<string>;
  /** How many of the first parameters an instance and `partial` fill. */
  readonly filled: number;
}

/** What is left of a function's parameters; undefined where it cannot be told. */
function callable(python: Python, fn: Fn, bound: boolean, partials: readonly Call[]): Callable | undefined {
  const keeps = fn.facts.decorators.every((decorator) => {
    const origin = resolve(python, fn, decorator.kind === 'call' ? decorator.callee : decorator);
    return (origin.kind === 'external' || origin.kind === 'builtin') && KEEPS_PARAMETERS.has(nameOf(origin));
  });
  if (!keeps) return undefined;
  const given = new Set<string>();
  let filled = bound ? 1 : 0;
  for (const { args } of partials) {
    if (args.some(({ spread }) => spread)) return undefined;
    filled += args.filter(({ name }) => name === undefined).length - 1;
    for (const { name } of args) if (name !== undefined) given.add(name);
  }
  const { parameters } = fn.facts;
  const star = parameters.findIndex(({ kind }) => kind === 'star' || kind === 'bare-star');
  const isPlain = ({ kind }: Parameter): boolean => kind === 'plain';
  return {
    byPlace: (star < 0 ? parameters : parameters.slice(0, star)).filter(isPlain).slice(filled),
    byName: star < 0 ? [] : parameters.slice(star).filter(isPlain),
    open: parameters.some(({ kind }) => kind === 'star'),
    given,
    filled,
  };
}

function nameOf(origin: Extract<Origin, { kind: 'external' | 'builtin' }>): string {
  return origin.kind === 'external' ? origin.path : origin.name;
}

function findingOf(use: HandlerUse, origin: Origin, fn: Fn, call: Callable): Finding | undefined {
  const isRequired = ({ name, default: value }: Parameter): boolean => value === undefined && !call.given.has(name);
  const [first, ...others] = call.byPlace;
  if (first && call.given.has(first.name)) return undefined;
  const extra = others.filter(isRequired);
  const named = call.byName.filter(isRequired);
  const title = titleOf(fn);
  const report = (message: Message, fix: Fix | undefined): Finding => ({
    ...placeOf(fn),
    message,
    related: [{ ...placeIn(use.fn, use.value), message: say`Given to runpod.serverless.start here.` }],
    ...(fix && { fixes: [fix] }),
  });
  if (isUnboundMethod(origin, fn) && extra.length === 1)
    return report(
      say`${title} is not bound to an instance: the job would arrive as ${first?.name ?? 'self'}.`,
      undefined,
    );
  if (extra.length > 0 || named.length > 0) {
    const wanted = [...extra, ...named];
    const names = wanted.map(({ name }) => name).join(', ');
    return report(
      named.length > 0 && extra.length === 0
        ? say`RunPod calls ${title} with the job and nothing else, but it also requires ${names} by name.`
        : say`RunPod calls ${title} with the job and nothing else, but it also requires ${names}.`,
      withDefaults(fn, wanted),
    );
  }
  if (first || call.open) return undefined;
  return report(say`RunPod calls ${title} with the job, but it takes no argument.`, withJob(fn, call));
}

function isUnboundMethod(origin: Origin, fn: Fn): boolean {
  return (
    origin.kind === 'function' &&
    !origin.bound &&
    !origin.partial &&
    fn.facts.className !== undefined &&
    !isStatic(fn.facts)
  );
}

function titleOf(fn: Fn): string | Message {
  const { name, className, kind } = fn.facts;
  if (kind === 'lambda') return say`the lambda`;
  return className === undefined ? name : `${className}.${name}`;
}

/** The name, or the word `lambda`. */
function placeOf(fn: Fn): Place {
  const { definition } = fn.facts;
  if (definition?.kind === 'function') return placeIn(fn, definition.nameSpan);
  const start = definition?.start ?? 0;
  return placeIn(fn, { start, end: start + 'lambda'.length });
}

function withDefaults(fn: Fn, parameters: readonly Parameter[]): Fix {
  const edits = parameters.map((parameter) => {
    const end = { start: parameter.end, end: parameter.end };
    return replace(statementsOf(fn), end, parameter.annotation ? ' = None' : '=None');
  });
  const names = parameters.map(({ name }) => name).join(', ');
  return { title: say`Make ${names} optional`, safe: true, edits };
}

/** Takes the job as the first parameter behind those that are filled. */
function withJob(fn: Fn, { filled }: Callable): Fix | undefined {
  const { definition, parameters, reads } = fn.facts;
  // A name from outside must stay visible.
  const name = NAMES_OF_THE_JOB.find((candidate) => reads.every(({ id }) => id !== candidate));
  if (!definition || name === undefined) return undefined;
  const insert = (offset: number, text: string): Fix => ({
    title: say`Let it take the job`,
    safe: true,
    edits: [replace(statementsOf(fn), { start: offset, end: offset }, text)],
  });
  const before = parameters[filled - 1];
  const after = parameters[filled];
  if (before) return insert(before.end, `, ${name}`);
  if (after) return insert(after.start, `${name}, `);
  if (definition.kind === 'lambda') return insert(definition.start + 'lambda'.length, ` ${name}`);
  return insert(definition.parametersSpan.start + 1, name);
}

const NAMES_OF_THE_JOB = ['job', 'event', 'runpod_job'];
