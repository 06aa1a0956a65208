// `npm run check -- PATH`: the command line of the sources as they are, built first when they have changed.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ROOT } from './setup.mjs';

await ensureBuilt();
// npm runs scripts in the package's folder; paths were meant from where the user called it.
const cwd = process.env.INIT_CWD ?? process.cwd();
const { status, error } = spawnSync(process.execPath, [join(ROOT, 'dist/cli.js'), 'check', ...process.argv.slice(2)], {
  cwd,
  stdio: 'inherit',
});
if (error) console.error(error.message);
process.exitCode = status ?? 1;
