// What a command starts: a Python file or module, an HTTP server, another program. Which commands run is told by
// model/image/shell-run.ts; what lies at a path by model/image/image-tree.ts.

import { nameOf, resolvePath, within } from '../../base/image-path';
import type { Place } from '../../base/span';
import { type Static, unknown } from '../../base/static';
import type { ShellWord } from '../../facts/shell';
import { BYSTANDERS, HARMLESS, HARMLESS_MODULES, PYTHON_RUNNERS, SERVERS } from '../../knowledge/programs';
import { SDK_MODULE } from '../../knowledge/sdk';
import { pythonRun } from '../python-command';
import type { Launch, LaunchedProgram, Located } from './image';
import type { Found, ImageTree } from './image-tree';
import type { Running } from './shell-run';

/** Undefined: a command that starts nothing, such as `echo`. */
export function launchOf(running: Running, tree: ImageTree): Launch | undefined {
  const { command, folder, conditional, background, steps } = running;
  const { words } = command;
  const [first] = words;
  if (first === undefined || command.captured) return undefined;
  const started = startedBy(words, running, tree);
  if (started === undefined) return undefined;
  const { program, named = first, args } = started;
  const { source, span } = running.placeOf(named);
  return {
    uri: source.uri,
    span,
    source,
    program,
    steps,
    conditional,
    background,
    folder,
    args: args.map(({ value }) => value),
    words: words.map((word) => ({ word, source: running.placeOf(word).source })),
  };
}

/** Whether a launch is known to be nothing but what it says. */
export function isUnderstood({ program }: Launch): boolean {
  switch (program.kind) {
    case 'python-file':
      return program.location.kind !== 'unknown';
    case 'python-module':
      return program.location.kind === 'file' || HARMLESS_MODULES.has(program.name) || isSdkModule(program);
    case 'server':
      return true;
    case 'script':
      return program.location.kind === 'absent';
    case 'other':
      return BYSTANDERS.has(program.name) || HARMLESS.has(program.name);
    case 'unknown':
      return false;
  }
}

/** `python -m runpod.serverless.start`: no file of the worker, as far as the text tells. */
export function isSdkModule(program: LaunchedProgram): boolean {
  return program.kind === 'python-module' && program.location.kind !== 'file' && SDK_MODULE.test(program.name);
}

export function locatedAs(found: Found): Located {
  return found.kind === 'text' ? { kind: 'unknown' } : found;
}

interface Started {
  readonly program: LaunchedProgram;
  /** The word that names it, where that is not the first. */
  readonly named?: ShellWord;
  readonly args: readonly ShellWord[];
}

const NOT_KNOWN: LaunchedProgram = { kind: 'unknown' };

function startedBy(words: readonly ShellWord[], running: Running, tree: ImageTree): Started | undefined {
  const [first, ...rest] = words;
  if (first === undefined) return undefined;
  if (!first.value.known) return { program: NOT_KNOWN, args: rest };
  const path = first.value.value;
  const name = nameOf(path);
  if (/^(?:python|pypy)[\d.]*$/.test(name)) return pythonStarted(rest, running, tree);
  if (PYTHON_RUNNERS.has(name)) return runnerStarted(rest, running, tree);
  if (SERVERS.has(name)) return serverStarted(name, rest, running);
  if (path.includes('/')) {
    const place = resolvePath(running.folder, path);
    const location: Located = place.known ? locatedAs(tree.find(place.value)) : { kind: 'unknown' };
    const script = { kind: 'script', path: place, location } as const;
    if (name.endsWith('.py')) {
      const program = { kind: 'python-file', path: place, location, unbuffered: isUnbuffered(running, []) } as const;
      return { program, args: rest };
    }
    // A shell script, or something else of the worker that nobody can follow.
    if (/\.(?:sh|bash)$/.test(name) || location.kind === 'file') return { program: script, args: rest };
  }
  if (/^(?:ba|da|a|z)?sh$/.test(name)) return shellStarted(rest, running, tree);
  if (HARMLESS.has(name)) return isWaiting(name) ? { program: { kind: 'other', name }, args: rest } : undefined;
  return { program: { kind: 'other', name }, args: rest };
}

/** It keeps a container alive: to be known, though it does nothing. */
function isWaiting(name: string): boolean {
  return name === 'sleep' || name === 'tail';
}

/** A shell with a script that could not be followed, or with nothing to run. */
function shellStarted(words: readonly ShellWord[], { folder }: Running, tree: ImageTree): Started {
  const at = words.findIndex(({ text }) => !/^[-+]/.test(text));
  const named = words[at];
  if (named === undefined) return { program: NOT_KNOWN, args: words };
  const path = named.value.known ? resolvePath(folder, named.value.value) : unknown;
  const location: Located = path.known ? locatedAs(tree.find(path.value)) : { kind: 'unknown' };
  return { program: { kind: 'script', path, location }, named, args: words.slice(at + 1) };
}

function pythonStarted(words: readonly ShellWord[], running: Running, tree: ImageTree): Started {
  const run = pythonRun(words.map(({ text }) => text));
  const named = words[run?.at ?? -1];
  if (run === undefined || named === undefined) return { program: NOT_KNOWN, args: words };
  const args = words.slice(run.at + 1);
  return run.kind === 'module'
    ? moduleStarted(run.name, named, args, run.options, running, tree)
    : fileStarted(named, args, run.options, running, tree);
}

function fileStarted(
  word: ShellWord,
  args: readonly ShellWord[],
  options: readonly string[],
  running: Running,
  tree: ImageTree,
): Started {
  const path = word.value.known ? resolvePath(running.folder, word.value.value) : unknown;
  const location: Located = path.known ? locatedAs(tree.find(path.value)) : { kind: 'unknown' };
  // A folder with a `__main__.py` in it can be started too.
  const certain: Located = location.kind === 'absent' && !word.text.endsWith('.py') ? { kind: 'unknown' } : location;
  return {
    program: { kind: 'python-file', path, location: certain, unbuffered: isUnbuffered(running, options) },
    named: word,
    args,
  };
}

function moduleStarted(
  name: string,
  named: ShellWord,
  args: readonly ShellWord[],
  options: readonly string[],
  running: Running,
  tree: ImageTree,
): Started {
  if (SERVERS.has(name)) return serverStarted(name, args, running);
  if (PYTHON_RUNNERS.has(name)) return runnerStarted(args, running, tree);
  const location = moduleAt(name, running.folder, tree);
  const program = { kind: 'python-module', name, location, unbuffered: isUnbuffered(running, options) } as const;
  return { program, named, args };
}

/** `python -m` looks in the current folder first, then among what is installed. */
function moduleAt(name: string, folder: Static<string>, tree: ImageTree): Located {
  if (!folder.known || !/^\w+(?:\.\w+)*$/.test(name)) return { kind: 'unknown' };
  const stem = within(folder.value, name.replaceAll('.', '/'));
  for (const path of [`${stem}/__main__.py`, `${stem}.py`]) {
    const found = tree.find(path);
    if (found.kind === 'file') return found;
  }
  return { kind: 'unknown' };
}

/** `accelerate launch --num_processes 1 train.py`: the first Python file, or the module behind `-m`. */
function runnerStarted(words: readonly ShellWord[], running: Running, tree: ImageTree): Started {
  for (const [at, word] of words.entries()) {
    if (word.text === '-m' || word.text === '--module') {
      const named = words[at + 1];
      if (named && !PYTHON_RUNNERS.has(named.text))
        return moduleStarted(named.text, named, words.slice(at + 2), [], running, tree);
    }
    if (word.text.endsWith('.py') && !word.text.startsWith('-'))
      return fileStarted(word, words.slice(at + 1), [], running, tree);
  }
  return { program: NOT_KNOWN, args: words };
}

/** `-u`, or a variable that says the same. An empty one says nothing. */
function isUnbuffered({ exported, command }: Running, options: readonly string[]): boolean {
  if (options.some((option) => /^-[a-zA-Z]*u/.test(option)) || command.behind.includes('unbuffer')) return true;
  const value = exported.get('PYTHONUNBUFFERED');
  return value !== undefined && (!value.known || value.value !== '');
}

function serverStarted(name: string, words: readonly ShellWord[], running: Running): Started {
  const { host = [], bind = [] } = SERVERS.get(name) ?? {};
  const bound = optionValue(words, bind);
  const named = optionValue(words, host);
  const app =
    words.find(({ text }, at) => isApp(name, text, words[at - 1]?.text ?? ''))?.text ??
    optionValue(words, ['--app'])?.text;
  return {
    program: {
      kind: 'server',
      name,
      app,
      host: bound
        ? hostIn(bound.word, bound.text)
        : named && (named.word.value.known ? { known: true, value: named.text } : unknown),
      hostPlace: placeOfHost(bound, named, running),
    },
    args: words,
  };
}

interface OptionValue {
  readonly word: ShellWord;
  readonly text: string;
}

function optionValue(words: readonly ShellWord[], options: readonly string[]): OptionValue | undefined {
  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    if (options.includes(word.text)) return next && { word: next, text: next.text };
    const option = options.find((name) => word.text.startsWith(`${name}=`));
    if (option !== undefined) return { word, text: word.text.slice(option.length + 1) };
  }
  return undefined;
}

/** `127.0.0.1` of `127.0.0.1:8000`; a Unix socket has none. */
function hostIn({ value }: ShellWord, text: string): Static<string> {
  const host = /^(.*):\d+$/.exec(text)?.[1] ?? text;
  return value.known || !host.includes('\uFFFC') ? { known: true, value: host.replace(/^\[|\]$/g, '') } : unknown;
}

function placeOfHost(
  bound: OptionValue | undefined,
  named: OptionValue | undefined,
  running: Running,
): Place | undefined {
  const given = bound ?? named;
  if (given === undefined) return undefined;
  const { word, text } = given;
  const host = bound ? (/^(.*):\d+$/.exec(text)?.[1] ?? text) : text;
  const { source, span } = running.placeOf(word);
  const at = word.text.length - text.length;
  const start = word.offsets[at];
  const end = word.offsets[at + host.length - 1];
  return { uri: source.uri, span: start === undefined || end === undefined ? span : { start, end: end + 1 } };
}

/** `app.main:app`, or the file that `fastapi run` takes. */
function isApp(server: string, text: string, before: string): boolean {
  if (text.startsWith('-') || (before.startsWith('-') && !before.includes('='))) return false;
  return (
    /^[\w./]+:[\w.]+(?:\(.*\))?$/.test(text) ||
    ((server === 'fastapi' || server === 'streamlit') && text.endsWith('.py'))
  );
}
