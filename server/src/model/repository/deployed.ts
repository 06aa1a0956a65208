// Which of a worker's files make a difference to what RunPod builds and shows, told by their names: not tests, notes, or the
// settings of tools.

import { basename, relativeTo, type Uri } from '../../base/uri';
import { isTestFile } from '../discover';
import type { Files } from '../files';

const ELSEWHERE = /^(?:\.(?!runpod\/|dockerignore$)|docs?\/|examples?\/)/;
const NOTE =
  /^(?:LICENSE|LICENCE|NOTICE|CHANGELOG|CONTRIBUTING|AUTHORS|CODE_OF_CONDUCT|SECURITY)(?:\.|$)|\.(?:md|rst|ipynb|log)$/i;

export function isDeployed(files: Files, uri: Uri): boolean {
  const path = relativeTo(files.root, uri);
  if (path === undefined || ELSEWHERE.test(path) || path === '.runpod/compliance.json') return false;
  // The README is what the Hub shows.
  if (NOTE.test(basename(path)) && !/^(?:\.runpod\/)?README\.md$/i.test(path)) return false;
  return !isTestFile(uri, files);
}
