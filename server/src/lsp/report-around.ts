// Which worker's report a command means that is given a file, or nothing.

import { isWithin, type Uri } from '../base/uri';
import type { Report } from '../engine/report';

/** That of the innermost worker around a file; without one, or for a file of none, the first. */
export function reportAround(reports: readonly Report[], uri: Uri | undefined): Report | undefined {
  const around = uri === undefined ? [] : reports.filter(({ root }) => isWithin(root, uri));
  return around.sort((a, b) => b.root.length - a.root.length)[0] ?? reports[0];
}
