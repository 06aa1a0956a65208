// What a requirements file says: packages, included files, options, and the lines that pip would reject. Reads lines as pip
// does: continued ones are joined, comments and options cut off. Which files are installed is model/packages/packages.ts's business.

import type { Source } from '../base/source';
import { type Span, span } from '../base/span';
import { type Dependency, type DependencyFault, type Marker, parseDependency } from '../syntax/pep508';

export type { Marker, MarkerValue } from '../syntax/pep508';
export { parseDependency } from '../syntax/pep508';

export interface RequirementsFile {
  readonly source: Source;
  /** In the order of the text; without empty ones and comments. */
  readonly lines: readonly RequirementLine[];
  /** From the `#` on. */
  readonly comments: readonly Span[];
  /** Read to its end. */
  readonly whole: boolean;
}

export type RequirementLine = PackageLine | IncludeLine | DirectLine | OptionLine | BrokenLine;

export interface PackageLine {
  readonly kind: 'package';
  /** The name, extras and specifier or URL. */
  readonly span: Span;
  /** As written. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly extras: readonly string[];
  /** Such as `>=1,<2`; empty without one. */
  readonly specifier: string;
  readonly specifierSpan: Span | undefined;
  readonly url: string | undefined;
  readonly marker: Marker | undefined;
  readonly hashed: boolean;
  /** From the line's first to its last visible character, comment included. */
  readonly line: Span;
}

/** `-r other.txt`, `-c limits.txt`. */
export interface IncludeLine {
  readonly kind: 'include';
  readonly span: Span;
  readonly path: string;
  readonly constraint: boolean;
}

/** Something that is installed from a place instead of by name. */
export interface DirectLine {
  readonly kind: 'direct';
  readonly span: Span;
  readonly target: string;
  readonly editable: boolean;
  /** The package, where the target tells: `…#egg=name`, `name-1.0-py3-none-any.whl`. */
  readonly name: string | undefined;
}

/** `--index-url …`, `--pre`. */
export interface OptionLine {
  readonly kind: 'option';
  readonly span: Span;
  readonly name: string;
  readonly value: string;
}

export type LineFault =
  | DependencyFault
  /** `pip install name` */
  | 'command'
  /** An option that only a command line takes. */
  | 'option'
  /** `-r` without a file. */
  | 'value-missing'
  | 'conflict-marker';

export interface BrokenLine {
  readonly kind: 'broken';
  readonly fault: LineFault;
  readonly span: Span;
  /** What stands there. */
  readonly text: string;
  /** The package, where the line begins with one. */
  readonly name: string | undefined;
}

/** Text with the offset in the file that each code unit comes from, and where it ends there. */
interface Logical {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** Further lines are not read. */
const MOST_LINES = 5_000;
const LONGEST_FILE = 1_000_000;
const LONGEST_LINE = 20_000;

/** What pip breaks lines at, as Python's `splitlines` does. */
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/** Where the comment begins, with the blanks in front of it; undefined without one. Not by a regular expression: these try each blank. */
function commentAt(text: string): number | undefined {
  for (let hash = text.indexOf('#'); hash >= 0; hash = text.indexOf('#', hash + 1)) {
    if (hash === 0 || /\s/.test(text[hash - 1] ?? '')) return text.slice(0, hash).trimEnd().length;
  }
  return undefined;
}

export function readRequirements(source: Source): RequirementsFile {
  const lines: RequirementLine[] = [];
  const comments: Span[] = [];
  const { rows, whole } = physicalLines(source.text);
  let joined: { text: string; offsets: number[] } | undefined;
  const finish = (logical: Logical): void => {
    const comment = commentAt(logical.text);
    const content = logical.text.slice(0, comment);
    if (comment !== undefined) {
      const hash = logical.text.indexOf('#', comment);
      comments.push(spanIn(logical, hash, logical.text.length));
    }
    lines.push(...readLine(logical, content));
  };
  for (const row of rows) {
    const isComment = commentAt(row.text) !== undefined;
    const continued = row.text.endsWith('\\') && !isComment;
    if (continued || joined !== undefined) {
      joined ??= { text: '', offsets: [] };
      const kept = continued ? row.text.replace(/\\+$/, '') : row.text;
      // What follows a continuation is a comment for pip only with a blank in front.
      if (isComment && row.text.startsWith('#')) append(joined, ' ', row.offsets.slice(0, 1));
      append(joined, kept, row.offsets);
      if (continued && joined.text.length < LONGEST_LINE) continue;
      finish(joined);
      joined = undefined;
    } else {
      finish(row);
    }
  }
  if (joined !== undefined) finish(joined);
  return { source, lines, comments, whole };
}

function append(to: { text: string; offsets: number[] }, text: string, offsets: readonly number[]): void {
  to.text += text;
  for (let at = 0; at < text.length; at++) to.offsets.push(offsets[at] ?? 0);
}

function physicalLines(text: string): { readonly rows: readonly Logical[]; readonly whole: boolean } {
  const { text: plain, at } = decoded(text.slice(0, LONGEST_FILE));
  const rows: Logical[] = [];
  let start = 0;
  const add = (end: number): void => {
    const row = plain.slice(start, Math.min(end, start + LONGEST_LINE));
    rows.push({ text: row, offsets: Array.from(row, (_, index) => at(start + index)) });
  };
  for (const found of plain.matchAll(LINE_BREAK)) {
    if (rows.length >= MOST_LINES) return { rows, whole: false };
    add(found.index);
    start = found.index + found[0].length;
  }
  add(plain.length);
  return { rows, whole: text.length <= LONGEST_FILE };
}

/**
 * Without a byte order mark; and pip reads UTF-16 where a mark says so, which text read as UTF-8 shows as two unreadable
 * characters and a NUL in every second place.
 */
function decoded(text: string): { readonly text: string; readonly at: (index: number) => number } {
  if (/^\uFFFD\uFFFD(?:[^\0]\0|\0[^\0])/.test(text)) {
    const first = text[2] === '\0' ? 3 : 2;
    let plain = '';
    for (let at = first; at < text.length; at += 2) plain += text[at];
    return { text: plain, at: (index) => first + 2 * index };
  }
  const skipped = text.startsWith('\uFEFF') ? 1 : 0;
  return { text: text.slice(skipped), at: (index) => index + skipped };
}

function spanIn({ offsets }: Logical, start: number, end: number): Span {
  const first = offsets[start] ?? offsets.at(-1) ?? 0;
  return span(first, Math.max(first, (offsets[end - 1] ?? first - 1) + 1));
}

function readLine(logical: Logical, content: string): readonly RequirementLine[] {
  const start = content.length - content.trimStart().length;
  const text = content.trim();
  if (text === '') return [];
  const broken = (fault: LineFault, from = start, to = start + text.length, name?: string): BrokenLine => ({
    kind: 'broken',
    fault,
    span: spanIn(logical, from, to),
    text: logical.text.slice(from, to),
    name,
  });
  if (/^(?:<{7}|={7}|>{7})(?:\s|$)/.test(text)) return [broken('conflict-marker')];
  if (text.startsWith('-')) return optionLines(logical, text, start, broken);
  if (/^(?:pip3?|uv|python3?|conda|poetry|RUN|!pip)\s+\S/.test(text)) return [broken('command')];
  // Options of one package, such as `--hash`, stand behind it.
  const optionsAt = / -(?:-?[a-zA-Z])/.exec(text)?.index;
  const own = optionsAt === undefined ? text : text.slice(0, optionsAt).trimEnd();
  const options = optionsAt === undefined ? '' : text.slice(optionsAt).trim();
  const foreign = options === '' ? undefined : commandLineOption(options);
  if (foreign !== undefined) {
    const at = start + text.indexOf(foreign, optionsAt);
    return [broken('option', at, at + foreign.length)];
  }
  if (isPlace(own)) return [direct(logical, own, start, start + own.length, false)];
  if (/\$\{[A-Z0-9_]+\}/.test(own)) {
    // pip puts the environment's variables in before it reads the line.
    return [{ kind: 'option', span: spanIn(logical, start, start + own.length), name: '', value: own }];
  }
  const parsed = parseDependency(own);
  if (parsed.kind === 'fault') {
    const { fault, span: at } = parsed;
    const name = /^[A-Za-z0-9][\w.-]*/.exec(own)?.[0];
    return [broken(fault, start + at.start, start + at.end, name)];
  }
  return [packageLine(logical, parsed.dependency, start, options)];
}

function packageLine(logical: Logical, found: Dependency, start: number, options: string): PackageLine {
  const place = (at: Span): Span => spanIn(logical, start + at.start, start + at.end);
  return {
    kind: 'package',
    span: place(found.span),
    name: found.name,
    nameSpan: place(found.nameSpan),
    extras: found.extras,
    specifier: found.specifier,
    specifierSpan: found.specifierSpan && place(found.specifierSpan),
    url: found.url,
    marker: found.marker,
    hashed: options.includes('--hash'),
    line: spanIn(logical, 0, logical.text.trimEnd().length),
  };
}

/** `git+https://…`, `https://…/x.whl`, `./folder`, `x.whl`: what pip takes for a URL or a path. */
export function isPlace(text: string): boolean {
  if (/^(?:(?:git|hg|svn|bzr)\+)?[a-z][a-z+]*:\/\//i.test(text) || /^(?:file|git\+\w+):/i.test(text)) return true;
  if (/^[A-Za-z0-9][\w.-]*[ \t]*(?:\[[^\]]*\][ \t]*)?@/.test(text)) return false;
  const path = text.split(/[;[]/)[0]?.trim() ?? '';
  if (/\s/.test(path)) return false;
  return path.startsWith('.') || path.includes('/') || ARCHIVE.test(path);
}

const ARCHIVE = /\.(?:whl|zip|tar\.gz|tgz|tar|tar\.bz2|tbz|tar\.xz|txz)$/i;

/** The package that a URL or a path names by itself. */
export function packageOfPlace(target: string): string | undefined {
  const egg = /[#&]egg=([A-Za-z0-9][\w.-]*)/.exec(target)?.[1];
  if (egg !== undefined) return egg;
  return /(?:^|\/)([A-Za-z0-9][\w.]*?)-\d[^/]*\.(?:whl|tar\.gz|zip)(?:[?#]|$)/.exec(target)?.[1];
}

function direct(logical: Logical, target: string, start: number, end: number, editable: boolean): DirectLine {
  return { kind: 'direct', span: spanIn(logical, start, end), target, editable, name: packageOfPlace(target) };
}

/** Options that a requirements file takes, under all their names. Source: pip's documentation of the file format. */
const LONG_NAMES: ReadonlyMap<string, string> = new Map([
  ['-i', '--index-url'],
  ['--pypi-url', '--index-url'],
  ['-r', '--requirement'],
  ['-c', '--constraint'],
  ['-e', '--editable'],
  ['-f', '--find-links'],
]);

/** Options of `pip install` that stop pip when they stand in a file. Source: the same. */
const COMMAND_LINE_ONLY: ReadonlySet<string> = new Set(
  (
    '--upgrade -U --user --no-deps --no-dependencies --no-cache-dir --force-reinstall --ignore-installed -I --target -t ' +
    '--prefix --root --quiet -q --verbose -v --yes -y --break-system-packages --upgrade-strategy --timeout --retries ' +
    '--system --no-input --compile --no-compile --dry-run --isolated --disable-pip-version-check'
  ).split(' '),
);

function commandLineOption(options: string): string | undefined {
  return options
    .split(/\s+/)
    .map((word) => word.split('=')[0] ?? word)
    .find((word) => COMMAND_LINE_ONLY.has(word));
}

function optionLines(
  logical: Logical,
  text: string,
  start: number,
  broken: (fault: LineFault, from?: number, to?: number) => BrokenLine,
): readonly RequirementLine[] {
  const match = /^(--[a-z][a-z-]*|-[a-zA-Z])(?:\s*=\s*|\s*)(.*)$/.exec(text);
  if (match === null) return [broken('name')];
  const [, written = '', value = ''] = match;
  const name = LONG_NAMES.get(written) ?? written;
  if (COMMAND_LINE_ONLY.has(name)) return [broken('option', start, start + written.length)];
  const valueAt = start + text.length - value.length;
  const whole = spanIn(logical, start, start + text.length);
  switch (name) {
    case '--requirement':
    case '--constraint': {
      const path = (value.split(/\s/)[0] ?? '').replace(/^(["'])(.*)\1$/, '$2');
      if (path === '') return [broken('value-missing')];
      return [
        {
          kind: 'include',
          span: spanIn(logical, valueAt, start + text.length),
          path,
          constraint: name === '--constraint',
        },
      ];
    }
    case '--editable':
      if (value === '') return [broken('value-missing')];
      return [direct(logical, value.replace(/^(["'])(.*)\1$/, '$2'), valueAt, start + text.length, true)];
    default:
      return [{ kind: 'option', span: whole, name, value }];
  }
}
