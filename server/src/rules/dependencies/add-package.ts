// The edit that asks for one more package where the image's packages are asked for: in the requirements file, else behind a
// package in the Dockerfile's own `pip install`.

import type { Edit } from '../../base/edit';
import { addWord, appendLine } from '../../edits/requirements';
import type { RequirementsFile } from '../../facts/requirements';
import type { Packages } from '../../model/packages/packages';

/** Undefined where there is no such place. `beside`: a package next to which the new one belongs. */
export function addPackage(packages: Packages, requirement: string, beside = 'runpod'): Edit | undefined {
  const files = packages.files.filter(takesMore);
  const file = files.find((one) => namesIn(one).includes(beside)) ?? files[0];
  const commands = packages.commands;
  const command = commands.findLast(({ names }) => names.includes(beside)) ?? commands.at(-1);
  if (file && (namesIn(file).includes(beside) || !command?.names.includes(beside))) {
    return appendLine(file.source, requirement);
  }
  return command && addWord(command.source.uri, command.last.span, requirement);
}

/** Not one with hashes, of which every line needs one, nor one with an index of its own, which may lack the package. */
function takesMore({ lines, source }: RequirementsFile): boolean {
  if (source.text.includes('\0')) return false;
  return lines.every(
    (line) =>
      !(line.kind === 'package' && line.hashed) &&
      !(line.kind === 'option' && /^--(?:index-url|no-index|require-hashes)$/.test(line.name)),
  );
}

function namesIn({ lines }: RequirementsFile): readonly string[] {
  return lines.flatMap((line) => (line.kind === 'package' ? [line.name.toLowerCase()] : []));
}
