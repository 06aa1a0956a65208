// Makes the rules' part of the manifest: a property for each in the setting that turns rules off, and its words in every
// language of package.nls*.json. What people write in those files stays as it is. Called by gen.mjs, which writes them.

import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bundleForScripts } from './build.mjs';
import { ROOT } from './setup.mjs';

const SEVERITIES = ['off', 'hint', 'info', 'warning', 'error'];
const RULES_SETTING = 'runpodCompliance.rules';
const RULE_KEY = 'rule.';

const ENGLISH = {
  severities: { error: 'error', warning: 'warning', info: 'information', hint: 'hint' },
  inHub: (severity) => `; in the profile hub: ${severity}`,
  strictOnly: 'only in the profile strict',
  byDefault: (what) => `Default: ${what}.`,
};

const POLISH = {
  severities: { error: 'błąd', warning: 'ostrzeżenie', info: 'informacja', hint: 'wskazówka' },
  inHub: (severity) => `; w profilu hub: ${severity}`,
  strictOnly: 'tylko w profilu strict',
  byDefault: (what) => `Domyślnie: ${what}.`,
};

/** The manifest and its words as values, by path. */
export async function generateManifest(metas) {
  const polish = await loadPolish();
  return {
    'package.json': manifest(metas),
    'package.nls.json': withRules('package.nls.json', metas, ENGLISH, (summary) => summary),
    'package.nls.pl.json': withRules('package.nls.pl.json', metas, POLISH, (summary) => polish[summary] ?? summary),
  };
}

/** A rule's severity, such as "hint; in the profile hub: error". */
export function severityPhrase({ severity, hubSeverity, profile }, words = ENGLISH) {
  const usual =
    words.severities[severity] + (hubSeverity === undefined ? '' : words.inHub(words.severities[hubSeverity]));
  return profile === undefined ? usual : `${usual}, ${words.strictOnly}`;
}

function manifest(metas) {
  const json = readJson('package.json');
  const sections = [json.contributes?.configuration ?? []].flat();
  const setting = sections.map(({ properties }) => properties[RULES_SETTING]).find((found) => found !== undefined);
  if (setting === undefined) throw new Error(`package.json contributes no setting ${RULES_SETTING}.`);
  // Without a type the settings editor has no row for it, only the way to settings.json.
  setting.properties = Object.fromEntries(
    metas.map(({ id }) => [id, { type: 'string', enum: SEVERITIES, description: `%${RULE_KEY}${id}%` }]),
  );
  return json;
}

function withRules(path, metas, words, summaryOf) {
  const written = Object.entries(readJson(path)).filter(([key]) => !key.startsWith(RULE_KEY));
  const rules = metas.map((meta) => [
    RULE_KEY + meta.id,
    `${summaryOf(meta.summary)} ${words.byDefault(severityPhrase(meta, words))}`,
  ]);
  return Object.fromEntries([...written, ...rules]);
}

async function loadPolish() {
  const bundle = join(ROOT, '.build/gen/polish.cjs');
  await bundleForScripts("export { polish } from './server/src/languages/pl/index';", bundle);
  const { polish } = createRequire(import.meta.url)(bundle);
  rmSync(bundle);
  return polish;
}

function readJson(path) {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}
