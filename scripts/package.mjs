// `npm run package`: the .vsix in artifacts. Dependencies are inside the bundles, so vsce looks at none.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, ROOT } from './setup.mjs';

ensureInstalled();
const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const vsix = `artifacts/${name}-${version}.vsix`;
mkdirSync(join(ROOT, 'artifacts'), { recursive: true });

// vsce itself runs the script vscode:prepublish, which builds for production.
const vsce = 'node_modules/@vscode/vsce/vsce';
// The project has no public address yet, against which the README's relative links could be rewritten.
const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
const { status } = spawnSync(process.execPath, [vsce, 'package', ...options, '--out', vsix], {
  cwd: ROOT,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
