// A hub.json of another, invented format: one finding that explains it. The other hub rules do not run on such a file.

import type { Fix } from '../../base/edit';
import { say } from '../../base/message';
import { span } from '../../base/span';
import { renderFile, replace } from '../../edits/json';
import type { JsonFile, JsonObject, JsonProperty } from '../../facts/json';
import { FOREIGN_SECTIONS, HUB, PUBLISHING_GUIDE } from '../../knowledge/hub';
import { fieldOf } from '../../knowledge/shape';
import { isForeign, isPrivateKey } from '../../model/hub/hub';
import { headOf, isObject, placeOf } from '../../model/json';
import type { ListingFacts } from '../create/hub-file';
import { type Finding, type Note, rule } from '../rule';
import { migrate } from './migrate';

const MOST_NAMED = 6;

export const hubSchemaForeign = rule({
  meta: {
    id: 'hub-schema-foreign',
    area: 'hub',
    severity: 'error',
    since: '0.1.0',
    summary: "hub.json follows a format that is not RunPod's.",
    why: 'The Hub finds neither title nor type nor config in the file, so the repository is never listed.',
    good: "hub.json follows RunPod's format.",
    shownBy: 'hub',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['hubFile!', 'files', 'docker?', 'environment?', 'documents?'],
  *check({ hubFile, ...facts }) {
    if (isObject(hubFile.root) && isForeign(hubFile)) yield explained(hubFile, hubFile.root, facts);
  },
});

function explained(file: JsonFile, root: JsonObject, facts: ListingFacts): Finding {
  const strangers = root.properties.filter(({ key }) => fieldOf(HUB, key) === undefined && !isPrivateKey(key));
  // A whole section of another format tells more than a lone key such as "version".
  const rank = ({ key }: JsonProperty) => {
    const place = FOREIGN_SECTIONS.indexOf(key);
    return place < 0 ? FOREIGN_SECTIONS.length : place;
  };
  const telling = [...strangers].sort((a, b) => rank(a) - rank(b)).slice(0, MOST_NAMED);
  const [first, ...others] = telling;
  const names = telling.map(({ key }) => `"${key}"`).join(', ');
  const related = others.map(
    ({ key, keySpan }): Note => ({ ...placeOf(file, keySpan), message: say`RunPod does not read "${key}".` }),
  );
  return {
    ...placeOf(file, first?.keySpan ?? headOf(root)),
    message: say`This is not RunPod's hub.json format. RunPod does not know ${names}: it reads title, description, type, category and config.`,
    related,
    fixes: [rewrite(file, root, facts)],
  };
}

/** Most paths that the title has room for. */
const MOST_DROPPED = 8;

/** What RunPod has no place for is dropped, and what is missing is filled in: to be read before it is kept. */
export function rewrite(file: JsonFile, root: JsonObject, facts: ListingFacts): Fix {
  const { json, dropped } = migrate(root, facts);
  const whole = span(0, file.source.text.length);
  return {
    title:
      dropped.length === 0
        ? say`Rewrite hub.json in RunPod's format`
        : say`Rewrite hub.json in RunPod's format, without ${listed(dropped)}`,
    safe: false,
    edits: [replace(file, whole, renderFile(file, json))],
  };
}

/** What a rewritten file has no place for, in words; empty where it keeps everything. */
export function droppedFrom(root: JsonObject, facts: ListingFacts): string {
  return listed(migrate(root, facts).dropped);
}

function listed(paths: readonly string[]): string {
  const rest = paths.length - MOST_DROPPED;
  const shown = paths.slice(0, MOST_DROPPED).join(', ');
  return rest > 0 ? `${shown}, +${rest}` : shown;
}
