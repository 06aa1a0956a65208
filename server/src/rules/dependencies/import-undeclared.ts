// Imports of packages that nothing installs. The SDK has a rule of its own where there is an image.

import type { Fix } from '../../base/edit';
import { type Message, say } from '../../base/message';
import { SDK_PACKAGE } from '../../knowledge/sdk-releases';
import type { Files } from '../../model/files';
import type { Docker } from '../../model/image/docker';
import type { Image } from '../../model/image/image';
import { installedByPython } from '../../model/packages/installed-by-python';
import { entriesThatRun, outsideImports } from '../../model/packages/outside-imports';
import { type Origin, originOf, presenceOf } from '../../model/packages/package-lookup';
import type { Packages } from '../../model/packages/packages';
import type { Handlers } from '../../model/python/handler';
import type { Python } from '../../model/python/python';
import { bounded } from '../bounded';
import { type Finding, rule } from '../rule';
import { addPackage } from './add-package';

export const importUndeclared = rule({
  meta: {
    id: 'import-undeclared',
    area: 'dependencies',
    severity: 'warning',
    since: '0.2.0',
    summary: 'The code imports a package that neither the base image nor anything else brings into the image.',
    why: 'The worker fails with ModuleNotFoundError, at its start or in every job. On the machine where it was written, the package happens to be installed.',
    good: 'Every package that the code imports gets into the image.',
    sources: [
      'https://docs.runpod.io/serverless/workers/create-dockerfile',
      'https://docs.python.org/3/tutorial/modules.html#the-module-search-path',
    ],
  },
  reads: ['files', 'python!', 'handlers?', 'docker?', 'image?', 'packages'],
  check: (given) => bounded(undeclared(given)),
});

interface Given {
  readonly files: Files;
  readonly python: Python;
  readonly handlers: Handlers | undefined;
  readonly docker: Docker | undefined;
  readonly image: Image | undefined;
  readonly packages: Packages;
}

function* undeclared({ files, python, handlers, docker, image, packages }: Given): Iterable<Finding> {
  const entries = entriesThatRun(files, python, handlers, image);
  const addsFolders =
    docker?.final?.environment.has('PYTHONPATH') === true ||
    python.modules.some(({ facts }) => facts.source.text.includes('sys.path'));
  const reported = new Set<string>();
  let own: ReadonlySet<string> | 'unknown' | undefined;
  for (const { module, uri, span } of outsideImports(files, python, handlers, entries)) {
    const origin = originOf(module);
    const [usual] = origin?.names ?? [];
    if (origin === undefined || usual === undefined || reported.has(usual)) continue;
    if (usual === SDK_PACKAGE && docker !== undefined) continue;
    // A folder that Python is told to look into may hold a module of any name.
    if (!origin.known && addsFolders) continue;
    if (presenceOf(packages, origin.names) !== 'absent') continue;
    // Asked for last, since most workers lack nothing.
    const installs = own ?? installedByPython(python);
    own = installs;
    if (installs === 'unknown') return;
    if (origin.names.some((name) => installs.has(name))) continue;
    reported.add(usual);
    yield { uri, span, message: messageFor(module, origin, docker !== undefined), fixes: fixes(packages, origin) };
  }
}

function messageFor(module: string, { names, known }: Origin, hasImage: boolean): Message {
  const [top = ''] = module.split('.');
  const packages = names.slice(0, 3).join(', ');
  if (!known)
    return say`${top} is imported, but the worker has no such module, and nothing installs a package of this name.`;
  if (!hasImage) return say`${top} is imported, but the requirements do not name ${packages}.`;
  return names.length > 1
    ? say`${top} is imported, but nothing installs it. One of these packages brings it: ${packages}.`
    : say`${top} is imported, but nothing installs the package ${packages}.`;
}

function fixes(packages: Packages, { names, certain }: Origin): readonly Fix[] {
  const [name] = names;
  const edit = certain && name !== undefined ? addPackage(packages, name) : undefined;
  return edit && name !== undefined ? [{ title: say`Install ${name}`, safe: true, edits: [edit] }] : [];
}
