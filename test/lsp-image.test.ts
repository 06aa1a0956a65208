// Hover, definition and completion in the Dockerfile and in requirements, over stdio.

import assert from 'node:assert/strict';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import type { Location } from 'vscode-languageserver/node';
import { EDITOR, startClient, uriOf, worker } from './lsp-client';
import { Typist } from './lsp-typist';

const DOCKERFILE = `FROM nvidia/cuda:12.8.1-runtime-ubuntu22.04 AS base
FROM base
WORKDIR /app
COPY *.txt ./
RUN pip install -r requirements.txt
COPY handler.py start.sh ./
COPY --from=base /etc/hosts /hosts
CMD ["bash", "start.sh"]
`;

const FILES = {
  'handler.py': `import runpod
from helper import work
from tools.more import extra


def handler(job):
    return {"text": work(job["input"]["text"]), "extra": extra()}


if __name__ == "__main__":
    runpod.serverless.start({"handler": handler})
`,
  'helper.py': 'def work(text):\n    return text\n',
  'tools/__init__.py': '',
  'tools/more.py': 'def extra():\n    return 1\n',
  'tools/a b.txt': '',
  'requirements.txt': 'runpod>=1.10.1\n-c constraints.txt\nnumpy\nnumpy # again\n',
  'constraints.txt': 'numpy<2\n',
  'start.sh': '#!/bin/bash\npython3 -u handler.py\n',
  Dockerfile: DOCKERFILE,
};

test('Dockerfile and requirements', async (t) => {
  const folder = worker(FILES, t.after.bind(t));
  const client = await startClient(t.after.bind(t), { folders: [folder], capabilities: EDITOR });
  const open = (path: keyof typeof FILES) => {
    const file = join(folder, path);
    client.open(file, FILES[path]);
    return new Typist(client, file);
  };
  const typist = open('Dockerfile');
  const requirements = open('requirements.txt');
  const definition = async (path: keyof typeof FILES, at: Typist): Promise<string[]> => {
    const found: Location[] = await client.connection.sendRequest('textDocument/definition', {
      textDocument: { uri: uriOf(join(folder, path)) },
      position: at.position(),
    });
    return found.map(({ uri }) => basename(uri)).sort();
  };

  await t.test('hover on a base image', async () => {
    const about = await typist.at('nvidia/cu|da').hover();
    assert.match(about, /Base image `nvidia\/cuda`, `12\.8\.1-runtime-ubuntu22\.04`/);
    assert.match(about, /CUDA 12\.8: starts on hosts with this version or a newer one/);
    assert.equal(await typist.at('FROM ba|se').hover(), '', 'an earlier stage');
    assert.equal(await typist.at('WORK|DIR').hover(), '');
  });

  await t.test('hover on a requirement', async () => {
    assert.match(await requirements.at('run|pod').hover(), /Package `runpod`, `>=1\.10\.1`/);
    assert.match(await requirements.at('num|py #').hover(), /Package `numpy`, `<2`/);
  });

  await t.test('from COPY and commands to the files that they name', async () => {
    assert.deepEqual(await definition('Dockerfile', typist.at('COPY hand|ler.py')), ['handler.py']);
    assert.deepEqual(await definition('Dockerfile', typist.at('COPY |*.txt')), ['constraints.txt', 'requirements.txt']);
    assert.deepEqual(await definition('Dockerfile', typist.at('/etc/ho|sts')), []);
    const script = open('start.sh');
    assert.deepEqual(await definition('start.sh', script.at('hand|ler.py')), ['handler.py']);
  });

  await t.test('COPY is offered what is imported and missing before all else', async () => {
    typist
      .at('/hosts\n|CMD')
      .type('\n')
      .move(typist.text.indexOf('CMD') - 1);
    assert.deepEqual(await typist.labels(), ['COPY helper.py', 'COPY tools/more.py']);
    typist.type('COPY ');
    const items = await typist.items();
    assert.deepEqual(
      items.slice(0, 3).map(({ label }) => label),
      ['helper.py', 'tools/more.py', 'Dockerfile'],
    );
    assert.equal(items[0]?.detail, 'imported, and not in the image');
    typist.type('tools/');
    assert.deepEqual(await typist.labels('/'), ['tools/more.py', 'tools/__init__.py']);
    await typist.take('tools/more.py');
    assert.match(typist.text, /\nCOPY tools\/more\.py\nCMD/);
    typist.at('/hosts|').type('\nCOPY --from=base ');
    assert.deepEqual(await typist.labels(), []);
    assert.deepEqual(await typist.at('RUN pip |').labels(), []);
  });

  await t.test('what was copied is no longer offered as missing', async () => {
    typist.at('COPY tools/more.py|').type(' ./tools/\nCOPY helper.py ./\n').type('CO');
    assert.deepEqual(await typist.labels(), []);
  });
});
