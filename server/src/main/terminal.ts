// Standard output and standard error of a command: results on the one, everything else on the other. A closed pipe is no
// error, and nothing that comes from the workspace reaches a terminal unescaped.

import { TOOL_NAME } from '../knowledge/documentation';
import { printable } from '../report/shared';

/** One line on standard error. */
export function remark(line: string): void {
  process.stderr.write(`${TOOL_NAME}: ${printable(line)}\n`);
}

/** Resolves when the text is out, or nobody reads it any more. */
export function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => resolve());
  });
}

/** Readers may leave early, as `head` does: then the rest is simply not written. */
export function tolerateClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
