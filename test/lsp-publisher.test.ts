// Which diagnostics are sent when: those of open files at once, those of closed files behind them and only if nothing newer
// has come, and nothing twice.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Report } from '../server/src/engine/report';
import { ENGLISH } from '../server/src/languages/index';
import type { ClientView } from '../server/src/lsp/convert';
import { createDocuments } from '../server/src/lsp/documents';
import { createPublisher } from '../server/src/lsp/publisher';
import { openWorker, uriOf } from './harness/workers';

const VIEW: ClientView = {
  clientUri: (uri) => uri,
  language: ENGLISH,
  relatedInformation: true,
  codeDescription: true,
  data: true,
  explains: false,
};

const HANDLER = `import helper
import runpod


def handler(job):
    exit(1)
    return helper.work(job)


if __name__ == "__main__":
    runpod.serverless.start({"handler": handler})
`;
const HELPER = `def work(job):
    exit(1)
    return job["input"]
`;

async function reportsOf(handler: string, helper: string): Promise<readonly Report[]> {
  const files = new Map([
    ['handler.py', handler],
    ['helper.py', helper],
  ]);
  return (await openWorker(files)).reports();
}

/** A client that has handler.py open, and takes what it is sent when `deliver` says so. */
function connection() {
  const documents = createDocuments();
  documents.open({ uri: uriOf('handler.py'), languageId: 'python', version: 1, text: HANDLER });
  const sent: string[] = [];
  const written: (() => void)[] = [];
  const waiting: (() => void)[] = [];
  const publish = createPublisher(VIEW, documents, {
    send: ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      const exits = diagnostics.filter(({ code }) => code === 'handler-exits-process').length;
      sent.push(`${uri.split('/').at(-1)} ${exits}`);
      return new Promise((resolve) => written.push(resolve));
    },
    soon: (run) => waiting.push(run),
    failed: (error) => assert.fail(String(error)),
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    publish,
    documents,
    /** What was sent since the last time. */
    taken: () => sent.splice(0),
    async deliver() {
      for (const resolve of written.splice(0)) resolve();
      await settle();
      for (const run of waiting.splice(0)) run();
      await settle();
    },
  };
}

test('open files go first, closed files when these are on their way', async () => {
  const { publish, taken, deliver } = connection();
  publish(await reportsOf(HANDLER, HELPER));
  assert.deepEqual(taken(), ['handler.py 1']);
  await deliver();
  assert.deepEqual(taken(), ['helper.py 1']);
});

test('closed files are told of the newest report alone', async () => {
  const { publish, documents, taken, deliver } = connection();
  publish(await reportsOf(HANDLER, HELPER));
  documents.change({ textDocument: { uri: uriOf('handler.py'), version: 2 }, contentChanges: [{ text: HANDLER }] });
  publish(await reportsOf(HANDLER, HELPER.replace('    exit(1)\n', '    exit(1)\n    exit(2)\n')));
  assert.deepEqual(taken(), ['handler.py 1', 'handler.py 1']);
  await deliver();
  assert.deepEqual(taken(), ['helper.py 2']);
});

test('what was told already is not told again, and what is gone is taken back', async () => {
  const { publish, taken, deliver } = connection();
  publish(await reportsOf(HANDLER, HELPER));
  await deliver();
  taken();
  publish(await reportsOf(HANDLER, HELPER));
  await deliver();
  assert.deepEqual(taken(), []);
  publish(await reportsOf(HANDLER, HELPER.replace('    exit(1)\n', '')));
  await deliver();
  assert.deepEqual(taken(), ['helper.py 0']);
});
