// Where the language client traces to, so that the setting trace.server is what decides. By itself the client asks for the
// log level Trace of the output channel, too, which nobody finds.

import * as vscode from 'vscode';
import { CLIENT_ID } from './identity';

const SETTING = `${CLIENT_ID}.trace.server`;

/** The channel, as one that is at the level Trace while the setting is on, and shows what is traced at any level. */
export function traceInto(output: vscode.LogOutputChannel): vscode.LogOutputChannel {
  const level = () =>
    vscode.workspace.getConfiguration().get(SETTING, 'off') === 'off' ? vscode.LogLevel.Info : vscode.LogLevel.Trace;
  return {
    ...output,
    get logLevel() {
      return level();
    },
    onDidChangeLogLevel: (listener, self, disposables) => {
      const say = () => listener.call(self, level());
      // A server that starts anew has missed what was changed in between.
      say();
      const subscription = vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SETTING)) say();
      });
      disposables?.push(subscription);
      return subscription;
    },
    trace: (message, ...more) => output.info(message, ...more),
  };
}
