// Which of a worker's files are read besides Python and those that are named in full: told by their names alone.

import { basename, dirname, relativeTo, type Uri } from '../base/uri';
import type { Files } from './files';
import { strayFiles } from './repository/strays';

export interface TextFiles {
  readonly scripts: readonly Uri[];
  readonly requirements: readonly Uri[];
  /** pyproject.toml, conda environments, Pipfiles. */
  readonly projects: readonly Uri[];
  /** What is read as plain text. */
  readonly documents: readonly Uri[];
  /** What only looks as if RunPod read it. */
  readonly strays: readonly Uri[];
}

/** Most files of one kind that are read for a worker: those nearest to its root. */
const MOST = 60;

const SCRIPT = /\.(?:sh|bash)$|^(?:start|run|entrypoint|docker-entrypoint|launch)$/;
/** Those that others include are often named after what they are for. */
const REQUIREMENTS =
  /^(?:requirements|constraints)[\w.-]*\.(?:txt|in)$|^[\w.-]*[-_.]?requirements\.(?:txt|in)$|^(?:base|common|core|dev|prod|production|test|cpu|gpu|cuda|deps|dependencies|reqs?|packages|pip)\.txt$/i;
const PROJECT = /^(?:pyproject\.toml|Pipfile|(?:conda[-_])?env(?:ironment)?[\w.-]*\.ya?ml|conda\.ya?ml)$/;
const DOCUMENT =
  /^(?:README(?:\.(?:md|rst|txt))?|Makefile|justfile|Taskfile\.ya?ml|docker-compose[\w.-]*\.ya?ml|compose[\w.-]*\.ya?ml|docker-bake\.(?:hcl|json))$/i;
const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;

export function textFilesOf(files: Files): TextFiles {
  const { root, uris } = files;
  const scripts = nearest(uris, (uri) => SCRIPT.test(basename(uri)));
  const requirements = nearest(uris, (uri) => REQUIREMENTS.test(basename(uri)));
  const workflows = uris.filter((uri) => WORKFLOW.test(relativeTo(root, uri) ?? ''));
  return {
    scripts,
    requirements: [...new Set([...requirements, ...nearest(uris, isInRequirementsFolder)])],
    projects: nearest(uris, (uri) => PROJECT.test(basename(uri))),
    documents: [
      ...new Set([...nearest(uris, (uri) => DOCUMENT.test(basename(uri))), ...workflows.slice(0, MOST), ...scripts]),
    ],
    strays: strayFiles(files).slice(0, MOST),
  };
}

/** Only the few that fit are sorted: a worker may have thousands of files. */
function nearest(uris: readonly Uri[], fits: (uri: Uri) => boolean): readonly Uri[] {
  const found = uris.filter(fits).map((uri) => ({ uri, depth: uri.split('/').length }));
  return found
    .sort((a, b) => a.depth - b.depth)
    .slice(0, MOST)
    .map(({ uri }) => uri);
}

/** `requirements/base.txt`. */
function isInRequirementsFolder(uri: Uri): boolean {
  return basename(dirname(uri)) === 'requirements' && uri.endsWith('.txt');
}

/** `README.md` at the root or in `.runpod`. */
export function isReadme(root: Uri, uri: Uri): boolean {
  return /^(?:\.runpod\/)?README(?:\.(?:md|rst|txt))?$/i.test(relativeTo(root, uri) ?? '');
}
