// Setup on the job path: loading models, downloading weights, installing packages. Which call it is, how often it runs, and
// on which way the handler comes to it.

import type { CallFact, Where } from '../../facts/python';
import { setupMethod, setupWork } from '../../knowledge/loaders';
import type { Expression, Import } from '../../syntax/python-tree';
import { workIn } from './commands';
import { mentions, someExpression } from './expressions';
import { type Handlers, modulesOf } from './handler';
import { type Fn, type Python, textIn } from './python';
import { howOften, type Often, type Reached } from './reach';
import { resolve } from './resolve';
import { isMainGuarded } from './starts';

export type Work = 'load' | 'download' | 'install';

export interface SetupCall {
  readonly reached: Reached;
  /** The code that the call stands in: the reached function, or a module that it imports. */
  readonly at: Fn;
  /** The import on the job path that runs the module. */
  readonly imported: Import | undefined;
  readonly fact: CallFact;
  readonly work: Work;
  /** As people write it: `torch.load`, `pip install`. */
  readonly name: string;
  readonly often: Often;
  /** Of `once`: the condition, the code it stands in, and how many steps lead there. */
  readonly guard: Reached['guard'];
}

/** What a call sets up, wherever it stands; undefined for any other call. */
export function setupIn(
  python: Python,
  fn: Fn,
  fact: CallFact,
): { readonly work: Work; readonly name: string } | undefined {
  const { callee } = fact.call;
  const origin = resolve(python, fn, callee);
  if (origin.kind === 'external') {
    const work = setupWork(origin.path);
    if (work) return { work, name: textIn(fn, callee) };
  } else if (origin.kind === 'unknown' && callee.kind === 'attribute' && isClassLike(callee.object)) {
    const work = setupMethod(callee.name);
    if (work) return { work, name: textIn(fn, callee) };
  }
  return workIn(python, fn, fact);
}

function isClassLike(expression: Expression): boolean {
  const name = expression.kind === 'name' ? expression.id : expression.kind === 'attribute' ? expression.name : '';
  return /^[A-Z]/.test(name);
}

/** All setup that a job may come to. What depends on the job itself is its work, not setup. */
export function setupCalls(handlers: Handlers): readonly SetupCall[] {
  const { python, persistence, warmed } = handlers;
  const result: SetupCall[] = [];
  for (const reached of handlers.reached) {
    const { fn } = reached;
    for (const fact of fn.facts.calls) {
      const setup = setupIn(python, fn, fact);
      if (!setup || fact.call.args.some((arg) => mentions(arg.value, reached.tainted))) continue;
      const how = howOften(reached, fact.where, python, persistence);
      const guard = how.guard ? { fn, where: how.guard, step: reached.steps.length } : reached.guard;
      const call: SetupCall = {
        reached,
        at: fn,
        imported: undefined,
        fact,
        ...setup,
        often: how.often,
        guard: how.often === 'once' ? guard : undefined,
      };
      if (how.often === 'once' && isWarmed(call, warmed)) continue;
      result.push(call);
    }
    for (const call of importedSetup(handlers, reached)) result.push(call);
  }
  return result;
}

/** Setup in the module code of modules that a job is the first to import. Python runs it once. */
function* importedSetup({ python, atStart }: Handlers, reached: Reached): Iterable<SetupCall> {
  for (const { statement } of reached.fn.facts.imports) {
    for (const module of modulesOf(python, reached.fn.module, statement)) {
      if (atStart.has(module.uri)) continue;
      for (const part of module.parts) {
        for (const fact of part.facts.calls) {
          const setup = isMainGuarded(fact.where) ? undefined : setupIn(python, part, fact);
          if (setup) yield { reached, at: part, imported: statement, fact, ...setup, often: 'once', guard: undefined };
        }
      }
    }
  }
}

/** Whether guarded setup has already run when the first job comes. */
function isWarmed({ reached, guard, work }: SetupCall, warmed: Handlers['warmed']): boolean {
  if (warmed.has(reached.fn.facts)) return true;
  if (guard === undefined) return false;
  if (warmed.has(guard.fn.facts)) return true;
  return work !== 'install' && isSetAtImport(guard.fn, guard.where);
}

/** Whether the state that a guard tests gets a value from a call at module level: `MODEL = load()`. */
function isSetAtImport(fn: Fn, where: Where): boolean {
  if (where.kind !== 'branch') return false;
  const { scope } = fn.module;
  return someExpression(where.test, (part) => {
    if (part.kind !== 'name') return false;
    return (scope.get(part.id) ?? []).some(
      (binding) =>
        binding.kind === 'value' &&
        binding.fn.facts.kind === 'module' &&
        binding.assignment.value?.kind === 'call' &&
        !EMPTY_CONTAINERS.has(textIn(binding.fn, binding.assignment.value.callee)),
    );
  });
}

const EMPTY_CONTAINERS = new Set([
  'dict',
  'list',
  'set',
  'defaultdict',
  'OrderedDict',
  'collections.defaultdict',
  'threading.Event',
  'threading.Lock',
  'asyncio.Lock',
  'os.environ.get',
  'os.getenv',
  'Path',
  'pathlib.Path',
]);
