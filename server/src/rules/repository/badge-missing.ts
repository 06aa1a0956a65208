// A README without the badge that leads to the listing. It can be written only where it is known which repository this is.

import { say } from '../../base/message';
import type { Source } from '../../base/source';
import { span } from '../../base/span';
import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import { BADGE_IMAGE, BADGE_LINK } from '../../knowledge/hub-files';
import { badgesIn } from '../../model/repository/badge';
import { gitHubName, publishingRemote, showName } from '../../model/repository/repository';
import { rule } from '../rule';
import { firstHeading, readmePlace } from './places';

export const badgeMissing = rule({
  meta: {
    id: 'badge-missing',
    area: 'repository',
    severity: 'hint',
    since: '0.2.0',
    summary: 'The README has no badge that leads to the listing on the Hub.',
    why: 'Whoever finds the repository on GitHub has to look for it on the Hub. The badge is optional.',
    good: 'The README has the badge of the Hub.',
    sources: [PUBLISHING_GUIDE, 'https://github.com/runpod-workers/worker-vllm/blob/main/README.md'],
  },
  reads: ['hubFile', 'documents', 'repository'],
  *check({ documents: { readme }, repository }) {
    const remote = publishingRemote(repository);
    const name = remote && gitHubName(remote.url);
    if (readme === undefined || name === undefined || !readme.uri.toLowerCase().endsWith('.md')) return;
    if (badgesIn(readme).length > 0 || readme.text.trim() === '') return;
    const shown = showName(name);
    yield {
      ...readmePlace(readme),
      message: say`The README has no badge that leads to ${shown} on the Hub.`,
      fixes: [{ title: say`Insert the badge of ${shown}`, safe: true, edits: [insertion(readme, badge(shown))] }],
    };
  },
});

function badge(shown: string): string {
  return `[![Runpod](${BADGE_IMAGE}${shown})](${BADGE_LINK}${shown})`;
}

/** Under the first heading, with an empty line around it. */
function insertion(readme: Source, line: string) {
  const { uri, text } = readme;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const heading = firstHeading(readme);
  if (heading === undefined) {
    const start = text.startsWith('\ufeff') ? 1 : 0;
    return { uri, span: span(start, start), text: line + lineEnd + lineEnd };
  }
  const at = endOfLine(text, heading.textEnd);
  return { uri, span: span(at, at), text: lineEnd + lineEnd + line };
}

function endOfLine(text: string, from: number): number {
  const match = /\r?\n/.exec(text.slice(from));
  return match === null ? text.length : from + match.index;
}
