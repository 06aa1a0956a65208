// What else of a worker may read or set variables: libraries that read them in their own way, and programs that are started.

import { DEAF_PROGRAMS, OPAQUE_READERS } from '../../knowledge/environment';
import { commandsOf } from '../python/commands';
import { callsNamed, type Module, type Python } from '../python/python';

/** Whether a library is imported that reads variables in ways which are not followed. */
export function hasOpaqueReader({ modules }: Python): boolean {
  const isOpaque = ({ imports }: Module): boolean =>
    imports.some(({ name, level }) => level === 0 && OPAQUE_READERS.has(name.split('.')[0] ?? ''));
  return modules.some(isOpaque);
}

/** Whether a program is started that may read whatever it is started with. */
export function startsReader(python: Python): boolean {
  for (const { fn, fact } of callsNamed(python.modules, RUNNERS)) {
    const commands = commandsOf(python, fn, fact.call);
    const isDeaf = commands?.every(([program]) => DEAF_PROGRAMS.has(program?.split('/').at(-1) ?? ''));
    if (isDeaf === false) return true;
  }
  return false;
}

const RUNNERS: ReadonlySet<string> = new Set([
  'run',
  'Popen',
  'call',
  'check_call',
  'check_output',
  'system',
  'popen',
  'create_subprocess_exec',
  'create_subprocess_shell',
]);
