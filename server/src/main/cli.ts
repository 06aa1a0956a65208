// The command line: which command, and its exit code. Commands are loaded when they are run, so that --help and `lsp` cost
// no rules and no parser, and `check` no language server.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { TOOL_NAME, TOOL_VERSION } from '../knowledge/documentation';
import { type Arguments, readArguments, type SchemaName, UsageError } from './arguments';
import { EXIT, type Exit } from './exit';
import { fileBesideBundle } from './packed.node';
import { print, remark, tolerateClosedPipes } from './terminal';

/** A bundle of its own, loaded when it is asked for. */
declare function require(name: './commands'): typeof import('./commands');

const HELP = `${TOOL_NAME} checks RunPod serverless workers.

  ${TOOL_NAME} check [PATH…]     check the workers below each PATH (default: the current folder)
      --format text|json|markdown|html
                                     text is for people, json (version 1) for scripts, markdown and html are the
                                     compliance report
      --output FILE                  write the report there instead of to standard output
      --lang en|pl                   language of text, markdown and html (default: en)
      --profile recommended|hub|strict
      --rule ID=off|hint|info|warning|error
                                     give a rule another severity; may be repeated
      --only ID,…                    run these rules only
      --fail-on error|warning|info|never
                                     from which severity on to exit with 1 (default: error)
      --no-config                    leave the worker's .runpod/compliance.json unread
      --no-ignores                   show what "# runpod: ignore[…]" hides
      --timing                       say on standard error how long each step took
      --quiet                        findings only: no heading, no verdict
      --no-color                     no colours; NO_COLOR in the environment does the same
  ${TOOL_NAME} report [PATH]     the compliance report: check with --format markdown, or --format html for one file
                                     to open in a browser or to print; takes the options of check but for --quiet
  ${TOOL_NAME} diagnose [PATH]   why the Hub does not see the repository: what it depends on, each checked, in order;
                                     takes --lang and --no-color
  ${TOOL_NAME} rules [ID]        list the rules, or explain one; takes --lang
  ${TOOL_NAME} schema hub|tests|config
                                     print the JSON schema of hub.json, tests.json or compliance.json
  ${TOOL_NAME} lsp --stdio       run the language server
  ${TOOL_NAME} --version
  ${TOOL_NAME} --help

Exit codes: 0 nothing at or above --fail-on, 1 findings (of diagnose: causes), 2 wrong usage or input, 3 a fault of this program.
No network, no telemetry; nothing of the worker is executed.
`;

/** Undefined for a command that goes on running. */
async function run(args: readonly string[]): Promise<Exit | undefined> {
  const parsed: Arguments = readArguments(args, () => require('./commands').METAS.map(({ id }) => id));
  switch (parsed.command) {
    case 'help':
      await print(HELP);
      return EXIT.clean;
    case 'version':
      await print(`${TOOL_VERSION}\n`);
      return EXIT.clean;
    case 'rules': {
      const { rulesText } = require('./commands');
      await print(await rulesText(parsed));
      return EXIT.clean;
    }
    case 'schema':
      await print(readFileSync(fileBesideBundle('schemas', SCHEMA_FILES[parsed.schema]), 'utf8'));
      return EXIT.clean;
    case 'lsp':
      // A bundle of its own, which starts when it is loaded and finds --stdio among the arguments.
      createRequire(__filename)('./server.js');
      return undefined;
    case 'diagnose':
      return require('./commands').diagnose(parsed);
    case 'check':
    case 'report':
      return require('./commands').check(parsed);
  }
}

const SCHEMA_FILES: Readonly<Record<SchemaName, string>> = {
  hub: 'hub.schema.json',
  tests: 'tests.schema.json',
  config: 'compliance.schema.json',
};

tolerateClosedPipes();
run(process.argv.slice(2)).then(
  (exit) => {
    if (exit !== undefined) process.exitCode = exit;
  },
  (error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    const isUsage = error instanceof UsageError;
    remark(isUsage ? reason : `internal error, please report it: ${reason}`);
    process.exitCode = isUsage ? EXIT.input : EXIT.fault;
  },
);
