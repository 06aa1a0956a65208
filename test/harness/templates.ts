// The texts in a source file: templates as say`…` makes them at run time, which translations have as their keys, and strings
// that are none. A scan of the text, without a parser; what stands inside the holes of templates is followed.

/** Of each say`…` in the text, in order. */
export function templatesIn(source: string): readonly string[] {
  const found: string[] = [];
  for (const { index } of source.matchAll(/\bsay`/g)) found.push(templateAt(source, index + 'say`'.length).template);
  return found;
}

/** Strings and templates outside comments that are no say`…`, with holes as `{0}`, in order. */
export function plainTextsIn(source: string): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < source.length; at++) {
    const sign = source[at];
    if (source.startsWith('//', at)) at = endOf(source, '\n', at);
    else if (source.startsWith('/*', at)) at = endOf(source, '*/', at);
    else if (sign === '/' && EXPECTS_VALUE.test(source.slice(0, at))) at = endOfRegExp(source, at);
    else if (sign === '"' || sign === "'") {
      const end = endOfString(source, at);
      found.push(source.slice(at + 1, end));
      at = end;
    } else if (sign === '`') {
      const { template, holes, end } = templateAt(source, at + 1);
      if (!source.slice(0, at).endsWith('say')) found.push(template);
      found.push(...holes.flatMap(plainTextsIn));
      at = end - 1;
    }
  }
  return found;
}

/** What stands before a value: there a slash begins a regular expression, and divides elsewhere. */
const EXPECTS_VALUE = /(?:^|[(,=:[!&|?{};>]|\breturn)\s*$/;

function endOf(source: string, mark: string, start: number): number {
  const at = source.indexOf(mark, start);
  return at < 0 ? source.length : at + mark.length - 1;
}

function endOfRegExp(source: string, start: number): number {
  let inClass = false;
  for (let at = start + 1; at < source.length; at++) {
    const sign = source[at];
    if (sign === '\\') at++;
    else if (sign === '[') inClass = true;
    else if (sign === ']') inClass = false;
    else if (sign === '/' && !inClass) return at;
  }
  throw new Error(`A regular expression is never closed: ${source.slice(start, start + 40)}`);
}

interface Template {
  readonly template: string;
  /** The code in the holes. */
  readonly holes: readonly string[];
  /** Behind the second backtick. */
  readonly end: number;
}

/** The template that begins at `start`, behind the first backtick. */
function templateAt(source: string, start: number): Template {
  let template = '';
  const holes: string[] = [];
  for (let at = start; at < source.length; at++) {
    const sign = source[at];
    if (sign === '`') return { template, holes, end: at + 1 };
    if (sign === '\\') {
      template += source[at + 1] ?? '';
      at++;
    } else if (sign === '$' && source[at + 1] === '{') {
      template += `{${holes.length}}`;
      const end = endOfHole(source, at + 2);
      holes.push(source.slice(at + 2, end));
      at = end;
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
