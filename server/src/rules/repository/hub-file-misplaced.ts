// hub.json and tests.json where the Hub does not see them: another folder or case, below the root of the repository, kept as
// a link, or kept out by an ignore rule.

import type { Fix } from '../../base/edit';
import { type Message, say } from '../../base/message';
import type { Source } from '../../base/source';
import { span } from '../../base/span';
import { unreachable } from '../../base/unreachable';
import { relativeTo } from '../../base/uri';
import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import type { Repository } from '../../model/repository/repository';
import { type Misplaced, misplacedFiles } from '../../model/repository/strays';
import { type OutOfSight, outOfSight } from '../../model/repository/visibility';
import { type Finding, rule } from '../rule';
import { fileStart, listingPlace } from './places';

export const hubFileMisplaced = rule({
  meta: {
    id: 'hub-file-misplaced',
    area: 'repository',
    severity: 'warning',
    since: '0.2.0',
    summary: 'hub.json or tests.json lies where the Hub does not look, or never reaches the repository.',
    why: 'The Hub does not find the file, so there is no listing, and no message says why.',
    good: 'hub.json and tests.json lie where the Hub looks for them.',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['files', 'documents?', 'hubFile?', 'tests?', 'repository?'],
  *check({ files, documents, hubFile, tests, repository }) {
    for (const misplaced of misplacedFiles(files)) {
      const source = documents?.strays.find(({ uri }) => uri === misplaced.uri);
      if (source !== undefined) yield elsewhere(files.root, misplaced, source);
    }
    if (repository === undefined) return;
    for (const file of [hubFile, tests]) {
      if (file === undefined) continue;
      const why = outOfSight(file.source.uri, repository);
      // Below the root, tests.json goes where hub.json goes.
      if (why === undefined || (file === tests && why.kind === 'below-root')) continue;
      yield { ...listingPlace(file), message: messageOf(why, repository) };
    }
  },
});

function elsewhere(root: string, { uri, expected, isSameOnSomeDisks }: Misplaced, source: Source): Finding {
  const path = relativeTo(root, uri) ?? uri;
  const message = isSameOnSomeDisks
    ? say`The Hub looks for ${expected}, and large and small letters differ there: it does not find ${path}.`
    : say`The Hub looks for ${expected}: it does not find ${path}.`;
  // On a disk to which both names are one, the new file would be written into the old one.
  return { ...fileStart(source), message, fixes: isSameOnSomeDisks ? [] : [copy(root, expected, source)] };
}

function copy(root: string, expected: string, source: Source): Fix {
  return {
    title: say`Copy it to ${expected} (the old file is left for you to delete)`,
    safe: false,
    edits: [{ uri: `${root}/${expected}`, span: span(0, 0), text: source.text }],
  };
}

function messageOf(why: OutOfSight, { root }: Repository): Message {
  switch (why.kind) {
    case 'below-root':
      return say`The Hub looks for .runpod/hub.json at the root of the repository: it does not find this one in ${why.folder}.`;
    case 'ignored':
      return say`Git leaves this file out of the repository, as "${why.rule.pattern}" in ${relativeTo(root, why.rule.by) ?? why.rule.by} tells it to: it never gets to GitHub.`;
    case 'link':
      return say`The repository holds a symbolic link here: GitHub has the path that it points to, and not the content.`;
    case 'renamed':
      return say`In the repository this file is called ${why.keptAs}: this disk does not tell large letters from small ones, and the Hub does. "git mv" renames it.`;
    default:
      return unreachable(why);
  }
}
