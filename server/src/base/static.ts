// A value that the text may or may not tell. Unknown never becomes a finding.

export type Static<T> = { readonly known: true; readonly value: T } | { readonly known: false };

export const unknown: { readonly known: false } = { known: false };

export function known<T>(value: T): Static<T> {
  return { known: true, value };
}
