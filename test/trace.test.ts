// The setting trace.server, for the language client: it looks at the level of a channel, and listens for changes of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSync } from 'esbuild';
import type { LogLevel, LogOutputChannel } from 'vscode';
import { inRoot } from './harness/root';

const INFO = 3;
const TRACE = 1;

interface Editor {
  setting: string;
  change(section: string): void;
  /** What the channel was made of. */
  readonly shown: string[];
  readonly channel: LogOutputChannel;
}

/** The module with a stand-in for VS Code, which no test has but those inside it. */
function openEditor(): Editor {
  const listeners = new Set<(event: unknown) => void>();
  const vscode = {
    LogLevel: { Trace: TRACE, Info: INFO },
    workspace: {
      getConfiguration: () => ({ get: () => editor.setting }),
      onDidChangeConfiguration: (listener: (event: unknown) => void) => {
        listeners.add(listener);
        return { dispose: () => listeners.delete(listener) };
      },
    },
  };
  const { outputFiles } = buildSync({
    entryPoints: [inRoot('client/src/trace.ts')],
    bundle: true,
    write: false,
    format: 'cjs',
    external: ['vscode'],
  });
  const module = { exports: {} };
  new Function('require', 'module', 'exports', outputFiles[0]?.text ?? '')(() => vscode, module, module.exports);
  const { traceInto } = module.exports as { traceInto(output: unknown): LogOutputChannel };
  const shown: string[] = [];
  const editor = {
    setting: 'off',
    change: (section: string) => {
      for (const listener of listeners) listener({ affectsConfiguration: (name: string) => name === section });
    },
    shown,
    channel: traceInto({ logLevel: INFO, info: (text: string) => shown.push(text) }),
  };
  return editor;
}

test('the setting alone decides whether there is a trace', () => {
  const editor = openEditor();
  assert.equal(editor.channel.logLevel, INFO);
  editor.setting = 'messages';
  assert.equal(editor.channel.logLevel, TRACE);
  editor.channel.trace('Sending request.');
  assert.deepEqual(editor.shown, ['Sending request.'], 'shown whatever the level of the channel is');
});

test('a client is told of the setting when it begins, and of each change until it ends', () => {
  const editor = openEditor();
  editor.setting = 'verbose';
  const levels: LogLevel[] = [];
  const subscription = editor.channel.onDidChangeLogLevel((level) => levels.push(level));
  assert.deepEqual(levels, [TRACE]);
  editor.setting = 'off';
  editor.change('runpodCompliance.profile');
  assert.deepEqual(levels, [TRACE]);
  editor.change('runpodCompliance.trace.server');
  assert.deepEqual(levels, [TRACE, INFO]);
  subscription.dispose();
  editor.change('runpodCompliance.trace.server');
  assert.deepEqual(levels, [TRACE, INFO]);
});
