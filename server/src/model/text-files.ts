// Which of a worker's files are read besides Python and those that are named in full: told by their names alone.

import { basename, dirname, relativeTo, type Uri } from '../base/uri';
import type { Files } from './files';

export interface TextFiles {
  readonly scripts: readonly Uri[];
  readonly requirements: readonly Uri[];
  /** pyproject.toml, conda environments, Pipfiles. */
  readonly projects: readonly Uri[];
  /** What is read as plain text. */
  readonly documents: readonly Uri[];
}

/** Most files of one kind that are read for a worker: those nearest to its root. */
const MOST = 60;

const SCRIPT = /\.(?:sh|bash)$|^(?:start|run|entrypoint|docker-entrypoint|launch)$/;
const REQUIREMENTS = /^(?:requirements|constraints)[\w.-]*\.(?:txt|in)$|^[\w.-]*[-_.]?requirements\.(?:txt|in)$/i;
const PROJECT = /^(?:pyproject\.toml|Pipfile|(?:conda[-_])?env(?:ironment)?[\w.-]*\.ya?ml|conda\.ya?ml)$/;
const DOCUMENT =
  /^(?:README(?:\.(?:md|rst|txt))?|Makefile|justfile|Taskfile\.ya?ml|docker-compose[\w.-]*\.ya?ml|compose[\w.-]*\.ya?ml|docker-bake\.(?:hcl|json))$/i;
const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;

export function textFilesOf({ root, uris }: Files): TextFiles {
  const byDepth = [...uris].sort((a, b) => depth(a) - depth(b));
  const named = (pattern: RegExp): readonly Uri[] =>
    byDepth.filter((uri) => pattern.test(basename(uri))).slice(0, MOST);
  const workflows = uris.filter((uri) => WORKFLOW.test(relativeTo(root, uri) ?? ''));
  const scripts = named(SCRIPT);
  return {
    scripts,
    requirements: [...new Set([...named(REQUIREMENTS), ...byDepth.filter(isInRequirementsFolder).slice(0, MOST)])],
    projects: named(PROJECT),
    documents: [...new Set([...named(DOCUMENT), ...workflows.slice(0, MOST), ...scripts])],
  };
}

function depth(uri: Uri): number {
  return uri.split('/').length;
}

/** `requirements/base.txt`. */
function isInRequirementsFolder(uri: Uri): boolean {
  return basename(dirname(uri)) === 'requirements' && uri.endsWith('.txt');
}

/** `README.md` at the root or in `.runpod`. */
export function isReadme(root: Uri, uri: Uri): boolean {
  return /^(?:\.runpod\/)?README(?:\.(?:md|rst|txt))?$/i.test(relativeTo(root, uri) ?? '');
}
