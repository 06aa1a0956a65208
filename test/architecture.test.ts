// Holds the layers of docs/architecture.md: a folder imports only what its row allows. Reads the import statements of the
// sources; what the code does with them is the type checker's business.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { describe, it } from 'node:test';
import { inRoot } from './harness/root';

interface Row {
  /** Layers of the server that may be imported, beside the folder itself. */
  readonly layers: readonly string[];
  /** Layers of which only types may be imported. */
  readonly types?: readonly string[];
  /** Packages from npm. */
  readonly packages?: readonly string[];
  readonly node?: boolean;
}

const CORE = ['base', 'knowledge', 'syntax', 'facts', 'edits', 'model', 'rules', 'engine'];

const SERVER: Readonly<Record<string, Row>> = {
  base: { layers: [] },
  languages: { layers: ['base'] },
  knowledge: { layers: ['base'] },
  syntax: {
    layers: ['base'],
    packages: [
      'web-tree-sitter',
      'jsonc-parser',
      'dockerfile-ast',
      'unbash',
      'yaml',
      'smol-toml',
      '@renovatebot/pep440',
    ],
  },
  facts: { layers: ['base', 'syntax'] },
  edits: { layers: ['base', 'syntax'] },
  model: { layers: ['base', 'knowledge', 'facts'], types: ['syntax'] },
  rules: { layers: ['base', 'knowledge', 'model', 'edits'], types: ['facts', 'syntax'] },
  engine: { layers: CORE },
  features: { layers: CORE },
  report: { layers: [...CORE, 'languages'], types: ['features'] },
  lsp: {
    layers: [...CORE, 'languages', 'features', 'report'],
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument', 'vscode-json-languageservice'],
  },
  main: {
    layers: [...CORE, 'languages', 'features', 'report', 'lsp'],
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument', 'vscode-json-languageservice', 'ignore'],
    node: true,
  },
};

/** The client may use Node and VS Code; of the server it knows the protocol alone. */
const CLIENT_PACKAGES = ['vscode', 'vscode-languageclient'];
const CLIENT_MAY_IMPORT = 'server/src/lsp/protocol';

interface Import {
  readonly file: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

/** A statement that imports or exports from a module, or a call of import() or require() with a literal. */
const STATEMENT = /^(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const CALL = /\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g;

function importsOf(file: string): Import[] {
  const text = readFileSync(inRoot(file), 'utf8');
  const statements = [...text.matchAll(STATEMENT)].map(([, type, specifier = '']) => ({
    file,
    specifier,
    typeOnly: type !== undefined,
  }));
  const calls = [...text.matchAll(CALL)].map(([, specifier = '']) => ({ file, specifier, typeOnly: false }));
  return [...statements, ...calls];
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join(folder, path.replaceAll('\\', '/')))
    .filter((path) => path.endsWith('.ts'));
}

/** The path of a relative import from the project's root; undefined for a package. */
function target({ file, specifier }: Import): string | undefined {
  return specifier.startsWith('.') ? posix.join(dirname(file), specifier) : undefined;
}

function packageOf(specifier: string): string {
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

function isNode(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(packageOf(specifier));
}

function forbiddenIn(layer: string, row: Row): string[] {
  return sourcesBelow(join('server/src', layer))
    .flatMap(importsOf)
    .filter((entry) => !isAllowed(layer, row, entry))
    .map(({ file, specifier, typeOnly }) => `${file} imports ${typeOnly ? 'types of ' : ''}${specifier}`);
}

function isAllowed(layer: string, row: Row, entry: Import): boolean {
  const path = target(entry);
  if (path === undefined) {
    if (isNode(entry.specifier)) return row.node === true;
    return row.packages?.includes(packageOf(entry.specifier)) === true;
  }
  const [server, src, imported = ''] = path.split('/');
  if (server !== 'server' || src !== 'src') return false;
  if (imported === layer || row.layers.includes(imported)) return true;
  return entry.typeOnly && row.types?.includes(imported) === true;
}

describe('architecture', () => {
  it('has a row for every folder of the server', () => {
    const folders = readdirSync(inRoot('server/src'), { withFileTypes: true }).map(({ name }) => name);
    assert.deepEqual(
      folders.filter((name) => !(name in SERVER)),
      [],
    );
  });

  for (const [layer, row] of Object.entries(SERVER)) {
    it(`${layer} imports only what its row allows`, () => {
      assert.deepEqual(forbiddenIn(layer, row), []);
    });
  }

  it('no parser node leaves syntax: web-tree-sitter is imported there alone', () => {
    const others = sourcesBelow('server/src').filter((file) => !file.startsWith('server/src/syntax/'));
    assert.deepEqual(
      others.flatMap(importsOf).filter(({ specifier }) => specifier === 'web-tree-sitter'),
      [],
    );
  });

  it('the client imports of the server only the protocol', () => {
    const forbidden = sourcesBelow('client/src')
      .flatMap(importsOf)
      .filter((entry) => {
        const path = target(entry);
        if (path !== undefined) return !path.startsWith('client/') && path !== CLIENT_MAY_IMPORT;
        return !isNode(entry.specifier) && !CLIENT_PACKAGES.includes(packageOf(entry.specifier));
      });
    assert.deepEqual(forbidden, []);
  });

  it('the webview runs in a browser: it imports neither Node nor VS Code', () => {
    const forbidden = sourcesBelow('client/src/webview')
      .flatMap(importsOf)
      .filter((entry) => target(entry) === undefined);
    assert.deepEqual(forbidden, []);
  });
});
