// The image that a Dockerfile builds: what lies where, what `.dockerignore` leaves out, and what the container runs, through
// scripts. The rules about it have pages of their own.

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: shell variables are written as JavaScript's are

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pathMatcher, segmentsOf } from '../server/src/base/glob';
import { makeSource } from '../server/src/base/source';
import { readIgnoreFile } from '../server/src/facts/ignore';
import { readScript } from '../server/src/facts/shell';
import { makeFiles } from '../server/src/model/files';
import { readDocker } from '../server/src/model/image/docker';
import { type Image, imageOf, type Launch } from '../server/src/model/image/image';
import { textFilesOf } from '../server/src/model/text-files';

const ROOT = 'file:///repo/services/worker';

/** The image of a worker with these files; those that are only named are empty. */
function build(files: Readonly<Record<string, string>>, others: readonly string[] = []): Image {
  const texts = new Map(Object.entries(files).map(([path, text]) => [`${ROOT}/${path}`, text]));
  const named = makeFiles(
    ROOT,
    [...texts.keys()],
    others.map((path) => `${ROOT}/${path}`),
  );
  const source = (uri: string) => makeSource(uri, texts.get(uri) ?? '');
  const docker = readDocker(source(`${ROOT}/Dockerfile`));
  const ignore = texts.has(`${ROOT}/.dockerignore`) ? readIgnoreFile(source(`${ROOT}/.dockerignore`)) : undefined;
  const image = imageOf(
    named,
    docker,
    textFilesOf(named).scripts.map((uri) => readScript(source(uri))),
    ignore,
  );
  assert.ok(image);
  return image;
}

const lines = (...given: readonly string[]): string => `${given.join('\n')}\n`;
const plain = (...given: readonly string[]): string => lines('FROM python:3.11-slim', ...given);

function at(image: Image, path: string): string {
  const found = image.at(path);
  return found.kind === 'file' ? found.uri.slice(ROOT.length + 1) : found.kind;
}

function placesOf(image: Image, path: string): string {
  const placed = image.placesOf(`${ROOT}/${path}`);
  return placed.kind === 'copied' ? placed.paths.join(' ') : placed.kind;
}

/** `python /app/handler.py`, with `?` for a condition, `&` for the background and `-u`. */
function shown({ program, conditional, background }: Launch): string {
  const marks = `${conditional ? '? ' : ''}${background ? '& ' : ''}`;
  switch (program.kind) {
    case 'python-file':
    case 'script': {
      const path = program.path.known ? program.path.value : '…';
      const where = program.location.kind === 'file' ? '' : ` (${program.location.kind})`;
      const option = program.kind === 'python-file' && program.unbuffered ? ' -u' : '';
      return `${marks}${program.kind === 'script' ? 'script' : 'python'}${option} ${path}${where}`;
    }
    case 'python-module':
      return `${marks}python${program.unbuffered ? ' -u' : ''} -m ${program.name} (${program.location.kind})`;
    case 'server':
      return `${marks}${program.name} ${program.app} ${program.host?.known ? program.host.value : '-'}`;
    case 'other':
      return `${marks}${program.name}`;
    case 'unknown':
      return `${marks}unknown`;
  }
}

function launches(image: Image): readonly string[] {
  return image.launches.map(shown);
}

function fitsPath(pattern: string, path: string): boolean {
  return pathMatcher(segmentsOf(pattern))(segmentsOf(path));
}

describe('patterns', () => {
  const rows: readonly (readonly [pattern: string, path: string, fits: boolean])[] = [
    ['*.py', 'a.py', true],
    ['*.py', 'a/b.py', false],
    ['a?c', 'abc', true],
    ['[a-c]*', 'beta', true],
    ['[^a-c]*', 'beta', false],
    ['a+b(c)', 'a+b(c)', true],
    ['a\\*', 'a*', true],
    ['a\\*', 'ab', false],
    ['[', 'a', false],
    ['**/x', 'a/b/x', true],
    ['**/x', 'x', true],
    ['a/**/x', 'a/x', true],
    ['a/**', 'a/b/c', true],
    ['a/*/c', 'a/b/c', true],
    ['a/*/c', 'a/b/b/c', false],
  ];
  for (const [pattern, path, fits] of rows) {
    it(`${pattern} ${fits ? 'fits' : 'does not fit'} ${path}`, () => {
      assert.equal(fitsPath(pattern, path), fits);
    });
  }

  it('take no time that grows out of bounds', () => {
    const from = performance.now();
    assert.equal(fitsPath('*a'.repeat(100), `${'a'.repeat(5000)}b`), false);
    assert.equal(fitsPath(`${'**/'.repeat(200)}x`, `${'a/'.repeat(500)}y`), false);
    assert.equal(fitsPath('(a+)+$', `${'a'.repeat(50)}b`), false);
    assert.equal(fitsPath('['.repeat(100_000), 'a'), false);
    assert.ok(performance.now() - from < 1000);
  });
});

describe('.dockerignore', () => {
  const out = (patterns: string, path: string): string =>
    placesOf(build({ Dockerfile: plain('COPY . /app'), '.dockerignore': patterns, [path]: '' }), path);

  it('leaves out what the last pattern says that fits the file or a folder around it', () => {
    assert.equal(out('src\n', 'src/a.py'), 'ignored');
    assert.equal(out('/src/\n', 'src/a.py'), 'ignored');
    assert.equal(out('*.py\n', 'src/a.py'), '/app/src/a.py');
    assert.equal(out('**/*.py\n', 'src/a.py'), 'ignored');
    assert.equal(out('**.py\n', 'src/a.py'), '/app/src/a.py');
    assert.equal(out('*\n!src\n', 'src/a.py'), '/app/src/a.py');
    assert.equal(out('!src\n*\n', 'src/a.py'), 'ignored');
    assert.equal(out('# src\n\n', 'src/a.py'), '/app/src/a.py');
    assert.equal(out('\ufeffsrc\r\n', 'src/a.py'), 'ignored');
    assert.equal(out('./src\n', 'src/a.py'), 'ignored');
    assert.equal(out('SRC\n', 'src/a.py'), '/app/src/a.py');
  });

  it('says where the pattern stands', () => {
    const image = build({ Dockerfile: plain('COPY . /app'), '.dockerignore': 'a\n  secret.py \n', 'secret.py': '' });
    const placed = image.placesOf(`${ROOT}/secret.py`);
    assert.deepEqual(placed, {
      kind: 'ignored',
      pattern: { uri: `${ROOT}/.dockerignore`, span: { start: 4, end: 13 } },
    });
  });
});

describe('what lies where', () => {
  it('COPY of files and folders', () => {
    const image = build({
      Dockerfile: plain(
        'WORKDIR /app',
        'COPY handler.py .',
        'COPY src lib',
        'COPY src/*.txt /texts/',
        'WORKDIR sub',
        'COPY ["handler.py", "main.py"]',
      ),
      'handler.py': '',
      'src/a.py': '',
      'src/b.txt': '',
      'src/c.txt': '',
    });
    assert.equal(at(image, '/app/handler.py'), 'handler.py');
    assert.equal(at(image, '/app/lib/a.py'), 'src/a.py');
    assert.equal(at(image, '/app/src/a.py'), 'absent');
    assert.equal(at(image, '/texts/b.txt'), 'src/b.txt');
    assert.equal(at(image, '/texts/a.py'), 'absent');
    assert.equal(at(image, '/app/sub/main.py'), 'handler.py');
    assert.equal(placesOf(image, 'handler.py'), '/app/handler.py /app/sub/main.py');
    assert.equal(placesOf(image, 'src/b.txt'), '/app/lib/b.txt /texts/b.txt');
    assert.equal(at(image, '/usr/lib/x.py'), 'unknown');
    assert.deepEqual(image.workdir, { known: true, value: '/app/sub' });
  });

  it('a target without a slash is a folder where one is known to be', () => {
    const files = { 'a.py': '', 'src/b.py': '' };
    const to = (...steps: readonly string[]): string =>
      placesOf(build({ Dockerfile: plain(...steps), ...files }), 'a.py');
    assert.equal(to('COPY a.py /app'), '/app');
    assert.equal(to('WORKDIR /app', 'COPY a.py /app'), '/app/a.py');
    assert.equal(to('RUN mkdir -p /app/x', 'COPY a.py /app'), '/app/a.py');
    assert.equal(to('COPY src /app', 'COPY a.py /app'), '/app/a.py');
    assert.equal(to('COPY src /app/src', 'COPY a.py /app'), '/app/a.py');
    assert.equal(to('COPY a.py /etc'), '/etc/a.py');
    assert.equal(to('RUN install-worker /app', 'COPY a.py /app'), 'unknown');
    assert.equal(to('RUN install-worker /app', 'COPY a.py /app/a.py'), '/app/a.py');
  });

  it('variables in paths', () => {
    const image = build({
      Dockerfile: plain(
        'ARG A=/app',
        'ENV B=${A}/src',
        'WORKDIR $B',
        'COPY a.py ${B}/x.py',
        'ARG C',
        'COPY a.py $C/y.py',
      ),
      'a.py': '',
    });
    assert.deepEqual(image.workdir, { known: true, value: '/app/src' });
    assert.equal(at(image, '/anything.py'), 'unknown');
  });

  it('stages', () => {
    const image = build({
      Dockerfile: lines(
        'FROM python:3.11-slim AS base',
        'WORKDIR /app',
        'COPY a.py .',
        'FROM base AS tools',
        'COPY b.py /tools/b.py',
        'FROM base',
        'COPY --from=tools /tools /opt/x',
        'COPY --from=tools /tools/b.py /work/',
        'COPY --from=1 /app/a.py /work/c.py',
      ),
      'a.py': '',
      'b.py': '',
    });
    assert.equal(at(image, '/app/a.py'), 'a.py');
    assert.equal(at(image, '/tools/b.py'), 'absent');
    assert.equal(at(image, '/opt/x/b.py'), 'b.py');
    assert.equal(placesOf(image, 'b.py'), '/opt/x/b.py /work/b.py');
    assert.equal(placesOf(image, 'a.py'), '/app/a.py /work/c.py');
    assert.deepEqual(image.workdir, { known: true, value: '/app' });
  });

  it('commands of RUN', () => {
    const withRuns = (...runs: readonly string[]): Image =>
      build({
        Dockerfile: plain('WORKDIR /app', 'COPY . .', ...runs.map((run) => `RUN ${run}`)),
        'a.py': '',
        'src/b.py': '',
      });
    assert.equal(at(withRuns('apt-get update && apt-get install -y git', 'pip install torch'), '/x.py'), 'absent');
    assert.equal(at(withRuns('git clone https://example.com/x/engine.git'), '/app/engine/x.py'), 'unknown');
    assert.equal(at(withRuns('git clone https://example.com/x/engine.git'), '/app/x.py'), 'absent');
    assert.equal(at(withRuns('cd /opt/y && git clone $REPO'), '/opt/y/z/x.py'), 'unknown');
    assert.equal(at(withRuns('cd /srv && cp /app/a.py /main.py'), '/main.py'), 'a.py');
    assert.equal(at(withRuns('cp -r src /lib2'), '/lib2/b.py'), 'src/b.py');
    assert.equal(at(withRuns('mv a.py /main.py'), '/app/a.py'), 'unknown');
    assert.equal(at(withRuns('ln -s /app /work'), '/work/a.py'), 'unknown');
    assert.equal(at(withRuns('rm a.py'), '/app/a.py'), 'unknown');
    assert.equal(at(withRuns('wget -q https://example.com/m.bin -O /m/x.py'), '/m/x.py'), 'unknown');
    assert.equal(at(withRuns('wget https://example.com/x.py'), '/app/x.py'), 'unknown');
    assert.equal(at(withRuns('curl -s https://example.com/install.sh | bash'), '/app/x.py'), 'absent');
    assert.equal(
      at(withRuns('curl https://example.com/x.zip -o /tmp/x.zip && unzip /tmp/x.zip -d /zip'), '/zip/x.py'),
      'unknown',
    );
    assert.equal(at(withRuns('tar xf /tmp/x.tar'), '/app/x.py'), 'unknown');
    assert.equal(at(withRuns('echo "x" > /x.py'), '/x.py'), 'unknown');
    assert.equal(at(withRuns('python -c "import torch"'), '/app/x.py'), 'absent');
    assert.equal(at(withRuns('python -c "import torch"'), '/app/x.json'), 'unknown');
    assert.equal(at(withRuns('sh -c "git clone https://example.com/x /srv2"'), '/srv2/x.py'), 'unknown');
    assert.equal(at(withRuns('if'), '/app/x.py'), 'unknown');
  });

  it('a script of the worker that RUN calls', () => {
    const image = build({
      Dockerfile: plain('COPY setup.sh /', 'RUN bash /setup.sh'),
      'setup.sh': 'cd /opt/tools\ngit clone https://example.com/x/engine\n',
    });
    assert.equal(at(image, '/opt/tools/engine/a.py'), 'unknown');
    assert.equal(at(image, '/engine/a.py'), 'absent');
  });

  it('unknown ground', () => {
    const image = build({ Dockerfile: lines('FROM example/base:1', 'COPY a.py /app/'), 'a.py': '', 'b.py': '' });
    assert.equal(at(image, '/app/a.py'), 'a.py');
    assert.equal(at(image, '/app/b.py'), 'unknown');
    assert.equal(placesOf(image, 'b.py'), 'unknown');
  });

  it('the folder that the build sees', () => {
    const a = { 'a.py': '' };
    const above = build({ Dockerfile: plain('COPY services/worker/a.py shared /app/', 'COPY . /all'), ...a });
    assert.equal(at(above, '/app/a.py'), 'unknown');
    assert.equal(at(above, '/all/services/worker/a.py'), 'a.py');
    assert.equal(at(above, '/all/a.py'), 'unknown');
    assert.equal(above.contextPath(`${ROOT}/a.py`), 'services/worker/a.py');
    const elsewhere = build({ Dockerfile: plain('COPY lib/x /app/x'), ...a });
    assert.equal(at(elsewhere, '/app/x/y.py'), 'unknown');
    assert.equal(elsewhere.contextPath(`${ROOT}/a.py`), undefined);
    const oneMissing = build({ Dockerfile: plain('COPY a.py model.bin /app/'), ...a });
    assert.equal(at(oneMissing, '/app/a.py'), 'a.py');
    assert.equal(at(oneMissing, '/app/model.bin'), 'unknown');
    assert.equal(at(oneMissing, '/app/x.py'), 'absent');
  });

  it('what is not listed', () => {
    const files = { Dockerfile: plain('COPY . /app', 'COPY a.py /a.py'), 'a.py': '' };
    const image = build(files, ['inner']);
    assert.equal(at(image, '/app/inner/x.py'), 'unknown');
    assert.equal(at(image, '/app/node_modules/x.py'), 'unknown');
    assert.equal(at(image, '/app/other/x.py'), 'absent');
    assert.equal(at(build({ ...files, '.gitmodules': '' }), '/app/other/x.py'), 'unknown');
  });
});

describe('what the container runs', () => {
  const of = (command: string, more: Readonly<Record<string, string>> = {}): readonly string[] =>
    launches(build({ Dockerfile: plain('WORKDIR /app', 'COPY . .', command), 'handler.py': '', ...more }));

  it('both forms of CMD and ENTRYPOINT', () => {
    assert.deepEqual(of('CMD ["python", "-u", "handler.py"]'), ['python -u /app/handler.py']);
    assert.deepEqual(of('CMD python3.11 /app/handler.py --x'), ['python /app/handler.py']);
    assert.deepEqual(of('ENTRYPOINT ["python"]\nCMD ["-u", "handler.py"]'), ['python -u /app/handler.py']);
    assert.deepEqual(of('ENTRYPOINT python handler.py\nCMD ["other.py"]'), ['python /app/handler.py']);
    assert.deepEqual(of('ENTRYPOINT []\nCMD ["python", "handler.py"]'), ['python /app/handler.py']);
    assert.deepEqual(of('CMD ["bash", "-lc", "cd / && python app/handler.py"]'), ['python /app/handler.py']);
    assert.deepEqual(of('CMD ["/app/handler.py"]'), ['python /app/handler.py']);
    assert.deepEqual(of('CMD ["python", "$FILE"]'), ['python /app/$FILE (unknown)']);
    assert.deepEqual(of('CMD python $FILE'), ['python … (unknown)']);
    assert.deepEqual(of('ENV FILE=handler.py\nCMD python $FILE'), ['python /app/handler.py']);
    assert.deepEqual(of('CMD ["python"]'), ['unknown']);
    assert.deepEqual(of('CMD ["python", "-c", "import handler"]'), ['unknown']);
  });

  it('programs in front', () => {
    for (const prefix of [
      'exec',
      'nohup',
      'tini --',
      'dumb-init',
      'env A=1',
      'xvfb-run -a',
      'uv run',
      'poetry run',
      'conda run -n x',
      'micromamba run -n x',
      'gosu user',
      'timeout 60',
    ])
      assert.deepEqual(of(`CMD ${prefix} python handler.py`), ['python /app/handler.py'], prefix);
    assert.deepEqual(of('CMD accelerate launch --num_processes 1 handler.py'), ['python /app/handler.py']);
    assert.deepEqual(of('CMD torchrun --nproc_per_node=2 handler.py'), ['python /app/handler.py']);
    assert.deepEqual(of('CMD python -m torch.distributed.run handler.py'), ['python /app/handler.py']);
    assert.deepEqual(of('CMD PYTHONUNBUFFERED=1 python handler.py'), ['python -u /app/handler.py']);
  });

  it('modules and servers', () => {
    assert.deepEqual(of('CMD ["python", "-um", "handler"]'), ['python -u -m handler (file)']);
    assert.deepEqual(of('CMD ["python", "-m", "pkg.main"]', { 'pkg/main/__main__.py': '' }), [
      'python -m pkg.main (file)',
    ]);
    assert.deepEqual(of('CMD ["python", "-m", "vllm.entrypoints"]'), ['python -m vllm.entrypoints (unknown)']);
    assert.deepEqual(of('CMD uvicorn app.main:app --host 0.0.0.0 --port 80'), ['uvicorn app.main:app 0.0.0.0']);
    assert.deepEqual(of('CMD ["python", "-m", "uvicorn", "--host=127.0.0.1", "main:app"]'), [
      'uvicorn main:app 127.0.0.1',
    ]);
    assert.deepEqual(of('CMD gunicorn -w 4 -b 127.0.0.1:8000 main:app'), ['gunicorn main:app 127.0.0.1']);
    assert.deepEqual(of('CMD ["fastapi", "run", "main.py"]'), ['fastapi main.py -']);
    assert.deepEqual(of('CMD ["sleep", "infinity"]'), ['sleep']);
  });

  it('scripts', () => {
    const sh = (...text: readonly string[]): readonly string[] =>
      of('CMD ["/app/start.sh"]', { 'start.sh': lines('#!/bin/bash', ...text) });
    assert.deepEqual(sh('set -e', 'echo hi', 'mkdir -p /x', 'exec python -u handler.py'), [
      'python -u /app/handler.py',
    ]);
    assert.deepEqual(sh('export PYTHONUNBUFFERED=1', 'cd /', 'python app/handler.py'), ['python -u /app/handler.py']);
    assert.deepEqual(sh('cd "$(dirname "$0")"', 'python handler.py'), ['python /app/handler.py']);
    assert.deepEqual(sh('nginx &', 'python handler.py'), ['& nginx', 'python /app/handler.py']);
    assert.deepEqual(sh('exec python handler.py', 'python other.py'), ['python /app/handler.py']);
    assert.deepEqual(sh('if [ "$A" = 1 ]; then', '  python other.py', 'else', '  python handler.py', 'fi'), [
      '? python /app/other.py (absent)',
      '? python /app/handler.py',
    ]);
    assert.deepEqual(sh('run() {', '  cd /app', '  python handler.py', '}', 'cd /', 'run'), ['python /app/handler.py']);
    assert.deepEqual(sh('unused() { python other.py; }', 'python handler.py'), ['python /app/handler.py']);
    assert.deepEqual(sh('(cd / && sleep 1)', 'python handler.py'), ['sleep', 'python /app/handler.py']);
    assert.deepEqual(sh('git clone https://example.com/x/y /opt/y', 'cd /opt/y', 'python main.py'), [
      'git',
      'python /opt/y/main.py (unknown)',
    ]);
    assert.deepEqual(sh('cd $DIR', 'python main.py'), ['python … (unknown)']);
    assert.deepEqual(of('CMD ["/app/start.sh"]', { 'start.sh': '#!/bin/bash\r\npython -u handler.py\r\n' }), [
      'python -u /app/handler.py',
    ]);
  });

  it('scripts that call scripts', () => {
    const more = {
      'start.sh': 'source ./env.sh\nbash scripts/run.sh handler.py\n',
      'env.sh': 'cd /app\nexport PYTHONUNBUFFERED=1\n',
      'scripts/run.sh': 'exec python "$@"\n',
    };
    assert.deepEqual(of('CMD ["bash", "start.sh"]', more), ['python -u /app/handler.py']);
    assert.deepEqual(of('ENTRYPOINT ["scripts/run.sh"]\nCMD ["-u", "handler.py"]', more), [
      'python -u /app/handler.py',
    ]);
    assert.deepEqual(of('CMD ["bash", "/elsewhere.sh"]'), ['script /elsewhere.sh (absent)']);
    assert.deepEqual(of('CMD ["bash", "/usr/bin/start.sh"]'), ['unknown']);
    assert.deepEqual(of('COPY <<EOF /start.sh\npython /app/handler.py\nEOF\nCMD ["bash", "/start.sh"]'), [
      'python /app/handler.py',
    ]);
  });

  it('tells the way', () => {
    const image = build({
      Dockerfile: plain('COPY . /app', 'CMD ["bash", "/app/start.sh"]'),
      'handler.py': '',
      'start.sh': 'echo\npython -u /app/handler.py\n',
    });
    const [launch] = image.launches;
    assert.ok(launch);
    assert.deepEqual(
      launch.steps.map(({ uri }) => uri.slice(ROOT.length + 1)),
      ['Dockerfile', 'start.sh'],
    );
    assert.equal(launch.source.text.slice(launch.span.start, launch.span.end), '/app/handler.py');
  });

  it('knows whether that is all', () => {
    const whole = (...steps: readonly string[]): boolean =>
      build({ Dockerfile: lines(...steps), 'handler.py': '' }).launchesWhole;
    assert.equal(whole('FROM python:3.11', 'COPY handler.py /', 'CMD ["python", "/handler.py"]'), true);
    assert.equal(whole('FROM example/base', 'COPY handler.py /', 'CMD ["python", "/handler.py"]'), false);
    assert.equal(whole('FROM example/base', 'COPY handler.py /', 'ENTRYPOINT ["python", "/handler.py"]'), true);
    assert.equal(whole('FROM python:3.11', 'CMD ["start-worker"]'), false);
    assert.equal(whole('FROM python:3.11'), false);
    assert.equal(whole('FROM python:3.11', 'CMD echo "'), false);
  });
});

describe('hostile input', () => {
  const timed = (given: () => unknown): number => {
    const from = performance.now();
    given();
    return performance.now() - from;
  };

  it('scripts that call themselves and each other', () => {
    const image = build({
      Dockerfile: plain('COPY . /', 'CMD ["bash", "/a.sh"]'),
      'a.sh': 'bash /b.sh\nbash /b.sh\n. /a.sh\n',
      'b.sh': 'bash /a.sh\nsource /b.sh\nf() { f; g; }\ng() { f; }\nf\n',
    });
    assert.ok(timed(() => image.launches) < 3000);
    assert.equal(image.launchesWhole, false);
  });

  it('many instructions and commands', () => {
    const image = build({
      Dockerfile: plain(
        ...Array.from(
          { length: 500 },
          (_, index) => `COPY src/a${index}.py /x${index}/\nRUN cp /x${index}/a${index}.py /y`,
        ),
        'CMD ["bash", "/run.sh"]',
        'COPY run.sh /',
      ),
      'run.sh': 'python /y/a1.py\n'.repeat(3000),
      ...Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`src/a${index}.py`, ''])),
    });
    assert.ok(timed(() => image.launches) < 8000);
  });

  it('stages that copy from each other in a ring', () => {
    const image = build({
      Dockerfile: lines(
        'FROM b AS a',
        'COPY --from=b /x /x',
        'FROM a AS b',
        'COPY --from=a /x /x',
        'FROM b',
        'COPY --from=b /x /y',
      ),
      'a.py': '',
    });
    assert.equal(at(image, '/y/a.py'), 'unknown');
  });

  it('COPY . . of 20,000 files costs next to nothing', () => {
    const files: Record<string, string> = {
      Dockerfile: plain('WORKDIR /app', 'COPY . .', 'COPY **/*.txt /texts/', 'CMD ["python", "handler.py"]'),
      'handler.py': '',
      '.dockerignore': '**/*.log\n**/cache\n*\n!data\n!handler.py\n',
    };
    for (let index = 0; index < 20_000; index++) files[`data/${index % 100}/${index}.bin`] = '';
    const image = build(files);
    assert.ok(timed(() => assert.deepEqual(launches(image), ['python /app/handler.py'])) < 500);
    assert.ok(timed(() => placesOf(image, 'data/7/7.bin')) < 500);
    assert.equal(placesOf(image, 'data/7/7.bin'), '/app/data/7/7.bin');
  });
});
