// A load balancing worker that RunPod cannot reach: its server listens inside the container only, or no route says that it is
// well. Only where the one program that the container runs is known.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { span } from '../../base/span';
import { basename, type Uri } from '../../base/uri';
import { addArgument, replace } from '../../edits/python';
import {
  ALL_ADDRESSES,
  HEALTH_LIKE,
  HEALTH_PATH,
  LOAD_BALANCING,
  LOOPBACK,
  LOOPBACK_COMMANDS,
  OTHER_VALUES,
  PROXIES,
  SERVER_CALL_NAMES,
  SERVER_CALLS,
  UVICORN_SETTINGS,
} from '../../knowledge/http-servers';
import type { Image, Launch } from '../../model/image/image';
import { hasSeveralDockerfiles } from '../../model/image/started-files';
import { NOT_LOAD_BALANCER } from '../../model/kind';
import { type Fn, type Module, type Python, placeIn, statementsOf } from '../../model/python/python';
import { resolve } from '../../model/python/resolve';
import { routesOf } from '../../model/python/routes';
import { callsAtStart } from '../../model/python/sure';
import type { Argument, Call } from '../../syntax/python-tree';
import { type Finding, rule } from '../rule';

export const hostNotReachable = rule({
  meta: {
    id: 'host-not-reachable',
    area: 'image',
    severity: 'error',
    notFor: NOT_LOAD_BALANCER,
    since: '0.2.0',
    summary: "The load balancing worker's server cannot be reached from outside its container, or has no health route.",
    why: 'RunPod never gets an answer from the worker: it stays unhealthy, and requests end in 502 or time out.',
    good: "RunPod's load balancer reaches the server and its health route.",
    sources: [LOAD_BALANCING, UVICORN_SETTINGS],
  },
  reads: ['image', 'files', 'python?'],
  *check({ image, files, python }) {
    if (hasSeveralDockerfiles(files)) return;
    const launch = onlyLaunch(image);
    if (launch === undefined) return;
    const modules = python ? [...python.modules, ...python.siblings] : [];
    if (modules.some(({ facts }) => PROXIES.test(facts.source.text))) return;
    if (launch.program.kind === 'server') yield* inCommand(image, launch);
    const module = modules.find(({ uri }) => uri === fileOf(launch));
    if (python && module) yield* inModule(python, module);
    if (python) yield* withoutHealth(image, python, launch);
  },
});

/** The one program that the container runs, where all are known. */
function onlyLaunch({ launches, launchesWhole }: Image): Launch | undefined {
  if (!launchesWhole) return undefined;
  const [only, ...others] = launches.filter(({ program }) => program.kind !== 'other' || !isIdle(program.name));
  return others.length === 0 && only?.conditional === false ? only : undefined;
}

/** It only keeps the container alive. */
function isIdle(name: string): boolean {
  return name === 'sleep' || name === 'tail';
}

function fileOf({ program }: Launch): Uri | undefined {
  const isPython = program.kind === 'python-file' || program.kind === 'python-module';
  return isPython && program.location.kind === 'file' ? program.location.uri : undefined;
}

/** `uvicorn app:app --host 127.0.0.1`, or with no host at all. */
function* inCommand({ variables }: Image, launch: Launch): Iterable<Finding> {
  const { program, args, uri } = launch;
  if (program.kind !== 'server') return;
  if (program.host !== undefined) {
    if (!program.host.known || !LOOPBACK.has(program.host.value)) return;
    const { hostPlace } = program;
    const title = say`Listen on ${ALL_ADDRESSES}`;
    yield {
      ...(hostPlace ?? { uri, span: launch.span }),
      message: say`${program.host.value} is only reached from inside the container: RunPod's load balancer is outside.`,
      ...(hostPlace && { fixes: [{ title, safe: true, edits: [{ ...hostPlace, text: ALL_ADDRESSES }] }] }),
    };
    return;
  }
  const command = LOOPBACK_COMMANDS.get(program.name);
  if (command === undefined || command.variables.some((name) => variables.has(name))) return;
  const instead = args.some((arg, at) => {
    if (arg.known) return command.instead.includes(arg.value.split('=')[0] ?? '');
    // What is not known may be the option.
    const before = args[at - 1];
    return !before?.known || !OTHER_VALUES.has(before.value);
  });
  if (instead) return;
  const fix = command.anywhere ? addHost(launch, program.name) : undefined;
  yield {
    uri,
    span: launch.span,
    message: say`Without a host ${program.name} listens on 127.0.0.1, which RunPod's load balancer does not reach.`,
    ...(fix && { fixes: [fix] }),
  };
}

/** Puts the option behind the program's name, in an exec form as two strings. */
function addHost({ uri, span: at, source }: Launch, name: string): Fix | undefined {
  if (basename(source.text.slice(at.start, at.end)) !== name) return undefined;
  const quoted = source.text[at.start - 1] === '"' && source.text[at.end] === '"';
  const text = quoted ? `, "--host", "${ALL_ADDRESSES}"` : ` --host ${ALL_ADDRESSES}`;
  const end = quoted ? at.end + 1 : at.end;
  return { title: say`Listen on ${ALL_ADDRESSES}`, safe: true, edits: [{ uri, span: span(end, end), text }] };
}

/** `uvicorn.run(app, host="127.0.0.1")` in the file that is started. */
function* inModule(python: Python, module: Module): Iterable<Finding> {
  const found: Finding[] = [];
  for (const { fn, fact } of callsAtStart(python, module, true)) {
    const name = nameOf(fact.call);
    if (name === undefined || !SERVER_CALL_NAMES.has(name)) continue;
    const origin = resolve(python, fn, fact.call.callee);
    const server = origin.kind === 'external' ? SERVER_CALLS.get(origin.path) : undefined;
    if (server === undefined) continue;
    const { call } = fact;
    const given =
      call.args.find((arg) => arg.name === 'host') ??
      (server.position === undefined ? undefined : call.args.filter((arg) => arg.name === undefined)[server.position]);
    const reached = given ? isReached(python, fn, given) : !server.loopback || call.args.some(({ spread }) => spread);
    // Another server, or one that the text does not tell enough of, may be the one that is reached.
    if (reached) return;
    found.push(given ? atHost(fn, given) : withoutHost(fn, call));
  }
  yield* found;
}

function nameOf({ callee }: Call): string | undefined {
  if (callee.kind === 'attribute') return callee.name;
  return callee.kind === 'name' ? callee.id : undefined;
}

/** True also where the text does not tell. */
function isReached(python: Python, fn: Fn, { value, spread }: Argument): boolean {
  if (spread) return true;
  const origin = value.kind === 'string' ? undefined : resolve(python, fn, value);
  const literal = origin?.kind === 'expression' ? origin.expression : value;
  return literal.kind !== 'string' || literal.value === undefined || !LOOPBACK.has(literal.value);
}

function atHost(fn: Fn, { value }: Argument): Finding {
  return {
    ...placeIn(fn, value),
    message: say`This address is only reached from inside the container: RunPod's load balancer is outside.`,
    fixes: [
      {
        title: say`Listen on ${ALL_ADDRESSES}`,
        safe: true,
        edits: [replace(statementsOf(fn), value, `"${ALL_ADDRESSES}"`)],
      },
    ],
  };
}

function withoutHost(fn: Fn, call: Call): Finding {
  return {
    ...placeIn(fn, call.callee),
    message: say`Without a host it listens on 127.0.0.1, which RunPod's load balancer does not reach.`,
    fixes: [
      {
        title: say`Listen on ${ALL_ADDRESSES}`,
        safe: true,
        edits: addArgument(statementsOf(fn), call, `host="${ALL_ADDRESSES}"`),
      },
    ],
  };
}

/** Only where the application shows all its routes, and none of them looks like one for this. */
function* withoutHealth({ variables }: Image, python: Python, launch: Launch): Iterable<Finding> {
  const routes = routesOf(python);
  if (routes === undefined || routes.paths.some((path) => HEALTH_LIKE.test(path))) return;
  const set = variables.get('HEALTH_CHECK_PATH');
  if (set && (!set.known || routes.paths.includes(set.value))) return;
  const isServed = fileOf(launch) === routes.module.uri || servedModule(launch) === stemOf(routes.module);
  if (!isServed) return;
  const path = set?.known ? set.value : HEALTH_PATH;
  yield {
    ...routes.place,
    message: say`No route answers GET ${path}, where RunPod asks whether the worker is well.`,
  };
}

/** `main` of `uvicorn app.main:app`. */
function servedModule({ program }: Launch): string | undefined {
  if (program.kind !== 'server') return undefined;
  return /(?:^|[./])(\w+):\w+$/.exec(program.app ?? '')?.[1];
}

function stemOf({ uri }: Module): string {
  return basename(uri).replace(/\.py$/, '');
}
