// Dockerfiles: stages, base images and commands, as written and half-written.

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Docker's variables are written as JavaScript's are

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeSource } from '../server/src/base/source';
import type { Static } from '../server/src/base/static';
import type { ShellFacts } from '../server/src/facts/shell';
import { commandLine, type Docker, isWorkerImage, readDocker } from '../server/src/model/image/docker';

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

/** The commands of a RUN or of the start, as text. */
function commandsOf(facts: ShellFacts | undefined): string[] | undefined {
  return facts?.commands.map(({ words }) => words.map(({ text }) => text).join(' '));
}

function shown(value: Static<string> | undefined): string | undefined {
  return value?.known === false ? '?' : value?.value;
}

describe('variables', () => {
  function envOf(...lines: readonly string[]): Record<string, string | undefined> {
    const { final } = read(...lines);
    return Object.fromEntries([...(final?.environment ?? [])].map(([name, value]) => [name, shown(value)]));
  }

  it('are put in, with alternatives, escapes and quotes', () => {
    assert.deepEqual(
      envOf(
        'FROM scratch',
        'ARG A=a E= U',
        'ENV B=${A:-x} C=${E:-x} D=${E-x} F=${A:+y} G=${U:-u} H=${N:-n} I=${U+z}',
        `ENV J='$A' K="$A/\\$A" L=\\$A M=\${A}b N=$B`,
        'ENV O=${A#x} P=$U Q=$$ R=a$ S=${G:-${A}} T=$NOBODY',
      ),
      {
        ...{ B: 'a', C: 'x', D: '', F: 'y', G: 'u', H: 'n', I: '' },
        ...{ J: '$A', K: 'a/$A', L: '$A', M: 'ab', N: 'a' },
        ...{ O: '?', P: '?', Q: '?', R: 'a$', S: 'u', T: '?' },
      },
    );
  });

  it('may come from an image that nobody knows', () => {
    assert.deepEqual(envOf('FROM a', 'ENV A=${HOME:-/root} PATH="$PATH:/x" B=${C:+1}'), { A: '?', PATH: '?', B: '?' });
  });

  it('are those of the stages below, without their arguments', () => {
    assert.deepEqual(
      envOf('ARG T=1', 'FROM scratch AS a', 'ARG T X=2', 'ENV A=$T$X', 'FROM a', 'ENV B=$A C=$T D=${X:-no}'),
      { A: '12', B: '12', C: '?', D: 'no' },
    );
    assert.deepEqual(envOf('FROM a', 'ENV A=1 B=$A', 'ENV A=2', 'ENV C=$A', 'ARG A=3', 'ENV D=$A'), {
      ...{ A: '2', B: '?', C: '2', D: '2' },
    });
  });

  it('of the platform are set by Docker', () => {
    assert.deepEqual(envOf('FROM --platform=$TARGETPLATFORM a', 'ARG TARGETARCH', 'ENV A=${TARGETARCH:-x}'), {
      A: '?',
    });
    assert.equal(shown(read('FROM --platform=linux/arm64 a').final?.platform), 'linux/arm64');
    assert.equal(shown(read('FROM --platform=$BUILDPLATFORM a').final?.platform), '?');
    assert.equal(read('FROM a').final?.platform, undefined);
  });

  it('do not grow without end', () => {
    const lines = Array.from({ length: 3000 }, () => 'ENV A=$A$A');
    const { A } = envOf('FROM a', 'ENV A=aaaa', ...lines);
    assert.equal(A, '?');
  });
});

describe('steps', () => {
  it('are in the order of the text', () => {
    const { final } = read('from a', 'workdir /x', 'Run y', 'COPY a b', 'ENV C=1', 'USER me', 'SHELL ["bash", "-c"]');
    assert.deepEqual(
      final?.steps.map(({ kind }) => kind),
      ['workdir', 'run', 'copy', 'variables', 'user', 'shell'],
    );
  });

  it('have their words with variables put in', () => {
    const { final } = read(
      'FROM a',
      'ARG ROOT=/app PORT=8000',
      'WORKDIR $ROOT/src',
      'WORKDIR "${OTHER}"',
      'USER app:app',
      'EXPOSE 80/tcp $PORT',
      'COPY --parents --exclude=*.md --from=b $ROOT/a /$ROOT/',
      'ADD --checksum=x https://example.com/a.tar.gz git@example.com:a/b.git c.tar.gz /x/',
    );
    assert.deepEqual(
      final?.workdirs.map(({ expanded }) => shown(expanded)),
      ['/app/src', '?'],
    );
    assert.equal(shown(final?.users[0]?.expanded), 'app:app');
    assert.deepEqual(
      final?.exposes.map(({ expanded }) => shown(expanded)),
      ['80/tcp', '8000'],
    );
    const [copy, add] = final?.copies ?? [];
    assert.deepEqual(
      [
        copy?.sources.map(({ expanded }) => shown(expanded)),
        shown(copy?.target?.expanded),
        copy?.parents,
        copy?.excludes,
      ],
      [['/app/a'], '//app/', true, ['*.md']],
    );
    assert.deepEqual(
      add?.sources.map(({ remote, unpacked }) => (remote ? 'remote' : unpacked ? 'unpacked' : 'file')),
      ['remote', 'remote', 'unpacked'],
    );
  });

  it('hold files whose text stands in the Dockerfile', () => {
    const docker = read(
      'FROM a',
      'COPY <<EOF /start.sh',
      '# no comment',
      'RUN \\',
      'EOF',
      'COPY <<-"A" b.txt <<B /d/',
      '\tone',
      '\tA',
      'two',
      'B',
      'CMD ["x"]',
    );
    const inline = docker.final?.copies.flatMap((copy) => copy.inline) ?? [];
    assert.deepEqual(
      inline.map(({ name, text }) => [name, text.text]),
      [
        ['EOF', '# no comment\nRUN \\\n'],
        ['A', 'one\n'],
        ['B', 'two\n'],
      ],
    );
    for (const { text } of inline) {
      assert.equal(text.offsets.map((at) => docker.source.text[at]).join(''), text.text);
    }
    assert.deepEqual(
      docker.final?.copies.map(({ sources, target }) => [sources.map(({ value }) => value), target?.value]),
      [
        [[], '/start.sh'],
        [['b.txt'], '/d/'],
      ],
    );
    assert.deepEqual(wordsOf(docker.cmd, docker), ['x <"x">']);
  });

  it('keep what is said of health and of images built on it', () => {
    const { final } = read('FROM a', 'HEALTHCHECK --interval=5s CMD curl x || exit 1', 'ONBUILD copy . .');
    assert.deepEqual([final?.healthcheck?.form, final?.healthcheck?.text.text], ['shell', 'curl x || exit 1']);
    assert.deepEqual(
      final?.onbuild.map(({ keyword }) => keyword),
      ['COPY'],
    );
    assert.deepEqual(read('FROM a', 'HEALTHCHECK NONE').final?.healthcheck?.words, []);
  });
});

describe('what is run', () => {
  it('is a line, words or a script', () => {
    const docker = read(
      'FROM a',
      'ARG V=1.7',
      'RUN --mount=type=cache,target=/c \\',
      '    # why',
      '',
      '    pip install "runpod==$V" && \\',
      '    pip install torch',
      'RUN ["pip", "install", "$V"]',
      'RUN <<EOF',
      'pip install a # b',
      'cd /x',
      'EOF',
      'RUN <<EOF',
      '#!/usr/bin/env python3',
      'import os',
      'EOF',
      "RUN python3 - <<EOF && cat <<-'B' > /start.sh",
      'import os',
      'EOF',
      '\texec $A',
      'B',
    );
    const runs = docker.final?.runs ?? [];
    assert.deepEqual(
      runs.map(({ form, facts }) => [form, facts.whole, commandsOf(facts)]),
      [
        ['shell', true, ['pip install runpod==1.7', 'pip install torch']],
        ['exec', true, ['pip install $V']],
        ['heredoc', true, ['pip install a', 'cd /x']],
        ['heredoc', false, []],
        ['shell', true, ['python3 -', 'cat']],
      ],
    );
    assert.deepEqual(
      runs[0]?.flags.map(({ value }) => value),
      ['--mount=type=cache,target=/c'],
    );
    assert.deepEqual(
      runs[0]?.facts.commands.flatMap(({ words }) =>
        words.map(({ span: { start, end } }) => docker.source.text.slice(start, end)),
      ),
      ['pip', 'install', '"runpod==$V"', 'pip', 'install', 'torch'],
    );
    assert.equal(runs[4]?.facts.writes[0]?.content?.text, 'exec $A\n');
  });

  it('starts with the entry point and the command together', () => {
    const started = (...lines: readonly string[]) => commandsOf(read('FROM a', ...lines).start);
    assert.deepEqual(started('ENTRYPOINT ["tini", "--"]', 'CMD ["python", "a.py"]'), ['python a.py']);
    assert.deepEqual(started('ENTRYPOINT ["python"]', 'CMD ["a.py"]'), ['python a.py']);
    assert.deepEqual(started('ENTRYPOINT x', 'CMD ["a.py"]'), ['x']);
    assert.deepEqual(started('ENTRYPOINT []', 'CMD cd /x && y'), ['cd /x', 'y']);
    assert.deepEqual(started('ENV A=1', 'CMD y $A $B'), ['y 1 \ufffc']);
    assert.equal(started('RUN x'), undefined);
    const shell = read('FROM a', 'ENTRYPOINT ["/e.sh"]', 'CMD cd /x; y');
    assert.deepEqual(commandsOf(shell.start), ['/e.sh /bin/sh -c cd /x; y']);
    const behindTini = read('FROM a', 'ENTRYPOINT ["tini", "--"]', 'CMD cd /x; exec y');
    assert.deepEqual(commandsOf(behindTini.start?.commands[0]?.script), ['cd /x', 'y']);
  });

  it('has exact places in strings with escapes', () => {
    const docker = read('FROM a', 'CMD ["sh", "-c", "python \\"a b.py\\" --x \\u0041 y"]');
    assert.deepEqual(
      docker.start?.commands[0]?.script?.commands[0]?.words.map(({ text, span: { start, end } }) => [
        text,
        docker.source.text.slice(start, end),
      ]),
      [
        ['python', 'python'],
        ['a b.py', '"a b.py\\"'],
        ['--x', '--x'],
        ['A', '1'],
        ['y', 'y'],
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
      for (const { span } of docker.stages.flatMap((stage) => stage.steps)) assert.ok(span.end <= end);
      for (const { span } of docker.start?.commands ?? []) assert.ok(span.start <= span.end && span.end <= end);
      for (const { words } of [docker.cmd, docker.entrypoint].filter((command) => command !== undefined)) {
        for (const { span } of words) assert.ok(0 <= span.start && span.start <= span.end && span.end <= end);
      }
    }
  });

  it('reads Windows line ends, a byte order mark and small letters as others do', () => {
    const text = 'from a as b\nrun x \\\n # why\n  y\ncopy <<E /a\nz\nE\nfrom b\ncmd ["x", "y"]\n';
    const read = (written: string) => readDocker(makeSource('file:///worker/Dockerfile', written));
    const [plain, windows] = [read(text), read(`\ufeff${text.replaceAll('\n', '\r\n')}`)];
    for (const docker of [plain, windows]) {
      assert.equal(docker.lineage.length, 2);
      assert.deepEqual(commandsOf(docker.stages[0]?.runs[0]?.facts), ['x y']);
      assert.equal(docker.stages[0]?.copies[0]?.inline[0]?.text.text, 'z\n');
      assert.deepEqual(commandsOf(docker.start), ['x y']);
    }
  });

  it('leaves a file alone that is too long or has too many stages', () => {
    assert.deepEqual(read(...Array.from({ length: 300 }, () => 'FROM a')).stages, []);
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
