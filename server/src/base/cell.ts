// The whole incremental machinery: a function that remembers its last arguments and result.

/** Recomputes only when an argument is not the same object as last time. */
export function cell<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let last: { readonly args: A; readonly result: R } | undefined;
  return (...args: A) => {
    const kept = last;
    if (
      kept !== undefined &&
      kept.args.length === args.length &&
      kept.args.every((value, index) => value === args[index])
    ) {
      return kept.result;
    }
    const result = compute(...args);
    last = { args, result };
    return result;
  };
}
