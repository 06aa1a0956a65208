// The image that the worker's Dockerfile builds: which files of the worker are in it and where, and what a container made
// of it runs, from the command through scripts to a Python file. As far as the text tells; the rest is unknown. Worked out
// when first asked for.

import { resolvePath } from '../../base/image-path';
import type { Source } from '../../base/source';
import type { Place } from '../../base/span';
import { type Static, unknown } from '../../base/static';
import type { Uri } from '../../base/uri';
import type { Stage, Step } from '../../facts/docker';
import type { IgnoreFile } from '../../facts/ignore';
import type { Script, ShellWord } from '../../facts/shell';
import type { Files } from '../files';
import { groundOf } from './base-files';
import { type Context, contextOf } from './context';
import type { Docker } from './docker';
import { addCopy, type Origin } from './image-copy';
import { ImageTree, unknownAt } from './image-tree';
import { isUnderstood, launchOf, locatedAs } from './launch';
import { ShellRun } from './shell-run';
import { earlierStage } from './stages';

export interface Image {
  readonly docker: Docker;
  /** The folder at the end of the Dockerfile. */
  readonly workdir: Static<string>;
  /** What ENV and ARG leave behind, by name. */
  readonly variables: ReadonlyMap<string, Static<string>>;
  /** What lies at an absolute path of the image. */
  at(path: string): Located;
  /** Where a file of the worker lies in the image. */
  placesOf(uri: Uri): Placed;
  /** How COPY names a file or folder of the worker; undefined where the text does not tell what the build sees. */
  contextPath(uri: Uri): string | undefined;
  /** Every program that a started container may run, in order. */
  readonly launches: readonly Launch[];
  /** Nothing else can be started: each step from the command on was understood. */
  readonly launchesWhole: boolean;
}

export type Located =
  | { readonly kind: 'file'; readonly uri: Uri }
  /** No instruction of the Dockerfile puts anything there, and the base image is known to have nothing there. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown' };

export type Placed =
  | { readonly kind: 'copied'; readonly paths: readonly string[] }
  /** A COPY would bring it, but `.dockerignore` leaves it out. */
  | { readonly kind: 'ignored'; readonly pattern: Place }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown' };

/** A program that the container runs. Its place is the word that names it, without quotes where that can be. */
export interface Launch extends Place {
  /** The file that names it. */
  readonly source: Source;
  readonly program: LaunchedProgram;
  /** The steps from the Dockerfile's command to it: command, script, line of the script. */
  readonly steps: readonly Place[];
  /** Whether it runs depends on something the text does not tell. */
  readonly conditional: boolean;
  readonly background: boolean;
  /** The folder it is started in. */
  readonly folder: Static<string>;
  /** Arguments behind the program's own, such as `--rp_serve_api`. */
  readonly args: readonly Static<string>[];
  /** The whole command, each word with the file it stands in: what `"$@"` stands for may come from another one. */
  readonly words: readonly LaunchedWord[];
}

export interface LaunchedWord {
  readonly word: ShellWord;
  readonly source: Source;
}

export type LaunchedProgram =
  /** `python … FILE`; `path` is absolute in the image, and unknown where the folder is. */
  | {
      readonly kind: 'python-file';
      readonly path: Static<string>;
      readonly location: Located;
      readonly unbuffered: boolean;
    }
  /** `python -m NAME`. */
  | { readonly kind: 'python-module'; readonly name: string; readonly location: Located; readonly unbuffered: boolean }
  /** `uvicorn app.main:app --host … --port …`, gunicorn, hypercorn, flask, fastapi: `app` as written. */
  | {
      readonly kind: 'server';
      readonly name: string;
      readonly app: string | undefined;
      readonly host: Static<string> | undefined;
      /** Where the host stands, as far as the text shows it: `127.0.0.1` of `--host 127.0.0.1` or of `-b 127.0.0.1:80`. */
      readonly hostPlace: Place | undefined;
    }
  /** A shell script, or another file that is started by its path, whose commands are not known. */
  | { readonly kind: 'script'; readonly path: Static<string>; readonly location: Located }
  /** A program that is no Python, such as `sleep`, `node`, `nginx`. */
  | { readonly kind: 'other'; readonly name: string }
  | { readonly kind: 'unknown' };

export function imageOf(
  files: Files,
  docker: Docker,
  scripts: readonly Script[],
  ignore: IgnoreFile | undefined,
): Image | undefined {
  const { final } = docker;
  if (final === undefined) return undefined;
  const build = once(() => new Build(files, docker, scripts, ignore));
  const built = once(() => build().stage(final));
  const launched = once(() => launchesOf(docker, built(), scripts));
  return {
    docker,
    get workdir() {
      return built().workdir;
    },
    variables: new Map([...final.args.map(({ name, value }) => [name, value] as const), ...final.environment]),
    at: (path) => locatedAs(built().tree.find(path)),
    placesOf: (uri) => placed(uri, built()),
    contextPath: (uri) => build().context?.pathOf(uri),
    get launches() {
      return launched().launches;
    },
    get launchesWhole() {
      return launched().whole;
    },
  };
}

function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}

interface Built {
  readonly tree: ImageTree;
  readonly workdir: Static<string>;
  /** Nothing lies in it but what the Dockerfile brings, and a system. */
  readonly plain: boolean;
}

/** The stages of one Dockerfile, each built when another one needs it. */
class Build {
  private readonly stages = new Map<Stage, Built>();
  readonly context: Context | undefined;

  constructor(
    files: Files,
    private readonly docker: Docker,
    private readonly scripts: readonly Script[],
    ignore: IgnoreFile | undefined,
  ) {
    this.context = contextOf(files, docker, ignore);
  }

  stage(stage: Stage): Built {
    const kept = this.stages.get(stage);
    if (kept) return kept;
    const below = stage.base.known ? earlierStage(this.docker.stages, stage, stage.base.value) : undefined;
    const base = below ? this.stage(below) : undefined;
    const ground = base ? { ...base, ground: base.tree } : groundOf(stage.base);
    const tree = new ImageTree(ground.ground);
    let { workdir } = ground;
    for (const step of stage.steps) workdir = this.step(stage, step, tree, workdir);
    const built = { tree, workdir, plain: ground.plain };
    this.stages.set(stage, built);
    return built;
  }

  /** The folder after the step. */
  private step(stage: Stage, step: Step, tree: ImageTree, workdir: Static<string>): Static<string> {
    switch (step.kind) {
      case 'workdir': {
        const { expanded } = step.path;
        const folder = expanded.known ? resolvePath(workdir, expanded.value) : unknown;
        if (folder.known) tree.addFolder(folder.value);
        return folder;
      }
      case 'copy':
        addCopy(tree, step.copy, workdir, this.origin(stage, step.copy.from), this.docker.source);
        return workdir;
      case 'run':
        if (!step.run.facts.whole) tree.add(unknownAt('/'));
        new ShellRun(tree, this.scripts).start(step.run.facts, this.docker.source, workdir, new Map());
        return workdir;
      default:
        return workdir;
    }
  }

  private origin(stage: Stage, from: string | undefined): Origin {
    if (from === undefined) return this.context ? { kind: 'context', context: this.context } : { kind: 'elsewhere' };
    const source = earlierStage(this.docker.stages, stage, from);
    return source ? { kind: 'stage', tree: this.stage(source).tree } : { kind: 'elsewhere' };
  }
}

function placed(uri: Uri, { tree, plain }: Built): Placed {
  const landings = tree.land(uri);
  const paths = landings.flatMap((landing) => (landing.kind === 'path' ? landing.path : []));
  if (paths.length > 0) return { kind: 'copied', paths: [...new Set(paths)] };
  if (landings.some(({ kind }) => kind === 'maybe')) return { kind: 'unknown' };
  for (const landing of landings) if (landing.kind === 'left-out') return { kind: 'ignored', pattern: landing.pattern };
  return { kind: plain ? 'absent' : 'unknown' };
}

function launchesOf(
  docker: Docker,
  { tree, workdir, plain }: Built,
  scripts: readonly Script[],
): { readonly launches: readonly Launch[]; readonly whole: boolean } {
  const { start, source, final, entrypoint } = docker;
  if (start === undefined || final === undefined) return { launches: [], whole: false };
  const launches: Launch[] = [];
  // The entry point of an image that nobody knows is given the command, and may do anything with it.
  let whole = plain || entrypoint !== undefined;
  const running = new ImageTree(tree);
  new ShellRun(running, scripts, {
    program: (command) => {
      const launch = launchOf(command, running);
      if (launch === undefined) return;
      launches.push(launch);
      if (!isUnderstood(launch)) whole = false;
    },
    lost: ({ folder, conditional, background, steps }, { source: at, span }) => {
      whole = false;
      const program = { kind: 'unknown' } as const;
      launches.push({
        uri: at.uri,
        span,
        source: at,
        program,
        folder,
        conditional,
        background,
        steps,
        args: [],
        words: [],
      });
    },
  }).start(start, source, workdir, final.environment);
  return { launches, whole };
}
