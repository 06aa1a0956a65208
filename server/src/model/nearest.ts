// Which known word somebody meant. Careful: no answer is better than a far-fetched one.

/** The candidate that `word` is a slip of: another case or separator, or one or two wrong letters. Undefined when unclear. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const letters = lettersOf(word);
  if (letters.length < 3) return undefined;
  const allowed = letters.length < 6 ? 1 : 2;
  let best: string | undefined;
  let least = allowed + 1;
  let tie = false;
  for (const candidate of candidates) {
    const distance = editDistance(letters, lettersOf(candidate), least + 1);
    if (distance < least) {
      best = candidate;
      least = distance;
      tie = false;
    } else if (distance === least && best !== undefined) {
      tie = true;
    }
  }
  return tie ? undefined : best;
}

/** Lower case without separators: `container_disk-in Gb` and `containerDiskInGb` are the same word. */
export function lettersOf(word: string): string {
  return word.toLowerCase().replace(/[\s_\-./]/g, '');
}

const LONGEST = 64;

/** Insertions, deletions, replacements and swaps of neighbours between two words; `bound` or more when it is not below it. */
function editDistance(a: string, b: string, bound: number): number {
  if (Math.abs(a.length - b.length) >= bound || a.length > LONGEST || b.length > LONGEST) return bound;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? bound) + 1,
        (current[column - 1] ?? bound) + 1,
        (last[column - 1] ?? bound) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? bound) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? bound;
}
