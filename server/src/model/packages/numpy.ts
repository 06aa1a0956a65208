// Whether PyTorch from before NumPy 2 meets NumPy 2 in the image. Decided only where nothing else can keep NumPy back.

import { allows, newestAllowed } from '../../facts/versions';
import {
  LEAVES_NUMPY_ALONE,
  NUMPY_1,
  NUMPY_2,
  NUMPY_2_PYTHON,
  RISES_WITH_NUMPY,
  TORCH_FOR_NUMPY_1,
  TORCH_RELEASES,
} from '../../knowledge/numpy';
import { limitsOf, requirementsOf } from './package-lookup';
import type { Packages, Requirement } from './packages';
import { isOlder } from './python-version';

export interface NumpyMismatch {
  /** What asks for NumPy; undefined where it comes with other packages. */
  readonly numpy: Requirement | undefined;
  /** What asks for PyTorch; undefined where the base image brings it. */
  readonly torch: Requirement | undefined;
  /** The specifier that keeps NumPy back and says what it said before. */
  readonly limited: string;
}

export function numpyMismatch(packages: Packages): NumpyMismatch | undefined {
  const { python, namedPythons, brought } = packages;
  if (python.known && isOlder(python.value, NUMPY_2_PYTHON)) return undefined;
  if ([...namedPythons].some((version) => isOlder(version, NUMPY_2_PYTHON))) return undefined;
  const torch = requirementsOf(packages, 'torch').at(-1);
  if (torch ? !isBeforeNumpy2(packages, torch) : !isOldRelease(brought.get('torch'))) return undefined;
  const asked = requirementsOf(packages, 'numpy');
  const numpy = asked.at(-1);
  if (numpy) return getsNumpy2(packages, numpy, asked) ? { numpy, torch, limited: limitedBelow2(numpy) } : undefined;
  const comes = packages.installed.names.has('numpy') && !brought.has('numpy');
  const isFree =
    packages.whole && !packages.requirements.some(({ name }) => name === 'numpy') && mayRise(packages, torch);
  const limited = packages.constraints.some(({ name }) => name === 'numpy');
  return torch && comes && isFree && !limited ? { numpy: undefined, torch, limited: '<2' } : undefined;
}

/** An older release fits, and none that is known to be newer. */
function isBeforeNumpy2(packages: Packages, torch: Requirement): boolean {
  // `+cu121` names a build of the same release.
  const limits = limitsOf(packages, torch)?.replace(/\+[\w.]+/g, '');
  return (
    limits !== undefined &&
    newestAllowed(limits, TORCH_FOR_NUMPY_1) !== undefined &&
    newestAllowed(limits, TORCH_RELEASES) === undefined
  );
}

function isOldRelease(version: string | undefined): boolean {
  return version !== undefined && /^(?:[01]\.|2\.[0-2](?:\.|$))/.test(version);
}

function getsNumpy2(packages: Packages, numpy: Requirement, asked: readonly Requirement[]): boolean {
  const limits = asked.map((one) => limitsOf(packages, one));
  if (limits.includes(undefined)) return false;
  const all = limits.filter((limit) => limit !== '').join(',');
  if (newestAllowed(all, NUMPY_2) === undefined && !NUMPY_2.some((release) => allows(all, release)))
    return exactlyTwo(all);
  const mayStay = NUMPY_1.some((release) => allows(all, release));
  if (!mayStay) return true;
  // One that is there already stays, unless a newer one is asked for.
  if (packages.brought.has('numpy') && !numpy.upgrade) return false;
  return packages.whole && mayRise(packages, undefined);
}

/** `==2.0.1`. */
function exactlyTwo(limits: string): boolean {
  return /^==2\.\d+(?:\.\d+)*$/.test(limits.replace(/\s/g, ''));
}

/** No other package can be what keeps NumPy back: those that never do, and others in their newest release. */
function mayRise({ requirements, python }: Packages, except: Requirement | undefined): boolean {
  const isRecent = python.known && !isOlder(python.value, '3.10');
  return requirements.every(
    (one) =>
      one === except ||
      one.name === 'numpy' ||
      LEAVES_NUMPY_ALONE.has(one.name) ||
      (isRecent && RISES_WITH_NUMPY.has(one.name) && one.specifier === ''),
  );
}

function limitedBelow2({ specifier }: Requirement): string {
  const kept = (specifier ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && NUMPY_1.some((release) => allows(part, release)));
  return [...kept.filter((part) => !part.startsWith('==')), '<2'].join(',');
}
