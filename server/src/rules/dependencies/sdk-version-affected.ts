// Pins of the SDK that cannot get out of the releases in which one worker takes all jobs.

import { say } from '../../base/message';
import { FUNNEL, SDK_CHANGELOG, SDK_PACKAGE, SDK_PYTHON, TROUBLESHOOTING } from '../../knowledge/sdk-releases';
import { limitsOf, requirementsOf } from '../../model/packages/package-lookup';
import type { Packages, Requirement } from '../../model/packages/packages';
import { isOlder } from '../../model/packages/python-version';
import { funnelsJobs, newestSdk } from '../../model/packages/sdk';
import { type Finding, rule } from '../rule';
import { setSpecifier } from './specifier';

export const sdkVersionAffected = rule({
  meta: {
    id: 'sdk-version-affected',
    area: 'dependencies',
    severity: 'warning',
    since: '0.2.0',
    summary: 'The version of runpod that is asked for is one in which a single worker takes all jobs.',
    why: 'With a network volume attached, jobs queue up in front of one worker while the others stay idle. Releases 1.7.11 to 1.10.0 do this.',
    good: 'The version of runpod gives jobs to all workers.',
    sources: [TROUBLESHOOTING, SDK_CHANGELOG],
  },
  reads: ['packages'],
  *check({ packages }) {
    const requirements = requirementsOf(packages, SDK_PACKAGE);
    // Whatever is installed last decides, and that may be any version.
    const last = requirements.at(-1);
    if (last === undefined || limitsOf(packages, last) === undefined) return;
    if (last.upgrade && affected(packages, last) === undefined) return;
    for (const requirement of requirements) {
      const newest = affected(packages, requirement);
      if (newest !== undefined) yield finding(packages, requirement, newest);
    }
  },
});

/** The release that gets installed, where it is one of those. */
function affected(packages: Packages, requirement: Requirement): string | undefined {
  const newest = newestSdk(packages, requirement);
  return newest !== undefined && funnelsJobs(newest) ? newest : undefined;
}

function finding(packages: Packages, requirement: Requirement, newest: string): Finding {
  const limit = packages.constraints.find(({ name }) => name === SDK_PACKAGE);
  const own = { ...packages, constraints: [] };
  // The limit may be what keeps it there.
  const place = limit !== undefined && affected(own, requirement) === undefined ? limit : requirement;
  // Later releases do not install on an older Python.
  const stays = packages.python.known && isOlder(packages.python.value, SDK_PYTHON.python);
  const edit = stays ? undefined : setSpecifier(place, `>=${FUNNEL.fixed}`);
  return {
    uri: place.uri,
    span: place.span,
    message: say`This installs runpod ${newest}: with a network volume, releases ${FUNNEL.first} to ${FUNNEL.last} give all jobs to one worker.`,
    fixes: edit ? [{ title: say`Ask for runpod>=${FUNNEL.fixed}`, safe: true, edits: [edit] }] : [],
  };
}
