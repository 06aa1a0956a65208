// From a COPY or a command to the file that it names, sources for COPY, and which hover a place in a Dockerfile or in
// requirements has. What is wrong there is the rules' business.

import { isPattern, matchesPath, segmentsOf } from '../base/glob';
import { say } from '../base/message';
import { contains, type Place, span } from '../base/span';
import { relativeTo, type Uri } from '../base/uri';
import { earlierStage } from '../model/image/stages';
import type { Worker } from '../model/worker';
import type { Completion, Hover } from './answers';
import { baseImageProse } from './image-hover';
import { requirementHover } from './requirement-hover';

const MOST_FILES = 50;
const MISSING = say`imported, and not in the image`;

/** Files that the word at the offset stands for: a source of COPY or ADD, or a file that a command starts. */
export function namedFiles(worker: Worker, uri: Uri, offset: number): readonly Place[] {
  const { image, docker, files } = worker.inputs;
  if (docker === undefined || files === undefined) return [];
  const at = span(offset, offset);
  const launched = image?.launches.find((launch) => launch.uri === uri && contains(launch.span, at))?.program;
  const place = (file: Uri): Place => ({ uri: file, span: span(0, 0) });
  if (launched !== undefined && 'location' in launched && launched.location.kind === 'file') {
    return [place(launched.location.uri)];
  }
  if (uri !== docker.source.uri) return [];
  const copies = docker.stages.flatMap((stage) => stage.copies).filter(({ from }) => from === undefined);
  const source = copies.flatMap(({ sources }) => sources).find((word) => contains(word.span, at));
  if (source === undefined || source.remote || !source.expanded.known) return [];
  const pattern = segmentsOf(source.expanded.value);
  const isNamed = (path: string): boolean =>
    pattern.some(isPattern) ? matchesPath(pattern, segmentsOf(path)) : path === pattern.join('/');
  const found = files.uris.filter((file) => isNamed(contextPath(worker, file) ?? ''));
  return found.slice(0, MOST_FILES).map(place);
}

/** How COPY names a file; where the build's folder cannot be told, it is taken to be the worker's. */
function contextPath({ root, inputs }: Worker, uri: Uri): string | undefined {
  return inputs.image?.contextPath(uri) ?? relativeTo(root, uri);
}

/** Modules that the worker imports and nothing copies. */
function missingModules({ inputs }: Worker): readonly Uri[] {
  const { image, python } = inputs;
  const modules = python?.modules.map((module) => module.uri) ?? [];
  return image === undefined ? [] : modules.filter((uri) => image.placesOf(uri).kind === 'absent');
}

/** COPY or ADD with what stands behind it up to the cursor; flags apart. */
const COPY_LINE = /^[ \t]*(?:COPY|ADD)[ \t]+((?:--\S+[ \t]+)*)(?:[^\s[\]"]+[ \t]+)*([^\s[\]"]*)$/i;
/** The beginning of an instruction. */
const LINE_START = /^[ \t]*(\w*)$/;
const LONGEST_LINE = 2000;

/** Sources for COPY: modules that are missing in the image before all else. */
export function copyCompletions(worker: Worker, uri: Uri, text: string, offset: number): readonly Completion[] {
  if (uri !== worker.inputs.docker?.source.uri) return [];
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - LONGEST_LINE);
  const line = text.slice(lineStart, offset);
  const [, flags, word] = COPY_LINE.exec(line) ?? [];
  if (word !== undefined && flags !== undefined) return /--from=/.test(flags) ? [] : sourcesFor(worker, word, offset);
  const [, keyword] = LINE_START.exec(line) ?? [];
  return keyword === undefined ? [] : copyLines(worker, keyword, offset);
}

function sourcesFor(worker: Worker, word: string, offset: number): readonly Completion[] {
  const at = span(offset - word.length, offset);
  const folder = word.slice(0, word.lastIndexOf('/') + 1).replace(/^\.\//, '');
  const missing = new Set(missingModules(worker).flatMap((uri) => contextPath(worker, uri) ?? []));
  const entries = new Set<string>();
  for (const uri of worker.inputs.files?.uris ?? []) {
    const path = contextPath(worker, uri);
    if (path === undefined || !path.startsWith(folder)) continue;
    const end = path.indexOf('/', folder.length);
    entries.add(end < 0 ? path : path.slice(0, end + 1));
  }
  const wanted = (path: string): boolean => missing.has(path);
  const paths = [...missing, ...[...entries].filter((path) => !wanted(path))].filter((path) => path.startsWith(folder));
  return paths
    .filter(isPlain)
    .slice(0, MOST_FILES)
    .map(
      (path): Completion => ({
        label: path,
        kind: 'file',
        span: at,
        text: (word.startsWith('./') ? './' : '') + path,
        detail: wanted(path) ? MISSING : undefined,
      }),
    );
}

function copyLines(worker: Worker, keyword: string, offset: number): readonly Completion[] {
  const at = span(offset - keyword.length, offset);
  const paths = missingModules(worker).flatMap((uri) => contextPath(worker, uri) ?? []);
  return paths
    .filter(isPlain)
    .slice(0, MOST_FILES)
    .map(
      (path): Completion => ({
        label: `COPY ${path}`,
        kind: 'file',
        span: at,
        text: `COPY ${path} ./${path.includes('/') ? path : ''}`,
        detail: MISSING,
      }),
    );
}

/** A name that COPY takes as it is. */
function isPlain(path: string): boolean {
  return !/[\s"'\\$[\]*?#]/.test(path);
}

/** On a base image, or on a requirement. */
export function imageHover({ inputs }: Worker, uri: Uri, offset: number): Hover | undefined {
  const { docker } = inputs;
  const at = span(offset, offset);
  const stage = uri === docker?.source.uri ? docker.stages.find(({ baseSpan }) => contains(baseSpan, at)) : undefined;
  if (stage === undefined) return requirementHover(inputs, uri, offset);
  // The name of an earlier stage is no image.
  const isStage = stage.base.known && earlierStage(docker?.stages ?? [], stage, stage.base.value) !== undefined;
  const about = stage.base.known && !isStage ? baseImageProse(stage.base.value) : [];
  return about.length > 0 ? { span: stage.baseSpan, about } : undefined;
}
