// Large tables of words as text, one row a line: `key: word word`. They are searched as they are, since building a map of
// hundreds of rows would cost every start, and most starts ask for none.

/** The words of a row; undefined where there is none. Keys hold neither colon nor line break. */
export function rowOf(table: string, key: string): readonly string[] | undefined {
  const start = `\n${key}:`;
  const at = table.indexOf(start);
  if (at < 0) return undefined;
  const end = table.indexOf('\n', at + 1);
  return wordsIn(table.slice(at + start.length, end < 0 ? undefined : end));
}

/** Every row with its key, in order. */
export function rowsOf(table: string): readonly (readonly [string, readonly string[]])[] {
  return table
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), wordsIn(line.slice(colon + 1))] as const;
    });
}

function wordsIn(text: string): readonly string[] {
  return text.split(' ').filter((word) => word !== '');
}
