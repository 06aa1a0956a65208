// What keys and tokens look like, and where programs look for them. Sources: the services' own documentation of their key
// formats and of GitHub's secret scanning (docs.github.com/code-security/secret-scanning), read 2026-11-21.

export interface SecretKind {
  /** For people, after "looks like". */
  readonly name: string;
  /** The variable that its own libraries read. */
  readonly variable: string;
  /** Every text with such a key holds one of these: a first look that costs little. */
  readonly marks: readonly string[];
  /** The key alone, or its first group. */
  readonly pattern: RegExp;
}

export const SECRET_SCANNING =
  'https://docs.github.com/code-security/secret-scanning/introduction/supported-secret-scanning-patterns';
export const RUNPOD_VARIABLES = 'https://docs.runpod.io/serverless/development/environment-variables';

export const SECRET_KINDS: readonly SecretKind[] = [
  {
    name: 'a Hugging Face token',
    variable: 'HF_TOKEN',
    marks: ['hf_'],
    pattern: /(?<![\w-])hf_[A-Za-z0-9]{30,44}(?![\w-])/g,
  },
  {
    name: 'a RunPod API key',
    variable: 'RUNPOD_API_KEY',
    marks: ['rpa_'],
    pattern: /(?<![\w-])rpa_[A-Za-z0-9]{40,60}(?![\w-])/g,
  },
  {
    name: 'an OpenAI API key',
    variable: 'OPENAI_API_KEY',
    marks: ['sk-'],
    pattern: /(?<![\w-])sk-(?:[A-Za-z0-9]{48}|(?:proj|svcacct|admin)-[\w-]{40,200})(?![\w-])/g,
  },
  {
    name: 'an Anthropic API key',
    variable: 'ANTHROPIC_API_KEY',
    marks: ['sk-ant-'],
    pattern: /(?<![\w-])sk-ant-[a-z]{3,5}\d\d-[\w-]{80,120}(?![\w-])/g,
  },
  {
    name: 'an AWS access key',
    variable: 'AWS_ACCESS_KEY_ID',
    marks: ['AKIA', 'ASIA'],
    pattern: /(?<![\w/+-])A[KS]IA[A-Z2-7]{16}(?![\w/+-])/g,
  },
  {
    name: 'an AWS secret access key',
    variable: 'AWS_SECRET_ACCESS_KEY',
    marks: ['secret_access_key', 'SECRET_ACCESS_KEY'],
    pattern: /secret_access_key["']?\]?\s*[:=,]\s*["']?([A-Za-z0-9/+]{40})(?![\w/+=])/gi,
  },
  {
    name: 'a GitHub token',
    variable: 'GITHUB_TOKEN',
    marks: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
    pattern: /(?<![\w-])(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})(?![\w-])/g,
  },
  {
    name: 'the token of a Telegram bot',
    variable: 'TELEGRAM_BOT_TOKEN',
    marks: [':AA'],
    pattern: /(?<![\w-])\d{8,10}:AA[\w-]{33}(?![\w-])/g,
  },
  {
    name: 'a Replicate API token',
    variable: 'REPLICATE_API_TOKEN',
    marks: ['r8_'],
    pattern: /(?<![\w-])r8_[A-Za-z0-9]{37}(?![\w-])/g,
  },
];

/** Every text with a key of any kind has a place like this. */
export const ANY_MARK = new RegExp(SECRET_KINDS.flatMap(({ marks }) => marks).join('|'));

/** What stands in the place of a key in examples and templates. */
export const PLACEHOLDER =
  /x{4}|your|example|placeholder|dummy|fake|sample|change_?me|redacted|insert|goes_?here|(?:secret|my|api)_?(?:key|token)|abcdef|fedcba|012345|123456|987654|qwerty|deadbeef|(.)\1{3}/i;

/** Fewer different characters than this are no random text. */
export const FEWEST_CHARACTERS = 9;
