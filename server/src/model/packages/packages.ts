// The Python packages that are in the image: from requirements files, from `pip install` and its like in the Dockerfile and
// in scripts, from pyproject.toml and environment files that the Dockerfile uses, and from known base images. Where there is
// no Dockerfile, the files at the worker's root count. What an import needs of it is model/packages/package-lookup.ts's business.

import type { Source } from '../../base/source';
import type { Place, Span } from '../../base/span';
import { known, type Static, unknown } from '../../base/static';
import { normalised, type ProjectFile } from '../../facts/project';
import type { RequirementsFile } from '../../facts/requirements';
import type { Script, ShellWord } from '../../facts/shell';
import { allows } from '../../facts/versions';
import {
  BARE_SYSTEMS,
  BASE_PACKAGES,
  type BasePackages,
  PYTHON_OF_SYSTEM,
  PYTHON_OF_TAG,
} from '../../knowledge/base-packages';
import { FORMER_NEEDS } from '../../knowledge/package-needs';
import type { Files } from '../files';
import { describeImage } from '../image/base-image';
import type { Docker } from '../image/docker';
import { allNeeds, type Needs } from './package-needs';
import { type Collected, collectFromDocker, collectFromRoot } from './packages-collected';

export interface Packages {
  /** Everything that is asked for by name, in the order of files and text. */
  readonly requirements: readonly Requirement[];
  /** What `-c` files limit, by name. */
  readonly constraints: readonly Requirement[];
  /** What the base image brings: distribution name (normalised, PEP 503) to version; undefined: a version nobody knows. */
  readonly brought: ReadonlyMap<string, string | undefined>;
  /** What the base image may bring. */
  readonly perhaps: ReadonlySet<string>;
  /** The Python of the base image, `3.10`; unknown where its tag does not say. */
  readonly python: Static<string>;
  /** Versions of Python that commands name: whichever of them is used. */
  readonly namedPythons: ReadonlySet<string>;
  /** Requirements files that pip reads for the image, those that others include among them. */
  readonly files: readonly RequirementsFile[];
  /** `pip install` of the Dockerfile, in order: where another package can be asked for. */
  readonly commands: readonly InstallCommand[];
  /** All of this and what comes with it, as far as it is known. */
  readonly installed: Needs;
  /** Code from elsewhere is laid into the image, so that modules may be there that no package brings. */
  readonly foreignCode: boolean;
  /** All that gets into the image is listed here: what is not, is not in the image. */
  readonly whole: boolean;
}

export interface Requirement extends Place {
  /** Distribution name, normalised (PEP 503): lower case, `-` for every run of `-_.`. */
  readonly name: string;
  /** As written behind the name, such as `~=1.7.9`; empty without one; undefined where it cannot be told. */
  readonly specifier: string | undefined;
  readonly extras: readonly string[];
  /** Lies in a file, or in a command. */
  readonly from: 'file' | 'command';
  /** Installed under a condition (marker, extra, branch of a script) that may not hold. */
  readonly conditional: boolean;
  /** From a URL, a repository or a folder: whatever version lies there. */
  readonly direct: boolean;
  /** Newer versions than those already there are wanted. */
  readonly upgrade: boolean;
  readonly source: Source;
  /** The specifier alone; undefined where there is none, or where it is no piece of the text. */
  readonly specifierSpan: Span | undefined;
  /** Everything that belongs to it, to be replaced or removed; undefined where more than that would have to change. */
  readonly whole: Span | undefined;
}

export interface InstallCommand {
  readonly source: Source;
  /** The last word that names a package. */
  readonly last: ShellWord;
  /** The packages that it names itself. */
  readonly names: readonly string[];
}

export function packagesOf(
  files: Files,
  docker: Docker | undefined,
  scripts: readonly Script[],
  requirements: readonly RequirementsFile[],
  projects: readonly ProjectFile[],
): Packages | undefined {
  const material = { files, scripts, requirements, projects };
  if (docker === undefined) {
    const collected = collectFromRoot(material);
    return collected && join(collected, undefined, unknown, undefined);
  }
  const base = docker.base.known ? describeImage(docker.base.value) : undefined;
  const row = base && BASE_PACKAGES.find(({ name }) => name.test(base.name));
  const ofImage = pythonOf(docker);
  const collected = collectFromDocker(material, docker, ofImage);
  return join(collected, row, pythonAfter(docker, ofImage, collected), base?.torch, docker);
}

function join(
  collected: Collected,
  row: BasePackages | undefined,
  python: Static<string>,
  torch: string | undefined,
  docker?: Docker,
): Packages {
  const { requirements, constraints, files, commands, foreignCode, copiedBases } = collected;
  const brought = new Map<string, string | undefined>();
  for (const name of allNeeds([...(row?.brings ?? []), ...copiedBases.flatMap(({ brings }) => brings)]).names)
    brought.set(name, name === 'torch' ? torch : undefined);
  const asked = allNeeds(requirements.filter(({ name }) => !brought.has(name)).flatMap(askedBy));
  return {
    requirements,
    constraints,
    brought,
    perhaps: new Set([row, ...copiedBases].flatMap((one) => one?.perhaps ?? [])),
    python,
    namedPythons: collected.namedPythons,
    files,
    commands,
    installed: { names: new Set([...brought.keys(), ...asked.names]), opaque: asked.opaque },
    foreignCode,
    whole: collected.whole && (docker === undefined || row?.whole === true) && copiedBases.every(({ whole }) => whole),
  };
}

/** With what its extras and its age add. */
function askedBy({ name, extras, specifier }: Requirement): readonly string[] {
  const former = FORMER_NEEDS.filter(
    (row) => row.name === name && specifier && !row.releases.some((release) => allows(specifier, release)),
  );
  return [name, ...extras.map((extra) => `${name}[${normalised(extra)}]`), ...former.flatMap(({ needs }) => needs)];
}

/** Of the image at the bottom, as far as its name and tag tell. */
function pythonOf({ base }: Docker): Static<string> {
  if (!base.known) return unknown;
  const { name, tag = '', python } = describeImage(base.value);
  const told = PYTHON_OF_TAG.find((row) => row.name.test(name) && row.tag.test(tag))?.python ?? python;
  return told?.includes('.') ? known(told) : unknown;
}

/** An image without Python gets the system's; whatever else commands name makes it unknown which one is used. */
function pythonAfter(docker: Docker, ofImage: Static<string>, collected: Collected): Static<string> {
  if (collected.otherPython) return unknown;
  const found = ofImage.known ? ofImage : pythonOfSystem(docker, collected);
  const isNamed = (version: string): boolean => found.known && version === found.value;
  return [...collected.namedPythons].every(isNamed) ? found : unknown;
}

function pythonOfSystem({ base }: Docker, { systemPython }: Collected): Static<string> {
  if (!base.known || !systemPython) return unknown;
  const { name, tag = '' } = describeImage(base.value);
  if (!BARE_SYSTEMS.test(name)) return unknown;
  const found = PYTHON_OF_SYSTEM.find((row) => row.tag.test(tag));
  return found ? known(found.python) : unknown;
}
