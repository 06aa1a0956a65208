// The command line's arguments, checked once: what the commands get is valid. A mistake becomes a UsageError whose
// message is one line with the way out. Does nothing itself, and loads nothing big.

import { parseArgs } from 'node:util';
import type { Severity } from '../base/severity';
import type { Profile, Settings } from '../engine/session';
import { LANGUAGES, type LanguageCode } from '../languages';
import { nearest } from '../model/nearest';

export class UsageError extends Error {}

export type Format = 'text' | 'json' | 'markdown' | 'html';
export type FailOn = 'error' | 'warning' | 'info' | 'never';

/** Of `check`, and of `report`, which is the same but for its formats. */
export interface CheckArguments {
  readonly command: 'check' | 'report';
  readonly paths: readonly string[];
  readonly format: Format;
  readonly language: LanguageCode;
  readonly output: string | undefined;
  readonly failOn: FailOn;
  readonly settings: Settings;
  readonly timing: boolean;
  readonly quiet: boolean;
  readonly colours: boolean;
}

export interface DiagnoseArguments {
  readonly command: 'diagnose';
  readonly path: string;
  readonly language: LanguageCode;
  readonly colours: boolean;
}

export interface RulesArguments {
  readonly command: 'rules';
  /** Undefined: all of them. */
  readonly rule: string | undefined;
  readonly language: LanguageCode;
}

export type SchemaName = 'hub' | 'tests' | 'config';

export type Arguments =
  | CheckArguments
  | DiagnoseArguments
  | RulesArguments
  | { readonly command: 'schema'; readonly schema: SchemaName }
  | { readonly command: 'lsp' }
  | { readonly command: 'version' }
  | { readonly command: 'help' };

const COMMANDS = ['check', 'report', 'diagnose', 'rules', 'schema', 'lsp'] as const;
/** The first is what is meant when none is named. */
const FORMATS: Readonly<Record<CheckArguments['command'], readonly [Format, ...Format[]]>> = {
  check: ['text', 'json', 'markdown', 'html'],
  report: ['markdown', 'html'],
};
const FAIL_ON: readonly FailOn[] = ['error', 'warning', 'info', 'never'];
const PROFILES: readonly Profile[] = ['recommended', 'hub', 'strict'];
const RULE_LEVELS: readonly (Severity | 'off')[] = ['off', 'hint', 'info', 'warning', 'error'];
const SCHEMAS: readonly SchemaName[] = ['hub', 'tests', 'config'];

type Kind = 'text' | 'flag';

const COMMON: Readonly<Record<string, Kind>> = { help: 'flag', version: 'flag' };

const CHECK_OPTIONS: Readonly<Record<string, Kind>> = {
  format: 'text',
  output: 'text',
  lang: 'text',
  profile: 'text',
  rule: 'text',
  only: 'text',
  'fail-on': 'text',
  'no-config': 'flag',
  'no-ignores': 'flag',
  timing: 'flag',
};

const OPTIONS: Readonly<Record<(typeof COMMANDS)[number], Readonly<Record<string, Kind>>>> = {
  check: { ...CHECK_OPTIONS, quiet: 'flag', 'no-color': 'flag' },
  report: CHECK_OPTIONS,
  diagnose: { lang: 'text', 'no-color': 'flag' },
  rules: { lang: 'text' },
  schema: {},
  lsp: { stdio: 'flag' },
};

/** `ruleIds` are needed to check names of rules, and asked for only then. */
export function readArguments(args: readonly string[], ruleIds: () => readonly string[]): Arguments {
  const [first, ...rest] = args;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') return { command: 'help' };
  if (first === '--version') return { command: 'version' };
  const command = COMMANDS.find((known) => known === first);
  if (command === undefined) throw notKnown(first.startsWith('-') ? 'option' : 'command', first, COMMANDS);

  const { options, values } = readOptions(rest, { ...COMMON, ...OPTIONS[command] });
  if (options.has('help')) return { command: 'help' };
  if (options.has('version')) return { command: 'version' };
  switch (command) {
    case 'check':
      return readCheck(command, options, values, ruleIds);
    case 'report':
      return readCheck(command, options, values.length > 0 ? [atMostOne(values)] : [], ruleIds);
    case 'diagnose':
      return {
        command,
        path: values.length > 0 ? atMostOne(values) : '.',
        language: readLanguage(options),
        colours: !options.has('no-color'),
      };
    case 'rules':
      return {
        command,
        rule: values[0] === undefined ? undefined : oneOf('rule', atMostOne(values), ruleIds()),
        language: readLanguage(options),
      };
    case 'schema':
      if (values[0] === undefined) throw new UsageError(`schema needs a name: ${SCHEMAS.join(', ')}`);
      return { command, schema: oneOf('schema', atMostOne(values), SCHEMAS) };
    case 'lsp':
      if (!options.has('stdio')) throw new UsageError('lsp talks over standard input and output only: lsp --stdio');
      return { command };
  }
}

type Options = ReadonlyMap<string, readonly string[]>;

function readOptions(
  args: readonly string[],
  known: Readonly<Record<string, Kind>>,
): { readonly options: Options; readonly values: readonly string[] } {
  const options = new Map<string, string[]>();
  const values: string[] = [];
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(known).map(([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' }]),
    ),
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') values.push(token.value);
    if (token.kind !== 'option') continue;
    const kind = known[token.name];
    if (kind === undefined || !token.rawName.startsWith('--')) {
      throw notKnown(
        'option',
        token.rawName,
        Object.keys(known).map((name) => `--${name}`),
      );
    }
    const list = options.get(token.name) ?? [];
    options.set(token.name, list);
    list.push(kind === 'flag' ? readFlag(token) : readValue(token));
  }
  return { options, values };
}

interface OptionToken {
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function readFlag({ rawName, value }: OptionToken): string {
  if (value !== undefined) throw new UsageError(`${rawName} takes no value`);
  return '';
}

function readValue({ rawName, value, inlineValue }: OptionToken): string {
  const isNextOption = value?.startsWith('-') && value !== '-' && !inlineValue;
  if (value === undefined || value === '' || isNextOption) throw new UsageError(`${rawName} needs a value`);
  return value;
}

function readCheck(
  command: CheckArguments['command'],
  options: Options,
  paths: readonly string[],
  ruleIds: () => readonly string[],
): CheckArguments {
  const last = (name: string): string | undefined => options.get(name)?.at(-1);
  const formats = FORMATS[command];
  return {
    command,
    paths: paths.length > 0 ? paths : ['.'],
    format: oneOf('value for --format', last('format') ?? formats[0], formats),
    language: readLanguage(options),
    output: last('output'),
    failOn: oneOf('value for --fail-on', last('fail-on') ?? 'error', FAIL_ON),
    settings: {
      profile: oneOf('value for --profile', last('profile') ?? 'recommended', PROFILES),
      rules: readRules(options.get('only') ?? [], options.get('rule') ?? [], ruleIds),
      ignores: !options.has('no-ignores'),
      config: !options.has('no-config'),
    },
    timing: options.has('timing'),
    quiet: options.has('quiet'),
    colours: !options.has('no-color'),
  };
}

function readLanguage(options: Options): LanguageCode {
  return oneOf('value for --lang', options.get('lang')?.at(-1) ?? 'en', LANGUAGES);
}

function readRules(
  only: readonly string[],
  levels: readonly string[],
  ruleIds: () => readonly string[],
): Settings['rules'] {
  const rules: Record<string, Severity | 'off'> = {};
  if (only.length > 0) {
    const wanted = new Set(only.flatMap((list) => list.split(',')).map((id) => oneOf('rule', id.trim(), ruleIds())));
    for (const id of ruleIds()) if (!wanted.has(id)) rules[id] = 'off';
  }
  for (const level of levels) {
    const [id = '', value] = level.split('=', 2);
    if (value === undefined) throw new UsageError(`--rule needs ID=LEVEL, with LEVEL one of ${RULE_LEVELS.join(', ')}`);
    rules[oneOf('rule', id, ruleIds())] = oneOf('level', value, RULE_LEVELS);
  }
  return rules;
}

function atMostOne(values: readonly string[]): string {
  const [first = '', second] = values;
  if (second !== undefined) throw new UsageError(`one is enough, and ${quote(second)} is a second one`);
  return first;
}

function oneOf<T extends string>(what: string, given: string, known: readonly T[]): T {
  const found = known.find((candidate) => candidate === given);
  if (found === undefined) throw notKnown(what, given, known);
  return found;
}

const FEW = 6;

function notKnown(what: string, given: string, known: readonly string[]): UsageError {
  const near = nearest(given, known);
  const few = known.length <= FEW ? `; there is ${known.join(', ')}` : '; --help names all';
  return new UsageError(`unknown ${what} ${quote(given)}${near === undefined ? few : `; did you mean ${near}?`}`);
}

function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
