// Where a finding about the repository as a whole stands: at the listing's title, or the README's first heading.

import type { Source } from '../../base/source';
import { type Place, span } from '../../base/span';
import type { JsonFile } from '../../facts/json';
import { headOf, headOfProperty, isObject, member, placeOf } from '../../model/json';

/** The value of `title`, of `name` in a file of another format, or whatever the file begins with. */
export function listingPlace(file: JsonFile): Place {
  const named = member(file.root, 'title') ?? member(file.root, 'name');
  if (named !== undefined) return placeOf(file, headOfProperty(named));
  const first = isObject(file.root) ? file.root.properties[0] : undefined;
  if (first !== undefined) return placeOf(file, first.keySpan);
  return file.root === undefined ? fileStart(file.source) : placeOf(file, headOf(file.root));
}

const HEADING = /^#{1,6}[ \t]+(\S.*?)[ \t]*$/m;

/** The text of the first heading, else the first line with a word in it. */
export function readmePlace(readme: Source): Place {
  const heading = firstHeading(readme);
  if (heading === undefined) return fileStart(readme);
  return { uri: readme.uri, span: span(heading.textStart, heading.textEnd) };
}

interface Heading {
  readonly textStart: number;
  readonly textEnd: number;
}

/** Outside of code fences, in which `#` begins a comment. */
export function firstHeading({ text }: Source): Heading | undefined {
  const fence = /^(?:```|~~~)/m.exec(text)?.index ?? text.length;
  const match = HEADING.exec(text.slice(0, fence));
  if (match === null) return undefined;
  const textStart = match.index + match[0].indexOf(match[1] ?? '');
  return { textStart, textEnd: textStart + (match[1] ?? '').length };
}

/** The first line that says something; the very start of a file that says nothing. */
export function fileStart({ uri, text }: Source): Place {
  const match = /\S.*/.exec(text);
  if (match === null) return { uri, span: span(0, 0) };
  return { uri, span: span(match.index, match.index + match[0].trimEnd().length) };
}
