// Handlers whose prints wait in a buffer: started without `-u`, in an image that does not set PYTHONUNBUFFERED.

import type { Edit, Fix } from '../../base/edit';
import { say } from '../../base/message';
import { span } from '../../base/span';
import { addLineBefore } from '../../edits/docker';
import { BUFFERED_IMAGES } from '../../knowledge/images';
import { describeImage } from '../../model/image/base-image';
import type { Image, Launch } from '../../model/image/image';
import { startedFiles } from '../../model/image/started-files';
import { rule } from '../rule';
import { commandNotes } from './command-steps';

export const outputBuffered = rule({
  meta: {
    id: 'output-buffered',
    area: 'image',
    severity: 'info',
    since: '0.2.0',
    summary: 'Python runs with buffered output: neither -u nor PYTHONUNBUFFERED.',
    why: 'What print() writes shows up in the logs late, and not at all when the worker is killed: the last lines before a crash are the ones that are missing.',
    good: 'What print() writes shows up in the logs at once.',
    sources: [
      'https://docs.runpod.io/serverless/workers/create-dockerfile',
      'https://docs.python.org/3/using/cmdline.html#cmdoption-u',
    ],
  },
  reads: ['image', 'python'],
  *check({ image, python }) {
    const { base } = image.docker;
    // Other images may set the variable.
    if (!base.known || !BUFFERED_IMAGES.has(describeImage(base.value).name)) return;
    for (const { uri, launch } of startedFiles(image)) {
      const { program } = launch;
      if (!python.entries.includes(uri) || !('unbuffered' in program) || program.unbuffered) continue;
      const fix = unbuffered(image, launch);
      yield {
        uri: launch.uri,
        span: launch.span,
        message: say`What this file prints waits in a buffer: start Python with -u.`,
        related: commandNotes(launch),
        ...(fix && { fixes: [fix] }),
      };
    }
  },
});

/** `-u` right behind the program; else the variable. */
function unbuffered(image: Image, launch: Launch): Fix | undefined {
  const option = optionFor(launch);
  if (option) return { title: say`Add -u`, safe: true, edits: [option] };
  const { docker } = image;
  const command = docker.cmd ?? docker.entrypoint;
  const keyword = command && instructionOf(docker.source.text, command.span.start);
  const line = keyword && addLineBefore(docker.source, keyword, 'ENV PYTHONUNBUFFERED=1');
  return line && { title: say`Set PYTHONUNBUFFERED`, safe: true, edits: [line] };
}

/** In `"python", "handler.py"` or `python handler.py`, in front of the file. */
function optionFor({ source, span: at, program }: Launch): Edit | undefined {
  if (program.kind !== 'python-file') return undefined;
  const lineStart = source.text.lastIndexOf('\n', at.start - 1) + 1;
  const before = source.text.slice(lineStart, at.start);
  const exec = /python[\d.]*",\s*"$/.exec(before);
  const shell = /(?:^|[\s/"'])python[\d.]*[ \t]+$/.exec(before);
  if (exec) return { uri: source.uri, span: span(at.start - 1, at.start - 1), text: '"-u", ' };
  return shell ? { uri: source.uri, span: span(at.start, at.start), text: '-u ' } : undefined;
}

/** `CMD` in front of its words, where both stand in one line. */
function instructionOf(text: string, words: number): { readonly start: number; readonly end: number } | undefined {
  const found = /(?:CMD|ENTRYPOINT)[ \t]+$/i.exec(text.slice(Math.max(0, words - 40), words));
  return found ? { start: words - found[0].length, end: words } : undefined;
}
