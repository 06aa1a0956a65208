// What is known of a package that is asked for, in words for a hover: in a requirements file, a project file or a command of
// the Dockerfile. What is wrong with it is the rules' business.

import { type Message, say } from '../base/message';
import { contains, span } from '../base/span';
import { rowsOf } from '../base/table';
import type { Uri } from '../base/uri';
import { DISTRIBUTIONS } from '../knowledge/distributions';
import { NEEDLESS_PACKAGES } from '../knowledge/python';
import {
  FUNNEL,
  SDK_CHANGELOG,
  SDK_PACKAGE,
  SDK_PYTHON,
  SDK_RELEASES,
  TROUBLESHOOTING,
} from '../knowledge/sdk-releases';
import { limitsOf } from '../model/packages/package-lookup';
import type { Packages, Requirement } from '../model/packages/packages';
import { isOlder } from '../model/packages/python-version';
import { funnelsJobs, needsNewPython, newestSdk, newestSdkForOldPython } from '../model/packages/sdk';
import type { Inputs } from '../model/worker';
import { code, codes, type Hover, type Prose } from './answers';

/** Undefined where nothing is asked for at this place. */
export function requirementHover({ packages }: Partial<Inputs>, uri: Uri, offset: number): Hover | undefined {
  const here = span(offset, offset);
  const asked = packages && [...packages.requirements, ...packages.constraints];
  const requirement = asked?.find((one) => one.uri === uri && contains(one.span, here));
  if (!packages || !requirement) return undefined;
  return { span: requirement.span, about: prose(packages, requirement) };
}

function prose(packages: Packages, requirement: Requirement): Prose {
  const { name, conditional, direct } = requirement;
  const limits = limitsOf(packages, requirement);
  const asked = direct
    ? say`from the place that is given`
    : limits === undefined
      ? say`in a version that the text does not tell`
      : limits === ''
        ? say`in its newest release`
        : code(limits);
  const isLimit = packages.constraints.includes(requirement);
  return [
    isLimit ? say`A limit for ${code(name)}: it installs nothing.` : say`Package ${code(name)}, ${asked}.`,
    ...(conditional ? [say`Whether it is installed depends on a condition.`] : []),
    ...(NEEDLESS_PACKAGES.has(name) ? [say`Python itself has a module of this name.`] : []),
    ...importedAs(name),
    ...(packages.brought.has(name) ? [broughtBy(packages, name)] : []),
    ...(name === SDK_PACKAGE ? sdkProse(packages, requirement) : []),
  ];
}

function importedAs(name: string): readonly Message[] {
  const modules = rowsOf(DISTRIBUTIONS).filter(([module, names]) => names.includes(name) && module !== name);
  if (modules.length === 0) return [];
  return [say`Imported as ${codes(modules.map(([module]) => module))}.`];
}

function broughtBy({ brought }: Packages, name: string): Message {
  const version = brought.get(name);
  return version === undefined ? say`The base image brings it.` : say`The base image brings it in release ${version}.`;
}

function sdkProse(packages: Packages, requirement: Requirement): readonly Message[] {
  const newest = newestSdk(packages, requirement);
  const { python } = packages;
  const tooOld = python.known && isOlder(python.value, SDK_PYTHON.python);
  const gets = tooOld ? newestSdkForOldPython(packages, requirement) : newest;
  const latest = SDK_RELEASES.at(-1) ?? '';
  return [
    gets === undefined || gets === latest
      ? say`[RunPod's SDK](${SDK_CHANGELOG}), newest known release ${latest}.`
      : say`[RunPod's SDK](${SDK_CHANGELOG}), newest known release ${latest}; this gets ${gets}.`,
    ...(gets !== undefined && funnelsJobs(gets)
      ? [
          say`With a network volume, releases ${FUNNEL.first} to ${FUNNEL.last} [give all jobs to one worker](${TROUBLESHOOTING}); ${FUNNEL.fixed} put it right.`,
        ]
      : []),
    ...(tooOld && newest !== undefined && needsNewPython(newest)
      ? [say`Releases from ${SDK_PYTHON.since} on need Python ${SDK_PYTHON.python}; the image has ${python.value}.`]
      : []),
  ];
}
