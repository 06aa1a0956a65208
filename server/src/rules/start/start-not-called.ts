// A file that is meant to start the worker and never comes to `start()`. Silent wherever the text leaves a way to it open.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { basename, type Uri } from '../../base/uri';
import type { Docker } from '../../model/image/docker';
import type { Image } from '../../model/image/image';
import { hasSeveralDockerfiles, startedFiles, startsOtherwise } from '../../model/image/started-files';
import { WITHOUT_HANDLER } from '../../model/kind';
import { edgesOf } from '../../model/python/call-graph';
import { type Fn, type Module, type Python, placeIn } from '../../model/python/python';
import { resolve } from '../../model/python/resolve';
import { findStarts, isMainGuarded, isMainTest, type StartCall } from '../../model/python/starts';
import type { Import } from '../../syntax/python-tree';
import { type Finding, rule } from '../rule';

export const startNotCalled = rule({
  meta: {
    id: 'start-not-called',
    area: 'start',
    severity: 'error',
    notFor: WITHOUT_HANDLER,
    since: '0.1.0',
    summary: 'The file that should start the worker never reaches runpod.serverless.start().',
    why: 'The container runs the file, which ends without taking a job: jobs stay IN_QUEUE while workers start and exit.',
    good: 'Every file that should start the worker calls runpod.serverless.start().',
    shownBy: 'start',
    sources: [
      'https://docs.runpod.io/serverless/workers/handler-functions',
      'https://docs.runpod.io/serverless/workers/overview',
    ],
  },
  reads: ['python!', 'docker?', 'image?', 'files'],
  *check({ python, docker, image, files }) {
    if (docker && !docker.base.known) return;
    const starts = findStarts(python);
    const started = image && !hasSeveralDockerfiles(files) ? startedAlone(image) : undefined;
    for (const uri of python.entries) {
      const module = python.byUri.get(uri);
      if (
        !module ||
        starts.some((start) => start.fn.module === module) ||
        startsOtherwise(module) ||
        isImported(python, module)
      )
        continue;
      const isLeftOut = started !== undefined && !started.has(uri);
      if (starts.length > 0) {
        const finding = forwarded(python, module, starts);
        // The container starts another file; this one is wrong for whoever starts it.
        if (finding) yield isLeftOut ? { ...finding, severity: 'warning' } : finding;
      } else if (!isLeftOut) {
        const finding = unstarted(python, module, docker, image);
        if (finding) yield finding;
      }
    }
  },
});

/** The files that the container starts, where it is known to start nothing else. */
function startedAlone(image: Image): ReadonlySet<Uri> | undefined {
  const started = startedFiles(image);
  return image.launchesWhole && started.length > 0 ? new Set(started.map(({ uri }) => uri)) : undefined;
}

/** A module that others of the worker import is no file to be started. */
function isImported(python: Python, module: Module): boolean {
  return python.modules.some(
    (other) =>
      other !== module && other.imports.some(({ name, level }) => python.locate(other, name, level) === module.uri),
  );
}

/** Made to be run (it has a main guard), and imports a module whose own start() waits behind that module's main guard. */
function forwarded(python: Python, module: Module, starts: readonly StartCall[]): Finding | undefined {
  if (!hasMainGuard(module) || callsAway(python, module)) return undefined;
  for (const part of module.parts) {
    for (const { statement } of part.facts.imports) {
      const names = statement.module === undefined ? statement.names.map(({ name }) => name) : [statement.module];
      const imported = names.map((name) => python.locate(module, name, statement.level));
      const waiting = starts.filter(({ fn }) => imported.includes(fn.module.uri));
      if (waiting.length === 0 || waiting.some(({ guarded, fn }) => !guarded || fn.facts.kind !== 'module')) continue;
      return {
        ...placeIn(part, statement),
        message: say`Importing ${names.join(', ')} does not start the worker: its start() runs only when that file itself is started.`,
        fixes: handlerImported(statement) ? [appendStart(module, 'handler')] : [],
        related: waiting.map(({ fn, fact }) => ({
          ...placeIn(fn, fact.call.callee),
          message: say`start() behind the main guard`,
        })),
      };
    }
  }
  return undefined;
}

function handlerImported({ names }: Import): boolean {
  return names.some(({ name, alias }) => (alias ?? name) === 'handler');
}

/** Starts the handler at the end of the file, when the file itself is started. */
function appendStart({ uri, facts, scope }: Module, handler: string): Fix {
  const { text } = facts.source;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const imported = scope.has('runpod') ? [] : ['    import runpod', ''];
  const lines = ['if __name__ == "__main__":', ...imported, `    runpod.serverless.start({"handler": ${handler}})`, ''];
  const gap = text.endsWith('\n') ? lineEnd.repeat(2) : lineEnd.repeat(3);
  const end = { start: text.length, end: text.length };
  return {
    title: say`Start ${handler} at the end of the file`,
    safe: true,
    edits: [{ uri, span: end, text: gap + lines.join(lineEnd) }],
  };
}

function hasMainGuard(module: Module): boolean {
  return module.facts.statements.some(({ facts }) => facts.statement.kind === 'if' && isMainTest(facts.statement.test));
}

/** Whether its main block calls something that may start the worker after all. */
function callsAway(python: Python, module: Module): boolean {
  return module.parts.some((part) =>
    part.facts.calls.some(
      ({ call, where }) => isMainGuarded(where) && resolve(python, part, call.callee).kind !== 'builtin',
    ),
  );
}

/** Nothing in the worker calls start(), though the SDK is imported and a handler is written. */
function unstarted(
  python: Python,
  module: Module,
  docker: Docker | undefined,
  image: Image | undefined,
): Finding | undefined {
  if (!importsSdk(module) || python.modules.some(startsOtherwise) || (docker && !runs(docker, image, module)))
    return undefined;
  const handler = module.functions.find(looksLikeHandler);
  if (!handler || edgesToUnknown(python, module)) return undefined;
  const { definition } = handler.facts;
  if (definition?.kind !== 'function') return undefined;
  return {
    ...placeIn(handler, definition.nameSpan),
    message: say`${handler.facts.name} is never given to runpod.serverless.start().`,
    fixes: [appendStart(module, handler.facts.name)],
  };
}

function importsSdk(module: Module): boolean {
  return module.imports.some(({ name }) => name === 'runpod' || name === 'runpod.serverless');
}

function looksLikeHandler({ facts }: Fn): boolean {
  const [first] = facts.parameters;
  return (
    facts.outer?.kind === 'module' &&
    facts.className === undefined &&
    /(^|_)handler$/.test(facts.name) &&
    facts.parameters.length === 1 &&
    /^(job|event)$/.test(first?.name ?? '')
  );
}

function edgesToUnknown(python: Python, module: Module): boolean {
  return (
    module.parts.some((part) =>
      part.facts.calls.some(({ call }) => resolve(python, part, call.callee).kind === 'unknown'),
    ) || module.parts.some((part) => edgesOf(python, part).some(({ fn }) => fn.module !== module))
  );
}

/** Whether the container starts the file, or a command that cannot be followed names it. */
function runs({ cmd, entrypoint }: Docker, image: Image | undefined, module: Module): boolean {
  if (image && startedFiles(image).some(({ uri }) => uri === module.uri)) return true;
  const words = [...(entrypoint?.words ?? []), ...(cmd?.words ?? [])];
  return words.some(({ value }) => value?.endsWith(basename(module.uri)));
}
