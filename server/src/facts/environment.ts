// How a statement handles the environment and the names it keeps its values in, by syntax alone: what a name stands for
// is the model's business. Kept with the statement's facts, so that a keystroke costs one statement.

import type { Call, Expression, Name, Subscript } from '../syntax/python-tree';
import { type Around, parentsIn } from './parents';
import type { FunctionFacts, ItemFact, StatementFacts, Where } from './python';
import { lastName } from './python-names';

export interface EnvironmentFacts {
  /** `x["A"]` where it is read, as far as `x` may be the environment. */
  readonly items: readonly { readonly owner: FunctionFacts; readonly fact: ItemFact }[];
  /** `x["A"] = …`, with what is assigned. */
  readonly writes: readonly {
    readonly owner: FunctionFacts;
    readonly target: Subscript;
    readonly value: Expression | undefined;
    readonly where: Where | undefined;
  }[];
  /** `"A" in os.environ`: the name. */
  readonly memberships: readonly Expression[];
  /** The environment is handed on, copied, walked through: anybody may read anything of it. */
  readonly wholesale: boolean;
  /** Names that the environment itself is given. */
  readonly aliases: readonly string[];
  /** Names whose value decides something: what they hold may be missing. */
  readonly tested: ReadonlySet<string>;
  /** Names without whose value something raises or leaves the process, and under which conditions that stands. */
  readonly demanded: readonly {
    readonly name: string;
    readonly owner: FunctionFacts;
    readonly where: Where | undefined;
  }[];
}

const known = new WeakMap<StatementFacts, EnvironmentFacts>();

export function environmentFacts(facts: StatementFacts): EnvironmentFacts {
  let found = known.get(facts);
  if (!found) {
    found = extract(facts);
    known.set(facts, found);
  }
  return found;
}

/** Methods of the environment that handle one variable by its name, or set several. */
const METHODS: ReadonlySet<string> = new Set(['get', 'pop', 'setdefault', 'update']);

function extract(facts: StatementFacts): EnvironmentFacts {
  const parents = parentsIn(facts.statement);
  const bodies = [facts.module, ...facts.classes.map((cls) => cls.body), ...facts.functions];
  const memberships: Expression[] = [];
  const aliases: string[] = [];
  const tested = new Set<string>();
  let wholesale = false;
  for (const [expression, around] of parents) {
    if (expression.kind === 'name' && isTested(expression, around)) tested.add(expression.id);
    if (!isEnvironment(expression)) continue;
    if (around.kind === 'assign') {
      aliases.push(...around.targets.flatMap((target) => (target.kind === 'name' ? [target.id] : [])));
    }
    const name = membership(expression, around);
    if (name) memberships.push(name);
    else if (!isSingle(expression, around, parents)) wholesale = true;
  }
  return {
    items: bodies.flatMap((owner) =>
      owner.items.filter(({ item }) => mayBeEnvironment(item.object)).map((fact) => ({ owner, fact })),
    ),
    writes: bodies.flatMap((owner) =>
      owner.assignments.flatMap(({ target, value, where, kind }) =>
        target.kind === 'subscript' && kind !== 'delete' && mayBeEnvironment(target.object)
          ? [{ owner, target, value, where }]
          : [],
      ),
    ),
    memberships,
    aliases,
    wholesale,
    tested,
    demanded: bodies.flatMap(demandsOf),
  };
}

/** `os.environ`, and `environ` as it is imported from there. */
function isEnvironment(expression: Expression): boolean {
  return (
    (expression.kind === 'attribute' && /^environb?$/.test(expression.name)) ||
    (expression.kind === 'name' && /^environb?$/.test(expression.id))
  );
}

/** A bare name may be another name of the environment. */
function mayBeEnvironment(expression: Expression): boolean {
  return expression.kind === 'name' || lastName(expression) === 'environ';
}

function membership(environment: Expression, around: Around): Expression | undefined {
  if (around.kind !== 'comparison' || around.operators.length !== 1) return undefined;
  const isIn = around.operators[0] === 'in' || around.operators[0] === 'not in';
  return isIn && around.operands[1] === environment ? around.operands[0] : undefined;
}

/** Whether the environment is asked for one variable here, or given some. */
function isSingle(environment: Expression, around: Around, parents: ReadonlyMap<Expression, Around>): boolean {
  if (around.kind === 'subscript') return around.object === environment;
  if (around.kind !== 'attribute' || !METHODS.has(around.name)) return false;
  const call = parents.get(around);
  return call?.kind === 'call' && call.callee === around;
}

function isTested(name: Name, around: Around): boolean {
  switch (around.kind) {
    case 'if':
    case 'while':
    case 'conditional':
      return around.test === name;
    case 'operation':
      return around.operator === 'not' || around.operator === 'and' || around.operator === 'or';
    case 'comparison':
      return true;
    case 'call':
      return (
        takesNone(name, around) ||
        (around.callee.kind === 'name' && /^(?:bool|all|any|filter|len|isinstance)$/.test(around.callee.id))
      );
    default:
      return false;
  }
}

/** Whether a value is given to a call as something that libraries do without: `token=os.getenv("HF_TOKEN")`. */
export function takesNone(value: Expression, { args }: Call): boolean {
  return args.some((arg) => arg.value === value && OPTIONAL_KEYWORDS.has(arg.name ?? ''));
}

const OPTIONAL_KEYWORDS: ReadonlySet<string> = new Set([
  'token',
  'hf_token',
  'use_auth_token',
  'revision',
  'cache_dir',
  'download_root',
]);

const LEAVING: ReadonlySet<string> = new Set(['exit', '_exit']);

/** `if not KEY: raise …`, `if KEY is None: sys.exit(…)`. */
function demandsOf(owner: FunctionFacts): EnvironmentFacts['demanded'] {
  const leaving = [
    ...owner.exits.filter(({ kind }) => kind === 'raise').map(({ where }) => where),
    ...owner.calls.filter(({ call }) => LEAVING.has(lastName(call.callee))).map(({ where }) => where),
  ];
  return leaving.flatMap((where) => {
    if (where?.kind !== 'branch') return [];
    return absentNames(where.test, where.taken).map((name) => ({ name, owner, where: where.outer }));
  });
}

/** Names of which a test being `taken` says that one of them is missing. */
function absentNames(test: Expression, taken: boolean): readonly string[] {
  if (test.kind === 'name') return taken ? [] : [test.id];
  if (test.kind === 'operation') {
    if (test.operator === 'not') return test.operands.flatMap((operand) => absentNames(operand, !taken));
    const either = test.operator === 'or' ? taken : test.operator === 'and' && !taken;
    return either ? test.operands.flatMap((operand) => absentNames(operand, taken)) : [];
  }
  if (test.kind !== 'comparison' || test.operators.length !== 1) return [];
  const [left, right] = test.operands;
  const isNone = right?.kind === 'constant' && right.value === null;
  const isEmpty = right?.kind === 'string' && right.value === '';
  if (left?.kind !== 'name' || !(isNone || isEmpty)) return [];
  return (test.operators[0] === 'is' || test.operators[0] === '==') === taken ? [left.id] : [];
}
