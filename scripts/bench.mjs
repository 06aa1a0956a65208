// `npm run bench`: builds what is shipped, minified, then measures it (bench/run.mjs).
// Usage: node scripts/bench.mjs [--quick | --samples FOLDER]

import { ensureInstalled } from './setup.mjs';

const [option, folder, ...rest] = process.argv.slice(2);
const isKnown = option === undefined || (option === '--quick' && folder === undefined) || option === '--samples';
if (!isKnown || rest.length > 0 || (option === '--samples' && folder === undefined)) {
  console.error('Usage: npm run bench [-- --quick | --samples FOLDER]. --samples only writes the measured files.');
  process.exit(2);
}

const { bench, writeSamples } = await import('../bench/run.mjs');
if (option === '--samples') {
  writeSamples(folder);
} else {
  ensureInstalled();
  const { build } = await import('./build.mjs');
  await build({ production: true });
  process.exitCode = (await bench({ quick: option === '--quick' })) ? 0 : 1;
}
