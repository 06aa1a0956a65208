// A hub.json of another, invented format: one finding that explains it. The other hub rules do not run on such a file.

import { say } from '../../base/message';
import { span } from '../../base/span';
import { renderFile, replace } from '../../edits/json';
import type { JsonFile, JsonObject, JsonProperty } from '../../facts/json';
import { FOREIGN_SECTIONS, HUB, PUBLISHING_GUIDE } from '../../knowledge/hub';
import { fieldOf } from '../../knowledge/shape';
import { isForeign, isPrivateKey } from '../../model/hub';
import { headOf, isObject, placeOf } from '../../model/json';
import { type Finding, type Note, rule } from '../rule';
import { migrated } from './migrate';

const MOST_NAMED = 6;

export const hubSchemaForeign = rule({
  meta: {
    id: 'hub-schema-foreign',
    area: 'hub',
    severity: 'error',
    since: '0.1.0',
    summary: "hub.json follows a format that is not RunPod's.",
    why: 'The Hub finds neither title nor type nor config in the file, so the repository is never listed.',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['hubFile!'],
  *check({ hubFile }) {
    if (isObject(hubFile.root) && isForeign(hubFile)) yield explained(hubFile, hubFile.root);
  },
});

function explained(file: JsonFile, root: JsonObject): Finding {
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
  const whole = span(0, file.source.text.length);
  return {
    ...placeOf(file, first?.keySpan ?? headOf(root)),
    message: say`This is not RunPod's hub.json format. RunPod does not know ${names}: it reads title, description, type, category and config.`,
    related,
    fixes: [
      {
        title: say`Rewrite hub.json in RunPod's format`,
        // What RunPod has no place for is dropped, and what is missing is filled in: to be read before it is kept.
        safe: false,
        edits: [replace(file, whole, renderFile(file, migrated(file, root)))],
      },
    ],
  };
}
