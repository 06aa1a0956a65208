// What a command installs: pip, uv, poetry, conda, apt and their like, as words of a shell. Where the files that it names lie
// and what is in them is model/packages/packages.ts's business.

import type { Span } from '../../base/span';
import type { ShellCommand, ShellWord } from '../../facts/shell';
import { pythonRun } from '../python-command';

export type InstallItem =
  /** `numpy>=1`, in the form of pip or of conda. */
  | { readonly kind: 'package'; readonly word: ShellWord; readonly tool: 'pip' | 'conda' }
  /** `-r FILE`, `-c FILE`, `conda env create -f FILE`. */
  | { readonly kind: 'file'; readonly word: ShellWord; readonly constraint: boolean }
  /** A project by its folder; undefined: the current one. */
  | { readonly kind: 'project'; readonly folder: ShellWord | undefined; readonly groups: 'all' | readonly string[] }
  /** A package of the system. */
  | { readonly kind: 'system'; readonly word: ShellWord }
  /** Something that the text does not tell. */
  | { readonly kind: 'unknown'; readonly span: Span };

export interface Install {
  readonly items: readonly InstallItem[];
  /** Newer versions than those that are there are wanted: `--upgrade`. */
  readonly upgrade: boolean;
  /** The last word that names a package, behind which another can stand. */
  readonly last: ShellWord | undefined;
  /** It takes packages from the usual index with all they need, so that any other package could stand beside. */
  readonly plain: boolean;
}

/** Undefined: it installs nothing. */
export function installOf({ words }: ShellCommand): Install | undefined {
  const program = programOf(words[0]);
  const rest = words.slice(1);
  if (/^python[\d.]*$/.test(program)) return pythonInstall(rest);
  if (/^pip[\d.]*$/.test(program)) return pipInstall(rest);
  const verb = verbOf(rest);
  switch (program) {
    case 'uv':
      return uvInstall(rest, verb);
    case 'poetry':
    case 'pipenv':
    case 'pdm':
      return projectTool(rest, verb);
    case 'conda':
    case 'mamba':
    case 'micromamba':
      return condaInstall(rest);
    case 'apt':
    case 'apt-get':
    case 'apk':
      return verb === 'install' || verb === 'add' ? systemInstall(rest) : undefined;
    case 'easy_install':
      return unknownInstall(words);
    default:
      return undefined;
  }
}

function programOf(word: ShellWord | undefined): string {
  return (word?.text ?? '').replace(/^.*\//, '').replace(/\.exe$/, '');
}

function verbOf(words: readonly ShellWord[]): string | undefined {
  return words.find(({ text }) => !text.startsWith('-'))?.text;
}

function unknownInstall(words: readonly ShellWord[]): Install {
  const [first] = words;
  return { items: first ? [{ kind: 'unknown', span: first.span }] : [], upgrade: false, last: undefined, plain: false };
}

/** `python -m pip …`, `python setup.py install`. */
function pythonInstall(words: readonly ShellWord[]): Install | undefined {
  const run = pythonRun(words.map(({ text }) => text));
  if (run === undefined) return undefined;
  const { kind, name, at } = run;
  const rest = words.slice(at + 1);
  if (kind === 'module') {
    if (name === 'pip') return pipInstall(rest);
    return name === 'uv' ? uvInstall(rest, verbOf(rest)) : undefined;
  }
  const installs = /(?:^|\/)setup\.py$/.test(name) && /^(?:install|develop)$/.test(rest[0]?.text ?? '');
  return installs ? unknownInstall(words) : undefined;
}

function pipInstall(words: readonly ShellWord[]): Install | undefined {
  const verb = words.findIndex(({ text }) => !text.startsWith('-'));
  switch (words[verb]?.text) {
    case 'install':
      return pipItems(words.slice(verb + 1));
    case 'sync':
      // `uv pip sync FILE…`
      return {
        items: words
          .slice(verb + 1)
          .flatMap((word): readonly InstallItem[] =>
            word.text.startsWith('-') ? [] : [{ kind: 'file', word, constraint: false }],
          ),
        upgrade: false,
        last: undefined,
        plain: false,
      };
    default:
      return undefined;
  }
}

/** Options of pip and uv that take a word; others are flags. Source: their documentation of `install` (2026-11). */
const TAKES_WORD: ReadonlySet<string> = new Set(
  (
    '-i --index-url --extra-index-url --default-index --index -f --find-links -t --target --prefix --root --platform ' +
    '--python-version --python-platform -p --python --implementation --abi --trusted-host --timeout --retries --progress-bar ' +
    '--upgrade-strategy --upgrade-package -P --no-binary --only-binary --cache-dir --config-settings --config-setting -C ' +
    '--global-option --build-option --install-option --src --log --proxy --cert --client-cert --report --exists-action ' +
    '--use-feature --index-strategy --keyring-provider --torch-backend --link-mode --exclude-newer --prerelease --resolution ' +
    '--build-constraint --build-constraints -b --override --overrides --no-build-isolation-package --no-build-package ' +
    '--no-binary-package --only-binary-package --reinstall-package --refresh-package --resume-retries --directory --project ' +
    '--allow-insecure-host --color --config-file --env-file'
  ).split(' '),
);

/** Options with which a command cannot install just any package. */
const TAKES_OTHERS: ReadonlySet<string> = new Set(
  '-i --index-url --index --default-index -f --find-links --no-index --no-deps -t --target --prefix --root --torch-backend'.split(
    ' ',
  ),
);

function pipItems(words: readonly ShellWord[]): Install {
  const items: InstallItem[] = [];
  let upgrade = false;
  let plain = true;
  let last: ShellWord | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const [option = '', joined] = splitOption(word.text);
    if (TAKES_OTHERS.has(option)) plain = false;
    const value = (): ShellWord | undefined => (joined === undefined ? words[++at] : tail(word, option));
    if (/^-[rc]$|^--(?:requirements?|constraints?)$/.test(option)) {
      const file = value();
      if (file) items.push({ kind: 'file', word: file, constraint: /c/.test(option.replace('requirement', '')) });
    } else if (/^(?:-e|--editable)$/.test(option)) {
      const target = value();
      if (target) items.push(placeItem(target));
    } else if (option === '--group') {
      value();
      items.push({ kind: 'project', folder: undefined, groups: 'all' });
    } else if (TAKES_WORD.has(option)) {
      if (joined === undefined) at++;
    } else if (/^-/.test(word.text)) {
      if (/^(?:-U|--upgrade|--force-reinstall|-I|--ignore-installed|--reinstall)$/.test(option)) upgrade = true;
    } else if (!word.value.known && !NAMED.test(word.text)) {
      items.push({ kind: 'unknown', span: word.span });
    } else if (isPlaceWord(word.text)) {
      items.push(placeItem(word));
    } else {
      items.push({ kind: 'package', word, tool: 'pip' });
      last = word;
    }
  }
  return { items, upgrade, last, plain };
}

/** `torch==$VERSION`: the version alone is unknown. */
const NAMED = /^[A-Za-z0-9][\w.-]*(?:\[[\w,.-]*\])?[=<>~!]/;

/** `--requirement=x`, `-rx`: the option and what is joined to it. */
function splitOption(text: string): readonly [string, string | undefined] {
  const long = /^(--[\w-]+)=(.*)$/s.exec(text);
  if (long) return [long[1] ?? '', long[2]];
  const short = /^(-[rceifit])([^-\s].*)$/s.exec(text);
  return short ? [short[1] ?? '', short[2]] : [text, undefined];
}

/** The part of a word behind an option that it is joined to. */
function tail(word: ShellWord, option: string): ShellWord {
  const skipped = option.length + (word.text[option.length] === '=' ? 1 : 0);
  const text = word.text.slice(skipped);
  const offsets = word.offsets.slice(skipped);
  const start = offsets[0] ?? word.span.end;
  return {
    text,
    offsets,
    value: word.value.known ? { known: true, value: text } : word.value,
    span: { start, end: (offsets.at(-1) ?? start - 1) + 1 },
  };
}

/** What is installed from a place: a folder, a URL, an archive. */
function isPlaceWord(text: string): boolean {
  if (/^[A-Za-z0-9][\w.-]*[ \t]*(?:\[[^\]]*\][ \t]*)?@/.test(text)) return false;
  return /^\.|\/|\\|:\/\/|\.(?:whl|zip|tar\.gz|tgz)$/.test(text.split('[')[0] ?? '');
}

function placeItem(word: ShellWord): InstallItem {
  const [path = '', extras = ''] = word.text.split('[');
  if (!word.value.known || /:\/\/|^git\+|\.(?:whl|zip|tar\.gz|tgz)$|[*?]/.test(path)) {
    return /:\/\/|^git\+|\.whl$/.test(path) && word.value.known
      ? { kind: 'package', word, tool: 'pip' }
      : { kind: 'unknown', span: word.span };
  }
  return {
    kind: 'project',
    folder: word,
    groups: extras
      .replace(']', '')
      .split(',')
      .filter((name) => name !== ''),
  };
}

function uvInstall(words: readonly ShellWord[], verb: string | undefined): Install | undefined {
  const at = words.findIndex(({ text }) => text === verb);
  const rest = words.slice(at + 1);
  if (verb === 'pip') return pipInstall(rest);
  if (verb === 'add') return withProject(pipItems(rest));
  return verb === 'sync' ? projectInstall(rest) : undefined;
}

/** `poetry install`, `poetry add x`, and the same of pipenv and pdm. */
function projectTool(words: readonly ShellWord[], verb: string | undefined): Install | undefined {
  const at = words.findIndex(({ text }) => text === verb);
  const rest = words.slice(at + 1);
  if (verb === 'add') return withProject(pipItems(rest));
  if (verb !== 'install' && verb !== 'sync') return undefined;
  const named = rest.some(({ text }) => !text.startsWith('-'));
  return named ? withProject(pipItems(rest)) : projectInstall(rest);
}

function withProject(install: Install): Install {
  return { ...install, items: [...install.items, { kind: 'project', folder: undefined, groups: 'all' }] };
}

/** Groups are taken to be installed: which are left out by default differs between the tools. */
function projectInstall(_words: readonly ShellWord[]): Install {
  return {
    items: [{ kind: 'project', folder: undefined, groups: 'all' }],
    upgrade: false,
    last: undefined,
    plain: false,
  };
}

const CONDA_TAKES_WORD: ReadonlySet<string> = new Set([
  '-n',
  '--name',
  '-p',
  '--prefix',
  '-c',
  '--channel',
  '--solver',
]);

function condaInstall(words: readonly ShellWord[]): Install | undefined {
  const [first, second] = words.filter(({ text }) => !text.startsWith('-')).map(({ text }) => text);
  const isEnvironment = first === 'env' && (second === 'create' || second === 'update');
  if (!isEnvironment && first !== 'install' && first !== 'create') return undefined;
  const items: InstallItem[] = [];
  let verbs = isEnvironment ? 2 : 1;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const [option, joined] = splitOption(word.text);
    if (/^(?:-f|--file)$/.test(option)) {
      const file = joined === undefined ? words[++at] : tail(word, option);
      if (file) items.push({ kind: 'file', word: file, constraint: false });
    } else if (CONDA_TAKES_WORD.has(option)) {
      if (joined === undefined) at++;
    } else if (word.text.startsWith('-')) {
    } else if (verbs > 0) {
      verbs--;
    } else {
      items.push(word.value.known ? { kind: 'package', word, tool: 'conda' } : { kind: 'unknown', span: word.span });
    }
  }
  return { items, upgrade: false, last: undefined, plain: false };
}

function systemInstall(words: readonly ShellWord[]): Install {
  const items = words
    .filter(({ text }) => /^(?:python3?|py3)/.test(text))
    .map((word): InstallItem => ({ kind: 'system', word }));
  return { items, upgrade: false, last: undefined, plain: false };
}
