// Names and messages as the tree shows them: one line, bounded, and without characters that nobody sees or that turn the
// text around them. They come from the workspace.

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a hostile name would smuggle in.
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** What the server puts around a name that may run backwards: a label stands alone. */
const ISOLATED = /^\u2068(.*)\u2069$/su;

const LONGEST_LABEL = 200;

/** For a label: a longer text would only make the editor slow. */
export function label(isolated: string): string {
  const text = isolated.replace(ISOLATED, '$1');
  return plain(text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL - 1)}…` : text);
}

/** For an entry of a quick pick, which would draw `$(zap)` as an icon. */
export function pickLabel(text: string): string {
  return label(text).replaceAll('$(', '\\$(');
}

function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(UNPRINTABLE, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The path of a file in its worker's folder, or its name where it lies elsewhere. Both as URIs. */
export function pathIn(root: string, uri: string): string {
  const inside = uri.startsWith(`${root}/`);
  return label(decoded(inside ? uri.slice(root.length + 1) : lastName(uri)));
}

/** Such as `src/handler.py:48`; the line counts from 1. */
export function placeIn(root: string, { uri, range }: { uri: string; range: { start: { line: number } } }): string {
  return `${pathIn(root, uri)}:${range.start.line + 1}`;
}

/** What tells workers of one name apart: the folder around each, with as many names of the path as that takes. */
export function parentPaths(roots: readonly string[]): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  for (const root of roots) {
    const alike = roots.filter((other) => other !== root && lastName(other) === lastName(root));
    if (alike.length > 0) parents.set(root, label(distinctParent(root, alike)));
  }
  return parents;
}

function distinctParent(root: string, alike: readonly string[]): string {
  const folders = foldersAbove(root);
  const others = alike.map(foldersAbove);
  const tail = (names: readonly string[], depth: number) => names.slice(-depth).join('/');
  const depths = folders.map((_, index) => index + 1);
  const depth = depths.find((wanted) => others.every((names) => tail(names, wanted) !== tail(folders, wanted)));
  return tail(folders, depth ?? folders.length);
}

function foldersAbove(root: string): readonly string[] {
  return decoded(root.replace(/^[a-z][\w+.-]*:\/\//i, ''))
    .split('/')
    .slice(0, -1)
    .filter((name) => name !== '');
}

function lastName(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
