// The packages that a project file names: pyproject.toml, a conda environment, a Pipfile. Which of them end up in the image
// depends on the command that reads the file, which is model/packages/packages.ts's business.

import type { Source } from '../base/source';
import { type Span, shift, span } from '../base/span';
import { basename } from '../base/uri';
import { type Marker, parseDependency } from '../syntax/pep508';
import { parseToml, type TomlString, type TomlValue } from '../syntax/toml';
import { parseYaml, type YamlScalar, type YamlValue } from '../syntax/yaml';

export interface ProjectFile {
  readonly source: Source;
  readonly kind: 'pyproject' | 'conda' | 'pipfile';
  readonly requirements: readonly ProjectRequirement[];
  /** `requires-python`, or the Python of an environment: a specifier. */
  readonly python: string | undefined;
  /** Every package that it asks for is listed: it was read, and nothing is computed when it is built. */
  readonly whole: boolean;
}

export interface ProjectRequirement {
  /** Empty for what is always installed; else the extra or group that asks for it. */
  readonly group: string;
  readonly from: 'pip' | 'conda';
  /** As written. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly extras: readonly string[];
  /** In the form of PEP 440; undefined where it cannot be put so. */
  readonly specifier: string | undefined;
  readonly specifierSpan: Span | undefined;
  /** From a URL, a repository or a folder. */
  readonly direct: boolean;
  readonly marker: Marker | undefined;
  readonly span: Span;
}

/** Further packages of one file are not read. */
const MOST = 2_000;

export function readProject(source: Source): ProjectFile {
  const name = basename(source.uri);
  if (name === 'Pipfile') return readPipfile(source);
  return name.endsWith('.toml') ? readPyproject(source) : readConda(source);
}

function readPyproject(source: Source): ProjectFile {
  const { root } = parseToml(source);
  const project = at(root, 'project');
  const poetry = at(root, 'tool', 'poetry');
  const requirements = [
    ...listed(at(project, 'dependencies'), ''),
    ...tables(at(project, 'optional-dependencies')).flatMap(([group, list]) => listed(list, group)),
    ...tables(at(root, 'dependency-groups')).flatMap(([group, list]) => listed(list, group)),
    ...listed(at(root, 'tool', 'uv', 'dev-dependencies'), 'dev'),
    ...poetryPackages(at(poetry, 'dependencies'), ''),
    ...poetryPackages(at(poetry, 'dev-dependencies'), 'dev'),
    ...tables(at(poetry, 'group')).flatMap(([group, table]) => poetryPackages(at(table, 'dependencies'), group)),
  ];
  const dynamic = strings(at(project, 'dynamic'));
  const sources = new Set(tables(at(root, 'tool', 'uv', 'sources')).map(([name]) => normalised(name)));
  const listsSome = project !== undefined || poetry !== undefined;
  return {
    source,
    kind: 'pyproject',
    requirements: requirements
      .slice(0, MOST)
      .map((one) => (sources.has(normalised(one.name)) ? { ...one, direct: true } : one)),
    python: text(at(project, 'requires-python')),
    whole: root !== undefined && listsSome && !dynamic.some(({ value }) => value === 'dependencies'),
  };
}

function readPipfile(source: Source): ProjectFile {
  const { root } = parseToml(source);
  const version = text(at(root, 'requires', 'python_version'));
  return {
    source,
    kind: 'pipfile',
    requirements: [
      ...poetryPackages(at(root, 'packages'), ''),
      ...poetryPackages(at(root, 'dev-packages'), 'dev'),
    ].slice(0, MOST),
    python: version === undefined ? undefined : `==${version}.*`,
    whole: root !== undefined,
  };
}

function at(value: TomlValue | undefined, ...path: readonly string[]): TomlValue | undefined {
  let here = value;
  for (const key of path) here = here?.kind === 'table' ? here.entries.get(key) : undefined;
  return here;
}

function tables(value: TomlValue | undefined): readonly (readonly [string, TomlValue])[] {
  return value?.kind === 'table' ? [...value.entries] : [];
}

function strings(value: TomlValue | undefined): readonly TomlString[] {
  return value?.kind === 'list' ? value.items.filter((item) => item.kind === 'string') : [];
}

function text(value: TomlValue | undefined): string | undefined {
  return value?.kind === 'string' ? value.value : undefined;
}

/** A list of dependencies as pip writes them. */
function listed(value: TomlValue | undefined, group: string): readonly ProjectRequirement[] {
  return strings(value).flatMap((item) => dependency(item.value, inside(item), group));
}

/** Places within a text, from places within its value; the whole text where escapes make the two differ. */
type Inside = (within: Span) => Span;

function inside(item: { readonly span: Span; readonly exact: boolean }): Inside {
  return (within) => (item.exact ? shift(within, item.span.start + 1) : item.span);
}

function dependency(written: string, place: Inside, group: string): readonly ProjectRequirement[] {
  const parsed = parseDependency(written);
  if (parsed.kind === 'fault') return [];
  const { dependency: found } = parsed;
  return [
    {
      group,
      from: 'pip',
      name: found.name,
      nameSpan: place(found.nameSpan),
      extras: found.extras,
      specifier: found.url === undefined ? found.specifier : undefined,
      specifierSpan: found.specifierSpan && place(found.specifierSpan),
      direct: found.url !== undefined,
      marker: found.marker,
      span: place(found.span),
    },
  ];
}

/** `name = "^1.2"`, `name = { version = "^1.2", extras = […] }`, `name = { git = "…" }`, `name = "*"`. */
function poetryPackages(value: TomlValue | undefined, group: string): readonly ProjectRequirement[] {
  return tables(value).flatMap(([name, asked]): readonly ProjectRequirement[] => {
    if (name === 'python') return [];
    const version = asked.kind === 'string' ? asked : at(asked, 'version');
    const literal = version?.kind === 'string' ? version : firstString(asked);
    if (literal === undefined) return [];
    const direct = ['git', 'url', 'path'].some((key) => at(asked, key) !== undefined);
    const optional = at(asked, 'optional') !== undefined || at(asked, 'markers') !== undefined;
    const inSpecifier = version?.kind === 'string' && version.exact;
    return [
      {
        group: group === '' && optional ? 'optional' : group,
        from: 'pip',
        name,
        nameSpan: literal.key ?? literal.span,
        extras: strings(at(asked, 'extras')).map((extra) => extra.value),
        specifier: direct ? undefined : specifierOf(text(version) ?? '*'),
        specifierSpan: inSpecifier ? span(version.span.start + 1, version.span.end - 1) : undefined,
        direct,
        marker: undefined,
        span: literal.key ?? literal.span,
      },
    ];
  });
}

function firstString(value: TomlValue): TomlString | undefined {
  if (value.kind === 'string') return value;
  const inner = value.kind === 'table' ? [...value.entries.values()] : value.kind === 'list' ? value.items : [];
  return inner.find((item) => item.kind === 'string');
}

/** Poetry's `^1.2`, `~1.2`, `1.2` and `*` in the form of PEP 440. */
function specifierOf(version: string): string | undefined {
  const written = version.trim();
  if (written === '*' || written === '') return '';
  if (/^[<>=!~]=|^[<>]/.test(written)) return written.includes('|') ? undefined : written;
  const found = /^([\^~]?)(\d+(?:\.\d+)*)$/.exec(written);
  if (found === null) return /^\d[\w.]*$/.test(written) ? `==${written}` : undefined;
  const [, sign = '', number = ''] = found;
  if (sign === '') return `==${number}`;
  const parts = number.split('.').map(Number);
  const firstThatCounts = parts.findIndex((part) => part > 0);
  const last = sign === '~' ? Math.min(1, parts.length - 1) : firstThatCounts < 0 ? parts.length - 1 : firstThatCounts;
  const next = parts.slice(0, last + 1).map((part, index) => (index === last ? part + 1 : part));
  return `>=${number},<${next.join('.')}`;
}

/** `- numpy=1.26`, `- conda-forge::numpy`, and what stands below `- pip:`. */
function readConda(source: Source): ProjectFile {
  const { root, whole } = parseYaml(source);
  const requirements: ProjectRequirement[] = [];
  let python: string | undefined;
  for (const item of itemsOf(entry(root, 'dependencies')).slice(0, MOST)) {
    if (item.kind === 'scalar') {
      const found = condaPackage(item);
      if (found?.name === 'python') python = found.specifier;
      else if (found !== undefined) requirements.push(found);
    }
    for (const pip of itemsOf(entry(item, 'pip')))
      if (pip.kind === 'scalar') requirements.push(...dependency(pip.text, insideScalar(source, pip), ''));
  }
  return { source, kind: 'conda', requirements, python, whole };
}

function entry(value: YamlValue | undefined, key: string): YamlValue | undefined {
  return value?.kind === 'map' ? value.entries.find((one) => one.key === key)?.value : undefined;
}

function itemsOf(value: YamlValue | undefined): readonly YamlValue[] {
  return value?.kind === 'list' ? value.items : [];
}

function insideScalar({ text: file }: Source, item: YamlScalar): Inside {
  const plain = file.slice(item.span.start, item.span.end) === item.text;
  const quoted = file.slice(item.span.start + 1, item.span.end - 1) === item.text;
  return (within) => (plain ? shift(within, item.span.start) : quoted ? shift(within, item.span.start + 1) : item.span);
}

function condaPackage(item: YamlScalar): ProjectRequirement | undefined {
  const found = /^(?:[\w.-]+::)?([\w.-]+)\s*(?:\[[^\]]*\])?\s*(.*)$/.exec(item.text);
  const [, name = '', version = ''] = found ?? [];
  if (name === '') return undefined;
  // `=1.26` means any 1.26; a second `=` names a build.
  const [, fuzzy] = /^=([\w.]+?)(?:\.?\*)?(?:=.*)?$/.exec(version) ?? [];
  const exact = /^==\s*[\w.]+$/.test(version) ? version : undefined;
  const range = /^[<>!]/.test(version) && !version.includes('|') ? version : undefined;
  return {
    group: '',
    from: 'conda',
    name,
    nameSpan: item.span,
    extras: [],
    specifier: fuzzy === undefined ? (exact ?? range ?? (version === '' ? '' : undefined)) : `==${fuzzy}.*`,
    specifierSpan: undefined,
    direct: false,
    marker: undefined,
    span: item.span,
  };
}

/** The name under which a package counts as the same: PEP 503. */
export function normalised(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
