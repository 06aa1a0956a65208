// The files that the Hub asks a listing for, each in `.runpod/` or at the root. hub.json and tests.json have rules of their own;
// the handler may have any name: it is missed only where nothing else can be one.

import type { Fix } from '../../base/edit';
import { type Message, say } from '../../base/message';
import { span } from '../../base/span';
import { basename, relativeTo } from '../../base/uri';
import type { JsonFile } from '../../facts/json';
import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import { isPlainImageName } from '../../knowledge/images';
import type { Files } from '../../model/files';
import { type Docker, imageName } from '../../model/image/docker';
import { stringOf, valueAt } from '../../model/json';
import { isReadme } from '../../model/text-files';
import { rule } from '../rule';
import { listingPlace } from './places';

export const requiredFileMissing = rule({
  meta: {
    id: 'required-file-missing',
    area: 'repository',
    severity: 'warning',
    since: '0.2.0',
    summary: 'A file that the Hub asks for is neither in .runpod nor at the root.',
    why: 'The Hub cannot build or show the repository: the listing stays incomplete.',
    good: 'The files that the Hub asks for are in .runpod or at the root.',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['files', 'hubFile', 'docker?', 'python?'],
  *check({ files, hubFile, docker, python }) {
    const place = listingPlace(hubFile);
    if (!hasDockerfile(files)) yield { ...place, message: dockerMessage(files) };
    if (!files.uris.some((uri) => isReadme(files.root, uri)))
      yield { ...place, message: README, fixes: createReadme(files, hubFile) };
    if (docker && python === undefined && mustHoldHandler(files, docker)) yield { ...place, message: HANDLER };
  },
});

const README = say`There is no README.md, neither in .runpod nor at the root: it is what the Hub shows of the repository.`;
const HANDLER = say`Nothing here can be a handler: there is no Python file, and the image is built on one that has no program of its own.`;

function hasDockerfile({ root, has }: Files): boolean {
  return has(`${root}/.runpod/Dockerfile`) || has(`${root}/Dockerfile`);
}

function dockerMessage({ root, uris }: Files): Message {
  const other = uris.find(
    (uri) => /^(?:[\w.-]+\.)?Dockerfile(?:\..+)?$/i.test(basename(uri)) && !uri.endsWith('.dockerignore'),
  );
  return other === undefined
    ? say`There is no Dockerfile, neither in .runpod nor at the root: the Hub has nothing to build.`
    : say`There is no Dockerfile in .runpod or at the root: the Hub does not look for ${relativeTo(root, other) ?? other}.`;
}

/** Nothing written in another language serves either, as far as the names tell. */
function mustHoldHandler({ uris }: Files, { base }: Docker): boolean {
  const program = /\.(?:py|js|mjs|cjs|ts|go|rs|java|rb|sh|ipynb|c|cpp|cs)$/;
  return base.known && isPlainImageName(imageName(base.value)) && !uris.some((uri) => program.test(uri));
}

/** A beginning, made of what hub.json says already. */
function createReadme({ root }: Files, hubFile: JsonFile): readonly Fix[] {
  const title = stringOf(valueAt(hubFile.root, 'title'));
  if (title === undefined || title.trim() === '') return [];
  const description = stringOf(valueAt(hubFile.root, 'description'))?.trim() ?? '';
  const text = [`# ${oneLine(title)}\n`, description === '' ? '' : `\n${oneLine(description)}\n`].join('');
  return [
    {
      title: say`Begin a README.md with the title and description of hub.json`,
      safe: false,
      edits: [{ uri: `${root}/README.md`, span: span(0, 0), text }],
    },
  ];
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
