// How the way from the image's command to what it starts is told: each step a related place.

import { say } from '../../base/message';
import type { Launch } from '../../model/image/image';
import type { Note } from '../rule';

/** The steps before the one in which the program is named. */
export function commandNotes({ steps, uri }: Launch): readonly Note[] {
  return steps
    .filter((step) => step.uri !== uri)
    .map((step, index) => ({
      ...step,
      message: index === 0 ? say`The container starts here` : say`Started from here`,
    }));
}
