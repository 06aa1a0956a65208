// Telling "once" from "in every job": conditions such as `if model is None`, `if READY: return`, `"pipe" not in CACHE` on
// state that outlives the job and that something sets.

import type { AssignmentFact, ClassFacts, Where } from '../../facts/python';
import type { Call, Expression } from '../../syntax/python-tree';
import { mentions } from './expressions';
import type { Fn, Python } from './python';
import { classOfMethod, lookup, outerOf, resolve } from './resolve';

/** State that some function writes, by name: what a guard must test to open only once. */
export interface Persistence {
  /** Classes of the worker whose instances live no longer than a job: what they remember is no state. */
  readonly perJob: ReadonlySet<ClassFacts>;
  /** `uri#name` of module-level names that a function assigns through `global`, or that are written from outside. */
  readonly globals: ReadonlySet<string>;
  /** Names of attributes that are assigned anywhere: `self.model = …`, `module.model = …`. */
  readonly attributes: ReadonlySet<string>;
  /** Names of containers that get an item by subscript, `setdefault`, `update`, `add` or `append` inside a function. */
  readonly containers: ReadonlySet<string>;
}

export function writtenState(python: Python): Persistence {
  const globals = new Set<string>();
  const attributes = new Set<string>();
  const containers = new Set<string>();
  for (const module of python.modules) {
    for (const { facts } of module.facts.statements) {
      for (const { kind, name } of facts.writes) {
        if (kind === 'global') globals.add(`${module.uri}#${name}`);
        else (kind === 'attribute' ? attributes : containers).add(name);
      }
    }
  }
  return { globals, attributes, containers, perJob: new Set() };
}

/** The outermost condition above `where` that holds at most once in a worker's life; undefined where there is none. */
export function onceGuard(
  python: Python,
  persistence: Persistence,
  fn: Fn,
  where: Where | undefined,
  tainted: ReadonlySet<string>,
): Where | undefined {
  let guard: Where | undefined;
  for (let here = where; here; here = here.outer) {
    if (here.kind === 'branch' && new State(python, persistence, fn, tainted).isAbsent(here.test, here.taken))
      guard = here;
    // `try: pipe except NameError: pipe = load()`, `try: import x except ImportError: install(x)`
    if (here.kind === 'except' && here.type?.kind === 'name' && MISSING.has(here.type.id)) guard = here;
  }
  return guard;
}

const MISSING = new Set(['NameError', 'AttributeError', 'KeyError', 'ImportError', 'ModuleNotFoundError']);

/** Whether a condition on the way depends on the job. */
export function isInputTest(where: Where | undefined, tainted: ReadonlySet<string>): boolean {
  for (let here = where; here; here = here.outer) {
    if (here.kind === 'branch' && mentions(here.test, tainted)) return true;
    if (here.kind === 'case' && mentions(here.subject, tainted)) return true;
    if (here.kind === 'except') return true;
  }
  return false;
}

const ABSENT = new Set(['is', '==']);
const PRESENT = new Set(['is not', '!=']);
const EXISTS =
  /^(shutil\.which|importlib\.util\.find_spec|os\.path\.(exists|isfile|isdir|lexists)|pathlib\.Path(\..+)?\.(exists|is_file|is_dir))$/;

/** Steps from a test through local names and helpers to the state that it asks for. */
const MOST_STEPS = 6;

/** Answers one question. `visited` holds the assignments and helpers that it has looked at: they may form circles. */
class State {
  constructor(
    private readonly python: Python,
    private readonly persistence: Persistence,
    private readonly fn: Fn,
    private readonly tainted: ReadonlySet<string>,
    private readonly visited = new Set<object>(),
  ) {}

  /** Whether `test` being `taken` says that some lasting state is not there yet. */
  isAbsent(test: Expression, taken: boolean, depth = 0): boolean {
    switch (test.kind) {
      case 'operation':
        if (test.operator === 'not') return test.operands.some((operand) => this.isAbsent(operand, !taken, depth));
        if (test.operator === 'and' || test.operator === 'or')
          return test.operands.some((operand) => this.isAbsent(operand, taken, depth));
        return false;
      case 'comparison': {
        const [left, right] = test.operands;
        const [operator] = test.operators;
        if (!left || !right || test.operators.length !== 1 || operator === undefined) return false;
        if (operator === 'not in' || operator === 'in')
          return taken === (operator === 'not in') && this.isLastingContainer(right);
        if (isLookUp(left)) return isZero(right) && taken === PRESENT.has(operator);
        if (isEmpty(right)) {
          if (ABSENT.has(operator)) return taken && this.isLasting(left, depth);
          if (PRESENT.has(operator)) return !taken && this.isLasting(left, depth);
        }
        if (
          right.kind === 'constant' &&
          typeof right.value === 'boolean' &&
          (ABSENT.has(operator) || PRESENT.has(operator))
        ) {
          return this.isAbsent(left, (right.value === ABSENT.has(operator)) === taken, depth);
        }
        // `if loaded_name != wanted: load(wanted)` loads anew only when another one is wanted.
        if (operator === '!=' || operator === '==')
          return taken === (operator === '!=') && (this.isLasting(left, depth) || this.isLasting(right, depth));
        return false;
      }
      case 'walrus':
        return this.isAbsent(test.value, taken, depth);
      default:
        return !taken && this.isLasting(test, depth);
    }
  }

  /** Whether an expression reads state that outlives the job and that something sets. */
  private isLasting(expression: Expression, depth: number): boolean {
    if (depth > MOST_STEPS) return false;
    switch (expression.kind) {
      case 'name':
        return this.isLastingName(expression.id, depth);
      case 'attribute':
        return this.persistence.attributes.has(expression.name) && !this.isOfThisJob(expression.object);
      case 'subscript':
        return this.isLastingContainer(expression.object);
      case 'call':
        return this.isLastingCall(expression, depth);
      case 'operation':
        return (
          (expression.operator === 'and' || expression.operator === 'or') &&
          expression.operands.some((operand) => this.isLasting(operand, depth + 1))
        );
      case 'await':
        return this.isLasting(expression.value, depth);
      case 'list':
      case 'tuple':
        return expression.items.some((item) => this.isLasting(item, depth + 1));
      default:
        return false;
    }
  }

  private isLastingName(name: string, depth: number): boolean {
    const { facts, module } = this.fn;
    const isGlobal = facts.globals.has(name);
    const local = facts.assignments.filter(({ target }) => target.kind === 'name' && target.id === name);
    if (!isGlobal && (local.length > 0 || facts.parameters.some((parameter) => parameter.name === name))) {
      return local.length > 0 && local.some((assignment) => this.readsState(assignment, depth));
    }
    for (
      let outer = isGlobal ? undefined : outerOf(this.fn);
      outer && outer.facts.kind === 'function';
      outer = outerOf(outer)
    ) {
      const { assignments } = outer.facts;
      if (assignments.some(({ target }) => target.kind === 'name' && target.id === name))
        return facts.nonlocals.has(name);
    }
    return this.persistence.globals.has(`${module.uri}#${name}`) || this.isWrittenElsewhere(name);
  }

  /** `model = CACHE.get(key)`: the local name stands for the state. */
  private readsState(assignment: AssignmentFact, depth: number): boolean {
    if (this.visited.has(assignment)) return false;
    this.visited.add(assignment);
    const { value } = assignment;
    return value !== undefined && this.isLasting(value, depth + 1);
  }

  /** An imported name or a `nonlocal` that its own module writes. */
  private isWrittenElsewhere(name: string): boolean {
    const bindings = this.fn.module.scope.get(name) ?? [];
    return bindings.some((binding) => {
      if (binding.kind !== 'import' || binding.member === undefined) return false;
      const uri = this.python.locate(this.fn.module, binding.name, binding.fact.statement.level);
      return uri !== undefined && this.persistence.globals.has(`${uri}#${binding.member}`);
    });
  }

  private isLastingCall(call: Call, depth: number): boolean {
    const { callee, args } = call;
    if (callee.kind === 'name') {
      const [object, name] = args;
      if ((callee.id === 'hasattr' || callee.id === 'getattr') && object && name) {
        return (
          name.value.kind === 'string' &&
          this.persistence.attributes.has(name.value.value ?? '') &&
          !this.isOfThisJob(object.value)
        );
      }
      if ((callee.id === 'bool' || callee.id === 'len' || callee.id === 'any' || callee.id === 'all') && object) {
        return this.isLasting(object.value, depth + 1) || this.isLastingContainer(object.value);
      }
    }
    if (callee.kind === 'attribute') {
      if (callee.name === 'get') return this.isLastingContainer(callee.object);
      if (callee.name === 'is_set' || callee.name === 'locked') return !this.isOfThisJob(callee.object);
    }
    const origin = resolve(this.python, this.fn, callee);
    if (origin.kind === 'external' && EXISTS.test(origin.path)) return !mentions(call, this.tainted);
    if (origin.kind !== 'function') return false;
    // `def is_loaded(): return MODEL is not None`
    const returned = origin.fn.facts.exits.filter((exit) => exit.kind === 'return');
    const [only] = returned;
    if (returned.length !== 1 || !only?.value) return false;
    if (this.visited.has(origin.fn.facts)) return false;
    this.visited.add(origin.fn.facts);
    const inner = new State(this.python, this.persistence, origin.fn, NOTHING, this.visited);
    return inner.isLasting(only.value, depth + 1) || inner.isAbsent(only.value, false, depth + 1);
  }

  /** A container at module level, in an instance that outlives the job, or the module's own names. */
  private isLastingContainer(expression: Expression): boolean {
    if (
      expression.kind === 'call' &&
      expression.callee.kind === 'name' &&
      (expression.callee.id === 'globals' || expression.callee.id === 'vars')
    )
      return true;
    if (expression.kind === 'attribute') {
      if (expression.object.kind === 'name' && expression.object.id === 'sys' && expression.name === 'modules')
        return true;
      return (
        (this.persistence.containers.has(expression.name) || this.persistence.attributes.has(expression.name)) &&
        !this.isOfThisJob(expression.object)
      );
    }
    if (expression.kind !== 'name') return false;
    const { facts, module } = this.fn;
    if (
      facts.assignments.some(({ target }) => target.kind === 'name' && target.id === expression.id) &&
      !facts.globals.has(expression.id)
    )
      return false;
    if (facts.parameters.some((parameter) => parameter.name === expression.id)) return false;
    const written =
      this.persistence.containers.has(expression.id) || this.persistence.globals.has(`${module.uri}#${expression.id}`);
    return written && module.scope.has(expression.id);
  }

  /** Whether an object is made anew in each job: a local name that comes from the input or from a constructor. */
  private isOfThisJob(object: Expression): boolean {
    if (object.kind === 'attribute') return this.isOfThisJob(object.object);
    if (object.kind !== 'name') return mentions(object, this.tainted);
    if (this.tainted.has(object.id)) return true;
    const origin = lookup(this.python, this.fn, object.id);
    if (origin.kind === 'instance' && classOfMethod(this.fn)?.facts === origin.cls.facts)
      return this.persistence.perJob.has(origin.cls.facts);
    return this.fn.facts.assignments.some(({ target, value }) => {
      if (target.kind !== 'name' || target.id !== object.id || value?.kind !== 'call') return false;
      if (this.fn.facts.globals.has(object.id)) return false;
      const made = resolve(this.python, this.fn, value.callee);
      return made.kind === 'class' || made.kind === 'external';
    });
  }
}

const NOTHING: ReadonlySet<string> = new Set();

/** `subprocess.run(["which", "aria2c"]).returncode` */
function isLookUp(expression: Expression): boolean {
  if (expression.kind === 'attribute') return expression.name === 'returncode' && isLookUp(expression.object);
  const command = expression.kind === 'call' ? expression.args[0]?.value : undefined;
  const [first] = command?.kind === 'list' ? command.items : command ? [command] : [];
  return first?.kind === 'string' && /^(which|command -v)\b/.test(first.value ?? '');
}

function isZero(expression: Expression): boolean {
  return expression.kind === 'number' && expression.text === '0';
}

function isEmpty(expression: Expression): boolean {
  if (expression.kind === 'constant') return expression.value === null;
  if (expression.kind === 'list' || expression.kind === 'tuple') return expression.items.length === 0;
  if (expression.kind === 'dict') return expression.entries.length === 0;
  if (expression.kind === 'number') return expression.text === '0';
  return expression.kind === 'string' && expression.value === '';
}
