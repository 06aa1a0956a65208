// Which huggingface_hub the image gets, as far as it matters for what its variables do.

import { allows } from '../../facts/versions';
import { BEFORE_HUB_1 } from '../../knowledge/hugging-face';
import { limitsOf, requirementsOf } from './package-lookup';
import type { Packages } from './packages';

/** Whether it is a release that ignores HF_HUB_ENABLE_HF_TRANSFER, or none at all. */
export function hubIgnoresTransfer(packages: Packages): boolean {
  if (packages.installed.opaque.size === 0 && !packages.installed.names.has('huggingface-hub')) return true;
  return BEFORE_HUB_1.some(({ name, releases }) =>
    requirementsOf(packages, name).some((requirement) => {
      const limits = limitsOf(packages, requirement);
      if (limits === undefined || limits === '') return false;
      return (
        /^(?:>=|==|~=)\s*[1-9]\d*/.test(limits) &&
        !releases.some((release) => allows(limits, release)) &&
        isAbove(limits, name)
      );
    }),
  );
}

/** `>=1`, `==1.2` of the hub, `>=5` of transformers. */
function isAbove(limits: string, name: string): boolean {
  const major = Number(/[>=~]=\s*(\d+)/.exec(limits)?.[1] ?? 0);
  return name === 'transformers' ? major >= 5 : major >= 1;
}
