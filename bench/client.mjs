// A language client for measuring: as little work of its own as possible between a message and the clock.

import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';

const TIMEOUT_MS = 30_000;

/**
 * Starts a server on a folder; `spawnedAt` and the times of diagnostics are of one clock. `panel`: asks for what the
 * editor's panel asks for while it is open.
 */
export async function startClient(command, folder, { panel = false } = {}) {
  const spawnedAt = performance.now();
  const child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = new Map();
  let waiter;
  let lastId = 0;

  child.stdout.on('data', framer(receive));
  const rootUri = pathToFileURL(folder).href;
  await request('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'bench' }],
    capabilities: {
      workspace: { workspaceFolders: true },
      textDocument: {
        publishDiagnostics: { versionSupport: true, relatedInformation: true, codeDescriptionSupport: true },
      },
    },
  });
  notify('initialized', {});
  if (panel) await request('runpod/watchReports', { on: true });

  /** Resolves to the arrival of the diagnostics of that version. */
  function diagnosticsOf(uri, version) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no diagnostics of version ${version}`)), TIMEOUT_MS);
      waiter = (params, arrived) => {
        if (params.uri !== uri || params.version !== version) return;
        clearTimeout(timer);
        waiter = undefined;
        resolve({ arrived, count: params.diagnostics.length });
      };
    });
  }

  function receive(message, arrived) {
    if (message.method === 'textDocument/publishDiagnostics') waiter?.(message.params, arrived);
    else if (message.method === 'runpod/reportsChanged') {
      for (const { root } of message.params) void request('runpod/document', { root });
    } else if (message.method !== undefined && message.id !== undefined) send({ id: message.id, result: null });
    else if (message.id !== undefined) answers.get(message.id)?.(message.result);
  }

  function request(method, params) {
    const id = ++lastId;
    return new Promise((resolve) => {
      answers.set(id, resolve);
      send({ id, method, params });
    });
  }

  function notify(method, params) {
    send({ method, params });
  }

  function send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }

  return {
    spawnedAt,
    async open(uri, languageId, text) {
      const answer = diagnosticsOf(uri, 1);
      notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
      return answer;
    },
    /** Resolves to the milliseconds from the edit to its diagnostics. */
    async edit(uri, version, start, end, text) {
      const answer = diagnosticsOf(uri, version);
      const sent = performance.now();
      notify('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start, end }, text }],
      });
      return (await answer).arrived - sent;
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('close', resolve));
      await request('shutdown', null);
      notify('exit');
      await ended;
    },
  };
}

/** Cuts the stream into messages. */
function framer(receive) {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    const arrived = performance.now();
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    for (;;) {
      const headerEnd = rest.indexOf('\r\n\r\n');
      if (headerEnd < 0) return;
      const length = Number(/Content-Length: *(\d+)/i.exec(rest.toString('latin1', 0, headerEnd))?.[1]);
      const end = headerEnd + 4 + length;
      if (rest.length < end) return;
      receive(JSON.parse(rest.toString('utf8', headerEnd + 4, end)), arrived);
      rest = rest.subarray(end);
    }
  };
}
