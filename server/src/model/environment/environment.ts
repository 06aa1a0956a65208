// The variables of the environment that a worker reads, in Python, in shell scripts and in the Dockerfile's command, and
// those that something sets: one table, against which hub.json and tests.json are held.

import { type Place, type Span, span } from '../../base/span';
import { known, type Static, unknown } from '../../base/static';
import type { Uri } from '../../base/uri';
import type { Script, ShellFacts } from '../../facts/shell';
import type { Files } from '../files';
import { describeImage } from '../image/base-image';
import { commandLine, type Docker } from '../image/docker';
import type { Image, Launch } from '../image/image';
import type { Handlers } from '../python/handler';
import type { Python } from '../python/python';
import { pythonEnvironment } from './environment-python';

export interface Environment {
  /** In the order of files and text. */
  readonly reads: readonly EnvironmentRead[];
  /** By name: what the Dockerfile sets, scripts set before they start the worker, and Python puts into the environment. */
  readonly set: ReadonlyMap<string, EnvironmentValue>;
  /** Every file that may read variables was read, and no name is worked out at run time. */
  readonly whole: boolean;
  /** Nothing else sets variables, such as a file that is loaded. */
  readonly setWhole: boolean;
  /** Words that look like variables, in Python files that no import leads to. By file. */
  readonly elsewhere: readonly ReadonlySet<string>[];
}

export interface EnvironmentRead extends Place {
  readonly name: string;
  readonly from: 'python' | 'shell' | 'docker';
  /**
   * What the worker goes on with where the variable is not set, unknown where that is no literal or a test for it;
   * undefined where it then fails, or nothing is said.
   */
  readonly fallback: Static<string> | undefined;
  /** Without the variable the worker fails at each start or in each job: `os.environ["A"]` at import or on the job path. */
  readonly required: boolean;
  /** What the text is read as, where that can be told. */
  readonly type: 'string' | 'number' | 'boolean' | undefined;
  /** Case makes no difference. */
  readonly anyCase?: true;
}

export interface EnvironmentValue extends Place {
  readonly value: Static<string>;
}

export function environmentOf(
  files: Files,
  python: Python | undefined,
  handlers: Handlers | undefined,
  docker: Docker | undefined,
  image: Image | undefined,
  scripts: readonly Script[],
  elsewhere: readonly ReadonlySet<string>[],
): Environment | undefined {
  if (!python && !docker && scripts.length === 0) return undefined;
  const inPython = python && pythonEnvironment(python, handlers);
  const set = new Map<string, EnvironmentValue>();
  for (const [name, value] of [
    ...(docker ? dockerSets(docker) : []),
    ...scripts.flatMap(scriptSets),
    ...(inPython?.set ?? []),
  ]) {
    if (!set.has(name)) set.set(name, value);
  }
  return {
    reads: [
      ...(inPython?.reads ?? []),
      ...scripts.flatMap(({ source, facts }) => shellReads(source.uri, facts)),
      ...(docker ? commandReads(docker) : []),
    ],
    set,
    whole: (inPython?.whole ?? true) && isClosed(files, docker, image, scripts),
    setWhole: (inPython?.setWhole ?? true) && scripts.every(({ facts }) => facts.whole && !sourcesFile(facts)),
    elsewhere,
  };
}

function shellReads(uri: Uri, { reads }: ShellFacts): readonly EnvironmentRead[] {
  return reads.map(({ name, span: at, hasFallback }) => ({
    uri,
    span: at,
    name,
    from: 'shell',
    fallback: hasFallback ? unknown : undefined,
    required: false,
    type: undefined,
  }));
}

function scriptSets({ source, facts }: Script): readonly (readonly [string, EnvironmentValue])[] {
  const own = facts.assignments.filter(({ exported, conditional }) => exported && !conditional);
  const given = facts.commands.flatMap(({ assignments }) => assignments);
  return [...own, ...given].map(({ name, value, span: at }) => [name, { uri: source.uri, span: at, value }]);
}

function dockerSets({ lineage, source }: Docker): readonly (readonly [string, EnvironmentValue])[] {
  return lineage.flatMap(({ env }) =>
    env.map(({ name, value, span: at }) => [name, { uri: source.uri, span: at, value }] as const),
  );
}

/** `$A` and `${A:-b}` in a command that a shell reads. What RUN reads is over when the container starts. */
function commandReads({ source, cmd, entrypoint }: Docker): readonly EnvironmentRead[] {
  return [entrypoint, cmd].flatMap((command) => {
    if (!command || !commandLine(command).shell) return [];
    const { start, end } = command.span;
    return [...source.text.slice(start, end).matchAll(VARIABLE)].map(([whole, plain, braced, fallback], index, all) => {
      const name = plain ?? braced ?? '';
      const at = start + (all[index]?.index ?? 0) + whole.indexOf(name);
      return {
        uri: source.uri,
        span: span(at, at + name.length) satisfies Span,
        name,
        from: 'docker' as const,
        fallback: fallback === undefined ? undefined : known(fallback),
        required: false,
        type: undefined,
      };
    });
  });
}

const VARIABLE = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::?[-+=]([^{}]*))?\})/g;

/** Source files of other languages: what they read is not looked for. */
const OTHER_LANGUAGES = /\.(?:js|mjs|cjs|ts|tsx|go|rs|rb|php|java|lua|ipynb)$/;

/** Whether everything that a container runs is Python and shell that was read. */
function isClosed(
  files: Files,
  docker: Docker | undefined,
  image: Image | undefined,
  scripts: readonly Script[],
): boolean {
  if (!docker || !image?.launchesWhole || !image.launches.every(isRead)) return false;
  if (!docker.base.known || !describeImage(docker.base.value).plain) return false;
  if (files.uris.some((uri) => OTHER_LANGUAGES.test(uri))) return false;
  const facts = [
    ...scripts.map((script) => script.facts),
    ...docker.lineage.flatMap(({ runs }) => runs.map((run) => run.facts)),
  ];
  return facts.every((one) => one.whole && !bringsCode(one) && !handsOn(one));
}

function isRead({ program }: Launch): boolean {
  switch (program.kind) {
    case 'python-file':
    case 'python-module':
      return program.location.kind === 'file';
    case 'server':
      return program.app !== undefined;
    case 'script':
    case 'other':
    case 'unknown':
      return false;
  }
}

/** `git clone`, a downloaded script: code that nobody has read. */
function bringsCode({ commands }: ShellFacts): boolean {
  return commands.some(({ words }) => {
    const [program, verb] = words.map(({ text }) => text);
    return program === 'git' && (verb === 'clone' || verb === 'submodule');
  });
}

/** `env`, `printenv`, `envsubst`: the whole environment goes somewhere. */
function handsOn({ commands }: ShellFacts): boolean {
  return commands.some(({ words }) => /^(?:env|printenv|envsubst)$/.test(words[0]?.text ?? ''));
}

/** `source .env`, `. ./settings.sh` */
function sourcesFile({ commands }: ShellFacts): boolean {
  return commands.some(({ words }) => words[0]?.text === 'source' || words[0]?.text === '.');
}
