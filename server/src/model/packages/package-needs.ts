// What pip installs beside the packages that are asked for, as far as it is known.

import { rowOf } from '../../base/table';
import { PACKAGE_NEEDS } from '../../knowledge/package-needs';
import { NEEDLESS_PACKAGES } from '../../knowledge/python';

export interface Needs {
  /** Normalised names, those asked for among them; without extras. */
  readonly names: ReadonlySet<string>;
  /** Packages of which it is not known what they bring. */
  readonly opaque: ReadonlySet<string>;
}

/** Libraries of CUDA without a Python module of their own. */
const CUDA_LIBRARY = /^nvidia-[a-z0-9-]+-cu\d+$/;

/** Names may have extras: `fastapi[all]`. */
export function allNeeds(asked: Iterable<string>): Needs {
  const names = new Set<string>();
  const opaque = new Set<string>();
  const done = new Set<string>();
  const todo = [...asked];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (done.has(next)) continue;
    done.add(next);
    const [name = next, extra] = next.split('[');
    names.add(name);
    const needs = rowOf(PACKAGE_NEEDS, name);
    if (needs) todo.push(...needs);
    else if (!NEEDLESS_PACKAGES.has(name) && !CUDA_LIBRARY.test(name)) opaque.add(name);
    if (extra !== undefined) todo.push(...(rowOf(PACKAGE_NEEDS, next) ?? []));
  }
  return { names, opaque };
}
