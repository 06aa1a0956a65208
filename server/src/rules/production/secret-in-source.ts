// Keys and tokens written into the worker's files. Their values appear neither in a message nor in a fix.

import type { Edit, Fix } from '../../base/edit';
import { type Message, say } from '../../base/message';
import type { Source } from '../../base/source';
import { addImport, replace } from '../../edits/python';
import { RUNPOD_VARIABLES, SECRET_SCANNING } from '../../knowledge/secrets';
import { argument, someExpression } from '../../model/python/expressions';
import { type Fn, type Module, statementsOf, textIn } from '../../model/python/python';
import { lookup, resolve } from '../../model/python/resolve';
import { type Secret, secretsIn, secretsInModule } from '../../model/secrets';
import type { Call, StringLiteral } from '../../syntax/python-tree';
import { bounded } from '../bounded';
import { type Finding, rule } from '../rule';

export const secretInSource = rule({
  meta: {
    id: 'secret-in-source',
    area: 'production',
    severity: 'error',
    since: '0.1.0',
    summary: 'A file of the worker holds a key or a token.',
    why: 'Whoever has the repository or pulls the image can use it, also after it was removed: it stays in the history and in the layers.',
    good: 'No file of the worker holds a key or a token.',
    sources: [RUNPOD_VARIABLES, SECRET_SCANNING],
  },
  reads: ['python?', 'hubFile?', 'tests?', 'testInput?', 'docker?'],
  *check({ python, hubFile, tests, testInput, docker }) {
    const modules = python ? [...python.modules, ...python.siblings, ...python.observers] : [];
    for (const module of new Set(modules)) yield* bounded(inSource(module.facts.source, module));
    const others = new Set([hubFile, tests, testInput, docker].flatMap((file) => (file ? [file.source] : [])));
    for (const source of others) yield* bounded(inSource(source, undefined));
  },
});

function* inSource(source: Source, module: Module | undefined): Iterable<Finding> {
  for (const secret of module ? secretsInModule(module) : secretsIn(source)) {
    const fix = module && fixOf(module, secret);
    const kind: Message = { template: secret.kind.name, args: [] };
    yield {
      uri: source.uri,
      span: secret.span,
      message: say`This looks like ${kind}. Whoever sees this file or the image can use it: revoke it, and keep the new one in an environment variable.`,
      fixes: fix ? [fix] : [],
    };
  }
}

interface Written {
  readonly fn: Fn;
  readonly text: StringLiteral;
  /** The call that it is an argument of. */
  readonly call: Call | undefined;
  /** The name that it is assigned to. */
  readonly name: string | undefined;
}

/** Reads the variable in the place of the key, where the key is a whole text of its own. */
function fixOf(module: Module, { kind, span }: Secret): Fix | undefined {
  const written = writtenAt(module, span);
  if (!written || written.text.value?.length !== span.end - span.start) return undefined;
  const { fn, text, call, name } = written;
  const at = statementsOf(fn);
  const title = say`Read it from the environment`;
  const origin = call && resolve(undefined, fn, call.callee);
  const isFallback = origin?.kind === 'external' && /^os\.(environ\.get|getenv)$/.test(origin.path);
  if (call && isFallback) {
    const variable = argument(call, undefined, 0);
    if (!variable || variable.value === text || !textIn(fn, call.callee).startsWith('os.')) return undefined;
    return { title, safe: false, edits: [replace(at, call, `os.environ[${textIn(fn, variable.value)}]`)] };
  }
  const os = lookup(undefined, fn, 'os');
  const imported = os.kind === 'external' && os.path === 'os';
  if (!imported && os.kind !== 'unknown') return undefined;
  const variable = name !== undefined && /^[A-Z][A-Z0-9_]*(KEY|TOKEN|SECRET)\w*$/.test(name) ? name : kind.variable;
  const edits: Edit[] = [replace(at, text, `os.environ["${variable}"]`)];
  if (!imported) edits.unshift(importOs(module));
  return { title, safe: false, edits };
}

function importOs({ facts }: Module): Edit {
  const statements = facts.statements.map(({ base, facts: { statement } }) => ({ base, statement }));
  return addImport(facts.source, statements, 'os');
}

function writtenAt(module: Module, span: Secret['span']): Written | undefined {
  for (const fn of [...module.parts, ...module.functions, ...module.classes.map((cls) => module.fn(cls.facts.body))]) {
    const { facts, base } = fn;
    const isText = (part: { readonly kind: string; readonly start: number; readonly end: number }): boolean =>
      part.kind === 'string' && base + part.start < span.start && span.end < base + part.end;
    for (const { call } of facts.calls) {
      const text = call.args.find(({ value }) => isText(value))?.value;
      if (text?.kind === 'string') return { fn, text, call, name: undefined };
    }
    for (const { target, value } of facts.assignments) {
      // `os.environ["HF_TOKEN"] = "…"`: reading it from where it is put would say nothing.
      if (!value || (target.kind === 'subscript' && /environ$/.test(textIn(fn, target.object)))) continue;
      let text: StringLiteral | undefined;
      someExpression(value, (part) => {
        if (part.kind === 'string' && isText(part)) text = part;
        return text !== undefined;
      });
      if (text)
        return { fn, text, call: undefined, name: target.kind === 'name' && text === value ? target.id : undefined };
    }
    for (const { default: value } of facts.parameters) {
      if (value?.kind === 'string' && isText(value)) return { fn, text: value, call: undefined, name: undefined };
    }
  }
  return undefined;
}
