// What a worker's own files suggest at a place of its JSON files. What the formats themselves allow comes from the schemas.

import { relativeTo } from '../base/uri';
import { type Asked, all, isAt, NOTHING, type Suggestions } from './asked';
import { hubSuggestions } from './hub-suggestions';
import { testInputSuggestions, testsSuggestions } from './input-suggestions';
import { scalarCompletion } from './json-insert';

export function suggestionsFor(asked: Asked): Suggestions {
  switch (asked.kind) {
    case 'hub':
      return hubSuggestions(asked);
    case 'tests':
      return testsSuggestions(asked);
    case 'testInput':
      return testInputSuggestions(asked);
    case 'config':
      return configSuggestions(asked);
  }
}

const MOST_FILES = 100;

/** Files that a finding may be in. Only JSON needs an entry, since elsewhere a comment does it: it comes first. */
function configSuggestions({ place, worker }: Asked): Suggestions {
  if (place.isKey || worker === undefined || !isAt(place, 'ignore', '*', 'path')) return NOTHING;
  const paths = (worker.inputs.files?.uris ?? []).map((uri) => relativeTo(worker.root, uri) ?? uri);
  const isJson = (path: string): boolean => path.endsWith('.json');
  const ordered = [...paths.filter(isJson), ...paths.filter((path) => !isJson(path))];
  return all(ordered.slice(0, MOST_FILES).map((path) => ({ ...scalarCompletion(place, path), kind: 'file' })));
}
