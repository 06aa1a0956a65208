// Whether a condition of a requirement (`; python_version < "3.10"`) holds in the image: Linux on x86-64 with CPython, whose
// version may be known.

import type { Static } from '../../base/static';
import type { Marker, MarkerValue } from '../../facts/requirements';
import { allows, isVersion } from '../../facts/versions';

export type Verdict = 'holds' | 'fails' | 'unknown';

/** RunPod runs images for linux/amd64 only. */
const MACHINE: Readonly<Record<string, string>> = {
  sys_platform: 'linux',
  platform_system: 'Linux',
  os_name: 'posix',
  platform_machine: 'x86_64',
  implementation_name: 'cpython',
  platform_python_implementation: 'CPython',
  extra: '',
};

export function evaluate(marker: Marker, python: Static<string>): Verdict {
  switch (marker.kind) {
    case 'compare':
      return compare(marker.left, marker.operator, marker.right, python);
    case 'and': {
      const both = [evaluate(marker.left, python), evaluate(marker.right, python)];
      return both.includes('fails') ? 'fails' : both.includes('unknown') ? 'unknown' : 'holds';
    }
    case 'or': {
      const both = [evaluate(marker.left, python), evaluate(marker.right, python)];
      return both.includes('holds') ? 'holds' : both.includes('unknown') ? 'unknown' : 'fails';
    }
  }
}

function compare(left: MarkerValue, operator: string, right: MarkerValue, python: Static<string>): Verdict {
  const [a, b] = [textOf(left, python), textOf(right, python)];
  if (a === undefined || b === undefined) return 'unknown';
  if (operator === 'in') return verdict(b.includes(a));
  if (operator === 'not in') return verdict(!b.includes(a));
  if (isVersion(a) && isVersion(b.replace(/\.\*$/, ''))) return verdict(allows(`${operator}${b}`, a));
  if (operator === '==' || operator === '===') return verdict(a === b);
  return operator === '!=' ? verdict(a !== b) : 'unknown';
}

function verdict(holds: boolean): Verdict {
  return holds ? 'holds' : 'fails';
}

function textOf(value: MarkerValue, python: Static<string>): string | undefined {
  if (value.kind === 'text') return value.value;
  if (value.name === 'python_version') return python.known ? python.value : undefined;
  return MACHINE[value.name];
}
