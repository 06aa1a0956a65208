// Images that never get the SDK although the code imports it.

import type { Edit, Fix } from '../../base/edit';
import { say } from '../../base/message';
import { SDK_PACKAGE } from '../../knowledge/sdk-releases';
import type { Docker } from '../../model/image/docker';
import { entriesThatRun, outsideImports } from '../../model/packages/outside-imports';
import type { Packages } from '../../model/packages/packages';
import { rule } from '../rule';
import { addPackage } from './add-package';

export const sdkUndeclared = rule({
  meta: {
    id: 'sdk-undeclared',
    area: 'dependencies',
    severity: 'error',
    since: '0.2.0',
    summary: 'The code imports runpod, and nothing installs it.',
    why: 'The worker ends at its first line with ModuleNotFoundError: jobs stay IN_QUEUE while workers start and fail over and over.',
    good: 'Where the code imports runpod, it is installed.',
    sources: [
      'https://docs.runpod.io/serverless/workers/create-dockerfile',
      'https://docs.runpod.io/serverless/quickstart',
    ],
  },
  reads: ['files', 'python', 'handlers', 'docker', 'image?', 'packages'],
  *check({ files, python, handlers, docker, image, packages }) {
    const { whole, installed, perhaps } = packages;
    if (!whole || installed.names.has(SDK_PACKAGE) || perhaps.has(SDK_PACKAGE)) return;
    // Packages around the SDK may bring it.
    if ([...installed.opaque].some((name) => name.includes(SDK_PACKAGE))) return;
    const entries = entriesThatRun(files, python, handlers, image);
    const imported = outsideImports(files, python, handlers, entries).find(({ module }) => isSdk(module));
    if (imported === undefined) return;
    yield {
      uri: imported.uri,
      span: imported.span,
      message: say`Nothing installs runpod: neither the Dockerfile nor a requirements file that it uses names it.`,
      related: docker.lineage.slice(-1).map(({ baseSpan }) => ({
        uri: docker.source.uri,
        span: baseSpan,
        message: say`This image does not bring it either.`,
      })),
      fixes: fixes(packages, docker),
    };
  },
});

function isSdk(module: string): boolean {
  return module === SDK_PACKAGE || module.startsWith(`${SDK_PACKAGE}.`);
}

function fixes(packages: Packages, docker: Docker): readonly Fix[] {
  const edit = addPackage(packages, SDK_PACKAGE, '') ?? (packages.python.known ? newInstruction(docker) : undefined);
  return edit ? [{ title: say`Install runpod`, safe: true, edits: [edit] }] : [];
}

/** In front of the command, which comes last by custom. */
function newInstruction({ source, final }: Docker): Edit | undefined {
  const command = [final?.entrypoint, final?.cmd].flatMap((one) => one?.span.start ?? []);
  if (command.length === 0) return undefined;
  const at = source.text.lastIndexOf('\n', Math.min(...command) - 1) + 1;
  const lineBreak = source.text.includes('\r\n') ? '\r\n' : '\n';
  return {
    uri: source.uri,
    span: { start: at, end: at },
    text: `RUN pip install --no-cache-dir ${SDK_PACKAGE}${lineBreak}`,
  };
}
