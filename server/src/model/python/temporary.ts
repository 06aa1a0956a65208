// Files that each job writes under a name of its own, and whether anything in the worker may remove files.

import type { CallFact, Where } from '../../facts/python';
import { lastName } from '../../facts/python-names';
import {
  FILE_WRITERS,
  LASTING_FOLDERS,
  LASTING_TEMPORARIES,
  NAMED_TEMPORARY,
  PATH_METHODS,
  REMOVE_COMMAND,
  REMOVERS,
  SAVE_METHODS,
  UNIQUE_CALLS,
} from '../../knowledge/temporary';
import type { Call, Expression } from '../../syntax/python-tree';
import { argument, someExpression } from './expressions';
import type { Handlers } from './handler';
import type { Python } from './python';
import type { Reached } from './reach';
import { resolve } from './resolve';

export interface WrittenFile {
  readonly reached: Reached;
  readonly fact: CallFact;
}

/** Writes to paths that differ from job to job. A path of which that cannot be told is not among them. */
export function filesPerJob(handlers: Handlers): readonly WrittenFile[] {
  const { python } = handlers;
  return handlers.reached.flatMap((reached) => {
    if (reached.often === 'once') return [];
    return reached.fn.facts.calls.flatMap((fact) => {
      if (isCache(fact.where)) return [];
      const path = writtenPath(python, reached, fact.call);
      if (path === undefined) return [];
      const lasting = path === 'lasting' || new Paths(python, reached).differs(path);
      return lasting ? [{ reached, fact }] : [];
    });
  });
}

/** Whether some code of the worker removes files, or may do so by its name. */
export function removesFiles(python: Python): boolean {
  return python.modules.some(({ facts }) => {
    if (REMOVE_COMMAND.test(facts.source.text)) return true;
    return facts.statements.some(({ facts: { callsByName } }) =>
      [...callsByName.keys()].some((name) => REMOVERS.test(name)),
    );
  });
}

/** The path that a call writes to; `lasting`: one that it makes up itself. */
function writtenPath(python: Python, { fn }: Reached, call: Call): Expression | 'lasting' | undefined {
  const { callee } = call;
  const name = lastName(callee);
  if (callee.kind === 'name' && name === 'open') {
    const mode = argument(call, 'mode', 1)?.value;
    return mode?.kind === 'string' && /[wax]/.test(mode.value ?? '') ? argument(call, 'file', 0)?.value : undefined;
  }
  if (callee.kind === 'attribute' && SAVE_METHODS.has(name)) return argument(call, undefined, 0)?.value;
  if (callee.kind === 'attribute' && PATH_METHODS.has(name)) return callee.object;
  const origin = resolve(python, fn, callee);
  if (origin.kind !== 'external') return undefined;
  if (LASTING_TEMPORARIES.has(origin.path)) return 'lasting';
  if (origin.path === NAMED_TEMPORARY) {
    const kept = argument(call, 'delete')?.value;
    return kept?.kind === 'constant' && kept.value === false ? 'lasting' : undefined;
  }
  const writer = FILE_WRITERS.get(origin.path);
  if (!writer) return undefined;
  return (
    writer.names.map((named) => argument(call, named)).find((given) => given) ?? argument(call, undefined, writer.path)
  )?.value;
}

/** `if not os.path.exists(path)`: kept on purpose. */
function isCache(where: Where | undefined): boolean {
  for (let here = where; here; here = here.outer) {
    if (
      here.kind === 'branch' &&
      someExpression(here.test, (part) => part.kind === 'call' && EXISTS.has(lastName(part.callee)))
    )
      return true;
  }
  return false;
}

const EXISTS: ReadonlySet<string> = new Set(['exists', 'isfile', 'isdir', 'is_file', 'is_dir']);

class Paths {
  private readonly open = new Set<string>();

  constructor(
    private readonly python: Python,
    private readonly reached: Reached,
  ) {}

  /** Whether a path is put together with something of the job, or with a name that no other job gets. */
  differs(path: Expression): boolean {
    switch (path.kind) {
      case 'string': {
        const [first] = path.parts;
        if (typeof first === 'string' && LASTING_FOLDERS.test(first)) return false;
        return path.parts.some((part) => typeof part !== 'string' && this.isOwn(part));
      }
      case 'operation':
        return (
          (path.operator === '+' || path.operator === '/') &&
          !this.isKept(path) &&
          path.operands.some((part) => this.isOwn(part))
        );
      case 'call': {
        const name = lastName(path.callee);
        if (name !== 'join' && name !== 'Path' && name !== 'str' && name !== 'joinpath') return this.isUnique(path);
        return !this.isKept(path) && path.args.some(({ value }) => this.isOwn(value));
      }
      case 'name':
        return this.named(path.id, (value) => this.differs(value));
      default:
        return false;
    }
  }

  private isOwn(part: Expression): boolean {
    if (part.kind === 'name')
      return this.reached.tainted.has(part.id) || this.named(part.id, (value) => this.isOwn(value));
    return someExpression(
      part,
      (inner) => (inner.kind === 'call' && this.isUnique(inner)) || (inner.kind === 'name' && this.isOwn(inner)),
    );
  }

  private isUnique({ callee }: Call): boolean {
    const origin = resolve(this.python, this.reached.fn, callee);
    return origin.kind === 'external' && UNIQUE_CALLS.has(origin.path);
  }

  /** Whether the path begins in a folder in which files are to stay. */
  private isKept(path: Expression): boolean {
    return someExpression(path, (part) => {
      const text = part.kind === 'name' ? resolve(this.python, this.reached.fn, part) : undefined;
      const value = text?.kind === 'expression' ? text.expression : part;
      return value.kind === 'string' && LASTING_FOLDERS.test(value.value ?? '');
    });
  }

  private named(name: string, test: (value: Expression) => boolean): boolean {
    const { facts } = this.reached.fn;
    const isParameter = facts.parameters.some((parameter) => parameter.name === name);
    if (isParameter && this.reached.tainted.has(name)) return true;
    if (this.open.has(name)) return false;
    this.open.add(name);
    const found = (facts.assigned.get(name) ?? []).some(({ value }) => value !== undefined && test(value));
    this.open.delete(name);
    return found;
  }
}
