// Packages that are asked for although Python itself has them.

import type { Edit } from '../../base/edit';
import { say } from '../../base/message';
import { removeLines, removeWord } from '../../edits/requirements';
import { NEEDLESS_PACKAGES, TAKEN_NAMES } from '../../knowledge/python';
import type { Packages, Requirement } from '../../model/packages/packages';
import { bounded } from '../bounded';
import { type Finding, rule } from '../rule';

export const stdlibShadowed = rule({
  meta: {
    id: 'stdlib-shadowed',
    area: 'dependencies',
    severity: 'warning',
    since: '0.2.0',
    summary: 'A module that comes with Python is asked for as a package.',
    why: 'The build stops, since no such package exists, or pip installs an abandoned project of the same name that was never meant.',
    good: 'No module that comes with Python is asked for as a package.',
    sources: ['https://docs.python.org/3/py-modindex.html', 'https://pip.pypa.io/en/stable/cli/pip_install/'],
  },
  reads: ['packages'],
  check: ({ packages }) => bounded(needless(packages)),
});

function* needless(packages: Packages): Iterable<Finding> {
  for (const requirement of packages.requirements) {
    const { name, conditional, direct, uri, span } = requirement;
    if (!NEEDLESS_PACKAGES.has(name) || conditional || direct) continue;
    const edit = removal(packages, requirement);
    yield {
      uri,
      span,
      message: TAKEN_NAMES.has(name)
        ? say`${name} comes with Python: what pip installs under this name is an outdated copy or another project.`
        : say`${name} comes with Python, and there is no package of this name, so pip stops here.`,
      fixes: edit ? [{ title: say`Remove ${name}`, safe: true, edits: [edit] }] : [],
    };
  }
}

function removal({ requirements }: Packages, { from, source, whole }: Requirement): Edit | undefined {
  if (whole === undefined || source.text.includes('\0')) return undefined;
  if (from === 'file') return removeLines(source, whole);
  // A command needs something to install: others beside it on its line.
  const line = lineOf(source.text, whole.start);
  const beside = requirements.some(
    (one) =>
      one.uri === source.uri &&
      one.whole !== whole &&
      one.from === 'command' &&
      !NEEDLESS_PACKAGES.has(one.name) &&
      lineOf(source.text, one.span.start) === line,
  );
  return beside ? removeWord(source, whole) : undefined;
}

function lineOf(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1);
}
