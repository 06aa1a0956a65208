// Rows of the tables in knowledge/python-help.ts as keys to offer, and what is said beside them.

import { type Message, say } from '../base/message';
import type { Help } from '../knowledge/python-help';
import type { Frame } from '../syntax/python-frames';
import type { Completion, Prose } from './answers';
import { type Here, keyItem } from './python-items';

/** The keys that a dictionary lacks. */
export function helpItems(
  here: Here,
  dict: Frame,
  table: ReadonlyMap<string, Help>,
  valueFor: (key: string) => string,
): readonly Completion[] {
  const present = presentIn(here, dict);
  return [...table].flatMap(([name, help]) =>
    present.has(name)
      ? []
      : [keyItem(here, dict, name, valueFor(name), { detail: help.detail, about: helpProse(help) })],
  );
}

/** The keys that a dictionary has, without the one that is being written. */
export function presentIn({ place }: Here, dict: Frame): ReadonlySet<string> {
  const present = new Set(dict.keys.keys());
  if (place.quote !== undefined && place.next === ':') present.delete(place.text);
  return present;
}

/** Beside a completion, which shows name and detail itself. */
export function helpProse({ about, guide }: Help): Prose {
  return [...about, documentation(guide)];
}

export function documentation(guide: string): Message {
  return { template: '[{0}]({1})', args: [say`Documentation`, guide] };
}
