// Bundles the product into dist with esbuild, and on request the tests into .build. Type-checking is the tests' business.
// Usage: node scripts/build.mjs [--production] [--partial] [--host-tests]

import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { BUILD_STAMP, ROOT } from './setup.mjs';

const NODE = { platform: 'node', format: 'cjs', target: 'node20' };

const BUNDLES = [
  { entry: 'server/src/main/cli.ts', out: 'dist/cli.js', ...NODE, banner: { js: '#!/usr/bin/env node' } },
  { entry: 'server/src/main/server.node.ts', out: 'dist/server.js', ...NODE },
  { entry: 'server/src/main/json.node.ts', out: 'dist/json.js', ...NODE },
  { entry: 'client/src/extension.ts', out: 'dist/extension.js', ...NODE, external: ['vscode'] },
  { entry: 'client/src/main.node.ts', out: 'dist/client.js', ...NODE, external: ['vscode'] },
  {
    entry: 'client/src/webview/main.ts',
    out: 'dist/webview.js',
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
  },
  { entry: 'client/src/webview/panel.css', out: 'dist/panel.css', target: 'chrome124', loader: { '.css': 'css' } },
];

/** Modules that a run may not need, each a bundle of its own that is loaded when it is asked for. */
const CHUNKS = [
  {
    imported: /\/main\/cli\.ts$/,
    as: './commands',
    entry: 'server/src/main/commands.ts',
    out: 'dist/commands.js',
    ...NODE,
  },
  {
    imported: /\/languages\/index\.ts$/,
    as: './pl',
    entry: 'server/src/languages/pl/index.ts',
    out: 'dist/polish.js',
    ...NODE,
  },
  {
    imported: /\/languages\/index\.ts$/,
    as: './pl/pages',
    entry: 'server/src/languages/pl/pages/index.ts',
    out: 'dist/polish-pages.js',
    ...NODE,
  },
  {
    imported: /\/main\/repositories\.node\.ts$/,
    as: './git.node',
    entry: 'server/src/main/git.node.ts',
    out: 'dist/git.js',
    ...NODE,
  },
  {
    imported: /\/syntax\/yaml\.ts$/,
    as: 'yaml',
    entry: 'node_modules/yaml/dist/index.js',
    out: 'dist/yaml.js',
    ...NODE,
  },
];

const HOST_TESTS = {
  entry: 'test/host/index.ts',
  out: '.build/test-host/index.js',
  ...NODE,
  external: ['vscode', 'mocha'],
};

const WASM = [
  { from: 'node_modules/web-tree-sitter/web-tree-sitter.wasm', to: 'dist/web-tree-sitter.wasm' },
  { from: 'node_modules/tree-sitter-python/tree-sitter-python.wasm', to: 'dist/tree-sitter-python.wasm' },
];

/**
 * `production` minifies and leaves source maps out; `partial` leaves missing entry files out instead of failing;
 * `hostTests` adds the suite that runs inside VS Code.
 */
export async function build({ production = false, partial = false, hostTests = false } = {}) {
  const wanted = [...BUNDLES, ...CHUNKS, ...(hostTests ? [HOST_TESTS] : [])];
  const missing = wanted.filter(({ entry }) => !existsSync(join(ROOT, entry)));
  if (missing.length > 0) {
    const names = missing.map(({ entry }) => entry).join(', ');
    if (!partial) throw new Error(`Nothing to build from: ${names} is missing. --partial builds the rest.`);
    console.error(`Left out, since its entry is missing: ${names}`);
  }
  const bundles = wanted.filter((bundle) => !missing.includes(bundle));

  rmSync(join(ROOT, BUILD_STAMP), { force: true });
  if (production) rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  await Promise.all(bundles.map((bundle) => esbuild.build(optionsFor(bundle, production))));
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  for (const { from, to } of WASM) copyFileSync(join(ROOT, from), join(ROOT, to));
  if (existsSync(join(ROOT, 'dist/cli.js'))) chmodSync(join(ROOT, 'dist/cli.js'), 0o755);

  const outputs = [...[...BUNDLES, ...CHUNKS].map(({ out }) => out), ...WASM.map(({ to }) => to)];
  mkdirSync(join(ROOT, '.build'), { recursive: true });
  writeFileSync(join(ROOT, BUILD_STAMP), `${JSON.stringify({ outputs })}\n`);
}

/** Bundles test files for Node's test runner. Packages stay outside: they are at hand, and tests are never shipped. */
export async function buildTests(sources, folder) {
  await esbuild.build({
    ...COMMON,
    ...NODE,
    entryPoints: sources,
    outbase: 'test',
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    packages: 'external',
    sourcemap: true,
  });
}

/** Bundles a piece of TypeScript, given as text, for a script that is about to load it. */
export async function bundleForScripts(contents, outfile) {
  await esbuild.build({
    ...COMMON,
    ...NODE,
    stdin: { contents, resolveDir: ROOT, loader: 'ts' },
    outfile,
    packages: 'external',
  });
}

/** What the product's bundles and the tests share. */
const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  logLevel: 'warning',
  // The ESM build that esbuild would choose reads import.meta.url, which is undefined in a CommonJS bundle.
  alias: { 'web-tree-sitter': join(ROOT, 'node_modules/web-tree-sitter/web-tree-sitter.cjs') },
  // The report's style is a part of the files that it is written to.
  loader: { '.css': 'text' },
  define: { __VERSION__: JSON.stringify(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version) },
};

/** Leaves the modules of `CHUNKS` out of the bundles that load them. */
const APART = {
  name: 'chunks',
  setup({ onResolve }) {
    for (const { imported, as, out } of CHUNKS) {
      const filter = new RegExp(`^${as.replaceAll('.', '\\.')}$`);
      onResolve({ filter }, ({ importer }) =>
        imported.test(importer.replaceAll('\\', '/')) ? { path: `./${basename(out)}`, external: true } : undefined,
      );
    }
  },
};

function optionsFor({ entry, out, imported, as, ...bundle }, production) {
  return {
    ...COMMON,
    plugins: [APART],
    entryPoints: [entry],
    outfile: out,
    minify: production,
    sourcemap: !production,
    legalComments: 'none',
    // jsonc-parser's `main` is a UMD wrapper that no bundler can follow; its `module` can be.
    mainFields: bundle.platform === 'node' ? ['module', 'main'] : ['browser', 'module', 'main'],
    ...bundle,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const known = new Map([
    ['--production', 'production'],
    ['--partial', 'partial'],
    ['--host-tests', 'hostTests'],
  ]);
  const options = {};
  for (const argument of process.argv.slice(2)) {
    const name = known.get(argument);
    if (name === undefined) {
      console.error(`Unknown option ${argument}. Known: ${[...known.keys()].join(', ')}.`);
      process.exit(2);
    }
    options[name] = true;
  }
  try {
    await build(options);
  } catch (error) {
    // esbuild has printed its own errors.
    if (!('errors' in error)) console.error(error.message);
    process.exitCode = 1;
  }
}
