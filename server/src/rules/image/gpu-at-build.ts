// GPU work while the image is built. Silent where the text looks whether there is a GPU, or goes on when it fails.

import { say } from '../../base/message';
import type { Place } from '../../base/span';
import { basename } from '../../base/uri';
import { GPU_COMMANDS, GPU_GUARD, GPU_TEXT, TORCH_CUDA } from '../../knowledge/gpu-build';
import { GITHUB_BUILDS } from '../../knowledge/images';
import type { Docker } from '../../model/image/docker';
import { gpuCalls } from '../../model/image/gpu-build';
import type { Image } from '../../model/image/image';
import { builtStages } from '../../model/image/stages';
import type { Python } from '../../model/python/python';
import { type Finding, rule } from '../rule';

type Stage = Docker['stages'][number];
type ShellFacts = Stage['runs'][number]['facts'];
type ShellCommand = ShellFacts['commands'][number];
type ShellWord = ShellCommand['words'][number];

export const gpuAtBuild = rule({
  meta: {
    id: 'gpu-at-build',
    area: 'image',
    severity: 'warning',
    since: '0.2.0',
    summary: 'A step of the Dockerfile needs a GPU.',
    why: 'The machines that build images have none: the build fails, on RunPod as with docker build.',
    good: 'No step of the Dockerfile needs a GPU.',
    sources: [GITHUB_BUILDS, TORCH_CUDA],
  },
  reads: ['docker', 'image?', 'python?'],
  *check({ docker, image, python }) {
    for (const stage of builtStages(docker)) {
      for (const { facts } of stage.runs) {
        for (const command of commandsIn(facts)) {
          if (mayFail(docker, command)) continue;
          const finding = inCommand(docker, stage, command, image, python);
          if (finding) yield finding;
        }
      }
    }
  },
});

function* commandsIn(facts: ShellFacts): Iterable<ShellCommand> {
  for (const command of facts.commands) {
    yield command;
    if (command.script && !command.conditional) yield* commandsIn(command.script);
  }
}

/** The build goes on without it, or the command may not run at all. */
function mayFail({ source }: Docker, command: ShellCommand): boolean {
  const { conditional, inFunction, captured, piped, background, span } = command;
  if (conditional || inFunction !== undefined || captured || piped || background) return true;
  const behind = source.text.slice(span.end, span.end + 200).replace(/\\\r?\n/g, ' ');
  return /^[ \t]*(?:[0-9]?>(?:&?\d|\s*\S+)[ \t]*)*(?:\|\||;)/.test(behind);
}

function inCommand(
  docker: Docker,
  stage: Stage,
  command: ShellCommand,
  image: Image | undefined,
  python: Python | undefined,
): Finding | undefined {
  const { uri } = docker.source;
  const [program, ...args] = command.words;
  if (program === undefined) return undefined;
  const name = basename(program.text);
  if (GPU_COMMANDS.has(name))
    return {
      uri,
      span: program.span,
      message: say`${name} needs a GPU, and the machine that builds the image has none.`,
    };
  if (!/^python(?:3(?:\.\d+)?)?$/.test(name)) return undefined;
  const at = args.findIndex(({ text }) => !/^-[BEIOPSsuvx]+$/.test(text));
  const first = args[at];
  if (first === undefined) return undefined;
  if (first.text === '-c') return inText(uri, args[at + 1]);
  return first.text.startsWith('-') || !python || !image
    ? undefined
    : inFile(uri, stage, command, first, image, python);
}

/** `python -c "…"`. */
function inText(uri: string, code: ShellWord | undefined): Finding | undefined {
  if (code === undefined || GPU_GUARD.test(code.text)) return undefined;
  for (const pattern of GPU_TEXT) {
    const found = pattern.exec(code.text);
    if (!found) continue;
    const start = code.offsets[found.index];
    const last = code.offsets[found.index + found[0].length - 1];
    const inside = start !== undefined && last !== undefined && start < last;
    const text = found[0].replace(/\(\s*$/, '');
    const span = inside ? { start, end: last + 1 } : { start: code.span.start, end: code.span.start + 1 };
    return { uri, span, message: say`${text} needs a GPU, and the machine that builds the image has none.` };
  }
  return undefined;
}

/** `python download.py`, with the file from the worker. */
function inFile(
  uri: string,
  stage: Stage,
  command: ShellCommand,
  file: ShellWord,
  image: Image,
  python: Python,
): Finding | undefined {
  const path = file.value.known ? pathFrom(stage, command, file.value.value) : undefined;
  const located = path === undefined ? undefined : image.at(path);
  if (located?.kind !== 'file') return undefined;
  const modules = [...python.modules, ...python.siblings, ...python.observers];
  const module = modules.find((candidate) => candidate.uri === located.uri);
  const call = module && gpuCalls(python, module)[0];
  if (call === undefined) return undefined;
  const there: Place = { uri: call.uri, span: call.span };
  return {
    uri,
    span: file.span,
    message: say`${basename(file.text)} needs a GPU, and the machine that builds the image has none.`,
    related: [{ ...there, message: say`${call.text} runs when the file is started.` }],
  };
}

/** The absolute path of a file in the folder that a command runs in; undefined where that is not known. */
function pathFrom({ steps }: Stage, command: ShellCommand, path: string): string | undefined {
  if (path.startsWith('/')) return path;
  const folder = steps.findLast((step) => step.kind === 'workdir' && step.span.end <= command.span.start);
  if (folder?.kind !== 'workdir' || !folder.path.expanded.known) return undefined;
  const { value } = folder.path.expanded;
  return value.startsWith('/') ? `${value.replace(/\/+$/, '')}/${path.replace(/^(?:\.\/)+/, '')}` : undefined;
}
