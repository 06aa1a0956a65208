// The image that the worker's Dockerfile builds: which files of the worker are in it and where, and what a container made
// of it runs, from the command through scripts to a Python file. As far as the text tells; the rest is unknown.

import type { Place } from '../base/span';
import type { Static } from '../base/static';
import type { Uri } from '../base/uri';
import type { IgnoreFile } from '../facts/ignore';
import type { Script } from '../facts/shell';
import type { Docker } from './docker';
import type { Files } from './files';

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

/** A program that the container runs. */
export interface Launch extends Place {
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
    }
  /** A program that is no Python, such as `sleep`, `node`, `nginx`. */
  | { readonly kind: 'other'; readonly name: string }
  | { readonly kind: 'unknown' };

export function imageOf(
  _files: Files,
  _docker: Docker,
  _scripts: readonly Script[],
  _ignore: IgnoreFile | undefined,
): Image | undefined {
  return undefined;
}
