// Dockerfiles: stages, base images and commands, as written and half-written.

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Docker's variables are written as JavaScript's are

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeSource } from '../server/src/base/source';
import { commandLine, type Docker, isWorkerImage, readDocker } from '../server/src/model/docker';

function read(...lines: readonly string[]): Docker {
  return readDocker(makeSource('file:///worker/Dockerfile', `${lines.join('\n')}\n`));
}

function baseOf(...lines: readonly string[]): string | undefined {
  const { base } = read(...lines);
  return base.known ? base.value : undefined;
}

/** The words of the command, each with the text it stands for. */
function wordsOf(command: Docker['cmd'], docker: Docker): string[] | undefined {
  return command?.words.map(({ value, span }) => {
    const written = docker.source.text.slice(span.start, span.end);
    return written === value ? value : `${value} <${written}>`;
  });
}

describe('base image', () => {
  it('puts in the defaults of ARG', () => {
    assert.equal(baseOf('FROM python:3.11-slim'), 'python:3.11-slim');
    assert.equal(baseOf('ARG TAG=3.11', 'FROM python:${TAG}-slim'), 'python:3.11-slim');
    assert.equal(baseOf('ARG A=python', 'ARG B=$A:3.12', 'FROM --platform=linux/amd64 ${B} AS run'), 'python:3.12');
    assert.equal(baseOf('FROM python:${TAG:-3.10}'), 'python:3.10');
    assert.equal(baseOf('ARG "TAG=3.11"', 'FROM python:$TAG'), 'python:3.11');
  });

  it('is unknown where the text does not tell', () => {
    assert.equal(baseOf('ARG TAG', 'FROM python:$TAG'), undefined);
    assert.equal(baseOf('FROM $BASE'), undefined);
    assert.equal(baseOf('FROM'), undefined);
    assert.equal(baseOf(''), undefined);
    assert.equal(baseOf('ARG A=$A', 'FROM $A'), undefined);
  });

  it('is found through the stages', () => {
    assert.equal(baseOf('FROM a:1 AS one', 'FROM b:1 AS two', 'FROM one'), 'a:1');
    assert.equal(baseOf('FROM a:1 AS one', 'FROM ONE AS two', 'FROM two'), 'a:1');
    assert.equal(baseOf('FROM python AS python', 'RUN x'), 'python');
  });
});

describe('command', () => {
  it('is the last of the final stage', () => {
    const docker = read('FROM a AS one', 'CMD ["one"]', 'FROM b', 'CMD ["two"]', 'CMD ["three", "four"]');
    assert.deepEqual(wordsOf(docker.cmd, docker), ['three <"three">', 'four <"four">']);
    assert.equal(docker.cmd?.form, 'exec');
  });

  it('is inherited from the stage below, but not past an entry point', () => {
    const inherited = read('FROM a AS one', 'CMD ["one"]', 'FROM one', 'COPY . .');
    assert.deepEqual(wordsOf(inherited.cmd, inherited), ['one <"one">']);
    assert.equal(read('FROM a AS one', 'CMD ["one"]', 'FROM one', 'ENTRYPOINT ["x"]').cmd, undefined);
    assert.notEqual(read('FROM a', 'CMD ["one"]', 'ENTRYPOINT ["x"]').cmd, undefined);
  });

  it('is split as a shell splits it, over lines and comments', () => {
    const docker = read('FROM a', 'CMD python -u \\', '  # why', '', '  \'my file.py\' --x="a b" \\\\n');
    assert.equal(docker.cmd?.form, 'shell');
    assert.deepEqual(
      docker.cmd?.words.map(({ value }) => value),
      ['python', '-u', 'my file.py', '--x=a b', '\\n'],
    );
  });

  it('honours the escape directive', () => {
    const docker = read('# escape=`', 'FROM a', 'CMD python `', '  handler.py');
    assert.deepEqual(wordsOf(docker.cmd, docker), ['python', 'handler.py']);
  });

  it('takes what is no JSON array of strings for a shell line', () => {
    for (const line of ["['python', 'a.py']", '["python", 1]', '["python"', '["python",]']) {
      assert.equal(read('FROM a', `CMD ${line}`).cmd?.form, 'shell', line);
    }
    assert.deepEqual(read('FROM a', 'CMD []').cmd?.words, []);
  });

  it('takes a script for the shell apart, with places', () => {
    const docker = read('FROM a', 'CMD ["/bin/bash", "-lc", "cd /app && python -u handler.py"]');
    assert.ok(docker.cmd !== undefined);
    const line = commandLine(docker.cmd);
    assert.ok(line.shell);
    assert.deepEqual(
      line.words.map(({ value, span }) => [value, docker.source.text.slice(span.start, span.end)]),
      ['cd', '/app', '&&', 'python', '-u', 'handler.py'].map((word) => [word, word]),
    );
  });
});

describe('copied files and variables', () => {
  it('are rows', () => {
    const docker = read(
      'FROM a AS build',
      'FROM b',
      'ARG ROOT=/app',
      'ENV HOME_DIR=$ROOT/home EMPTY= QUOTED="two words"',
      'ENV OLD the old form',
      'WORKDIR /app',
      'COPY --from=build --chown=1:1 /x /y ./',
      'ADD ["a file", "/b/"]',
      'COPY --link',
    );
    const { final } = docker;
    assert.ok(final !== undefined);
    assert.deepEqual(
      final.env.map(({ name, value }) => [name, value.known ? value.value : undefined]),
      [
        ['HOME_DIR', '/app/home'],
        ['EMPTY', ''],
        ['QUOTED', 'two words'],
        ['OLD', 'the old form'],
      ],
    );
    assert.deepEqual(
      final.workdirs.map(({ value }) => value),
      ['/app'],
    );
    assert.deepEqual(
      final.copies.map(({ from, sources, target }) => [from, sources.map(({ value }) => value), target?.value]),
      [
        ['build', ['/x', '/y'], './'],
        [undefined, ['a file'], '/b/'],
        [undefined, [], undefined],
      ],
    );
  });
});

describe('reading', () => {
  it('takes every prefix of a file', () => {
    const text =
      '# syntax=docker/dockerfile:1\nARG A=1\nFROM x:${A} AS b\nRUN <<EOF\necho $A\nEOF\nENV K="v w" \\\n  L=2\nCOPY --from=b ["a", "b/"]\nHEALTHCHECK CMD true\nONBUILD CMD ["x"]\nENTRYPOINT ["sh", "-c", "a \\"b\\""]\n';
    for (let end = 0; end <= text.length; end++) {
      const docker = readDocker(makeSource('file:///worker/Dockerfile', text.slice(0, end)));
      for (const { words } of [docker.cmd, docker.entrypoint].filter((command) => command !== undefined)) {
        for (const { span } of words) assert.ok(0 <= span.start && span.start <= span.end && span.end <= end);
      }
    }
  });

  it('leaves a file alone that is too long', () => {
    assert.deepEqual(read('FROM a', `RUN ${'x'.repeat(300_000)}`).stages, []);
  });
});

describe('isWorkerImage', () => {
  it('knows workers and servers by name, with registry, tag or digest', () => {
    for (const image of [
      'runpod/worker-comfyui:5.8.5-base',
      'docker.io/runpod/worker-v1-vllm:v2',
      'timpietruskyblibla/runpod-worker-comfy:3.1.0',
      'vllm/vllm-openai@sha256:0000',
      'ghcr.io/ggml-org/llama.cpp:server-cuda',
      'localhost:5000/ollama/ollama',
    ]) {
      assert.ok(isWorkerImage(image), image);
    }
  });

  it('knows that others are not', () => {
    for (const image of [
      'python:3.11-slim',
      'runpod/base:0.6.3-cuda11.8.0',
      'runpod/pytorch:2.1',
      'nvidia/cuda',
      '',
      ':',
    ]) {
      assert.ok(!isWorkerImage(image), image);
    }
  });
});
