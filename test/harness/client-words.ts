// The words that a source of the client asks VS Code to translate, read from its text: VS Code looks them up by the
// English literal, so anything but a literal could never be found in a bundle.

export interface ClientWords {
  /** As the key of a bundle: the message, and after a slash its comment where it has one. */
  readonly keys: readonly string[];
  /** Pieces of source that translate something else than a literal. */
  readonly problems: readonly string[];
}

const CALL = /\bl10n\b(?:\s*\.\s*(\w+)\s*(\()?)?/g;
const STRING = String.raw`'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"`;
const PLAIN = new RegExp(String.raw`^\s*(${STRING})\s*[,)]`);
const OPTIONS = new RegExp(
  String.raw`^\s*\{\s*message:\s*(${STRING}),\s*(?:args:\s*\[[^\]]*\],\s*)?comment:\s*\[(${STRING})\],?\s*\}\s*,?\s*\)`,
);

export function clientWords(source: string): ClientWords {
  const code = source.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  const keys: string[] = [];
  const problems: string[] = [];
  for (const { 0: start, 1: member, 2: bracket, index } of code.matchAll(CALL)) {
    if (member === 'bundle' && bracket === undefined) continue;
    const rest = code.slice(index + start.length);
    const key = member === 't' && bracket !== undefined ? keyOf(rest) : undefined;
    if (key === undefined) problems.push((start + rest).slice(0, 100));
    else keys.push(key);
  }
  return { keys, problems };
}

function keyOf(rest: string): string | undefined {
  const [, plain] = PLAIN.exec(rest) ?? [];
  if (plain !== undefined) return textOf(plain);
  const [, message, comment] = OPTIONS.exec(rest) ?? [];
  return message === undefined || comment === undefined ? undefined : `${textOf(message)}/${textOf(comment)}`;
}

function textOf(literal: string): string {
  return literal.slice(1, -1).replace(/\\(u[\da-f]{4}|.)/gi, (_, sign: string) => {
    if (sign.length > 1) return String.fromCharCode(Number.parseInt(sign.slice(1), 16));
    return sign === 'n' ? '\n' : sign;
  });
}
