// Which release of the RunPod SDK a requirement gets, and what is known of it. Releases are compared by their places in the
// list: comparing versions costs a thousand times as much, and this runs at every start.

import { newestAllowed } from '../../facts/versions';
import { FUNNEL, SDK_PYTHON, SDK_RELEASES } from '../../knowledge/sdk-releases';
import { limitsOf } from './package-lookup';
import type { Packages, Requirement } from './packages';

const FIRST_TO_FUNNEL = SDK_RELEASES.indexOf(FUNNEL.first);
const LAST_TO_FUNNEL = SDK_RELEASES.indexOf(FUNNEL.last);
const FIRST_FOR_NEW_PYTHON = SDK_RELEASES.indexOf(SDK_PYTHON.since);

/**
 * The newest release that is allowed, whatever Python is there; undefined where it cannot be told, or where it is older
 * than any of which something is known.
 */
export function newestSdk(packages: Packages, requirement: Requirement): string | undefined {
  return newestOf(packages, requirement, SDK_RELEASES.slice(FIRST_TO_FUNNEL));
}

/** The newest release that is allowed and installs on a Python that is too old for the newest of all. */
export function newestSdkForOldPython(packages: Packages, requirement: Requirement): string | undefined {
  return newestOf(packages, requirement, SDK_RELEASES.slice(0, FIRST_FOR_NEW_PYTHON));
}

function newestOf(packages: Packages, requirement: Requirement, releases: readonly string[]): string | undefined {
  const limits = limitsOf(packages, requirement);
  return limits === undefined ? undefined : newestAllowed(limits, releases);
}

export function needsNewPython(release: string): boolean {
  return SDK_RELEASES.indexOf(release) >= FIRST_FOR_NEW_PYTHON;
}

/** One of those in which, with a network volume, a single worker takes all jobs. */
export function funnelsJobs(release: string): boolean {
  const at = SDK_RELEASES.indexOf(release);
  return at >= FIRST_TO_FUNNEL && at <= LAST_TO_FUNNEL;
}
