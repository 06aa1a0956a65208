// Where the reader is: following a link inside the report, and keeping the focus where its element goes away, or while the
// reader is in the editor.

/** Goes to what a link such as `#problem-3` names: unfolds what it lies in, and takes the focus along. */
export function jumpTo(page: Element, name: string): void {
  const target = document.getElementById(name);
  if (target === null || !page.contains(target)) return;
  for (let around = target.closest('details'); around !== null; around = parentDetails(around)) around.open = true;
  target.scrollIntoView({ block: 'start' });
  target.focus({ preventScroll: true });
}

function parentDetails(details: HTMLDetailsElement): HTMLDetailsElement | null {
  return details.parentElement?.closest('details') ?? null;
}

/**
 * Where the focused button goes with its finding, the problem or the one that has taken its place gets the focus: the
 * reader goes on from there.
 */
export function keepFocus(page: Element, draw: () => void): void {
  const before = document.activeElement?.closest('.problem');
  const at = before ? problemsOf(page).indexOf(before) : -1;
  draw();
  if (at < 0 || document.activeElement !== document.body) return;
  const problems = problemsOf(page);
  const next = problems[Math.min(at, problems.length - 1)] ?? page;
  next.querySelector<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true });
}

/** The editor takes the focus out of the page altogether: whoever comes back goes on from where they were. */
export function returnFocus(): void {
  let last: EventTarget | null = null;
  document.addEventListener('focusout', ({ target }) => {
    last = target;
  });
  window.addEventListener('focus', () => {
    if (document.activeElement !== document.body) return;
    if (last instanceof HTMLElement && last.isConnected) last.focus({ preventScroll: true });
  });
}

function problemsOf(page: Element): readonly Element[] {
  return [...page.querySelectorAll('.problem')];
}
