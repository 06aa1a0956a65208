// The image that a Dockerfile builds: its final stage, what that is built on, and the command a container starts with.

import type { Source } from '../../base/source';
import { type Static, unknown } from '../../base/static';
import { type Command, commandFacts, dockerFacts, type Stage, type Word, wordsWithin } from '../../facts/docker';
import type { ShellFacts } from '../../facts/shell';
import { isWorkerImageName } from '../../knowledge/images';

export interface Docker {
  readonly source: Source;
  readonly stages: readonly Stage[];
  /** The stage that is built when none is asked for: the last one. */
  readonly final: Stage | undefined;
  /** The final stage and the earlier stages it is built on, from the last to the first. */
  readonly lineage: readonly Stage[];
  /** The image at the bottom of the lineage. */
  readonly base: Static<string>;
  /** What the container starts with, as far as the Dockerfile says; else the base image decides. */
  readonly cmd: Command | undefined;
  readonly entrypoint: Command | undefined;
  /** What these two run together; undefined where both come from the base image. */
  readonly start: ShellFacts | undefined;
}

export function readDocker(source: Source): Docker {
  const { stages } = dockerFacts(source);
  const lineage = lineageOf(stages);
  const entrypointAt = lineage.findIndex(({ entrypoint }) => entrypoint !== undefined);
  // A stage that sets its own entry point drops the command that it would have inherited.
  const commands = entrypointAt < 0 ? lineage : lineage.slice(0, entrypointAt + 1);
  const cmd = commands.find((stage) => stage.cmd !== undefined)?.cmd;
  const entrypoint = lineage[entrypointAt]?.entrypoint;
  return {
    source,
    stages,
    final: stages.at(-1),
    lineage,
    base: lineage.at(-1)?.base ?? unknown,
    cmd,
    entrypoint,
    start: startOf(entrypoint, cmd, lineage[0]?.environment ?? new Map()),
  };
}

function startOf(
  entrypoint: Command | undefined,
  cmd: Command | undefined,
  environment: Stage['environment'],
): ShellFacts | undefined {
  // A shell line as entry point runs without the words of CMD.
  if (entrypoint?.form === 'shell' || cmd === undefined) return entrypoint && commandFacts(entrypoint, environment);
  return commandFacts(cmd, environment, entrypoint?.words);
}

/** Whether the image is a worker or a server by itself, so that a Dockerfile built on it needs no command of its own. */
export function isWorkerImage(base: string): boolean {
  return isWorkerImageName(imageName(base));
}

/** The words of the line that a container starts with: a script given to `sh -c` is taken apart. */
export interface CommandLine {
  readonly words: readonly Word[];
  /** A shell reads it, so that words may be conditions and operators. */
  readonly shell: boolean;
}

export function commandLine(command: Command): CommandLine {
  if (command.form === 'shell') return { words: command.words, shell: true };
  const [program, option, script] = command.words;
  const runsScript = /(?:^|\/)(?:ba|da|z)?sh$/.test(program?.value ?? '') && /^-[a-z]*c$/.test(option?.value ?? '');
  if (!runsScript || script === undefined) return { words: command.words, shell: false };
  return { words: wordsWithin(script), shell: true };
}

function lineageOf(stages: readonly Stage[]): readonly Stage[] {
  const lineage: Stage[] = [];
  let at = stages.length - 1;
  for (;;) {
    const stage = stages[at];
    if (stage === undefined) return lineage;
    lineage.push(stage);
    if (!stage.base.known) return lineage;
    const base = stage.base.value.toLowerCase();
    // Only an earlier stage can be meant: a stage may have the name of the image it is built on.
    const earlier = stages.slice(0, at).findLastIndex(({ name }) => name?.toLowerCase() === base);
    if (earlier < 0) return lineage;
    at = earlier;
  }
}

/** The name without registry host, tag and digest: `ghcr.io/ggml-org/llama.cpp:server` is `ggml-org/llama.cpp`. */
export function imageName(image: string): string {
  const [withTag = ''] = image.split('@');
  const segments = withTag.split('/');
  const [host = ''] = segments;
  const named = segments.length > 1 && /[.:]|^localhost$/.test(host) ? segments.slice(1) : segments;
  return named
    .join('/')
    .replace(/:[^/:]*$/, '')
    .toLowerCase();
}
