// The message templates in a source file, as say`…` makes them at run time: what translations have as their keys. A scan of
// the text, without a parser; strings and templates inside the holes are followed, comments and regular expressions are not.

/** Of each say`…` in the text, in order. */
export function templatesIn(source: string): readonly string[] {
  const found: string[] = [];
  for (const { index } of source.matchAll(/\bsay`/g)) found.push(templateAt(source, index + 'say`'.length).template);
  return found;
}

/** The template that begins at `start`, behind the backtick, and where it ends, behind the other. */
function templateAt(source: string, start: number): { readonly template: string; readonly end: number } {
  let template = '';
  let holes = 0;
  for (let at = start; at < source.length; at++) {
    const sign = source[at];
    if (sign === '`') return { template, end: at + 1 };
    if (sign === '\\') {
      template += source[at + 1] ?? '';
      at++;
    } else if (sign === '$' && source[at + 1] === '{') {
      template += `{${holes++}}`;
      at = endOfHole(source, at + 2);
    } else {
      template += sign;
    }
  }
  throw new Error(`A template is never closed: ${source.slice(start, start + 40)}`);
}

/** The place of the brace that closes a hole. */
function endOfHole(source: string, start: number): number {
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    const sign = source[at];
    if (sign === '`') at = templateAt(source, at + 1).end - 1;
    else if (sign === '"' || sign === "'") at = endOfString(source, at);
    else if (sign === '{') depth++;
    else if (sign === '}' && depth-- === 0) return at;
  }
  throw new Error(`A hole is never closed: ${source.slice(start, start + 40)}`);
}

function endOfString(source: string, start: number): number {
  const quote = source[start];
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === quote) return at;
  }
  throw new Error(`A string is never closed: ${source.slice(start, start + 40)}`);
}

/** The numbers of a text's holes, in order. */
export function holesOf(template: string): readonly string[] {
  return [...template.matchAll(/\{(\d+)\}/g)].map(([, number = '']) => number).sort();
}
