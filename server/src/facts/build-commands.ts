// `docker build` and its like in shell text that may stand in a README, a Makefile or a workflow: found by the words
// themselves, since such text is often no complete script. What is in a quoted text, in a comment or behind `echo` is none.

import type { Source } from '../base/source';
import { type Place, type Span, span } from '../base/span';

export interface ImageBuild extends Place {
  readonly how: 'command' | 'action' | 'compose';
  /** What it builds for; undefined: it does not say; `unknown`: it says so with a variable. */
  readonly platforms: readonly string[] | 'unknown' | undefined;
  /** Where the platforms stand. */
  readonly platformsSpan: Span | undefined;
  /** Where to add a platform, and what stands around its name; undefined where that is no single edit. */
  readonly addition: { readonly at: number; readonly before: string; readonly after: string } | undefined;
  /** The Dockerfile that it names. */
  readonly file: string | undefined;
  /** The folder that it builds from. */
  readonly context: string | undefined;
  /** The image leaves the machine: by this command itself, by its name, or by a later command with that name. */
  readonly pushed: boolean;
  /** The machine that it runs on, where the text says so. */
  readonly machine: 'amd64' | 'arm' | undefined;
}

/** A part of a text in which commands stand. */
export interface Region {
  readonly span: Span;
  /** One command inside a sentence. */
  readonly inline: boolean;
}

const BUILD = /\b(?:docker|podman|nerdctl|buildah)[ \t]+(?:(?:buildx|image)[ \t]+)?(?:build|bud)\b(?!-)/g;

const MOST_BUILDS = 100;
const MOST_LOOKED_AT = 2000;
const MOST_WORDS = 100;
const LONGEST_VARIABLE = 200;

export function readBuildCommands(
  source: Source,
  regions: readonly Region[],
  sent: ReadonlySet<string>,
  machine?: ImageBuild['machine'],
): readonly ImageBuild[] {
  const builds: ImageBuild[] = [];
  let looked = 0;
  for (const region of regions) {
    const text = source.text.slice(region.span.start, region.span.end);
    for (const { index, 0: command } of text.matchAll(BUILD)) {
      if (builds.length >= MOST_BUILDS || looked++ >= MOST_LOOKED_AT) return builds;
      if (!isCommand(lineBefore(text, index))) continue;
      const words = wordsFrom(text, index + command.length, region.span.start);
      const at = span(region.span.start + index, region.span.start + index + command.length);
      const build = buildOf(source, at, words, sent, machine);
      if (build && (!region.inline || words.length > 0)) builds.push(build);
    }
  }
  return builds;
}

/** As far back as a command's own beginning may be: a hostile line is long. */
const LONGEST_BEGINNING = 300;

function lineBefore(text: string, index: number): string {
  const near = text.slice(Math.max(0, index - LONGEST_BEGINNING), index);
  return near.slice(near.lastIndexOf('\n') + 1);
}

/** Words that may stand in front of a command. */
const LEADING = /^(?:sudo|time|exec|then|do|else|if|!|\$|>|%|[-@+]+|[A-Za-z_]\w*=\S*)$/;

/** Whether a command may stand behind this beginning of a line. */
function isCommand(before: string): boolean {
  const own = before.split(/&&|\|\||[;|(&]/).at(-1) ?? '';
  const words = own.trim().split(/\s+/);
  return !/(?:^|\s)#/.test(before) && words.every((word) => word === '' || LEADING.test(word.replace(/^[-@+]+/, '@')));
}

interface Word {
  readonly text: string;
  readonly span: Span;
}

/** The words up to the end of the command, over continued lines. */
function wordsFrom(text: string, from: number, offset: number): readonly Word[] {
  const words: Word[] = [];
  let at = from;
  while (at < text.length && words.length < MOST_WORDS) {
    const unit = text[at] ?? '';
    if (unit === ' ' || unit === '\t') {
      at++;
      continue;
    }
    const continued = /[\\`^][ \t]*\r?\n[ \t]*/y;
    continued.lastIndex = at;
    if (continued.test(text)) {
      at = continued.lastIndex;
      continue;
    }
    if (/[\r\n;|&)<>`]/.test(unit) || (unit === '#' && /[ \t]/.test(text[at - 1] ?? ''))) {
      // `<name>` in a README stands for something that the reader puts in.
      const placeholder = /<[\w ./:-]{1,60}>\S*/y;
      placeholder.lastIndex = at;
      const found = placeholder.exec(text);
      if (unit !== '<' || found === null) break;
      words.push({ text: found[0], span: span(offset + at, offset + placeholder.lastIndex) });
      at = placeholder.lastIndex;
      continue;
    }
    const start = at;
    let word = '';
    let quote: string | undefined;
    for (; at < text.length; at++) {
      const next = text[at] ?? '';
      if (quote === undefined ? /[\s;|&)`]/.test(next) : next === '\n') break;
      if (quote === undefined && (next === '"' || next === "'")) quote = next;
      else if (next === quote) quote = undefined;
      else if (next === '\\' && /\r|\n/.test(text[at + 1] ?? '')) break;
      else if (next === '$' && (text[at + 1] === '(' || text[at + 1] === '{')) {
        const length = text.slice(at, at + LONGEST_VARIABLE).indexOf(text[at + 1] === '(' ? ')' : '}');
        const stop = length < 0 ? at : at + length;
        word += text.slice(at, stop + 1);
        at = stop;
      } else word += next;
    }
    if (at === start) at++;
    else words.push({ text: word, span: span(offset + start, offset + at) });
  }
  return words;
}

/** Options that a value follows, apart from those that are looked at. */
const WITH_VALUE: ReadonlySet<string> = new Set(
  (
    '--build-arg --secret --ssh --target --cache-from --cache-to --output -o --progress --network --label --builder ' +
    '--build-context --iidfile --metadata-file --shm-size --add-host --memory -m --isolation --attest --annotation ' +
    '--os --format --allow --call --no-cache-filter --cgroup-parent --ulimit --creds --authfile --volume -v --layers'
  ).split(' '),
);

function buildOf(
  source: Source,
  at: Span,
  words: readonly Word[],
  sent: ReadonlySet<string>,
  machine: ImageBuild['machine'],
): ImageBuild | undefined {
  let platforms: ImageBuild['platforms'];
  let platformsSpan: Span | undefined;
  let file: string | undefined;
  let context: string | undefined;
  let pushed = false;
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) break;
    if (word.text === '...' || word.text === '…') return undefined;
    const [, option = '', inline] = /^(--?[a-z][\w-]*)(?:=([\s\S]*))?$/.exec(word.text) ?? [];
    const value = inline ?? words[index + 1]?.text ?? '';
    const place = inline === undefined ? words[index + 1]?.span : tail(word, inline);
    const known =
      option === '--platform' || option === '--arch' || option === '-t' || option === '--tag' || option === '-f';
    if (option === '--platform' || option === '--arch') {
      platforms = platformsOf(option === '--arch' ? `linux/${value}` : value);
      platformsSpan = option === '--platform' ? place : undefined;
    } else if (option === '-t' || option === '--tag') {
      pushed ||= isForRegistry(value) || sent.has(bareName(value));
    } else if (option === '-f' || option === '--file') {
      file = value;
    } else if (option === '--push') {
      pushed = true;
    } else if (option === '' && word.text !== '-') {
      // A variable may hold options, the platform too.
      if (/[$%{]/.test(word.text) && !/^\$(?:\(pwd\)|\{?PWD\}?)/.test(word.text)) platforms ??= 'unknown';
      context = word.text;
    }
    if (inline === undefined && (known || option === '--file' || WITH_VALUE.has(option))) index++;
  }
  return {
    uri: source.uri,
    span: at,
    how: 'command',
    platforms,
    platformsSpan,
    addition: { at: at.end, before: ' --platform ', after: '' },
    file,
    context,
    pushed,
    machine,
  };
}

function tail({ span: whole }: Word, value: string): Span {
  return span(whole.end - value.length, whole.end);
}

/** The platforms of a list such as `linux/amd64,linux/arm64`. */
export function platformsOf(text: string): readonly string[] | 'unknown' {
  if (/[$%{<]/.test(text)) return 'unknown';
  return text
    .split(/[\s,]+/)
    .filter((name) => name !== '')
    .map((name) => name.toLowerCase());
}

/** What the text pushes, or names anew as one does before that. */
export function imagesSent(text: string): ReadonlySet<string> {
  const commands = /\b(?:docker|podman|nerdctl|buildah)[ \t]+(?:image[ \t]+)?(?:push|tag)[ \t]+([^\s;&|`]+)/g;
  return new Set([...text.matchAll(commands)].map(([, name = '']) => bareName(name)));
}

/** Without tag and quotes, and a variable without its braces. */
function bareName(image: string): string {
  return image.replace(/["'{}]/g, '').replace(/:[^/:]*$/, '');
}

/** `user/name:tag`, `ghcr.io/…`. */
function isForRegistry(tag: string): boolean {
  return tag.replace(/\$\{[^}]*\}|\$\([^)]*\)|<[^>]*>/g, 'x').includes('/');
}
