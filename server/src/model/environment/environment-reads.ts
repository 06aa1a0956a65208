// What Python does with a variable that is not set: takes another value, tests for it, fails. And of which type the
// variable is, as far as what is done with its text tells.

import { known, type Static, unknown } from '../../base/static';
import { environmentFacts, takesNone } from '../../facts/environment';
import { parentsIn } from '../../facts/parents';
import type { StatementFacts, Where } from '../../facts/python';
import type { Call, Expression, Name, Statement } from '../../syntax/python-tree';
import type { Fn, Module, Python } from '../python/python';
import { resolve } from '../python/resolve';
import type { SureCode } from '../python/sure';
import type { EnvironmentRead } from './environment';

export interface Usage {
  readonly fallback: Static<string> | undefined;
  /** Without the variable the code raises. */
  readonly demanded: boolean;
  readonly type: EnvironmentRead['type'];
}

/** The text that an expression stands for; undefined for `None`. */
export function literalOf(python: Python, fn: Fn, expression: Expression): Static<string> | undefined {
  const origin = resolve(python, fn, expression);
  const literal = origin.kind === 'expression' ? origin.expression : expression;
  switch (literal.kind) {
    case 'string':
      return literal.value === undefined ? unknown : known(literal.value);
    case 'number':
      return known(literal.text);
    case 'constant':
      if (literal.value === null) return undefined;
      return typeof literal.value === 'boolean' ? known(String(literal.value)) : unknown;
    case 'operation': {
      const [operand] = literal.operands;
      const isNegative = literal.operator === '-' && literal.operands.length === 1 && operand?.kind === 'number';
      return isNegative ? known(`-${operand.text}`) : unknown;
    }
    case 'call': {
      // `str(8)`
      const [first] = literal.args;
      const isText = literal.callee.kind === 'name' && literal.callee.id === 'str' && literal.args.length === 1;
      return isText && first && first.value !== literal ? literalOf(python, fn, first.value) : unknown;
    }
    default:
      return unknown;
  }
}

/** What a default argument says: undefined where it is `None`, as if there were none. */
export function fallbackOf(python: Python, fn: Fn, given: Expression): Static<string> | undefined {
  return literalOf(python, fn, given);
}

/** Most steps from a read outwards. */
const MOST_STEPS = 8;

const PLAIN: Usage = { fallback: undefined, demanded: false, type: undefined };

/** Conversions and methods whose result is as missing, or as true, as what they are given. */
const CONVERSIONS: ReadonlyMap<string, EnvironmentRead['type']> = new Map([
  ['int', 'number'],
  ['float', 'number'],
  ['bool', 'boolean'],
  ['str', 'string'],
]);

const TRUTHS = /^(?:true|false|1|0|yes|no|on|off|y|n|t|f)$/i;

export class Usages {
  private readonly statements = new Map<Module, ReadonlyMap<number, StatementFacts>>();

  constructor(
    private readonly python: Python,
    private readonly sure: SureCode,
  ) {}

  runsSurely(fn: Fn, where: Where | undefined): boolean {
    return this.sure.runs(fn, where);
  }

  /** How the value of a read is used. */
  of(fn: Fn, read: Expression, _where: Where | undefined): Usage {
    const parents = parentsIn(this.statementOf(fn));
    let type: EnvironmentRead['type'];
    let at = read;
    for (let step = 0; step < MOST_STEPS; step++) {
      const around = parents.get(at);
      switch (around?.kind) {
        case 'call': {
          if (around.callee === at) return { ...PLAIN, type };
          if (takesNone(at, around)) return { fallback: unknown, demanded: false, type };
          const name = around.callee.kind === 'name' ? around.callee.id : '';
          const converted = CONVERSIONS.get(name);
          type ??= converted ?? (/(?:^|_)bool(?:$|_)/i.test(name) ? 'boolean' : undefined);
          if (converted === undefined) {
            const fails = this.failsWithNone(fn, around);
            return { ...PLAIN, type, demanded: fails };
          }
          if (name === 'int' || name === 'float') return { fallback: undefined, demanded: true, type };
          if (name === 'bool') return { fallback: unknown, demanded: false, type };
          at = around;
          continue;
        }
        case 'attribute': {
          const call = parents.get(around);
          if (call?.kind === 'call' && call.callee === around) type ??= this.typeAround(parents, call);
          return { fallback: undefined, demanded: true, type };
        }
        case 'subscript':
          return around.object === at ? { fallback: undefined, demanded: true, type } : { ...PLAIN, type };
        case 'operation': {
          const place = around.operands.indexOf(at);
          const next = around.operands[place + 1];
          if (around.operator === 'or' && next) {
            const fallback = literalOf(this.python, fn, next) ?? undefined;
            return { fallback, demanded: false, type: type ?? this.typeAround(parents, around) };
          }
          if (around.operator === 'not' || around.operator === 'and')
            return { fallback: unknown, demanded: false, type };
          if (around.operator === 'or') return { fallback: unknown, demanded: false, type };
          return { ...PLAIN, type };
        }
        case 'comparison':
          return { fallback: unknown, demanded: false, type: type ?? truthType(around.operands) };
        case 'conditional':
          if (around.test === at) return { fallback: unknown, demanded: false, type };
          at = around;
          continue;
        case 'await':
        case 'starred':
          at = around;
          continue;
        case 'walrus':
          return { fallback: unknown, demanded: false, type };
        case 'if':
        case 'while':
          return { fallback: unknown, demanded: false, type };
        case 'assert':
          return { fallback: undefined, demanded: true, type };
        case 'assign': {
          const [target, ...others] = around.targets;
          if (target?.kind !== 'name' || others.length > 0 || around.value !== at) return { ...PLAIN, type };
          return { ...this.ofName(fn, target), type };
        }
        default:
          return { ...PLAIN, type };
      }
    }
    return { ...PLAIN, type };
  }

  /** Whether a function raises where the variable that it reads by the name in `parameter` is missing. */
  demands(fn: Fn, _parameter: Name): boolean {
    const { demanded } = environmentFacts(this.factsOf(fn));
    const values = new Set(fn.facts.assignments.flatMap(({ target }) => (target.kind === 'name' ? [target.id] : [])));
    return demanded.some(({ owner, name, where }) => owner === fn.facts && where === undefined && values.has(name));
  }

  /** What becomes of a value that is kept under a name. */
  private ofName(fn: Fn, { id }: Name): Omit<Usage, 'type'> {
    const isModule = fn.facts.kind === 'module';
    const statements = isModule ? fn.module.facts.statements.map(({ facts }) => facts) : [this.factsOf(fn)];
    const found = statements.map(environmentFacts);
    const demanded = found.some((facts) =>
      facts.demanded.some(
        ({ name, owner, where }) =>
          name === id && (isModule || owner === fn.facts) && this.sure.runs(fn.module.fn(owner), where),
      ),
    );
    if (demanded) return { fallback: undefined, demanded: true };
    const tested = found.some((facts) => facts.tested.has(id)) || (isModule && this.isTestedElsewhere(fn.module, id));
    // Assigned again under a condition: `if not KEY: KEY = "x"`.
    return { fallback: tested ? unknown : undefined, demanded: false };
  }

  /** A name of the module may be imported, or read through the module, and be tested there. */
  private isTestedElsewhere(module: Module, name: string): boolean {
    return this.python.modules.some(
      (other) =>
        other !== module &&
        other.facts.source.text.includes(name) &&
        other.facts.statements.some(({ facts }) => environmentFacts(facts).tested.has(name)),
    );
  }

  /** Calls that raise for `None`: `os.path.join(None)`, `Path(None)`, `json.loads(None)`. */
  private failsWithNone(fn: Fn, call: Call): boolean {
    const origin = resolve(this.python, fn, call.callee);
    return (
      origin.kind === 'external' &&
      /^(?:os\.path\.(?:join|exists|isdir|isfile|abspath)|pathlib\.Path|json\.loads)$/.test(origin.path)
    );
  }

  /** `….lower() == "true"`, `… in ("1", "true")`: the type that a value is compared as. */
  private typeAround(parents: ReturnType<typeof parentsIn>, expression: Expression): EnvironmentRead['type'] {
    let at = expression;
    for (let step = 0; step < MOST_STEPS; step++) {
      const around = parents.get(at);
      if (around?.kind === 'comparison') return truthType(around.operands);
      if (around?.kind === 'call' && around.callee !== at) {
        const name = around.callee.kind === 'name' ? around.callee.id : '';
        return CONVERSIONS.get(name);
      }
      if (around?.kind !== 'attribute' && around?.kind !== 'call') return undefined;
      at = around;
    }
    return undefined;
  }

  private statementOf(fn: Fn): Statement {
    return this.factsOf(fn).statement;
  }

  private factsOf({ module, base }: Fn): StatementFacts {
    let byBase = this.statements.get(module);
    if (!byBase) {
      byBase = new Map(module.facts.statements.map((statement) => [statement.base, statement.facts]));
      this.statements.set(module, byBase);
    }
    const facts = byBase.get(base);
    if (!facts) throw new Error('facts of another version of the file');
    return facts;
  }
}

function truthType(operands: readonly Expression[]): EnvironmentRead['type'] {
  const literals = operands.flatMap((operand) =>
    operand.kind === 'list' || operand.kind === 'tuple' || operand.kind === 'set' ? operand.items : [operand],
  );
  const texts = literals.flatMap((literal) =>
    literal.kind === 'string' && literal.value !== undefined ? [literal.value] : [],
  );
  return texts.length > 0 && texts.every((text) => TRUTHS.test(text)) ? 'boolean' : undefined;
}
