// The client's settings, from whatever it sends. What is not understood is left out: a typo never stops the server.

import { SEVERITIES, type Severity } from '../base/severity';
import { DEFAULT_SETTINGS, type Profile, type Settings } from '../engine/session';

import { LANGUAGES, type LanguageCode, languageOf } from '../languages';

/** Section of the client's configuration. */
export const SECTION = 'runpodCompliance';

const PROFILES: readonly Profile[] = ['recommended', 'hub', 'strict'];

export function readSettings(sent: unknown): Settings {
  if (!isRecord(sent)) return DEFAULT_SETTINGS;
  const { profile, rules, ignores, config } = sent;
  return {
    profile: PROFILES.find((known) => known === profile) ?? DEFAULT_SETTINGS.profile,
    rules: readRules(rules),
    ignores: readFlag(ignores, DEFAULT_SETTINGS.ignores),
    config: readFlag(config, DEFAULT_SETTINGS.config),
  };
}

/** What the user wants to read: the language of the setting, else that of the editor. */
export function readLanguage(sent: unknown, locale: string | undefined): LanguageCode {
  const { language: wanted } = isRecord(sent) ? sent : {};
  return LANGUAGES.find((code) => code === wanted) ?? languageOf(locale ?? 'en');
}

/** What is shown in the text without being asked for. */
export interface EditorFeatures {
  readonly codeLens: boolean;
  /** The inlay hint of a handler's kind. */
  readonly handlerKind: boolean;
}

export function readFeatures(sent: unknown): EditorFeatures {
  const { codeLens, inlayHints } = isRecord(sent) ? sent : {};
  const { handlerKind } = isRecord(inlayHints) ? inlayHints : {};
  return { codeLens: readFlag(codeLens, true), handlerKind: readFlag(handlerKind, false) };
}

/** Commands that the client says it has, in the options that it starts the server with. */
export function readCommands(options: unknown): ReadonlySet<string> {
  const { client } = isRecord(options) ? options : {};
  const { commands } = isRecord(client) ? client : {};
  const named = Array.isArray(commands) ? commands : [];
  return new Set(named.filter((command) => typeof command === 'string'));
}

function readRules(sent: unknown): Settings['rules'] {
  const rules: Record<string, Severity | 'off'> = {};
  if (!isRecord(sent)) return rules;
  for (const [id, value] of Object.entries(sent)) {
    const severity = value === 'off' ? value : SEVERITIES.find((known) => known === value);
    if (severity !== undefined) rules[id] = severity;
  }
  return rules;
}

function readFlag(sent: unknown, otherwise: boolean): boolean {
  return typeof sent === 'boolean' ? sent : otherwise;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
