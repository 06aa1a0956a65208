// The manifest against what it names: activation, commands, menus, words, settings, files. What the snippets give:
// snippets.test.ts; the words in other languages: l10n.test.ts.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, it } from 'node:test';
import { PANEL_TYPE } from '../client/src/identity';
import { HANDLER_PATHS, LISTING_PATHS } from '../client/src/known-paths';
import { METAS } from '../server/src/rules/index';
import { commandsOnActivation } from './harness/activation';
import { inRoot } from './harness/root';

interface Setting {
  readonly order: number;
  readonly scope: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly enumItemLabels?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly properties?: Readonly<Record<string, unknown>>;
}

interface MenuItem {
  readonly command: string;
  readonly when?: string;
}

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly svg: string };
  readonly completionEvents: readonly string[];
}

interface Manifest {
  readonly main: string;
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly grammars: readonly { readonly path: string }[];
    readonly jsonValidation: readonly { readonly url: string }[];
    readonly snippets: readonly { readonly language: string; readonly path: string }[];
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string; readonly when: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>> & { readonly commandPalette: readonly MenuItem[] };
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
  };
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(inRoot(path), 'utf8')) as T;
}

const manifest = readJson<Manifest>('package.json');
const words = readJson<Readonly<Record<string, string>>>('package.nls.json');
const { commands, configuration, menus, views, viewsContainers, viewsWelcome, walkthroughs } = manifest.contributes;

const COMMANDS = commands.map(({ command }) => command);
const SETTINGS = Object.entries(configuration.properties);
const VIEWS = Object.values(views)
  .flat()
  .map(({ id }) => id);
const STEPS = walkthroughs.flatMap(({ steps }) => steps);

/** All that is written for people or for the editor in the client and in the part of the server that knows editors. */
const SOURCES = ['client/src', 'server/src/lsp']
  .flatMap((folder) =>
    readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' }).map((path) => inRoot(`${folder}/${path}`)),
  )
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

function isSaid(name: string): boolean {
  return SOURCES.includes(`'${name}'`) || SOURCES.includes(`\`${name}\``);
}

/** Commands of the editor itself begin with what it is a part of. */
function isCommand(name: string): boolean {
  if (VIEWS.some((view) => name === `${view}.focus`)) return true;
  return name.startsWith('runpodCompliance.') ? COMMANDS.includes(name) : /^(?:workbench|extension)\./.test(name);
}

describe('manifest', () => {
  it('activates on the paths that the extension looks at, and on no pattern', () => {
    const paths = manifest.activationEvents.filter((event) => event.startsWith('workspaceContains:'));
    const expected = [...LISTING_PATHS, ...HANDLER_PATHS].map((path) => `workspaceContains:${path}`);
    assert.deepEqual([...paths].sort(), expected.sort());
    assert.ok(!paths.some((path) => /[*?{]/.test(path.slice('workspaceContains:'.length))));
  });

  it('activates on nothing else but Python and the panel, which come back with a window', () => {
    const events = manifest.activationEvents.filter((event) => !event.startsWith('workspaceContains:'));
    assert.deepEqual(events, ['onLanguage:python', `onWebviewPanel:${PANEL_TYPE}`]);
  });

  it('has words for every key, and no word too many', () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(words).sort());
  });

  it('names files that are there', () => {
    const { grammars, jsonValidation, snippets } = manifest.contributes;
    const icons = [...viewsContainers.activitybar, ...Object.values(views).flat()].map(({ icon }) => icon);
    const files = [
      manifest.icon,
      ...icons,
      ...[...grammars, ...snippets].map(({ path }) => path),
      ...jsonValidation.map(({ url }) => url),
      ...STEPS.map(({ media }) => media.svg),
    ];
    for (const file of files) assert.ok(existsSync(inRoot(file)), file);
  });

  it('has an icon that the Marketplace takes', () => {
    const bytes = readFileSync(inRoot(manifest.icon));
    assert.equal(bytes.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [128, 128]);
    assert.ok(statSync(inRoot(manifest.icon)).size < 10_000);
  });
});

describe('commands', () => {
  it('have the promised one first', () => {
    const [check] = commands;
    assert.equal(check?.command, 'runpodCompliance.check');
    assert.equal(words[check.title.replaceAll('%', '')], 'Check RunPod compliance');
    for (const { category } of commands) assert.equal(category, 'RunPod');
  });

  it('are there once the extension is activated, and no others', async () => {
    assert.deepEqual([...(await commandsOnActivation())].sort(), [...COMMANDS].sort());
  });

  it('are what menus, links and steps name', () => {
    const links = Object.values(words).flatMap((text) => [...text.matchAll(/\(command:([\w.]+)/g)]);
    const events = STEPS.flatMap(({ completionEvents }) => completionEvents)
      .filter((event) => event.startsWith('onCommand:'))
      .map((event) => event.slice('onCommand:'.length));
    const items = Object.values(menus)
      .flat()
      .map(({ command }) => command);
    const named = [...links.map(([, name = '']) => name), ...events, ...items];
    assert.deepEqual(
      named.filter((name) => !isCommand(name)),
      [],
    );
  });

  it('that need a finding are not in the palette', () => {
    const onFindings = (menus['view/item/context'] ?? []).map(({ command }) => command);
    const hidden = menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command);
    for (const command of onFindings) assert.ok(hidden.includes(command), command);
  });
});

describe('conditions', () => {
  const conditions = [...Object.values(menus).flat(), ...viewsWelcome].flatMap(({ when }) => when ?? []);

  it('are about views, the panel, settings and context keys that there are', () => {
    const known = new Set([...VIEWS, PANEL_TYPE, ...SETTINGS.map(([name]) => `config.${name}`)]);
    const names = conditions.flatMap((when) => [...when.matchAll(/(?:config\.)?runpodCompliance\.[\w.]+/g)]);
    const keys = new Set(names.map(([name]) => name).filter((name) => !known.has(name)));
    assert.ok(keys.size > 0);
    for (const key of keys) assert.ok(isSaid(key.replace('runpodCompliance.', '')), key);
  });

  it('compare with states that the extension has', () => {
    const states = conditions.flatMap((when) => [...when.matchAll(/runpodCompliance\.state == (\w+)/g)]);
    assert.ok(states.length > 0);
    for (const [, state = ''] of states) assert.ok(isSaid(state), state);
  });

  it('belong to views that there are', () => {
    for (const { view } of viewsWelcome) assert.ok(VIEWS.includes(view), view);
    for (const id of Object.keys(views))
      assert.ok(viewsContainers.activitybar.some((container) => container.id === id));
  });
});

describe('settings', () => {
  it('stand in the order in which they are shown, with a scope and a description', () => {
    for (const [index, [name, setting]] of SETTINGS.entries()) {
      assert.equal(setting.order, index + 1, name);
      // One server has one configuration for all folders of a window.
      assert.equal(setting.scope, 'window', name);
      assert.ok(setting.description !== undefined || setting.markdownDescription !== undefined, name);
    }
  });

  it('say something of each value', () => {
    for (const [name, { enum: values, enumDescriptions, enumItemLabels }] of SETTINGS) {
      if (values === undefined) continue;
      assert.equal(enumDescriptions?.length, values.length, name);
      assert.ok(enumItemLabels === undefined || enumItemLabels.length === values.length, name);
    }
  });

  it('are looked at', () => {
    for (const [name] of SETTINGS) {
      for (const part of name.split('.').slice(1)) assert.ok(new RegExp(`\\b${part}\\b`).test(SOURCES), name);
    }
  });

  it('know every rule, and no other', () => {
    const rules = configuration.properties['runpodCompliance.rules'];
    assert.deepEqual(
      Object.keys(rules?.properties ?? {}),
      METAS.map(({ id }) => id),
    );
    assert.equal(rules?.additionalProperties, false);
  });
});

describe('walkthrough', () => {
  it('has at most five steps, each with something to do that completes it', () => {
    assert.ok(STEPS.length > 0 && STEPS.length <= 5);
    for (const { id, description, completionEvents } of STEPS) {
      assert.match(words[description.replaceAll('%', '')] ?? '', /\]\(command:/, id);
      assert.ok(completionEvents.length > 0, id);
    }
  });

  it('has pictures in the colours of the theme, without scripts, links or styles, which the editor drops', () => {
    for (const { media } of STEPS) {
      const picture = readFileSync(inRoot(media.svg), 'utf8');
      assert.match(picture, /var\(--vscode-editor-background/, media.svg);
      assert.doesNotMatch(picture, /<script|href|\son\w+=|style/, media.svg);
    }
  });
});
