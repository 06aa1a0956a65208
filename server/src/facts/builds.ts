// The commands and workflow steps with which a repository builds images, from READMEs, Makefiles, scripts, workflows and
// compose files. Rows of plain data; which of them build the worker's image is the rule's business.

import type { Source } from '../base/source';
import { type Span, span } from '../base/span';
import { type ImageBuild, imagesSent, type Region, readBuildCommands } from './build-commands';
import { readWorkflow } from './workflows';

export interface BuildDocument {
  readonly source: Source;
  readonly builds: readonly ImageBuild[];
  /** It sets DOCKER_DEFAULT_PLATFORM, which holds for every build. */
  readonly setsPlatform: boolean;
}

export function readBuildDocument(source: Source): BuildDocument {
  const { text } = source;
  return {
    source,
    builds: /\bbuild\b|\bplatform/.test(text) ? buildsIn(source) : [],
    setsPlatform: text.includes('DOCKER_DEFAULT_PLATFORM'),
  };
}

function buildsIn(source: Source): readonly ImageBuild[] {
  const { uri, text } = source;
  if (/\.ya?ml$/i.test(uri)) return readWorkflow(source);
  const isProse = /\.(?:md|rst)$/i.test(uri) || /\/README(?:\.txt)?$/i.test(uri);
  const regions = isProse ? codeIn(text) : [{ span: span(0, text.length), inline: false }];
  return readBuildCommands(source, regions, imagesSent(text));
}

/** Languages of a fence whose text a reader puts into a shell. */
const SHELL_FENCES: ReadonlySet<string> = new Set([
  '',
  'sh',
  'bash',
  'shell',
  'zsh',
  'console',
  'terminal',
  'shell-session',
  'text',
  'cmd',
  'bat',
  'powershell',
]);

/** What Markdown shows as code: fenced blocks of shell text, and code inside a line. */
function codeIn(text: string): readonly Region[] {
  const regions: Region[] = [];
  let fence: { readonly marks: string; readonly start: number; readonly shell: boolean } | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const [, marks, language = ''] = /^\s{0,8}(`{3,}|~{3,})\s*([\w-]*)/.exec(line) ?? [];
    if (fence === undefined) {
      if (marks !== undefined)
        fence = { marks, start: at + line.length + 1, shell: SHELL_FENCES.has(language.toLowerCase()) };
      else regions.push(...inlineCode(line, at));
    } else if (marks?.startsWith(fence.marks) && language === '') {
      if (fence.shell) regions.push({ span: span(fence.start, at), inline: false });
      fence = undefined;
    }
    at += line.length + 1;
  }
  return regions;
}

function inlineCode(line: string, at: number): readonly Region[] {
  return [...line.matchAll(/`([^`]+)`/g)].map(({ index, 1: code = '' }) => ({
    span: spanFrom(at + index + 1, code.length),
    inline: true,
  }));
}

function spanFrom(start: number, length: number): Span {
  return span(start, start + length);
}
