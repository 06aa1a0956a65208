// The variables of the environment that a worker reads, in Python, in shell scripts and in the Dockerfile, and those that
// something sets: one table, against which hub.json and tests.json are held.

import type { Place } from '../base/span';
import type { Static } from '../base/static';
import type { Script } from '../facts/shell';
import type { Docker } from './docker';
import type { Python } from './python';

export interface Environment {
  /** In the order of files and text. */
  readonly reads: readonly EnvironmentRead[];
  /** By name: what the Dockerfile sets, and scripts set before they start the worker. */
  readonly set: ReadonlyMap<string, EnvironmentValue>;
  /** Every file that may read variables was read, and no name is worked out at run time. */
  readonly whole: boolean;
}

export interface EnvironmentRead extends Place {
  readonly name: string;
  readonly from: 'python' | 'shell' | 'docker';
  /** What the worker goes on with where the variable is not set: undefined where it then fails, or nothing is said. */
  readonly fallback: Static<string> | undefined;
  /** Without the variable the worker fails: `os.environ["A"]` at import or on the job path, `${A:?}`. */
  readonly required: boolean;
}

export interface EnvironmentValue extends Place {
  readonly value: Static<string>;
}

export function environmentOf(
  _python: Python | undefined,
  _docker: Docker | undefined,
  _scripts: readonly Script[],
): Environment | undefined {
  return undefined;
}
