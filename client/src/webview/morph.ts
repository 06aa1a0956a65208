// Brings a shown tree to the state of a fresh one while it keeps every node it can: focus, scroll position, opened
// details and a screen reader's place stay where they are. Children are matched by `data-key`, else by position.

/** Owned by the reader once the element is on the page. */
const OWNED_BY_READER: Readonly<Record<string, readonly string[]>> = { DETAILS: ['open'] };

export function morph(shown: Element, fresh: Element): void {
  syncAttributes(shown, fresh);
  syncChildren(shown, fresh);
}

function syncAttributes(shown: Element, fresh: Element): void {
  const owned = OWNED_BY_READER[shown.tagName] ?? [];
  for (const { name } of [...shown.attributes]) {
    if (!fresh.hasAttribute(name) && !owned.includes(name)) shown.removeAttribute(name);
  }
  for (const { name, value } of [...fresh.attributes]) {
    if (shown.getAttribute(name) !== value && !owned.includes(name)) shown.setAttribute(name, value);
  }
}

function syncChildren(shown: Element, fresh: Element): void {
  const keyed = new Map<string, Element>();
  const wantedKeys = new Set([...fresh.childNodes].map(keyOf));
  for (const child of [...shown.children]) {
    const key = keyOf(child);
    if (key === null) continue;
    // Gone ones leave first: their followers then stay in place instead of being moved, which would cost them the focus.
    if (wantedKeys.has(key)) keyed.set(key, child);
    else child.remove();
  }
  let at: ChildNode | null = shown.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const match = findMatch(wanted, at, keyed);
    if (match === undefined) {
      shown.insertBefore(wanted, at);
      continue;
    }
    if (match === at) at = at.nextSibling;
    else shown.insertBefore(match, at);
    if (match instanceof Element && wanted instanceof Element) morph(match, wanted);
    else if (match.nodeValue !== wanted.nodeValue) match.nodeValue = wanted.nodeValue;
  }
  while (at !== null) {
    const next: ChildNode | null = at.nextSibling;
    at.remove();
    at = next;
  }
}

/** The shown node that becomes `wanted`: of the same key, or, where neither has one, of the same kind at this place. */
function findMatch(wanted: ChildNode, at: ChildNode | null, keyed: Map<string, Element>): ChildNode | undefined {
  const key = keyOf(wanted);
  if (key !== null) {
    const match = keyed.get(key);
    keyed.delete(key);
    return match?.nodeName === wanted.nodeName ? match : undefined;
  }
  return at !== null && keyOf(at) === null && at.nodeName === wanted.nodeName ? at : undefined;
}

function keyOf(node: ChildNode): string | null {
  return node instanceof Element ? node.getAttribute('data-key') : null;
}
