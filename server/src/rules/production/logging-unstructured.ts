// Jobs that tell of themselves with print only.

import type { Edit, Fix } from '../../base/edit';
import { say } from '../../base/message';
import { addStatementAfter, replace } from '../../edits/python';
import type { CallFact, Where } from '../../facts/python';
import { WRITE_LOGS_GUIDE } from '../../knowledge/logging';
import { lastName } from '../../model/python/expressions';
import type { Handlers } from '../../model/python/handler';
import { logCall } from '../../model/python/logging';
import { type Fn, type Module, placeIn, statementsOf, textIn } from '../../model/python/python';
import { lookup } from '../../model/python/resolve';
import { rule } from '../rule';

export const loggingUnstructured = rule({
  meta: {
    id: 'logging-unstructured',
    area: 'production',
    severity: 'hint',
    profile: 'strict',
    since: '0.1.0',
    summary: 'The job writes its log with print only.',
    why: 'The lines have no level and no job id: with several workers nobody can tell which line belongs to which job.',
    good: 'Jobs do not log with print alone.',
    sources: [WRITE_LOGS_GUIDE],
  },
  reads: ['handlers!'],
  *check({ handlers }) {
    const prints = printsOf(handlers);
    const [first] = prints ?? [];
    if (!prints || !first) return;
    const fix = fixOf(prints, first.fn.module);
    yield {
      ...placeIn(first.fn, first.fact.call.callee),
      message: say`The job writes its log with print only: RunPodLogger adds the level and the id of the job.`,
      fixes: fix ? [fix] : [],
    };
  },
});

interface Print {
  readonly fn: Fn;
  readonly fact: CallFact;
}

/** The job's calls of `print`; undefined where something else logs as well, or may. */
function printsOf({ python, reached }: Handlers): readonly Print[] | undefined {
  const prints: Print[] = [];
  for (const { fn } of reached) {
    for (const fact of fn.facts.calls) {
      const log = logCall(python, fn, fact);
      if (log?.how === 'print') {
        if (isStructured(fact)) return undefined;
        if (fact.call.callee.kind === 'name') prints.push({ fn, fact });
      } else if (log || mayLog(fact)) return undefined;
    }
  }
  return prints;
}

/** `print(json.dumps({…}))` */
function isStructured({ call }: CallFact): boolean {
  const first = call.args[0]?.value;
  return first?.kind === 'call' && lastName(first.callee) === 'dumps';
}

const METHODS: ReadonlySet<string> = new Set(['debug', 'info', 'warn', 'warning', 'error', 'exception', 'critical']);

/** `log.info(…)` of a logger that cannot be told. */
function mayLog({ call: { callee } }: CallFact): boolean {
  return METHODS.has(lastName(callee));
}

/** Every print of the module that writes one thing, with a logger of its own. */
function fixOf(prints: readonly Print[], module: Module): Fix | undefined {
  const runpod = module.parts[0] && lookup(undefined, module.parts[0], 'runpod');
  if (runpod?.kind !== 'external' || runpod.path !== 'runpod') return undefined;
  const imports = module.facts.statements.filter(({ facts }) => facts.statement.kind === 'import');
  const last = imports.at(-1);
  const name = ['log', 'logger', 'runpod_log'].find((candidate) => !module.facts.source.text.includes(candidate));
  if (!last || name === undefined) return undefined;
  const edits = prints.filter(({ fn }) => fn.module === module).flatMap((print) => editsOf(print, name));
  if (edits.length === 0) return undefined;
  const at = { source: module.facts.source, base: last.base };
  const logger = addStatementAfter(at, last.facts.statement, ['', `${name} = runpod.RunPodLogger()`]);
  if (!logger) return undefined;
  return { title: say`Write with runpod.RunPodLogger()`, safe: false, edits: [...logger, ...edits] };
}

function editsOf({ fn, fact: { call, where } }: Print, name: string): readonly Edit[] {
  const [only, ...more] = call.args.filter((arg) => arg.name !== 'flush');
  if (!only || more.length > 0 || only.name !== undefined || only.spread !== undefined) return [];
  const at = statementsOf(fn);
  const method = isInExcept(where) ? 'error' : 'info';
  const callee = replace(at, call.callee, `${name}.${method}`);
  return call.args.length === 1 ? [callee] : [callee, replace(at, call.argsSpan, `(${textIn(fn, only.value)})`)];
}

function isInExcept(where: Where | undefined): boolean {
  for (let here = where; here; here = here.outer) if (here.kind === 'except') return true;
  return false;
}
