// The language server as a process: the transport that its arguments name (--stdio, --node-ipc…), the disk, the parsers.

import { createRequire } from 'node:module';
import type { Connection } from 'vscode-languageserver/node';
import type { Uri } from '../base/uri';
import type { ServerHost } from '../lsp/server';
import type { FileAccess } from '../lsp/workspace';
import { listFiles, NEARBY_REACH, type Remark, readText, WORKSPACE_REACH } from './files.node';
import type * as JsonBundle from './json.node';
import { rulePage } from './packed.node';
import { loadSession } from './parsers.node';
import { isFileUri, pathOfUri, uriOfPath } from './paths.node';
import { readRepositories } from './repositories.node';
import { today } from './today';

// The parsers first: they are compiled on other threads while the protocol library, which is large, is loaded here.
const session = loadSession();
// Who waits for it says so; until then a failure is nobody's unhandled one.
session.catch(() => undefined);

const whenLoaded = Promise.all([import('vscode-languageserver/node'), import('../lsp/server')]);
whenLoaded.then(([{ createConnection }, { startServer }]) => {
  const connection = createConnection();
  startServer(connection, {
    files: filesFor(connection),
    session,
    soon: setImmediate,
    json,
    repositories: readRepositories,
    page: rulePage,
    today,
  });
  connection.listen();
});

/** A bundle of its own, asked for by its path at run time, so that the bundler leaves it where it is. */
const json: ServerHost['json'] = async (spoken, client) => {
  const bundle: typeof JsonBundle = createRequire(__filename)('./json.js');
  return bundle.createJsonService(spoken, client);
};

function filesFor(connection: Connection): FileAccess {
  const logged = new Set<string>();

  /** Once for each file and problem: lists and readings come again and again. */
  function log({ path, problem }: Remark): void {
    const line = `${path}: ${problem}`;
    if (logged.has(line)) return;
    logged.add(line);
    connection.console.warn(line);
  }

  return {
    list: async (root, reach): Promise<readonly Uri[]> => {
      if (!isFileUri(root)) return [];
      const { paths, remarks } = listFiles(pathOfUri(root), reach === 'workspace' ? WORKSPACE_REACH : NEARBY_REACH);
      remarks.forEach(log);
      return paths.map(uriOfPath);
    },
    read: async (uri) => {
      if (!isFileUri(uri)) return undefined;
      const path = pathOfUri(uri);
      const reading = readText(path);
      if ('text' in reading) return reading.text;
      log({ path, problem: reading.problem });
      return undefined;
    },
  };
}
