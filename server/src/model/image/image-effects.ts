// What a command of a shell does to the files of an image, as layers. A program that nobody knows may have written to every
// place that it is given; what it may have fetched into the current folder is data, no program.

import { nameOf, resolvePath } from '../../base/image-path';
import type { Source } from '../../base/source';
import type { Static } from '../../base/static';
import type { ShellCommand, ShellWord, ShellWrite } from '../../facts/shell';
import { FETCHING, HARMLESS, HARMLESS_MODULES, UNPACKING } from '../../knowledge/programs';
import { copied, DATA_ANYWHERE, type ImageTree, insideOf, textAt, unknownAt } from './image-tree';

export function addWrite(
  tree: ImageTree,
  { path, content, append, conditional }: ShellWrite,
  folder: Static<string>,
  source: Source,
): void {
  const place = resolvePath(folder, path.text);
  if (!place.known) tree.add(unknownAt(known(path.text)));
  else if (content && !append && !conditional) tree.add(textAt(place.value, content, source));
  else tree.add(unknownAt(place.value));
}

/** The part of a path in front of what is unknown: somewhere below it. */
function known(text: string): string {
  const head = text.slice(0, Math.max(0, text.indexOf('\uFFFC')));
  return head.startsWith('/') ? head.slice(0, Math.max(1, head.lastIndexOf('/'))) : '/';
}

export function addEffects(tree: ImageTree, command: ShellCommand, folder: Static<string>): void {
  const [first, ...rest] = command.words;
  if (first === undefined) return;
  const program = nameOf(first.text);
  const at = new Places(tree, folder);
  if (program === 'mkdir') {
    for (const word of operands(rest)) if (!command.conditional) at.folder(word.text);
  } else if (program === 'git') git(at, rest);
  else if (program === 'cp' || program === 'mv') copyOrMove(at, rest, command.conditional, program === 'mv');
  else if (program === 'rm') for (const word of operands(rest)) at.unknown(withoutPattern(word.text));
  else if (FETCHING.has(program)) fetched(at, rest, FETCHING.get(program) ?? [], program, command.piped);
  else if (UNPACKING.has(program)) {
    const named = optionValues(rest, UNPACKING.get(program) ?? []);
    for (const path of named.length > 0 ? named : ['.']) at.unknown(path);
  } else if (HARMLESS.has(program)) return;
  else if (/^(?:python|pypy)[\d.]*$/.test(program)) python(at, rest);
  else anyProgram(at, program, rest, command);
}

class Places {
  constructor(
    readonly tree: ImageTree,
    readonly here: Static<string>,
  ) {}

  unknown(path: string, what: 'anything' | 'data' = 'anything'): void {
    const place = this.of(path);
    // A relative path below an unknown folder may be anywhere.
    this.tree.add(unknownAt(place.known ? place.value : known(path), what));
  }

  folder(path: string): void {
    const place = this.of(path);
    if (place.known) this.tree.addFolder(place.value);
  }

  of(path: string): Static<string> {
    return resolvePath(this.here, path);
  }
}

function operands(words: readonly ShellWord[]): readonly ShellWord[] {
  return words.filter(({ text }) => !text.startsWith('-'));
}

/** `-o FILE`, `-oFILE`, `--output=FILE`. */
function optionValues(words: readonly ShellWord[], options: readonly string[]): readonly string[] {
  return words.flatMap(({ text }, index) => {
    const option = options.find((name) => text === name || text.startsWith(name.startsWith('--') ? `${name}=` : name));
    if (option === undefined) return [];
    if (text === option) return words[index + 1]?.text ?? [];
    return text.slice(option.length).replace(/^=/, '');
  });
}

/** `/app/*.txt` is somewhere in `/app`. */
function withoutPattern(path: string): string {
  const at = path.search(/[*?[{]/);
  return at < 0 ? path : path.slice(0, path.lastIndexOf('/', at) + 1) || '.';
}

const GIT_VALUES: ReadonlySet<string> = new Set([
  '-b',
  '--branch',
  '--depth',
  '-c',
  '-C',
  '-o',
  '--origin',
  '-j',
  '--jobs',
  '--filter',
]);

function git(at: Places, words: readonly ShellWord[]): void {
  const plain = words.filter(
    ({ text }, index) => !text.startsWith('-') && !GIT_VALUES.has(words[index - 1]?.text ?? ''),
  );
  const [verb, url, target] = plain.map(({ text }) => text);
  const [inside = '.'] = optionValues(words, ['-C']);
  if (verb === 'config' || verb === 'rev-parse' || verb === '--version') return;
  if (verb !== 'clone' || url === undefined) at.unknown(inside);
  else at.unknown(target ?? (isWhole(url) ? nameOf(url.replace(/\/+$/, '')).replace(/\.git$/, '') : '.'));
}

function copyOrMove(at: Places, words: readonly ShellWord[], conditional: boolean, moves: boolean): void {
  const paths = operands(words).map(({ text }) => text);
  const named = optionValues(words, ['-t', '--target-directory']);
  const target = named[0] ?? paths.at(-1);
  if (target === undefined) return;
  const sources = named.length > 0 ? paths.filter((path) => path !== target) : paths.slice(0, -1);
  const [only] = sources;
  if (sources.length === 1 && only !== undefined && !conditional && named.length === 0 && copyOne(at, only, target)) {
    if (moves) at.unknown(only);
    return;
  }
  at.unknown(target);
  if (moves) for (const source of sources) at.unknown(withoutPattern(source));
}

/** Whether it could be told what lies where afterwards. */
function copyOne({ tree, here }: Places, source: string, target: string): boolean {
  const from = resolvePath(here, source);
  const to = resolvePath(here, target);
  if (!from.known || !to.known || /[*?[{]/.test(source) || source.endsWith('/.')) return false;
  const isFolder = target.endsWith('/') || tree.isFolder(to.value);
  if (isFolder === undefined) return false;
  tree.add(copied(from.value, insideOf(to.value, isFolder, from.value)));
  return true;
}

function fetched(
  at: Places,
  words: readonly ShellWord[],
  options: readonly string[],
  program: string,
  piped: boolean,
): void {
  const named = optionValues(words, options);
  // A download whose place is not known is hardly a program of the worker.
  if (named.length > 0) for (const path of named) at.unknown(path, isWhole(path) ? 'anything' : 'data');
  // curl writes to a file only where it is told to; what is piped is another's business.
  else if (!piped && (program !== 'curl' || words.some(({ text }) => /^-[a-zA-Z]*[OJ]|^--remote-name/.test(text)))) {
    for (const { text } of operands(words)) at.unknown((isWhole(text) && nameOf(text.replace(/[?#].*$/, ''))) || '.');
  }
}

function python(at: Places, words: readonly ShellWord[]): void {
  const module = words[words.findIndex(({ text }) => /^-\w*m$/.test(text)) + 1];
  if (module && module !== words[0] && HARMLESS_MODULES.has(module.text)) return;
  at.tree.add(DATA_ANYWHERE);
  for (const { text } of words) if (isPath(text) && !text.endsWith('.py')) at.unknown(text);
}

function anyProgram(at: Places, program: string, words: readonly ShellWord[], { script }: ShellCommand): void {
  // The commands inside are told one by one.
  if (script !== undefined) return;
  at.tree.add(DATA_ANYWHERE);
  if (program === 'ln' || program === 'install' || program === 'rsync') {
    for (const { text } of operands(words).slice(-1)) at.unknown(text);
    return;
  }
  for (const { text } of words) {
    const value = text.startsWith('-') ? text.slice(text.indexOf('=') + 1) : text;
    if (isPath(value)) at.unknown(value, isWhole(value) ? 'anything' : 'data');
  }
}

function isWhole(text: string): boolean {
  return !text.includes('\uFFFC');
}

/** What looks like a place, and is no address. */
function isPath(text: string): boolean {
  return (
    text !== '/' && !/^\w+:/.test(text) && (text.includes('/') || text === '.' || text === '..') && !/^-/.test(text)
  );
}
