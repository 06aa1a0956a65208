// Versions of Python packages and what a specifier such as `>=1,<2` allows (PEP 440). Total: what is no version is allowed
// by nothing.

import { maxSatisfying, satisfies, valid, validRange } from '@renovatebot/pep440';

/** Longer ones are no versions that anybody wrote. */
const LONGEST = 200;

/** Whether something can stand behind `==` or `~=`. */
export function isSpecifierVersion(operator: '==' | '~=', version: string): boolean {
  if (version.length > LONGEST) return false;
  const whole = operator === '==' ? version.replace(/\.\*$/, '') : version;
  if (operator === '~=' && !/^v?(?:\d+!)?\d+\.\d+/.test(version)) return false;
  // A local part such as `+cu118` fits only an exact version.
  if (version.includes('+') && (operator === '~=' || whole !== version)) return false;
  return valid(whole) !== null;
}

export function isVersion(version: string): boolean {
  return version.length <= LONGEST && valid(version) !== null;
}

/** Whether the specifier can be understood. */
export function isSpecifier(specifier: string): boolean {
  return specifier === '' || (specifier.length <= LONGEST && validRange(trimmed(specifier)));
}

/** Whether a version is allowed. Unreadable specifiers allow nothing. */
export function allows(specifier: string, version: string): boolean {
  if (specifier === '') return true;
  return isSpecifier(specifier) && satisfies(version, trimmed(specifier), { prereleases: true });
}

/**
 * The newest allowed one of versions that are listed from the oldest on. Releases that are no final ones count where the
 * specifier names one.
 */
export function newestAllowed(specifier: string, versions: readonly string[]): string | undefined {
  if (!isSpecifier(specifier)) return undefined;
  const range = specifier === '' ? '>=0' : trimmed(specifier);
  return versions.findLast((version) => maxSatisfying([version], range) !== null);
}

function trimmed(specifier: string): string {
  return specifier.replace(/[\s,]+$/, '');
}
