// The languages that faces speak. English is in the code itself; another is loaded only when it is asked for.
// What is translated, and what is not yet: test/languages.test.ts.

import type { Bundle } from '../base/message';

export const LANGUAGES = ['en', 'pl'] as const;

export type LanguageCode = (typeof LANGUAGES)[number];

export interface Language {
  readonly code: LanguageCode;
  readonly bundle: Bundle;
}

export const ENGLISH: Language = { code: 'en', bundle: {} };

export async function loadLanguage(code: LanguageCode): Promise<Language> {
  if (code === 'en') return ENGLISH;
  const { polish } = await import('./pl');
  return { code, bundle: polish };
}

/** The language with the prose of the rules' pages (docs/rules), which nothing else needs. */
export async function withRulePages(language: Language): Promise<Language> {
  if (language.code === 'en') return language;
  const { polishPages } = await import('./pl/pages');
  return { code: language.code, bundle: { ...language.bundle, ...polishPages } };
}

/** The language for an editor's or a system's locale, such as `pl` or `pl-PL`: English for any that we do not speak. */
export function languageOf(locale: string): LanguageCode {
  const [language] = locale.toLowerCase().split(/[-_.]/);
  return LANGUAGES.find((code) => code === language) ?? 'en';
}
