// The image that a Dockerfile builds: its final stage, what that is built on, and the command a container starts with.

import type { Source } from '../base/source';
import { type Static, unknown } from '../base/static';
import { type Command, dockerFacts, type Stage, type Word, wordsWithin } from '../facts/docker';
import { isWorkerImageName } from '../knowledge/images';

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
}

export function readDocker(source: Source): Docker {
  const { stages } = dockerFacts(source);
  const lineage = lineageOf(stages);
  const entrypointAt = lineage.findIndex(({ entrypoint }) => entrypoint !== undefined);
  // A stage that sets its own entry point drops the command that it would have inherited.
  const commands = entrypointAt < 0 ? lineage : lineage.slice(0, entrypointAt + 1);
  return {
    source,
    stages,
    final: stages.at(-1),
    lineage,
    base: lineage.at(-1)?.base ?? unknown,
    cmd: commands.find(({ cmd }) => cmd !== undefined)?.cmd,
    entrypoint: lineage[entrypointAt]?.entrypoint,
  };
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
