// The parsers' WebAssembly from beside the bundle, where the build puts it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from '../engine/session';
import { createSession } from '../engine/session';
import { loadPythonParser } from '../syntax/python';

export async function loadSession(): Promise<Session> {
  const python = await loadPythonParser({
    core: readFileSync(join(__dirname, 'web-tree-sitter.wasm')),
    grammar: readFileSync(join(__dirname, 'tree-sitter-python.wasm')),
  });
  return createSession({ python, now: () => performance.now() });
}
