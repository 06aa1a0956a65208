// What a hover says of a key or a method in Python that belongs to the SDK.

import { asIs } from '../base/message';
import {
  FIELD_HELP,
  type Help,
  INTERNAL_START_HELP,
  JOB_HELP,
  LOGGER_HELP,
  START_HELP,
} from '../knowledge/python-help';
import { START_SOURCE } from '../knowledge/sdk';
import { code, type Hover, type Prose } from './answers';
import { documentation, helpProse } from './python-help-items';
import type { Surroundings } from './python-names';
import { roleOf } from './python-role';

/** On a key or a method; a value says enough by itself. */
export function pythonHover(around: Surroundings): Hover | undefined {
  const { place } = around.outline;
  const role = place && place.text !== '' ? roleOf(around, place) : undefined;
  if (place === undefined || role === undefined) return undefined;
  const about = proseFor(role.kind, place.text);
  return about && { span: place.token, about };
}

function proseFor(role: string, name: string): Prose | undefined {
  const help = TABLES.get(role)?.get(name);
  if (help) return titledProse(name, help);
  const method = role === 'logger-method' ? LOGGER_HELP.get(name) : undefined;
  if (method) return titledProse(`${name}(${method.signature})`, method);
  const internal = role === 'config-key' ? INTERNAL_START_HELP.get(name) : undefined;
  return internal && [asIs(code(name)), internal, documentation(START_SOURCE)];
}

const TABLES: ReadonlyMap<string, ReadonlyMap<string, Help>> = new Map<string, ReadonlyMap<string, Help>>([
  ['config-key', START_HELP],
  ['field-key', FIELD_HELP],
  ['job-key', JOB_HELP],
]);

function titledProse(title: string, help: Help): Prose {
  return [{ template: '{0} · {1}', args: [code(title), help.detail] }, ...helpProse(help)];
}
