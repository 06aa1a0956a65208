// The command line's arguments: what is accepted, and that each mistake is one line with the way out.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArguments, UsageError } from '../server/src/main/arguments';

const IDS = ['handler-signature', 'start-not-called', 'runtime-install'];
const read = (...args: string[]) => readArguments(args, () => IDS);

test('check has defaults for everything', () => {
  assert.deepEqual(read('check'), {
    command: 'check',
    paths: ['.'],
    format: 'text',
    language: 'en',
    output: undefined,
    failOn: 'error',
    settings: { profile: 'recommended', rules: {}, ignores: true, config: true },
    timing: false,
    quiet: false,
    colours: true,
  });
});

test('report is check with formats of its own', () => {
  const report = read('report', '--lang', 'pl', 'a');
  assert.ok(report.command === 'report');
  assert.deepEqual({ ...report, command: 'check', format: 'text' }, read('check', 'a', '--lang=pl'));
  assert.equal(report.format, 'markdown');
  const html = read('report', '--format', 'html', '--only', 'start-not-called', '--fail-on', 'never');
  assert.ok(html.command === 'report');
  assert.deepEqual([html.format, html.failOn, html.paths], ['html', 'never', ['.']]);
});

test('options stand anywhere, with = or a blank, the last one wins', () => {
  const parsed = read(
    'check',
    '--format=json',
    'a',
    '--profile',
    'hub',
    '--format',
    'text',
    'b',
    '--no-ignores',
    '--',
    '--c',
  );
  assert.ok(parsed.command === 'check');
  assert.deepEqual(parsed.paths, ['a', 'b', '--c']);
  assert.equal(parsed.format, 'text');
  assert.deepEqual(parsed.settings, { profile: 'hub', rules: {}, ignores: false, config: true });
});

test('--only turns the others off, and --rule comes on top', () => {
  const parsed = read('check', '--only', 'start-not-called,runtime-install', '--rule', 'handler-signature=hint');
  assert.ok(parsed.command === 'check');
  assert.deepEqual(parsed.settings.rules, { 'handler-signature': 'hint' });
  const one = read('check', '--only=start-not-called', '--only=runtime-install', '--rule=runtime-install=off');
  assert.ok(one.command === 'check');
  assert.deepEqual(one.settings.rules, { 'handler-signature': 'off', 'runtime-install': 'off' });
});

test('the other commands', () => {
  assert.deepEqual(read('rules'), { command: 'rules', rule: undefined, language: 'en' });
  assert.deepEqual(read('rules', 'start-not-called', '--lang', 'pl'), {
    command: 'rules',
    rule: 'start-not-called',
    language: 'pl',
  });
  assert.deepEqual(read('schema', 'hub'), { command: 'schema', schema: 'hub' });
  assert.deepEqual(read('lsp', '--stdio'), { command: 'lsp' });
  for (const help of [[], ['--help'], ['-h'], ['help'], ['check', '--help']]) {
    assert.deepEqual(read(...help), { command: 'help' });
  }
  assert.deepEqual(read('--version'), { command: 'version' });
});

const MISTAKES: readonly (readonly [args: readonly string[], line: RegExp])[] = [
  [['chekc'], /^unknown command "chekc"; did you mean check\?$/],
  [['--fromat'], /^unknown option "--fromat"/],
  [['check', '--fromat=json'], /^unknown option "--fromat"; did you mean --format\?$/],
  [['check', '-x'], /^unknown option "-x"/],
  [['check', '--format', 'jsno'], /^unknown value for --format "jsno"; did you mean json\?$/],
  [['check', '--format', 'sarif'], /^unknown value for --format "sarif"; there is text, json, markdown, html$/],
  [['report', '--format', 'text'], /^unknown value for --format "text"; there is markdown, html$/],
  [['report', 'a', 'b'], /^one is enough, and "b" is a second one$/],
  [['report', '--quiet'], /^unknown option "--quiet"/],
  [['check', '--lang', 'de'], /^unknown value for --lang "de"; there is en, pl$/],
  [['check', '--format'], /^--format needs a value$/],
  [['check', '--output', '--quiet'], /^--output needs a value$/],
  [['check', '--output='], /^--output needs a value$/],
  [['check', '--quiet=yes'], /^--quiet takes no value$/],
  [['check', '--fail-on', 'errors'], /^unknown value for --fail-on "errors"; did you mean error\?$/],
  [['check', '--profile', ''], /^--profile needs a value$/],
  [['check', '--only', 'handler-signatur'], /^unknown rule "handler-signatur"; did you mean handler-signature\?$/],
  [['check', '--only', 'handler-signature,'], /^unknown rule ""/],
  [['check', '--rule', 'handler-signature'], /^--rule needs ID=LEVEL/],
  [['check', '--rule', 'handler-signature=fatal'], /^unknown level "fatal"; there is off, hint, info, warning, error$/],
  [['rules', 'nope'], /^unknown rule "nope"/],
  [['rules', 'start-not-called', 'x'], /^one is enough, and "x" is a second one$/],
  [['schema'], /^schema needs a name: hub, tests, config$/],
  [['schema', 'hubs'], /^unknown schema "hubs"; did you mean hub\?$/],
  [['lsp'], /lsp --stdio/],
  [['lsp', '--stdoi'], /^unknown option "--stdoi"; did you mean --stdio\?$/],
];

for (const [args, line] of MISTAKES) {
  test(`mistake: ${args.join(' ')}`, () => {
    assert.throws(
      () => read(...args),
      (error) => {
        assert.ok(error instanceof UsageError);
        assert.match(error.message, line);
        assert.ok(!error.message.includes('\n'));
        return true;
      },
    );
  });
}
