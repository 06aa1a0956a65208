// The edit that gives a requirement another specifier, in the form of the place it stands in.

import type { Edit } from '../../base/edit';
import { span } from '../../base/span';
import { shellWord } from '../../edits/requirements';
import type { Requirement } from '../../model/packages/packages';

/** Undefined where the specifier is not written out, as with hashes or in a table. */
export function setSpecifier(requirement: Requirement, specifier: string): Edit | undefined {
  const { uri, from, source, whole, specifierSpan, span: place } = requirement;
  if (whole === undefined || source.text.includes('\0')) return undefined;
  if (from === 'file') {
    const at = specifierSpan ?? (requirement.specifier === '' ? span(place.end, place.end) : undefined);
    return at && { uri, span: at, text: specifier };
  }
  const written = source.text.slice(place.start, place.end);
  const bare = written.replace(/^(["'])(.*)\1$/s, '$2');
  const at = specifierSpan ? bare.indexOf(source.text.slice(specifierSpan.start, specifierSpan.end)) : bare.length;
  const length = specifierSpan ? specifierSpan.end - specifierSpan.start : 0;
  if (at < 0 || /["'\\]/.test(bare) || (specifierSpan === undefined && requirement.specifier !== '')) return undefined;
  const word = `${bare.slice(0, at)}${specifier}${bare.slice(at + length)}`;
  return { uri, span: place, text: written === bare ? shellWord(word) : `${written[0]}${word}${written[0]}` };
}
