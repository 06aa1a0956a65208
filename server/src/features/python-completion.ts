// What may be written at a place of a worker's Python that belongs to the SDK: the dictionary for start, schemas for the
// validator (python-schema.ts), methods of the logger, keys of the job. Everything else is other tools' business.

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: places to fill in, in the syntax of snippets

import { asIs, say } from '../base/message';
import { FIXED_MODIFIER, JOB_HELP, LOGGER_HELP, type MethodHelp, START_HELP } from '../knowledge/python-help';
import type { Frame } from '../syntax/python-frames';
import type { Completion } from './answers';
import {
  asHandlers,
  asModifiers,
  type Candidate,
  functionsAround,
  isLikelyHandler,
  isLikelyModifier,
} from './python-functions';
import { helpItems, helpProse } from './python-help-items';
import { choice, type Here, valueItem } from './python-items';
import type { Surroundings } from './python-names';
import { jobName, type Role, roleOf } from './python-role';
import { fieldKeys, fieldValues, rules, schemaKeys } from './python-schema';

/** The most useful first. */
export function pythonCompletions(around: Surroundings, text: string, snippets: boolean): readonly Completion[] {
  const { place } = around.outline;
  const role = place && roleOf(around, place);
  return place && role ? offers({ around, text, place, snippets }, role) : [];
}

function offers(here: Here, role: Role): readonly Completion[] {
  switch (role.kind) {
    case 'logger-method':
      return methods(here);
    case 'job-key':
      return jobKeys(here, role.isSure);
    case 'config-key':
      return configKeys(here, role.dict);
    case 'field-key':
      return fieldKeys(here, role.dict);
    case 'schema-key':
      return schemaKeys(here, role.dict);
    case 'config-value':
      return isText(here) ? [] : configValues(here, role.dict, role.key);
    case 'field-value':
      return isText(here) ? [] : fieldValues(here, role.dict, role.key);
    case 'schema-value':
      return isText(here) ? [] : rules(here, role.dict);
  }
}

/** In quotes behind a key: none of these values is text. */
function isText({ place }: Here): boolean {
  return place.quote !== undefined;
}

function configKeys(here: Here, dict: Frame): readonly Completion[] {
  const functions = functionsAround(here.around);
  const given = functions.find(({ name }) => name === dict.keys.get('handler'));
  const items = helpItems(here, dict, START_HELP, (name) => {
    if (name === 'handler') return choice(namesOf(asHandlers(functions).filter(isLikelyHandler))) ?? '${1:handler}';
    if (name !== 'concurrency_modifier') return '${1:True}';
    return choice(namesOf(modifiers(functions, dict).filter(isLikelyModifier))) ?? FIXED_MODIFIER;
  });
  const wanted = given?.isGenerator ? 'return_aggregate_stream' : given?.isAsync ? 'concurrency_modifier' : undefined;
  return [...items].sort((a, b) => Number(b.label === wanted) - Number(a.label === wanted));
}

function configValues(here: Here, dict: Frame, key: string): readonly Completion[] {
  switch (key) {
    case 'handler':
      return asHandlers(functionsAround(here.around)).map((one) => functionItem(here, dict, one));
    case 'return_aggregate_stream':
    case 'refresh_worker':
      return ['True', 'False'].map((one) => valueItem(here, dict, one, one));
    case 'concurrency_modifier':
      return [
        ...modifiers(functionsAround(here.around), dict).map((one) => functionItem(here, dict, one)),
        valueItem(here, dict, 'lambda', FIXED_MODIFIER, { detail: say`the same number each time` }),
      ];
    default:
      return [];
  }
}

function modifiers(functions: readonly Candidate[], dict: Frame): readonly Candidate[] {
  return asModifiers(functions.filter(({ name }) => name !== dict.keys.get('handler')));
}

function namesOf(candidates: readonly Candidate[]): readonly string[] {
  return candidates.map(({ name }) => name);
}

function functionItem(here: Here, dict: Frame, { name, isAsync, isGenerator }: Candidate): Completion {
  const detail = isGenerator ? say`streams its output` : isAsync ? say`async function` : undefined;
  return valueItem(here, dict, name, name, { kind: 'function', detail });
}

function methods(here: Here): readonly Completion[] {
  const { around, place, snippets } = here;
  const job = jobName(around, place.scope);
  return [...LOGGER_HELP].map(([name, help]) => {
    const isCalled = place.next === '(';
    return {
      label: name,
      kind: 'method',
      span: place.token,
      text: isCalled || !snippets ? name : `${name}(${argumentsOf(help, job)})`,
      isSnippet: true,
      detail: asIs(`(${help.signature})`),
      about: helpProse(help),
    };
  });
}

/** In a handler with the job's id. */
function argumentsOf({ args, takesJobId }: MethodHelp, job: string | undefined): string {
  return takesJobId && job !== undefined ? `${args}, ${job}["id"]` : args;
}

function jobKeys({ place }: Here, isSure: boolean): readonly Completion[] {
  const quote = place.quote ?? '"';
  return [...JOB_HELP].flatMap(([name, help]) =>
    isSure && !help.isSure
      ? []
      : [
          {
            label: name,
            kind: 'key' as const,
            span: place.token,
            text: quote + name + quote,
            detail: help.detail,
            about: helpProse(help),
          },
        ],
  );
}
