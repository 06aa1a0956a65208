// Each bundle loads where it runs, and brings everything it needs. The extension's bundles run in the VS Code suite;
// here it is shown that they ask for nothing that VS Code does not have.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { describe, it } from 'node:test';
import { inRoot, ROOT } from './harness/root';

const NODE_BUNDLES = [
  'cli.js',
  'commands.js',
  'server.js',
  'json.js',
  'git.js',
  'polish.js',
  'polish-pages.js',
  'yaml.js',
  'extension.js',
  'client.js',
];
const INSIDE_VSCODE = ['extension.js', 'client.js'];
const REQUIRED = /\brequire\("([^"]+)"\)/g;

/** V8 then has no WebAssembly at all. */
const NO_WASM = '--no-expose-wasm';

function bundle(name: string): string {
  return readFileSync(inRoot(`dist/${name}`), 'utf8');
}

function runCli(args: readonly string[], flags: readonly string[] = []) {
  return spawnSync(process.execPath, [...flags, inRoot('dist/cli.js'), ...args], { cwd: ROOT, encoding: 'utf8' });
}

describe('bundles', () => {
  for (const name of NODE_BUNDLES) {
    it(`${name} requires nothing that is not there`, () => {
      const required = [...bundle(name).matchAll(REQUIRED)].map(([, module = '']) => module);
      const present = (module: string) =>
        module.startsWith('node:') ||
        builtinModules.includes(module) ||
        (module === 'vscode' && INSIDE_VSCODE.includes(name)) ||
        (module.startsWith('./') && NODE_BUNDLES.includes(module.slice(2)));
      assert.deepEqual(
        required.filter((module) => !present(module)),
        [],
      );
    });
  }

  it('webview.js requires nothing and knows no Node', () => {
    assert.doesNotMatch(bundle('webview.js'), /\brequire\(|\bprocess\.|\b__dirname\b/);
  });

  it('the command line helps and lists its rules without the parser', () => {
    for (const args of [['--help'], ['rules']]) {
      const { status, stdout, stderr } = runCli(args, [NO_WASM]);
      assert.equal(status, 0, stderr);
      assert.notEqual(stdout, '');
    }
  });

  it('the command line cannot check without the parser, so the test above means something', () => {
    assert.equal(runCli(['check', 'examples/clean'], [NO_WASM]).status, 3);
  });

  it('the server answers over stdio and ends when told to', async () => {
    const server = spawn(process.execPath, [inRoot('dist/server.js'), '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let output = '';
    server.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
    const ended = new Promise<number | null>((resolve) => server.on('close', resolve));
    const messages = [
      { jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } },
      { jsonrpc: '2.0', method: 'initialized', params: {} },
      { jsonrpc: '2.0', id: 2, method: 'shutdown' },
      { jsonrpc: '2.0', method: 'exit' },
    ];
    for (const message of messages) {
      const body = JSON.stringify(message);
      server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    }
    assert.equal(await ended, 0);
    assert.match(output, /"id":1,"result":\{.*"capabilities"/);
  });

  it('nothing in dist names a folder of the machine that built it', () => {
    const telling = readdirSync(inRoot('dist')).filter((name) =>
      readFileSync(inRoot(`dist/${name}`), 'utf8').includes(ROOT),
    );
    assert.deepEqual(telling, []);
  });
});
