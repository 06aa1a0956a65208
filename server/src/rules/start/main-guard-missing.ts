// `start()` at module level without a main guard: harmless until something imports the file.

import type { Edit, Fix } from '../../base/edit';
import { type Message, say } from '../../base/message';
import { indentStatement } from '../../edits/python';
import type { Where } from '../../facts/python';
import { FORKSERVER_BY_DEFAULT, METHOD_SETTERS, METHOD_VARIABLE, REIMPORTING_METHODS } from '../../knowledge/processes';
import type { Docker } from '../../model/image/docker';
import { edgesOf } from '../../model/python/call-graph';
import { argument } from '../../model/python/expressions';
import { type Handlers, modulesOf } from '../../model/python/handler';
import { callsNamed, type Module, type Python, placeIn, statementsOf } from '../../model/python/python';
import { resolve } from '../../model/python/resolve';
import { isMainGuarded, isMainTest, type StartCall } from '../../model/python/starts';
import { type Note, rule } from '../rule';

export const mainGuardMissing = rule({
  meta: {
    id: 'main-guard-missing',
    area: 'start',
    severity: 'info',
    since: '0.1.0',
    summary: 'The worker starts whenever the file is imported, not only when it is run.',
    why: 'A test that imports the handler starts a worker and exits, and a child process made by spawn or forkserver starts a second one.',
    good: 'The worker starts when its file is run, not when it is imported.',
    shownBy: 'guard',
    sources: [
      'https://docs.runpod.io/serverless/quickstart',
      'https://docs.python.org/3/library/multiprocessing.html#the-spawn-and-forkserver-start-methods',
    ],
  },
  reads: ['handlers', 'docker?'],
  *check({ handlers, docker }) {
    for (const start of handlers.starts) {
      const { fn, fact } = start;
      const { module } = fn;
      // A broken file may hide the guard from the parser.
      const runs = onImport(handlers, start);
      if (!module.whole || runs === 'never' || module.uri.endsWith('/__main__.py')) continue;
      const importers = importersOf(handlers.python, module);
      if (runs === 'where meant' && importers.length === 0) continue;
      const reason = importers.length > 0 ? undefined : childReason(handlers.python, docker);
      const fix = startsByImport(handlers, module) ? undefined : guardFix(start);
      yield {
        ...placeIn(fn, fact.call.callee),
        severity: reason || importers.length > 0 ? 'warning' : 'info',
        message: messageOf(importers, reason),
        related: importers,
        fixes: fix ? [fix] : [],
      };
    }
  },
});

function messageOf(importers: readonly Note[], reason: Message | undefined): Message {
  if (importers.length > 0)
    return say`Importing this file starts the worker, and another file imports it. Guard it with if __name__ == "__main__".`;
  if (reason) return say`Importing this file starts the worker: ${reason} Guard it with if __name__ == "__main__".`;
  return say`Importing this file starts the worker. Guard it with if __name__ == "__main__".`;
}

/** When an import starts the worker. `where meant`: the guard lets in what its author chose, such as the main process. */
type OnImport = 'always' | 'where meant' | 'never';

/** At module level, directly or in a function that module code calls. */
function onImport({ python }: Handlers, { fn, fact }: StartCall): OnImport {
  const own = startedUnder(fact.where);
  if (own !== 'always' || fn.facts.kind === 'module') return own;
  const ways = fn.module.parts.flatMap((part) =>
    edgesOf(python, part).flatMap((edge) => (edge.fn.facts === fn.facts ? [startedUnder(edge.fact.where)] : [])),
  );
  return ways.find((way) => way === 'always') ?? ways.find((way) => way === 'where meant') ?? 'never';
}

function startedUnder(where: Where | undefined): OnImport {
  if (isMainGuarded(where)) return 'never';
  for (let here = where; here; here = here.outer) {
    if (here.kind !== 'branch' || !here.taken || here.test.kind !== 'operation') continue;
    if (here.test.operator === 'or' && here.test.operands.some(isMainTest)) return 'where meant';
  }
  return 'always';
}

function importersOf(python: Python, imported: Module): readonly Note[] {
  const notes: Note[] = [];
  for (const module of [...python.modules, ...python.observers]) {
    const imports = module.imports.some(({ name, level }) => python.locate(module, name, level) === imported.uri);
    if (module === imported || !imports) continue;
    for (const fn of [...module.parts, ...module.functions]) {
      for (const { statement } of fn.facts.imports) {
        if (!modulesOf(python, module, statement).includes(imported)) continue;
        notes.push({ ...placeIn(fn, statement), message: say`imported here` });
      }
    }
  }
  return notes;
}

/** Why a child process of the worker would import the file, where the text tells. */
function childReason(python: Python, docker: Docker | undefined): Message | undefined {
  const method = chosenMethod(python);
  if (method !== undefined) return say`a ${method} child process imports it again.`;
  const version = docker?.base.known ? /^python:(\d+)\.(\d+)/.exec(docker.base.value) : undefined;
  if (!version) return undefined;
  const [, major = '0', minor = '0'] = version;
  const byDefault = Number(major) === FORKSERVER_BY_DEFAULT.major && Number(minor) >= FORKSERVER_BY_DEFAULT.minor;
  return byDefault
    ? say`Python ${major}.${minor} makes child processes by forkserver, which import it again.`
    : undefined;
}

function chosenMethod(python: Python): string | undefined {
  for (const { fn, fact } of callsNamed(python.modules, SETTER_NAMES)) {
    const given = argument(fact.call, 'method', 0)?.value;
    if (given?.kind !== 'string' || given.value === undefined || !REIMPORTING_METHODS.has(given.value)) continue;
    const origin = resolve(python, fn, fact.call.callee);
    if (origin.kind === 'external' && METHOD_SETTERS.has(origin.path)) return given.value;
  }
  for (const module of python.modules) {
    if (!module.facts.source.text.includes(METHOD_VARIABLE)) continue;
    for (const { facts } of [...module.parts, ...module.functions]) {
      for (const { target, value } of facts.assignments) {
        if (target.kind !== 'subscript' || target.index.kind !== 'string' || target.index.value !== METHOD_VARIABLE)
          continue;
        if (value?.kind === 'string' && value.value !== undefined && REIMPORTING_METHODS.has(value.value))
          return value.value;
      }
    }
  }
  return undefined;
}

const SETTER_NAMES: ReadonlySet<string> = new Set(
  [...METHOD_SETTERS].map((path) => path.slice(path.lastIndexOf('.') + 1)),
);

/** Whether a module of the worker may import this one in order to start it: behind a guard it would start nothing. */
function startsByImport({ python, starts }: Handlers, imported: Module): boolean {
  return python.modules.some(
    (module) =>
      module !== imported &&
      !starts.some(({ fn }) => fn.module === module) &&
      module.imports.some(({ name, level }) => python.locate(module, name, level) === imported.uri),
  );
}

/** Only where the statement stands alone at the top level. */
function guardFix({ fn, fact }: StartCall): Fix | undefined {
  const { statement, where } = fact;
  if (fn.facts.kind !== 'module' || where !== undefined || statement.kind !== 'expression' || statement.start !== 0)
    return undefined;
  const edits: readonly Edit[] | undefined = indentStatement(statementsOf(fn), statement, 'if __name__ == "__main__":');
  return edits && { title: say`Wrap in if __name__ == "__main__"`, safe: true, edits };
}
