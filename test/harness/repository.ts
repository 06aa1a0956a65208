// What git knows, as a page tells it: a fence with the path `.git` holds one fact a line. CONTRIBUTING.md lists them.

import type { Change, Ignored, Remote, Repository, SinceTag, Tag } from '../../server/src/model/repository/repository';

/** The fence's path among an example's files. */
export const GIT = '.git';

const COMMIT = 'c0ffee0000000000000000000000000000000000';

export function readGitFence(text: string, files: readonly string[], uriOf: (path: string) => string): Repository {
  const facts = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const [, word = '', rest = ''] = /^(\w+) ?(.*)$/.exec(line.trim()) ?? [];
    if (!WORDS.includes(word)) throw new Error(`.git: unknown fact "${line}". Known: ${WORDS.join(', ')}.`);
    facts.set(word, [...(facts.get(word) ?? []), rest]);
  }
  const all = (word: string): readonly string[] => facts.get(word) ?? [];
  const states = ['added', 'modified', 'untracked', 'deleted'] as const;
  const changes = states.flatMap((state) => all(state).map((path): Change => ({ uri: uriOf(path), state })));
  const absent = [...all('untracked'), ...all('ignored').map((fact) => fact.split(' ')[0] ?? '')];
  const kept = files.filter((path) => path !== GIT && !absent.includes(path));
  return {
    root: uriOf('').slice(0, -1),
    branch: all('branch')[0] ?? 'main',
    head: all('unborn').length > 0 ? undefined : COMMIT,
    remotes: all('remote').map(remoteOf),
    tags: all('shallow').length > 0 ? undefined : all('tag').map((name): Tag => ({ name, commit: COMMIT })),
    changes,
    sinceTag: sinceTagOf(all('since'), all('tag'), uriOf),
    ignored: all('ignored').map((fact): Ignored => {
      const [path = '', pattern = path] = fact.split(' by ');
      return { uri: uriOf(path), pattern, by: uriOf('.gitignore') };
    }),
    links: all('link').map(uriOf),
    listings: [...all('kept'), ...kept].filter((path) => /(?:^|\/)hub\.json$/i.test(path)).map(uriOf),
  };
}

const WORDS = [
  'branch',
  'unborn',
  'shallow',
  'remote',
  'tag',
  'since',
  'added',
  'modified',
  'untracked',
  'deleted',
  'ignored',
  'link',
  'kept',
];

/** `origin https://github.com/me/worker`, and what is known of it: `behind`, or `default main`. */
function remoteOf(fact: string): Remote {
  const [name = '', url = '', ...more] = fact.split(' ');
  const at = more.indexOf('default');
  return {
    name,
    url,
    defaultBranch: at < 0 ? undefined : more[at + 1],
    hasHead: more.includes('behind') ? false : undefined,
  };
}

/** `v1.0: handler.py, README.md`: changed since; with nothing behind the colon, nothing has. */
function sinceTagOf(
  facts: readonly string[],
  tags: readonly string[],
  uriOf: (path: string) => string,
): SinceTag | undefined {
  const [fact] = facts;
  const last = tags.at(-1);
  if (fact === undefined) return last === undefined ? undefined : { tag: last, changes: [] };
  const [tag = '', paths = ''] = fact.split(/: ?/);
  const changes = paths.split(', ').filter((path) => path !== '');
  return {
    tag,
    changes: changes.map((path): Change => {
      const isNew = path.startsWith('+');
      return { uri: uriOf(isNew ? path.slice(1) : path), state: isNew ? 'added' : 'modified' };
    }),
  };
}
