// Paths below /workspace, where pods have their volume, in a worker that nothing puts there. Silent as soon as the image,
// a script or the worker itself may know better.

import { say } from '../../base/message';
import { contains, span } from '../../base/span';
import { basename, type Uri } from '../../base/uri';
import { isPlainImageName, WORKSPACE_IMAGES } from '../../knowledge/images';
import { NETWORK_VOLUMES, POD_VOLUME, SERVERLESS_VOLUME } from '../../knowledge/volumes';
import type { Files } from '../../model/files';
import { type Docker, imageName } from '../../model/image/docker';
import { docstringsOf, type Module } from '../../model/python/python';
import { rule } from '../rule';

export const workspacePath = rule({
  meta: {
    id: 'workspace-path',
    area: 'production',
    severity: 'info',
    since: '0.1.0',
    summary: 'The worker looks below /workspace, where only pods have their network volume.',
    why: 'On serverless the volume is mounted at /runpod-volume: files are not found, or they go to the disk of the container and are gone with it.',
    good: 'Nothing is looked for below /workspace.',
    sources: [NETWORK_VOLUMES],
  },
  reads: ['handlers', 'files', 'docker?', 'hubFile?'],
  *check({ handlers, files, docker, hubFile }) {
    const { modules } = handlers.python;
    const naming = modules.filter(({ facts }) => facts.source.text.includes(POD_VOLUME));
    if (naming.length === 0 || !isPodPath(files, docker)) return;
    const texts = [...modules.map(({ facts }) => facts.source.text), hubFile?.source.text ?? ''];
    if (texts.some((text) => text.includes(SERVERLESS_VOLUME) || LOOKS_FOR_IT.test(text))) return;
    for (const module of naming) {
      const start = firstPath(module);
      if (start === undefined) continue;
      yield {
        uri: module.uri,
        span: span(start, start + POD_VOLUME.length),
        message: say`On serverless a network volume is mounted at ${SERVERLESS_VOLUME}, not at ${POD_VOLUME}.`,
      };
    }
  },
});

/** A worker that asks whether the folder is there knows of both. */
const LOOKS_FOR_IT = /(?:exists|isdir|ismount|access)\(\s*["']\/workspace\b|["']\/workspace["']\)\.(?:exists|is_dir)\(/;

/** Whether the image is known to put nothing there. Without any Dockerfile there is no image that could. */
function isPodPath(files: Files, docker: Docker | undefined): boolean {
  if (!docker) return !files.uris.some(isDockerfile);
  if (docker.source.text.includes(POD_VOLUME) || docker.source.text.includes(SERVERLESS_VOLUME)) return false;
  if (!docker.base.known) return false;
  const name = imageName(docker.base.value);
  if (!isPlainImageName(name)) return false;
  if (WORKSPACE_IMAGES.has(name) && docker.lineage.every(({ workdirs }) => workdirs.length === 0)) return false;
  // A script may link the one to the other.
  return ![docker.entrypoint, docker.cmd].some((command) => command?.words.some(({ value }) => value.endsWith('.sh')));
}

function isDockerfile(uri: Uri): boolean {
  return /dockerfile/i.test(basename(uri));
}

/** Where a text of the module begins with the path. */
function firstPath(module: Module): number | undefined {
  const { source, comments } = module.facts;
  for (const match of source.text.matchAll(/["']\/workspace(?=[/"'])/g)) {
    const path = span(match.index + 1, match.index + match[0].length);
    if (![...comments, ...docstringsOf(module)].some((prose) => contains(prose, path))) return path.start;
  }
  return undefined;
}
