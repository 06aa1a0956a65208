// The Hub badge in a README: an image, mostly inside a link to the listing. Both name a repository.

import type { Source } from '../../base/source';
import { type Span, span } from '../../base/span';
import type { GitHubName } from './repository';

/** A repository that a URL names, and where. */
export interface NamedAt {
  readonly name: GitHubName;
  /** Of `OWNER/REPO`. */
  readonly span: Span;
}

export interface Badge {
  readonly image: NamedAt;
  /** Undefined where it links to nothing, or not to a listing. */
  readonly link: NamedAt | undefined;
}

const IMAGE = /https:\/\/api\.runpod\.io\/badge\/([\w.-]{1,100})\/([\w.-]{1,100})/g;
const LISTING =
  /^https:\/\/(?:www\.)?(?:console\.runpod\.io\/hub|runpod\.io\/console\/hub)\/([\w.-]{1,100})\/([\w.-]{1,100})/;
/** What follows the image's URL in `[![alt](IMAGE)](LINK)`. */
const MARKDOWN_LINK = /^(?:[?#][^)\s]{0,100})?(?:\s+"[^"\n]{0,100}")?\)\]\(/;
/** How far in front of an `<img>` its `<a href>` may be. */
const NEAR = 300;
const MOST_BADGES = 50;

export function badgesIn({ text }: Source): readonly Badge[] {
  const badges: Badge[] = [];
  for (const match of text.matchAll(IMAGE)) {
    const end = match.index + match[0].length;
    badges.push({ image: namedIn(match, match.index), link: markdownLink(text, end) ?? htmlLink(text, match.index) });
    if (badges.length === MOST_BADGES) break;
  }
  return badges;
}

function namedIn([url, owner = '', name = '']: RegExpMatchArray, start: number): NamedAt {
  const end = start + url.length;
  return { name: { owner, name }, span: span(end - owner.length - 1 - name.length, end) };
}

function markdownLink(text: string, end: number): NamedAt | undefined {
  const between = MARKDOWN_LINK.exec(text.slice(end, end + NEAR))?.[0];
  return between === undefined ? undefined : listingAt(text, end + between.length);
}

/** `<a href="LINK"><img src="IMAGE">`. */
function htmlLink(text: string, image: number): NamedAt | undefined {
  const from = Math.max(0, image - NEAR);
  const before = text.slice(from, image);
  const open = before.lastIndexOf('<a ');
  if (open < 0 || before.includes('</a>', open)) return undefined;
  const href = /href\s*=\s*["']?/.exec(before.slice(open));
  return href ? listingAt(text, from + open + href.index + href[0].length) : undefined;
}

function listingAt(text: string, start: number): NamedAt | undefined {
  const match = LISTING.exec(text.slice(start, start + NEAR));
  // Templates have an address of the same form.
  return match === null || match[1] === 'template' ? undefined : namedIn(match, start);
}
