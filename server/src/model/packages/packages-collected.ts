// One walk over what builds and starts the image, for every package that something installs. Other than model/packages/packages.ts,
// which joins this with what the base image brings, it knows commands and files.

import type { Source } from '../../base/source';
import type { Span } from '../../base/span';
import { type Static, unknown } from '../../base/static';
import { basename, dirname, join as joinUri, type Uri } from '../../base/uri';
import type { Stage } from '../../facts/docker';
import type { ProjectFile } from '../../facts/project';
import type { PackageLine, RequirementsFile } from '../../facts/requirements';
import type { Script, ShellCommand, ShellFacts, ShellWord } from '../../facts/shell';
import {
  BASE_PACKAGES,
  type BasePackages,
  BUILD_TOOLS,
  PACKAGE_PATHS,
  TOOL_IMAGES,
  VOLUMES,
} from '../../knowledge/base-packages';
import type { Files } from '../files';
import { describeImage } from '../image/base-image';
import { contextOf } from '../image/context';
import type { Docker } from '../image/docker';
import { builtStages, earlierStage } from '../image/stages';
import { type BuildFiles, emptyBuild, fileAt, folderAt, inFolder, withCopy, withMounts } from './build-files';
import { signsOf } from './command-signs';
import { type InstallItem, installOf } from './install-commands';
import { evaluate } from './markers';
import type { InstallCommand, Requirement } from './packages';
import {
  fromCondaWord,
  fromLine,
  fromName,
  fromPipWord,
  fromProject,
  fromSystemWord,
  type How,
  SURE,
} from './requirement-rows';

export interface Material {
  readonly files: Files;
  readonly scripts: readonly Script[];
  readonly requirements: readonly RequirementsFile[];
  readonly projects: readonly ProjectFile[];
}

export interface Collected {
  readonly requirements: readonly Requirement[];
  readonly constraints: readonly Requirement[];
  readonly files: readonly RequirementsFile[];
  readonly commands: readonly InstallCommand[];
  readonly foreignCode: boolean;
  /** Base images of other stages from which installed packages may be copied. */
  readonly copiedBases: readonly BasePackages[];
  /** The system's own Python was asked for. */
  readonly systemPython: boolean;
  /** A Python of some other version is installed. */
  readonly otherPython: boolean;
  /** `3.11` of `python3.11`, in whatever command. */
  readonly namedPythons: ReadonlySet<string>;
  readonly whole: boolean;
}

/** Most packages of one worker that are looked at. */
const MOST = 5_000;
/** Files that include each other are read up to this depth. */
const DEEPEST = 8;

export function collectFromRoot(material: Material): Collected | undefined {
  const { files, requirements, projects } = material;
  const collector = new Collector(material, unknown);
  const atRoot = ({ source }: { readonly source: Source }): boolean => dirname(source.uri) === files.root;
  const main = requirements.filter((file) => atRoot(file) && basename(file.source.uri) === 'requirements.txt');
  const others = projects.filter((file) => atRoot(file) && (main.length === 0 || file.kind === 'pyproject'));
  if (main.length === 0 && others.length === 0) return undefined;
  for (const file of main) collector.readFile(file, SURE);
  for (const file of others) collector.readProject(file, 'all', SURE);
  // A Dockerfile of another name may be the one that counts.
  if (files.uris.some((uri) => /(?:^Dockerfile|\.Dockerfile)/i.test(basename(uri)))) collector.whole = false;
  return collector;
}

export function collectFromDocker(material: Material, docker: Docker, python: Static<string>): Collected {
  const collector = new Collector(material, python);
  const context = contextOf(material.files, docker, undefined);
  const stages = builtStages(docker);
  const states = new Map<Stage, BuildFiles>();
  for (const stage of stages) {
    const below = stage.base.known ? earlierStage(docker.stages, stage, stage.base.value) : undefined;
    let build = (below && states.get(below)) ?? emptyBuild(context);
    for (const step of stage.steps) {
      if (step.kind === 'workdir') build = inFolder(build, step.path.expanded);
      else if (step.kind === 'copy') {
        build = withCopy(build, step.copy);
        if (step.copy.sources.some(({ remote }) => remote)) collector.foreignCode = true;
        collector.copyFrom(docker, stage, step.copy.from);
      } else if (step.kind === 'run') {
        if (!step.run.facts.whole) collector.whole = false;
        collector.run(docker.source, step.run.facts, withMounts(build, step.run), SURE);
      }
    }
    states.set(stage, build);
  }
  for (const [name, value] of docker.final?.environment ?? []) collector.variable(name, value);
  if (material.files.has(`${material.files.root}/.gitmodules`)) collector.foreignCode = true;
  const final = (docker.final && states.get(docker.final)) ?? emptyBuild(context);
  if (docker.start) collector.run(docker.source, docker.start, final, SURE);
  collector.inDockerfile = false;
  const running = scriptsThatRun(material.scripts, docker);
  for (const { source, facts } of material.scripts) {
    const { whole, foreignCode } = collector;
    const runs = running.has(source.uri);
    for (const { name, value } of facts.assignments) collector.variable(name, value);
    collector.run(source, facts, { ...final, folder: unknown }, { ...SURE, conditional: !runs });
    // What a script for other purposes does leaves the image as it is.
    if (!runs) {
      collector.whole = whole;
      collector.foreignCode = foreignCode;
    }
  }
  return collector;
}

/** Scripts that the Dockerfile names, and those that these name. */
function scriptsThatRun(scripts: readonly Script[], { source }: Docker): ReadonlySet<Uri> {
  const found = new Set<Uri>();
  const texts = [source.text];
  for (let text = texts.pop(); text !== undefined; text = texts.pop()) {
    for (const { source: script } of scripts) {
      if (found.has(script.uri) || !text.includes(basename(script.uri))) continue;
      found.add(script.uri);
      texts.push(script.text);
    }
  }
  return found;
}

class Collector implements Collected {
  readonly requirements: Requirement[] = [];
  readonly constraints: Requirement[] = [];
  readonly files: RequirementsFile[] = [];
  readonly commands: InstallCommand[] = [];
  readonly copiedBases: BasePackages[] = [];
  foreignCode = false;
  inDockerfile = true;
  systemPython = false;
  otherPython = false;
  readonly namedPythons = new Set<string>();
  whole = true;

  constructor(
    private readonly material: Material,
    private readonly python: Static<string>,
  ) {}

  copyFrom(docker: Docker, stage: Stage, from: string | undefined): void {
    if (from === undefined) return;
    const other = earlierStage(docker.stages, stage, from);
    const base = other === undefined ? from : bottomOf(docker, other);
    if (other !== undefined && docker.lineage.includes(other)) return;
    if (base === undefined) {
      this.whole = false;
      return;
    }
    const { name } = describeImage(base);
    if (TOOL_IMAGES.test(name)) return;
    const row = BASE_PACKAGES.find((one) => one.name.test(name));
    if (row) this.copiedBases.push(row);
    else this.whole = false;
  }

  /** Packages on a network volume are nowhere to be seen. */
  variable(name: string, value: Static<string>): void {
    if (PACKAGE_PATHS.has(name) && value.known && VOLUMES.test(value.value)) this.whole = false;
  }

  run(source: Source, { commands }: ShellFacts, start: BuildFiles, how: How, depth = 0): void {
    const folders = new Map<Span | undefined, BuildFiles>();
    for (const command of commands) {
      const build = folders.get(command.subshell) ?? folders.get(undefined) ?? start;
      const here = { ...how, conditional: how.conditional || command.conditional || command.inFunction !== undefined };
      const [program, second] = command.words;
      if (program?.text === 'cd' || program?.text === 'pushd') {
        folders.set(command.subshell, inFolder(build, second?.value ?? unknown));
        continue;
      }
      if (command.script && depth < DEEPEST) this.run(source, command.script, build, here, depth + 1);
      this.command(source, command, build, here);
    }
  }

  private command(source: Source, command: ShellCommand, build: BuildFiles, how: How): void {
    const signs = signsOf(command);
    if (signs.usesProject) this.project(build, undefined, 'all', { ...how, conditional: true });
    if (signs.foreignCode) this.foreignCode = true;
    if (signs.otherPython) this.otherPython = true;
    for (const version of signs.pythons) this.namedPythons.add(version);
    if (signs.unfollowed || (signs.script !== undefined && !this.hasScript(signs.script))) this.whole = false;
    const install = installOf(command);
    if (!install) return;
    const here = { ...how, upgrade: install.upgrade };
    const before = this.requirements.length;
    for (const item of install.items) this.item(source, item, build, here);
    const names = this.requirements.slice(before).map(({ name }) => name);
    const onlyTools = names.every((name) => BUILD_TOOLS.has(name));
    if (install.last && install.plain && !how.conditional && this.inDockerfile && !onlyTools) {
      this.commands.push({ source, last: install.last, names });
    }
  }

  private hasScript(name: string): boolean {
    return this.material.scripts.some(({ source }) => basename(source.uri) === name);
  }

  private item(source: Source, item: InstallItem, build: BuildFiles, how: How): void {
    if (this.requirements.length > MOST) {
      this.whole = false;
      return;
    }
    switch (item.kind) {
      case 'unknown':
        this.whole = false;
        return;
      case 'system':
        this.system(source, item.word, how);
        return;
      case 'package':
        this.word(source, item.word, item.tool, how);
        return;
      case 'project':
        this.project(build, item.folder, item.groups, how);
        return;
      case 'file':
        this.file(build, item.word, item.constraint, how);
        return;
    }
  }

  private word(source: Source, word: ShellWord, tool: 'pip' | 'conda', how: How): void {
    if (tool === 'conda') {
      const found = fromCondaWord(source, word, how);
      if (found.name === 'python') this.otherPython = true;
      // Packages of conda bring others than those of the same name elsewhere do.
      this.whole = false;
      this.requirements.push(found);
      return;
    }
    const found = fromPipWord(source, word, how);
    if (found === undefined || found.direct) this.whole = false;
    if (found) this.requirements.push(found);
  }

  private system(source: Source, word: ShellWord, how: How): void {
    if (/^python3?(?:-(?:pip|dev|venv|distutils|full|minimal|setuptools|wheel|is-python3))*$/.test(word.text)) {
      this.systemPython = true;
    } else if (/^py(?:thon)?3-/.test(word.text)) {
      this.requirements.push(fromSystemWord(source, word, how));
    }
  }

  private file(build: BuildFiles, { text, value }: ShellWord, constraint: boolean, how: How): void {
    const uri = value.known ? (fileAt(build, text) ?? this.onlyNamed(text)) : this.onlyNamed(text);
    const project = this.material.projects.find(({ source }) => source.uri === uri);
    if (project) {
      this.readProject(project, [], how);
      return;
    }
    const file = this.material.requirements.find(({ source }) => source.uri === uri);
    if (!file) this.whole = constraint && this.whole;
    else if (constraint) this.limit(file);
    else this.readFile(file, how);
  }

  /** The one file of the worker with this name, where its place in the image cannot be told. */
  private onlyNamed(path: string): Uri | undefined {
    if (this.foreignCode) return undefined;
    const name = basename(`/${path}`);
    const { requirements, projects } = this.material;
    const found = [...requirements, ...projects].filter(({ source }) => basename(source.uri) === name);
    return found.length === 1 ? found[0]?.source.uri : undefined;
  }

  private project(build: BuildFiles, folder: ShellWord | undefined, groups: 'all' | readonly string[], how: How): void {
    const path = folderAt(build, folder?.text.split('[')[0] ?? '.');
    const uris = ['pyproject.toml', 'Pipfile'].flatMap((name) =>
      path === undefined ? [] : (build.context?.file(path === '' ? name : `${path}/${name}`) ?? []),
    );
    const found = this.material.projects.find(({ source }) => source.uri === uris[0]);
    if (found) this.readProject(found, groups, how);
    else this.whole = false;
  }

  readFile(file: RequirementsFile, how: How, depth = 0): void {
    const { source, lines, whole } = file;
    if (this.files.includes(file) || depth > DEEPEST) return;
    this.files.push(file);
    if (!whole) this.whole = false;
    for (const line of lines) {
      switch (line.kind) {
        case 'package':
          this.line(source, line, how);
          break;
        case 'include': {
          const included = this.material.requirements.find(
            (one) => one.source.uri === joinUri(dirname(source.uri), line.path),
          );
          if (!included) this.whole = line.constraint && this.whole;
          else if (line.constraint) this.limit(included);
          else this.readFile(included, how, depth + 1);
          break;
        }
        case 'direct':
          // Whatever lies there may bring anything.
          this.whole = false;
          if (line.name !== undefined) this.requirements.push(fromName(source, line.name, line.span, how));
          break;
        case 'option':
          if (line.name === '') this.whole = false;
          break;
        case 'broken':
          // It says what was meant, though pip refuses it.
          if (line.name !== undefined) this.requirements.push(fromName(source, line.name, line.span, how));
          break;
      }
    }
  }

  private line(source: Source, line: PackageLine, how: How): void {
    const verdict = line.marker === undefined ? 'holds' : evaluate(line.marker, this.python);
    if (verdict === 'fails') return;
    if (line.url !== undefined) this.whole = false;
    this.requirements.push(fromLine(source, line, { ...how, conditional: how.conditional || verdict === 'unknown' }));
  }

  private limit({ source, lines }: RequirementsFile): void {
    for (const line of lines)
      if (line.kind === 'package' && line.url === undefined) this.constraints.push(fromLine(source, line, SURE));
  }

  readProject(file: ProjectFile, groups: 'all' | readonly string[], how: How): void {
    if (!file.whole || file.kind === 'conda') this.whole = false;
    if (file.kind === 'conda' && file.python !== undefined) this.otherPython = true;
    for (const found of file.requirements) {
      const wanted = found.group === '' || groups === 'all' || groups.includes(found.group);
      const verdict = found.marker === undefined ? 'holds' : evaluate(found.marker, this.python);
      if (!wanted || verdict === 'fails') continue;
      if (found.direct) this.whole = false;
      const conditional = how.conditional || verdict === 'unknown' || (found.group !== '' && groups === 'all');
      this.requirements.push(fromProject(file.source, found, { ...how, conditional }));
    }
  }
}

function bottomOf(docker: Docker, stage: Stage): string | undefined {
  let here = stage;
  for (;;) {
    if (!here.base.known) return undefined;
    const below = earlierStage(docker.stages, here, here.base.value);
    if (!below) return here.base.value;
    here = below;
  }
}
