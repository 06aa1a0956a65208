// The packages of an image: what commands install, which files they read, what base images bring, and what is not known.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeSource } from '../server/src/base/source';
import { rowsOf } from '../server/src/base/table';
import { readProject } from '../server/src/facts/project';
import { readRequirements } from '../server/src/facts/requirements';
import { readScript } from '../server/src/facts/shell';
import { requirementHover } from '../server/src/features/requirement-hover';
import { BASE_PACKAGES } from '../server/src/knowledge/base-packages';
import { DISTRIBUTIONS } from '../server/src/knowledge/distributions';
import { NEVER_BROUGHT, PACKAGE_NEEDS } from '../server/src/knowledge/package-needs';
import { makeFiles } from '../server/src/model/files';
import { readDocker } from '../server/src/model/image/docker';
import { originOf, presenceOf } from '../server/src/model/packages/package-lookup';
import { type Packages, packagesOf } from '../server/src/model/packages/packages';
import { textFilesOf } from '../server/src/model/text-files';
import { textOf } from './harness/prose';

const ROOT = 'file:///worker';

function packages(texts: Readonly<Record<string, string>>): Packages {
  const found = tryPackages(texts);
  assert.ok(found);
  return found;
}

function tryPackages(texts: Readonly<Record<string, string>>): Packages | undefined {
  const sources = Object.entries(texts).map(([path, text]) => makeSource(`${ROOT}/${path}`, text));
  const files = makeFiles(
    ROOT,
    sources.map(({ uri }) => uri),
  );
  const names = textFilesOf(files);
  const read = <T>(uris: readonly string[], reader: (source: ReturnType<typeof makeSource>) => T): readonly T[] =>
    sources.filter(({ uri }) => uris.includes(uri)).map(reader);
  const [docker] = read([`${ROOT}/Dockerfile`], readDocker);
  return packagesOf(
    files,
    docker,
    read(names.scripts, readScript),
    read(names.requirements, readRequirements),
    read(names.projects, readProject),
  );
}

function dockerfile(...lines: readonly string[]): string {
  return `${['FROM python:3.11-slim', ...lines].join('\n')}\n`;
}

/** `name specifier`, with `?` for a condition. */
function asked({ requirements }: Packages): string[] {
  return requirements.map(({ name, specifier, conditional }) =>
    `${name}${conditional ? '?' : ''} ${specifier ?? 'unknown'}`.trimEnd(),
  );
}

describe('a command', () => {
  const installed = (line: string): string[] => asked(packages({ Dockerfile: dockerfile(`RUN ${line}`) }));

  it('installs packages in all spellings', () => {
    for (const command of [
      'pip install a b==1',
      'pip3 install --no-cache-dir a "b==1"',
      'python -m pip install -U a b==1',
      'python3 -mpip install -U a b==1',
      'python3 -W ignore -Im pip install -U a b==1',
      'python3.11 -u -m pip --no-input install --index-url https://example.org a b==1',
      '/opt/venv/bin/pip install --target /x a b==1',
      'uv pip install --system a b==1',
      'sudo -H pip install a b==1',
      'cd /tmp && (pip install a b==1)',
      'bash -c "pip install a b==1"',
      'set -e; if true; then :; fi; pip install -f https://example.org a b==1',
    ])
      assert.deepEqual(installed(command), ['a', 'b ==1'], command);
  });

  it('installs nothing', () => {
    for (const command of ['pip list', 'pip uninstall -y a', 'uv venv', 'echo pip install a', 'npm install a'])
      assert.deepEqual(installed(command), [], command);
  });

  it('installs under a condition, or what is not told', () => {
    assert.deepEqual(installed('[ -n "$GPU" ] && pip install a'), ['a?']);
    assert.deepEqual(installed('pip install "a==$VERSION"'), ['a unknown']);
    assert.deepEqual(installed('pip install "a; python_version < \'3.9\'" b'), ['a?', 'b']);
  });

  it('asks conda and the system', () => {
    assert.deepEqual(installed('conda install -y -c pytorch pytorch=2.1 numpy'), ['torch unknown', 'numpy unknown']);
    assert.deepEqual(installed('apt-get install -y ffmpeg python3-pip python3-yaml python3-opencv'), [
      'pyyaml unknown',
      'opencv-python unknown',
    ]);
  });

  it('makes the rest unknown where it cannot be followed', () => {
    const isWhole = (line: string): boolean => packages({ Dockerfile: dockerfile(`RUN ${line}`) }).whole;
    assert.equal(isWhole('pip install a'), true);
    for (const command of [
      'pip install $PACKAGES',
      'pip install git+https://example.org/a',
      'pip install ./wheels/*.whl',
      'pip install -r missing.txt',
      'pip install .',
      'python setup.py install',
      'conda install a',
      'bash /opt/install.sh',
      'make install',
      'python install_everything.py',
    ])
      assert.equal(isWhole(command), false, command);
  });
});

describe('a requirements file', () => {
  const files = {
    'builder/requirements.txt': 'a\n-r base.txt\n-c limits/constraints.txt\n',
    'builder/base.txt': 'b>=1',
    'builder/limits/constraints.txt': 'a<3',
  };

  it('is found where COPY puts it', () => {
    for (const lines of [
      ['COPY builder/requirements.txt /requirements.txt', 'RUN pip install -r /requirements.txt'],
      ['WORKDIR /app', 'COPY builder/requirements.txt .', 'RUN pip install -r requirements.txt'],
      ['COPY builder/ /tmp/builder/', 'RUN cd /tmp && pip install -r builder/requirements.txt'],
      ['COPY . /src', 'WORKDIR /src/builder', 'RUN pip install --requirement=requirements.txt'],
      ['COPY builder/*.txt /r/', 'RUN pip install -r/r/requirements.txt'],
      ['COPY builder/requirements.txt /deps.list', 'RUN pip install -r /deps.list && rm /deps.list'],
      ['RUN --mount=type=bind,source=builder,target=/b pip install -r /b/requirements.txt'],
    ]) {
      const found = packages({ Dockerfile: dockerfile(...lines), ...files });
      assert.deepEqual(asked(found), ['a', 'b >=1'], lines.join('; '));
      assert.equal(found.whole, true, lines.join('; '));
      assert.deepEqual(
        found.constraints.map(({ name, specifier }) => name + specifier),
        ['a<3'],
      );
    }
  });

  it('is not the one of a cloned repository', () => {
    const found = packages({
      Dockerfile: dockerfile('RUN git clone https://example.org/x /x && cd /x && pip install -r requirements.txt'),
      'requirements.txt': 'a',
    });
    assert.deepEqual(asked(found), []);
    assert.equal(found.whole, false);
    assert.equal(found.foreignCode, true);
  });

  it('counts at the root where there is no Dockerfile', () => {
    assert.deepEqual(asked(packages({ 'requirements.txt': 'a', 'tools/requirements.txt': 'b' })), ['a']);
    assert.equal(tryPackages({ 'handler.py': '' }), undefined);
    assert.equal(packages({ 'requirements.txt': 'a', 'Dockerfile.gpu': 'FROM x' }).whole, false);
  });

  it('drops what does not hold on the machine', () => {
    const text =
      'a; sys_platform == "win32"\nb; python_version < "3.9"\nc; python_version >= "3.9"\nd; platform_release == "1"';
    const found = packages({
      Dockerfile: dockerfile('COPY . .', 'RUN pip install -r requirements.txt'),
      'requirements.txt': text,
    });
    assert.deepEqual(asked(found), ['c', 'd?']);
  });
});

describe('a project', () => {
  const project = '[project]\nname = "w"\ndependencies = ["a>=1"]\n[project.optional-dependencies]\ngpu = ["b"]\n';

  it('is read by the tools for it', () => {
    const rows = (...lines: readonly string[]): string[] =>
      asked(packages({ Dockerfile: dockerfile(...lines), 'pyproject.toml': project }));
    assert.deepEqual(rows('WORKDIR /app', 'COPY . .', 'RUN pip install .'), ['a >=1']);
    assert.deepEqual(rows('COPY . /app', 'RUN pip install -e /app[gpu]'), ['a >=1', 'b']);
    assert.deepEqual(rows('COPY pyproject.toml .', 'RUN uv pip install -r pyproject.toml'), ['a >=1']);
    assert.deepEqual(rows('COPY pyproject.toml uv.lock ./', 'RUN uv sync --frozen'), ['a >=1', 'b?']);
    assert.deepEqual(rows('COPY pyproject.toml .', 'RUN poetry install'), ['a >=1', 'b?']);
    assert.deepEqual(rows('COPY . .', 'RUN echo'), []);
  });
});

describe('stages, scripts and base images', () => {
  it('counts the stages that the image is made of', () => {
    const found = packages({
      Dockerfile:
        'FROM python:3.11 AS build\nRUN pip install a\nFROM python:3.11 AS unused\nRUN pip install b\n' +
        'FROM python:3.11\nCOPY --from=build /usr/local /usr/local\nCOPY --from=ghcr.io/astral-sh/uv:latest /uv /bin/uv\n',
    });
    assert.deepEqual(asked(found), ['a']);
    assert.equal(found.whole, true);
  });

  it('counts scripts that are run, and no others for sure', () => {
    const found = packages({
      Dockerfile: dockerfile('COPY . .', 'RUN bash setup.sh'),
      'setup.sh': 'pip install a\n./more.sh\n',
      'more.sh': 'pip install b\n',
      'deploy.sh': 'pip install c\nmake all\n',
    });
    assert.deepEqual([...asked(found)].sort(), ['a', 'b', 'c?']);
    assert.equal(found.whole, true);
  });

  it('knows what base images bring', () => {
    const from = (base: string): Packages => packages({ Dockerfile: `FROM ${base}\nRUN pip install runpod\n` });
    const torch = from('pytorch/pytorch:2.1.2-cuda12.1-cudnn8-runtime');
    assert.equal(torch.brought.get('torch'), '2.1.2');
    assert.ok(torch.brought.has('numpy'));
    assert.deepEqual(torch.python, { known: true, value: '3.10' });
    assert.equal(from('nvidia/cuda:12.1.0-base-ubuntu22.04').brought.size, 0);
    assert.equal(from('example/own:1').whole, false);
    assert.equal(from('$BASE').whole, false);
    assert.ok(from('runpod/base:0.6.3-cuda11.8.0').perhaps.has('hf-transfer'));
  });

  it('leaves open what a network volume or a submodule brings', () => {
    const volume = packages({
      Dockerfile: dockerfile('ENV PYTHONPATH=/runpod-volume/site-packages', 'RUN pip install a'),
    });
    assert.equal(volume.whole, false);
    const activated = packages({
      Dockerfile: dockerfile('COPY start.sh /', 'CMD ["/start.sh"]'),
      'start.sh': 'source /runpod-volume/venv/bin/activate\npython handler.py\n',
    });
    assert.equal(activated.whole, false);
    assert.equal(packages({ Dockerfile: dockerfile('RUN pip install a'), '.gitmodules': '' }).foreignCode, true);
  });

  it('knows the Python of an image', () => {
    const python = (...lines: readonly string[]): string | undefined => {
      const found = packages({ Dockerfile: lines.join('\n') }).python;
      return found.known ? found.value : undefined;
    };
    assert.equal(python('FROM python:3.9-slim'), '3.9');
    assert.equal(python('FROM python:3.9-slim', 'RUN apt-get install -y python3.11'), undefined);
    assert.equal(python('FROM nvidia/cuda:12.1.0-base-ubuntu20.04', 'RUN apt-get install -y python3-pip'), '3.8');
    assert.equal(
      python('FROM nvidia/cuda:12.1.0-base-ubuntu20.04', 'RUN apt-get install -y python3.8 python3-pip'),
      '3.8',
    );
    assert.equal(python('FROM python:3.9', 'RUN python3.9 -m pip install a'), '3.9');
    assert.equal(python('FROM nvidia/cuda:12.1.0-base-ubuntu20.04'), undefined);
    assert.equal(
      python('FROM ubuntu:22.04', 'RUN apt install -y python3 python3-venv && uv venv --python 3.12'),
      undefined,
    );
  });
});

describe('a module', () => {
  it('comes from a package', () => {
    assert.deepEqual(originOf('PIL.Image'), { names: ['pillow', 'pillow-simd'], certain: false, known: true });
    assert.deepEqual(originOf('yaml'), { names: ['pyyaml'], certain: true, known: true });
    assert.deepEqual(originOf('google.cloud.storage.blob'), {
      names: ['google-cloud-storage'],
      certain: true,
      known: true,
    });
    assert.equal(originOf('google.cloud.unheard_of'), undefined);
    assert.deepEqual(originOf('requests.adapters'), { names: ['requests'], certain: true, known: true });
    assert.deepEqual(originOf('my_own'), { names: ['my-own'], certain: false, known: false });
  });

  it('is there, is not, or may be', () => {
    const found = packages({ Dockerfile: dockerfile('RUN pip install transformers') });
    assert.equal(presenceOf(found, ['numpy']), 'present');
    assert.equal(presenceOf(found, ['pandas']), 'absent');
    const opaque = packages({ Dockerfile: dockerfile('RUN pip install something-of-our-own') });
    assert.equal(presenceOf(opaque, ['pandas']), 'unknown');
    assert.equal(presenceOf(opaque, ['whisperx']), 'absent');
  });
});

describe('the tables of packages', () => {
  const NORMALISED = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\[[a-z0-9-]+\])?$/;

  it('hold normalised names only', () => {
    const names = [
      ...rowsOf(PACKAGE_NEEDS).flatMap(([name, needs]) => [name, ...needs]),
      ...rowsOf(DISTRIBUTIONS).flatMap(([, names]) => names),
      ...BASE_PACKAGES.flatMap(({ brings, perhaps }) => [...brings, ...perhaps]),
      ...NEVER_BROUGHT,
    ];
    assert.deepEqual(
      names.filter((name) => !NORMALISED.test(name)),
      [],
    );
  });

  it('hold each name once', () => {
    for (const table of [PACKAGE_NEEDS, DISTRIBUTIONS]) {
      const keys = rowsOf(table).map(([key]) => key);
      assert.deepEqual(
        keys.filter((key, index) => keys.indexOf(key) !== index),
        [],
      );
    }
  });

  it('say what the SDK brings', () => {
    const found = packages({ Dockerfile: dockerfile('RUN pip install runpod') });
    for (const name of ['requests', 'boto3', 'fastapi', 'pyyaml', 'aiohttp', 'pydantic', 'python-dotenv'])
      assert.equal(presenceOf(found, [name]), 'present', name);
    assert.equal(presenceOf(found, ['pillow']), 'absent');
    const old = packages({ Dockerfile: dockerfile('RUN pip install runpod==1.2.0') });
    assert.equal(presenceOf(old, ['pillow']), 'present');
  });
});

describe('a hover', () => {
  function hoverAt(texts: Readonly<Record<string, string>>, path: string, word: string): string | undefined {
    const at = texts[path]?.indexOf(word) ?? -1;
    const hover = requirementHover({ packages: packages(texts) }, `${ROOT}/${path}`, at);
    return hover && textOf(hover.about);
  }

  it('says what a pin of the SDK gets', () => {
    const texts = {
      Dockerfile: dockerfile('COPY . .', 'RUN pip install -r requirements.txt'),
      'requirements.txt': 'numpy\nrunpod~=1.7.9\n',
    };
    const text = hoverAt(texts, 'requirements.txt', 'runpod') ?? '';
    assert.match(text, /this gets 1\.7\.13/);
    assert.match(text, /1\.7\.11 to 1\.10\.0/);
    assert.doesNotMatch(hoverAt(texts, 'requirements.txt', 'numpy') ?? '', /SDK/);
  });

  it('speaks of the Python, of the base image and of module names', () => {
    const old = { Dockerfile: 'FROM python:3.9\nRUN pip install runpod opencv-python\n' };
    assert.match(hoverAt(old, 'Dockerfile', 'runpod') ?? '', /this gets 1\.9\.1[\s\S]*need Python 3\.10/);
    assert.match(hoverAt(old, 'Dockerfile', 'opencv') ?? '', /Imported as `cv2`/);
    const torch = { Dockerfile: 'FROM pytorch/pytorch:2.4.1-cuda12.4-cudnn9-runtime\nRUN pip install torch\n' };
    assert.match(hoverAt(torch, 'Dockerfile', 'install torch') ?? 'nothing', /nothing/);
    assert.match(hoverAt(torch, 'Dockerfile', 'torch\n') ?? '', /brings it in release 2\.4\.1/);
  });

  it('says nothing elsewhere', () => {
    assert.equal(hoverAt({ Dockerfile: dockerfile('RUN pip install a') }, 'Dockerfile', 'FROM'), undefined);
  });
});
