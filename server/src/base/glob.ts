// Patterns with `*`, `?`, `[…]` and `**` as Docker reads them, in COPY and in `.dockerignore`. Never by a regular expression:
// the patterns come from the workspace, and this takes no longer than the lengths of pattern and path multiplied.

/** Longer patterns fit nothing. */
const LONGEST = 300;

/** Whether a path fits a pattern, name by name; `**` stands for any number of folders. */
export function pathMatcher(pattern: readonly string[]): (path: readonly string[]) => boolean {
  const parts = pattern.map((text) => ({ isStar: text === '**', fits: nameMatcher(text) }));
  return (path) =>
    matchesAll(
      parts,
      path,
      ({ isStar }) => isStar,
      ({ fits }, name) => fits(name),
    );
}

export function matchesPath(pattern: readonly string[], path: readonly string[]): boolean {
  return pathMatcher(pattern)(path);
}

/** Whether one name, without `/`, fits. */
function nameMatcher(pattern: string): (name: string) => boolean {
  if (pattern.length > LONGEST) return () => false;
  if (!isPattern(pattern)) return (name) => name === pattern;
  const tokens = tokensOf(pattern);
  return (name) => matchesAll(tokens, [...name], (token) => token === '*', fitsUnit);
}

/** Whether a text holds anything that stands for more than itself. */
export function isPattern(text: string): boolean {
  return /[*?[\\]/.test(text);
}

/** The folders and the name of a path, without empty ones and `.`; `..` goes up, at most to the top. */
export function segmentsOf(path: string): readonly string[] {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments;
}

/** After a mismatch, only the star met last needs to take one item more. */
function matchesAll<P, I>(
  pattern: readonly P[],
  items: readonly I[],
  isStar: (part: P) => boolean,
  fits: (part: P, item: I) => boolean,
): boolean {
  let at = 0;
  let star = -1;
  let taken = 0;
  for (let item = 0; item < items.length; ) {
    const part = pattern[at];
    const value = items[item];
    if (part !== undefined && isStar(part)) {
      star = at++;
      taken = item;
    } else if (part !== undefined && value !== undefined && fits(part, value)) {
      at++;
      item++;
    } else if (star >= 0) {
      at = star + 1;
      item = ++taken;
    } else {
      return false;
    }
  }
  return pattern.slice(at).every(isStar);
}

/** `*`, `?`, `[a-z]` as they are; one unit that stands for itself with a backslash in front. */
function tokensOf(pattern: string): readonly string[] {
  return (pattern.match(/\\.|\[\^?\]?[^\]]*\]|./gsu) ?? []).map((token) =>
    token.length > 1 && token.startsWith('[') ? token : /^[*?\\]/.test(token) ? token : `\\${token}`,
  );
}

function fitsUnit(token: string, unit: string): boolean {
  if (token === '?') return true;
  if (!token.startsWith('[')) return token.slice(1) === unit;
  const negated = token.startsWith('[^');
  const ranges = token.slice(negated ? 2 : 1, -1).matchAll(/(.)(?:-(.))?/gsu);
  let found = false;
  for (const [, from = '', to = from] of ranges) if (from <= unit && unit <= to) found = true;
  return found !== negated;
}
