// Variables that are set when the library that reads them has read them already.

import type { Edit, Fix } from '../../base/edit';
import { say } from '../../base/message';
import { type Span, span } from '../../base/span';
import { moveStatements } from '../../edits/python';
import { HUGGINGFACE_VARIABLES, LOADED_BY_MEMBER, READ_AT_IMPORT, READ_BY_CUDA } from '../../knowledge/caches';
import { someExpression } from '../../model/python/expressions';
import { type Event, eventsOf } from '../../model/python/import-order';
import { type Module, placeIn } from '../../model/python/python';
import type { Expression, Statement } from '../../syntax/python-tree';
import { type Finding, rule } from '../rule';

type Variable = Extract<Event, { kind: 'variable' }>;
type Reader = Exclude<Event, { kind: 'variable' }>;

export const cacheEnvAfterImport = rule({
  meta: {
    id: 'cache-env-after-import',
    area: 'performance',
    severity: 'warning',
    since: '0.1.0',
    summary: 'A variable is set after the library that reads it was imported.',
    why: 'The library goes on with its default: models are downloaded into the container on every cold start instead of being found on the volume.',
    good: 'Variables are set before the libraries that read them are imported.',
    sources: [HUGGINGFACE_VARIABLES],
  },
  reads: ['python', 'docker?'],
  *check({ python, docker }) {
    if (!python.modules.some(({ facts }) => ANY_VARIABLE.test(facts.source.text))) return;
    const inImage = new Set((docker?.lineage ?? []).flatMap(({ env }) => env.map(({ name }) => name)));
    const seen = new Set<string>();
    for (const entry of python.entries) {
      const events = eventsOf(python, entry);
      const set = new Set<string>();
      for (const [index, event] of events.entries()) {
        if (event.kind !== 'variable') continue;
        const reader = set.has(event.name)
          ? undefined
          : events.slice(0, index).find((earlier) => reads(earlier, event.name));
        set.add(event.name);
        // What the image says is what the library has read.
        if (!reader || reader.kind === 'variable' || inImage.has(event.name)) continue;
        const finding = findingOf(event, reader);
        const id = `${finding.uri}#${finding.span.start}`;
        if (!seen.has(id)) yield finding;
        seen.add(id);
      }
    }
  },
});

const ANY_VARIABLE = new RegExp([...READ_AT_IMPORT.keys(), ...READ_BY_CUDA].join('|'));

function reads(event: Event, name: string): boolean {
  if (event.kind === 'cuda') return READ_BY_CUDA.has(name);
  if (event.kind !== 'import' || !READ_AT_IMPORT.get(name)?.includes(event.package)) return false;
  return event.package !== LOADED_BY_MEMBER || event.member;
}

function findingOf(variable: Variable, reader: Reader): Finding {
  const fix = fixOf(variable, reader);
  const place = placeIn(variable.fn, variable.key);
  const there = placeIn(reader.fn, firstLine(reader));
  return {
    ...place,
    message:
      reader.kind === 'cuda'
        ? say`${variable.name} is set too late: CUDA has read it at ${reader.path}().`
        : say`${variable.name} is set too late: the import of ${reader.package} has read it already.`,
    related: [{ ...there, message: say`It is read here` }],
    fixes: fix ? [fix] : [],
  };
}

function firstLine(reader: Reader): Span {
  if (reader.kind === 'cuda') return reader.fact.call.callee;
  const { statement } = reader.fact;
  const { source } = reader.fn.module.facts;
  const text = source.text.slice(reader.fn.base + statement.start, reader.fn.base + statement.end);
  const newline = text.search(/[\r\n]/);
  return span(statement.start, newline < 0 ? statement.end : statement.start + newline);
}

/** Moves the line in front of the statement that reads the variable, with `import os` where that comes too late as well. */
function fixOf({ fn, assignment, where }: Variable, reader: Reader): Fix | undefined {
  const { module } = fn;
  if (!assignment?.value || where || module !== reader.fn.module) return undefined;
  const { statements } = module.facts;
  const own = statements.find(({ base }) => base === fn.base);
  const before = reader.fn.base;
  if (!own || own.facts.statement !== assignment.statement) return undefined;
  const late = lateNames(module, assignment.value, before);
  const os = late.has('os') ? statements.find(({ facts: { statement } }) => isImportOfOs(statement)) : undefined;
  if (late.size > (os ? 1 : 0)) return undefined;
  const moved = [...(os ? [os] : []), own].map(({ base, facts: { statement } }) => ({ base, statement }));
  const edits: readonly Edit[] | undefined = moveStatements(module.facts.source, moved, before);
  return edits && { title: say`Set it before it is read`, safe: true, edits };
}

/** Names of the statement that the module binds only behind an offset; `os` is one of its own. */
function lateNames(module: Module, value: Expression, offset: number): ReadonlySet<string> {
  const late = new Set<string>();
  const check = (name: string): void => {
    const bindings = module.scope.get(name) ?? [];
    const first = bindings.some((binding) => {
      if (binding.kind === 'import')
        return module.parts.some(({ base, facts }) => base < offset && facts.imports.includes(binding.fact));
      if (binding.kind === 'value') return binding.fn.base < offset;
      return (binding.kind === 'function' ? binding.fn.base : binding.cls.base) < offset;
    });
    if (bindings.length > 0 && !first) late.add(name);
  };
  check('os');
  someExpression(value, (part) => {
    if (part.kind === 'name') check(part.id);
    return false;
  });
  return late;
}

function isImportOfOs(statement: Statement): boolean {
  if (statement.kind !== 'import') return false;
  const [only] = statement.names;
  return (
    statement.module === undefined && statement.names.length === 1 && only?.name === 'os' && only.alias === undefined
  );
}
