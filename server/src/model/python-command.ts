// What the words behind `python` make it run. Source: https://docs.python.org/3/using/cmdline.html (2026-11).

export interface PythonRun {
  readonly kind: 'module' | 'file';
  /** The module's name, or the file as it is written. */
  readonly name: string;
  /** Place of the word that names it; what follows goes to the program. */
  readonly at: number;
  /** Those of the interpreter, in front of it. */
  readonly options: readonly string[];
}

/** Options that take a word of their own. */
const TAKES_WORD = /^-(?:[XW]|-check-hash-based-pycs)$/;

/** Undefined for code on the command line, for standard input, and where a word is not known. */
export function pythonRun(words: readonly (string | undefined)[]): PythonRun | undefined {
  const options: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined || word === '-' || /^-[a-zA-Z]*c/.test(word)) return undefined;
    if (!word.startsWith('-')) return { kind: 'file', name: word, at, options };
    // `-m pip`, `-um pip`, `-mpip`
    const module = /^(-[a-zA-Z]*?)m(.*)$/.exec(word);
    if (module) {
      const [, flags = '', attached = ''] = module;
      const name = attached === '' ? words[at + 1] : attached;
      if (name === undefined) return undefined;
      return { kind: 'module', name, at: attached === '' ? at + 1 : at, options: [...options, flags] };
    }
    options.push(word);
    if (TAKES_WORD.test(word)) at++;
  }
  return undefined;
}
