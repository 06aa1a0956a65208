// Which package a module comes from, and whether the image has it. Where several packages may bring it, each is as good.

import { rowOf } from '../../base/table';
import { normalised } from '../../facts/project';
import { allows } from '../../facts/versions';
import { DISTRIBUTIONS, NAMESPACES } from '../../knowledge/distributions';
import { NEVER_BROUGHT, PACKAGE_NEEDS } from '../../knowledge/package-needs';
import type { Packages, Requirement } from './packages';

export interface Origin {
  /** Packages that bring the module, the usual one first. */
  readonly names: readonly string[];
  /** It is this one package, and no other. */
  readonly certain: boolean;
  /** A package that is known to bring it, rather than one that only has the module's name. */
  readonly known: boolean;
}

/** Undefined: the name belongs to many packages, and which one is meant cannot be told. */
export function originOf(module: string): Origin | undefined {
  const parts = module.split('.');
  for (let length = parts.length; length > 0; length--) {
    const names = rowOf(DISTRIBUTIONS, parts.slice(0, length).join('.'));
    if (names) return { names, certain: names.length === 1, known: true };
    if (NAMESPACES.has(parts.slice(0, length).join('.'))) return undefined;
  }
  const name = normalised(parts[0] ?? '');
  const known = rowOf(PACKAGE_NEEDS, name) !== undefined;
  return { names: [name], certain: known, known };
}

export type Presence = 'present' | 'absent' | 'unknown';

export function presenceOf({ installed, perhaps, whole, foreignCode }: Packages, names: readonly string[]): Presence {
  if (names.some((name) => installed.names.has(name))) return 'present';
  if (!whole || foreignCode || names.some((name) => perhaps.has(name))) return 'unknown';
  // Something that is not known may bring it.
  const isKnown = installed.opaque.size === 0 || names.every((name) => NEVER_BROUGHT.has(name));
  return isKnown ? 'absent' : 'unknown';
}

/** Those that ask for a package, without the ones that may not be installed. */
export function requirementsOf({ requirements }: Packages, name: string): readonly Requirement[] {
  return requirements.filter((one) => one.name === name && !one.conditional);
}

/** What a requirement allows, with the limits of `-c` files; undefined where it cannot be told. */
export function limitsOf({ constraints }: Packages, { name, specifier }: Requirement): string | undefined {
  if (specifier === undefined) return undefined;
  const limits = constraints.filter((one) => one.name === name).map((one) => one.specifier);
  if (limits.includes(undefined)) return undefined;
  return [specifier, ...limits].filter((limit) => limit !== '').join(',');
}

/** Whether a package is asked for in a version that the specifier excludes, such as `>=2` of numpy. */
export function mayBe(packages: Packages, requirement: Requirement, version: string): boolean {
  const limits = limitsOf(packages, requirement);
  return limits !== undefined && allows(limits, version);
}
