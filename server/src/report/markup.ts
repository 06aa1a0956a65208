// HTML as values: whatever is not made here is text, and is escaped. So nothing from a workspace can become markup.

export interface Html {
  readonly html: string;
}

export type Child = Html | string | undefined | readonly Child[];

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; attributes that are undefined are left out. */
export function h(name: string, attributes: Attributes = {}, ...children: readonly Child[]): Html {
  let open = '';
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) open += ` ${key}="${escaped(String(value))}"`;
  }
  return VOID.has(name) ? { html: `<${name}${open}>` } : { html: `<${name}${open}>${htmlOf(children)}</${name}>` };
}

/** Text of our own that is markup already, such as a style sheet. */
export function raw(html: string): Html {
  return { html };
}

export function htmlOf(child: Child): string {
  if (child === undefined) return '';
  if (typeof child === 'string') return escaped(child);
  if ('html' in child) return child.html;
  // Added up rather than joined: a join would copy every text once for each element around it.
  let html = '';
  for (const one of child) html += htmlOf(one);
  return html;
}

const VOID: ReadonlySet<string> = new Set(['meta']);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
