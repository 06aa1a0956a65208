// Base images whose Python the current SDK does not install on.

import { say } from '../../base/message';
import { SDK_CHANGELOG, SDK_PACKAGE, SDK_PYTHON } from '../../knowledge/sdk-releases';
import { requirementsOf } from '../../model/packages/package-lookup';
import { isOlder } from '../../model/packages/python-version';
import { needsNewPython, newestSdk, newestSdkForOldPython } from '../../model/packages/sdk';
import { rule } from '../rule';

export const pythonTooOld = rule({
  meta: {
    id: 'python-too-old',
    area: 'dependencies',
    severity: 'warning',
    since: '0.2.0',
    summary: 'The base image has a Python that current releases of runpod do not install on.',
    why: 'The build silently gets an older runpod, without the fixes since, or stops where a newer one is demanded.',
    good: 'The Python of the base image is new enough for current releases of runpod.',
    sources: [SDK_CHANGELOG, 'https://github.com/runpod/runpod-python/blob/main/pyproject.toml'],
  },
  reads: ['docker', 'packages'],
  *check({ docker, packages }) {
    const { python } = packages;
    const base = docker.lineage.at(-1);
    if (!base || !python.known || !isOlder(python.value, SDK_PYTHON.python)) return;
    for (const requirement of requirementsOf(packages, SDK_PACKAGE)) {
      const newest = newestSdk(packages, requirement);
      if (newest === undefined || !needsNewPython(newest)) continue;
      const fits = newestSdkForOldPython(packages, requirement);
      yield {
        uri: docker.source.uri,
        span: base.baseSpan,
        message:
          fits === undefined
            ? say`This image has Python ${python.value}, on which pip finds no runpod as asked for: releases from ${SDK_PYTHON.since} on need Python ${SDK_PYTHON.python}.`
            : say`This image has Python ${python.value}, on which pip installs runpod ${fits} at most: releases from ${SDK_PYTHON.since} on need Python ${SDK_PYTHON.python}.`,
        related: [{ uri: requirement.uri, span: requirement.span, message: say`runpod is asked for here.` }],
      };
      return;
    }
  },
});
