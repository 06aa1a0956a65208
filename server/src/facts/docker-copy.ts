// What COPY and ADD bring into an image, and the heredocs of an instruction. Which files of the worker these are is the
// model's business.

import type { Span } from '../base/span';
import type { DockerInstruction, LogicalText } from '../syntax/docker';
import {
  type ExpandedWord,
  expandedWordsOf,
  flagsOf,
  flagValue,
  flagValues,
  jsonStrings,
  type Scope,
  sliceText,
  spanOf,
  type Word,
} from './docker-words';

export interface Copy {
  readonly span: Span;
  readonly keyword: 'COPY' | 'ADD';
  readonly flags: readonly Word[];
  /** The stage or image of `--from`. */
  readonly from: string | undefined;
  /** Files and folders by their names in the build context, or in the stage of `--from`; without heredocs. */
  readonly sources: readonly CopySource[];
  readonly target: ExpandedWord | undefined;
  /** Files whose text stands in the Dockerfile. */
  readonly inline: readonly InlineFile[];
  /** `--exclude`. */
  readonly excludes: readonly string[];
  /** `--parents`: the folders of a source are kept below the target. */
  readonly parents: boolean;
}

export interface CopySource extends ExpandedWord {
  /** ADD fetches it: a URL or a git repository. */
  readonly remote: boolean;
  /** ADD unpacks it, as its name says. */
  readonly unpacked: boolean;
}

/** `COPY <<EOF /start.sh`. */
export interface InlineFile {
  /** `EOF`, which is the file's name where the target is a folder. */
  readonly name: string;
  readonly span: Span;
  /** As written: variables of ARG and ENV are not put in. */
  readonly text: LogicalText;
}

export function readCopy(keyword: Copy['keyword'], { argument, span: whole }: DockerInstruction, scope: Scope): Copy {
  const { flags, rest } = flagsOf(argument);
  const lineEnd = rest.text.indexOf('\n');
  const line = lineEnd < 0 ? rest : sliceText(rest, 0, lineEnd);
  const words = jsonStrings(line, scope) ?? expandedWordsOf(line, scope);
  const sources = words.length > 1 ? words.slice(0, -1) : [];
  return {
    span: whole,
    keyword,
    flags,
    from: flagValue(flags, 'from'),
    sources: sources.filter(({ value }) => !HEREDOC.test(value)).map((word) => copySource(keyword, word)),
    target: words.at(-1),
    inline: heredocsOf(rest),
    excludes: flagValues(flags, 'exclude'),
    parents: flags.some(({ value }) => value === '--parents' || value === '--parents=true'),
  };
}

function copySource(keyword: Copy['keyword'], word: ExpandedWord): CopySource {
  const isAdd = keyword === 'ADD';
  const remote = isAdd && /^(?:https?:\/\/|git@|ssh:\/\/|git:\/\/)/.test(word.value);
  const unpacked = isAdd && !remote && /\.(?:tar|tgz|tbz2?|txz|tar\.(?:gz|bz2|xz|zst))$/.test(word.value);
  return { ...word, remote, unpacked };
}

const HEREDOC = /^<<-?\w+$/;

/** The heredocs of an instruction: their marks stand in its first line, their texts behind it, one after the other. */
export function heredocsOf(argument: LogicalText): readonly InlineFile[] {
  const { text } = argument;
  const files: InlineFile[] = [];
  let at = text.indexOf('\n') + 1;
  if (at === 0) return [];
  for (const [, dash, , name = ''] of text.slice(0, at).matchAll(/<<(-?)(["']?)(\w+)\2/g)) {
    const end = new RegExp(`^${dash === '-' ? '\\t*' : ''}${name}\\r?$`, 'm').exec(text.slice(at));
    const length = end?.index ?? text.length - at;
    const body = sliceText(argument, at, at + length);
    files.push({ name, span: spanOf(argument, at, at + length), text: dash === '' ? body : withoutTabs(body) });
    at += length + (end === null ? 0 : end[0].length + 1);
  }
  return files;
}

/** `<<-` drops the tabs at the start of each line. */
function withoutTabs({ text, offsets }: LogicalText): LogicalText {
  const dropped = new Set<number>();
  for (const { 0: tabs, index } of text.matchAll(/^\t+/gm)) {
    for (let at = index; at < index + tabs.length; at++) dropped.add(at);
  }
  return { text: text.replace(/^\t+/gm, ''), offsets: offsets.filter((_, at) => !dropped.has(at)) };
}
