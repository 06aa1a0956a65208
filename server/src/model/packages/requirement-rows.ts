// One requirement of the image from each form it is written in: a line, a word of a command, a row of a project file.

import type { Source } from '../../base/source';
import { type Span, span } from '../../base/span';
import { normalised, type ProjectRequirement } from '../../facts/project';
import { type PackageLine, packageOfPlace, parseDependency } from '../../facts/requirements';
import type { ShellWord } from '../../facts/shell';
import { CONDA_NAMES, SYSTEM_PACKAGES } from '../../knowledge/base-packages';
import type { Requirement } from './packages';

export interface How {
  readonly conditional: boolean;
  /** Newer versions than those already there are wanted. */
  readonly upgrade: boolean;
}

export const SURE: How = { conditional: false, upgrade: false };

export function fromLine(source: Source, line: PackageLine, how: How): Requirement {
  return {
    ...how,
    name: normalised(line.name),
    uri: source.uri,
    span: line.span,
    specifier: line.url === undefined ? line.specifier : undefined,
    extras: line.extras,
    from: 'file',
    direct: line.url !== undefined,
    source,
    specifierSpan: line.hashed ? undefined : line.specifierSpan,
    whole: line.line,
  };
}

/** Of a line that gives a place, or that pip refuses, the package that is meant. */
export function fromName(source: Source, name: string, at: Span, how: How): Requirement {
  return {
    ...how,
    name: normalised(name),
    uri: source.uri,
    span: at,
    specifier: undefined,
    extras: [],
    from: 'file',
    direct: true,
    source,
    specifierSpan: undefined,
    whole: undefined,
  };
}

export function fromProject(source: Source, found: ProjectRequirement, how: How): Requirement {
  const name = normalised(found.name);
  return {
    ...how,
    name: found.from === 'conda' ? condaName(name) : name,
    uri: source.uri,
    span: found.span,
    specifier: found.specifier,
    extras: found.extras,
    from: 'file',
    direct: found.direct,
    source,
    specifierSpan: found.specifierSpan,
    whole: undefined,
  };
}

/** A word of `pip install`. Undefined where it is none that pip would take, or a place that tells no name. */
export function fromPipWord(source: Source, word: ShellWord, how: How): Requirement | undefined {
  const isPlace = /:\/\/|\.whl$/.test(word.text) && !/^[\w.-]+(?:\[[^\]]*\])?\s*@/.test(word.text);
  if (isPlace) {
    const name = packageOfPlace(word.text);
    return name === undefined ? undefined : fromWord(source, normalised(name), word, { ...PLAIN, direct: true }, how);
  }
  // Of `torch==$VERSION` the name is known.
  const text = word.value.known ? word.value.value : word.text.replace(/[=<>!~]*[\d.]*\uFFFC.*$/s, '');
  const parsed = parseDependency(text);
  if (parsed.kind === 'fault') return undefined;
  const { name, extras, url, marker, specifier, specifierSpan } = parsed.dependency;
  const told = word.value.known && url === undefined ? specifier : undefined;
  return fromWord(
    source,
    normalised(name),
    word,
    { specifier: told, extras, direct: url !== undefined },
    { ...how, conditional: marker !== undefined || how.conditional },
    told === undefined ? undefined : specifierSpan,
  );
}

/** `conda-forge::numpy=1.26`. */
export function fromCondaWord(source: Source, word: ShellWord, how: How): Requirement {
  const name = normalised(/^(?:[\w.-]+::)?([\w.-]+)/.exec(word.text)?.[1] ?? '');
  return fromWord(source, condaName(name), word, PLAIN, how);
}

/** `python3-yaml`. */
export function fromSystemWord(source: Source, word: ShellWord, how: How): Requirement {
  const name = SYSTEM_PACKAGES.get(word.text) ?? normalised(word.text.replace(/^py(?:thon)?3-/, ''));
  return fromWord(source, name, word, PLAIN, how);
}

type Asked = Pick<Requirement, 'specifier' | 'extras' | 'direct'>;

const PLAIN: Asked = { specifier: undefined, extras: [], direct: false };

function fromWord(
  source: Source,
  name: string,
  word: ShellWord,
  asked: Asked,
  how: How,
  specifier?: Span,
): Requirement {
  return {
    ...asked,
    ...how,
    name,
    uri: source.uri,
    span: word.span,
    from: 'command',
    source,
    specifierSpan: specifier && inWord(source, word, specifier),
    whole: word.span,
  };
}

function condaName(name: string): string {
  return CONDA_NAMES.get(name) ?? name;
}

/** Where a part of a word's value stands; undefined where escapes lie between. */
function inWord(source: Source, { text, offsets }: ShellWord, part: Span): Span | undefined {
  const start = offsets[part.start];
  const last = offsets[part.end - 1];
  if (start === undefined || last === undefined) return undefined;
  return source.text.slice(start, last + 1) === text.slice(part.start, part.end) ? span(start, last + 1) : undefined;
}
