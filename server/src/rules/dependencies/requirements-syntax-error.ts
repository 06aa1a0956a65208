// Lines of requirements files that pip refuses, said in words.

import { type Message, say } from '../../base/message';
import type { BrokenLine } from '../../facts/requirements';
import type { Packages } from '../../model/packages/packages';
import { bounded } from '../bounded';
import { type Finding, rule } from '../rule';

export const requirementsSyntaxError = rule({
  meta: {
    id: 'requirements-syntax-error',
    area: 'dependencies',
    severity: 'error',
    since: '0.2.0',
    summary: 'A requirements file has a line that pip refuses.',
    why: 'The build of the image fails, since pip stops at this line, and no new version of the worker appears.',
    good: 'Every line of the requirements is one that pip understands.',
    sources: [
      'https://pip.pypa.io/en/stable/reference/requirements-file-format/',
      'https://packaging.python.org/en/latest/specifications/dependency-specifiers/',
    ],
  },
  reads: ['packages'],
  check: ({ packages }) => bounded(brokenLines(packages)),
});

function* brokenLines({ files }: Packages): Iterable<Finding> {
  for (const { source, lines } of files)
    for (const line of lines)
      if (line.kind === 'broken') yield { uri: source.uri, span: line.span, message: inWords(line) };
}

function inWords({ fault, text }: BrokenLine): Message {
  switch (fault) {
    case 'name':
      return say`pip expects the name of a package here, and ${text} is none.`;
    case 'single-equals':
      return say`A single = compares nothing: an exact version is written with ==.`;
    case 'operator':
      return say`${text} is no comparison that pip knows: it knows ==, ~=, !=, <=, >=, < and >.`;
    case 'version-missing':
      return say`A version is missing behind ${text}.`;
    case 'version-invalid':
      return say`${text} is no version: pip finds no release that equals it.`;
    case 'bracket':
      return say`Extras stand in square brackets, separated by commas, as in uvicorn[standard].`;
    case 'url-missing':
      return say`A URL is missing behind the @.`;
    case 'marker':
      return say`pip does not understand the condition behind the semicolon. It is written like python_version < "3.12", with the value in quotes.`;
    case 'words':
      return say`pip expects the line to end here. Each package has a line of its own, and a version comes with a comparison such as ==.`;
    case 'command':
      return say`A requirements file lists packages: commands such as "pip install" have no place in it.`;
    case 'option':
      return say`${text} is an option for the command line, which pip does not take in a requirements file.`;
    case 'value-missing':
      return say`${text} names nothing: a file or a folder is missing behind it.`;
    case 'conflict-marker':
      return say`A merge conflict was left unresolved here.`;
  }
}
