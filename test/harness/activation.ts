// The built extension, activated by a stand-in for VS Code that agrees to everything: which commands there are from the
// first moment on, before any server runs.

import { readFileSync } from 'node:fs';
import { inRoot } from './root';

export async function commandsOnActivation(): Promise<ReadonlySet<string>> {
  const commands = new Set<string>();
  const registerCommand = (name: string) => {
    if (commands.has(name)) throw new Error(`${name} is registered twice.`);
    commands.add(name);
    return agreeable();
  };
  // As a prototype: the bundle copies what the module has of its own, and finds the rest there.
  const vscode = Object.create(Object(agreeable({ commands: agreeable({ registerCommand }) })));
  const module = { exports: {} };
  const text = readFileSync(inRoot('dist/extension.js'), 'utf8');
  new Function('require', 'module', 'exports', text)(() => vscode, module, module.exports);
  const { activate } = module.exports as { readonly activate?: (context: unknown) => unknown };
  if (activate === undefined) throw new Error('dist/extension.js exports no activate.');
  await activate(agreeable({ subscriptions: [] }));
  return commands;
}

/** Whatever is asked of it, called or constructed: something just as agreeable. */
function agreeable(known: Readonly<Record<string, unknown>> = {}): unknown {
  return new Proxy(class {}, {
    // Nobody is to wait for it.
    get: (_, name) => (typeof name === 'string' && name !== 'then' ? (known[name] ?? agreeable()) : undefined),
    apply: () => agreeable(),
    construct: () => Object(agreeable()),
  });
}
