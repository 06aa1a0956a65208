// Commands and workflow steps that build the image for another processor than RunPod's machines have. A build that only
// serves the machine it runs on is left alone; FROM --platform is never suggested.

import type { Edit, Fix } from '../../base/edit';
import { type Message, say } from '../../base/message';
import { span } from '../../base/span';
import { basename, dirname, join, relativeTo, type Uri } from '../../base/uri';
import type { BuildDocument } from '../../facts/builds';
import { ARM_PLATFORM, DEPLOY_GUIDE, RUNPOD_PLATFORM } from '../../knowledge/images';
import type { Docker } from '../../model/image/docker';
import { bounded } from '../bounded';
import { type Finding, rule } from '../rule';

type ImageBuild = BuildDocument['builds'][number];

export const platformNotAmd64 = rule({
  meta: {
    id: 'platform-not-amd64',
    area: 'image',
    severity: 'warning',
    since: '0.2.0',
    summary: 'The image is built for another platform than linux/amd64, or may be.',
    why: 'RunPod runs linux/amd64 alone: the container stops at once with "exec format error", and jobs stay IN_QUEUE.',
    good: 'The image is built for linux/amd64.',
    sources: [DEPLOY_GUIDE],
  },
  reads: ['documents', 'docker', 'files'],
  *check({ documents, docker, files }) {
    for (const document of documents.builds) {
      if (!isNear(files.root, document.source.uri)) continue;
      const builds = document.builds.filter((build) => buildsThisImage(build, document, docker, files.root));
      yield* bounded(inDocument(document, builds));
    }
    yield* inDockerfile(docker);
  },
});

/** How deep below the root a file says how this worker is built, and not something that lies in it. */
const DEEPEST = 2;

function isNear(root: Uri, uri: Uri): boolean {
  const path = relativeTo(root, uri) ?? '';
  return path.startsWith('.github/') || path.split('/').length <= DEEPEST;
}

function* inDocument({ setsPlatform }: BuildDocument, builds: readonly ImageBuild[]): Iterable<Finding> {
  // Who builds for both knows which one is for RunPod.
  if (setsPlatform || builds.some((build) => names(build, RUNPOD_PLATFORM))) return;
  for (const build of builds) {
    const { uri, platforms, platformsSpan, machine } = build;
    const fix = fixOf([build]);
    const fixes = fix ? { fixes: [fix] } : {};
    if (platforms !== undefined && platforms !== 'unknown') {
      if (!platforms.some((platform) => ARM_PLATFORM.test(platform))) continue;
      const message = say`This builds for ${platforms.join(', ')}: RunPod's machines are ${RUNPOD_PLATFORM}, where the image does not start.`;
      yield { uri, span: platformsSpan ?? build.span, message, ...fixes };
    } else if (platforms === undefined && machine === 'arm') {
      yield { uri, span: build.span, message: ON_ARM_RUNNER, ...fixes };
    }
  }
  const finding = withoutPlatform(builds.filter(leavesUnknownMachine));
  if (finding) yield finding;
}

/** It builds for whatever machine it runs on, and the image leaves that. */
function leavesUnknownMachine({ platforms, machine, how, pushed }: ImageBuild): boolean {
  return platforms === undefined && machine === undefined && how === 'command' && pushed;
}

/** One finding for a file: it has one cause, and one fix. */
function withoutPlatform(builds: readonly ImageBuild[]): Finding | undefined {
  const [first, ...others] = builds;
  if (first === undefined) return undefined;
  const fix = fixOf(builds);
  return {
    uri: first.uri,
    span: first.span,
    message: WITHOUT_PLATFORM,
    related: others.map(({ uri, span: at }) => ({ uri, span: at, message: say`The same here.` })),
    ...(fix && { fixes: [fix] }),
  };
}

const ON_ARM_RUNNER: Message = say`This runner is an ARM machine: without a platform it builds an image that does not start on RunPod.`;
const WITHOUT_PLATFORM: Message = say`On a Mac with Apple silicon, or any other ARM machine, this builds an image that does not start on RunPod.`;

function names({ platforms }: ImageBuild, wanted: string): boolean {
  return Array.isArray(platforms) && platforms.includes(wanted);
}

function fixOf(builds: readonly ImageBuild[]): Fix | undefined {
  const edits = builds.flatMap(({ uri, platforms, platformsSpan, addition }): readonly Edit[] => {
    if (platforms !== undefined) return platformsSpan ? [{ uri, span: platformsSpan, text: RUNPOD_PLATFORM }] : [];
    if (addition === undefined) return [];
    const text = addition.before + RUNPOD_PLATFORM + addition.after;
    return [{ uri, span: span(addition.at, addition.at), text }];
  });
  return edits.length === builds.length ? { title: say`Build for ${RUNPOD_PLATFORM}`, safe: true, edits } : undefined;
}

/** Another Dockerfile, another folder or a repository elsewhere: not this worker's image. */
function buildsThisImage(
  { file, context, how }: ImageBuild,
  { source }: BuildDocument,
  docker: Docker,
  root: Uri,
): boolean {
  if (how === 'command' && context === undefined) return false;
  if (file !== undefined && !mayBe(file, docker, root, source.uri)) return false;
  if (context === undefined || /^[.~/]*$/.test(context) || /[$%<{]/.test(context)) return true;
  if (/:\/\/|^git@|\.git$/.test(context)) return false;
  const folder = dirname(docker.source.uri);
  const built = basename(folder) === '.runpod' ? dirname(folder) : folder;
  return [root, dirname(source.uri), dirname(root), dirname(dirname(root))].some(
    (from) => join(from, context) === built,
  );
}

/** Whether `-f` names the worker's Dockerfile, seen from any of the folders that the command may run in. */
function mayBe(file: string, docker: Docker, root: Uri, document: Uri): boolean {
  if (/[$%<{]/.test(file)) return true;
  return [root, dirname(document), dirname(root), dirname(dirname(root))].some(
    (from) => join(from, file) === docker.source.uri,
  );
}

/** `FROM --platform=linux/arm64` under what is built. */
function* inDockerfile({ source, lineage }: Docker): Iterable<Finding> {
  const from = lineage.at(-1);
  if (!from?.platform?.known || !ARM_PLATFORM.test(from.platform.value)) return;
  const start = source.text.lastIndexOf('--platform', from.baseSpan.start);
  const flag = /^--platform=\S+/.exec(source.text.slice(start, from.baseSpan.start))?.[0];
  if (start < 0 || flag === undefined) return;
  const at = span(start, start + flag.length);
  yield {
    uri: source.uri,
    span: at,
    message: say`This builds on ${from.platform.value}: RunPod's machines are ${RUNPOD_PLATFORM}, where the image does not start.`,
    fixes: [
      {
        title: say`Remove the platform`,
        safe: true,
        edits: [{ uri: source.uri, span: span(start, from.baseSpan.start), text: '' }],
      },
    ],
  };
}
