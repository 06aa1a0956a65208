// endpointType of hub.json against what the worker serves: jobs from a queue, or HTTP behind a load balancer.

import { say } from '../../base/message';
import { insertProperty, removeProperty } from '../../edits/json';
import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import { LOAD_BALANCING } from '../../knowledge/hub-tests';
import { endpointOf } from '../../model/hub/endpoint';
import { headOfProperty, isObject, member, placeOf, stringOf, valueAt } from '../../model/json';
import { placeIn } from '../../model/python/python';
import { rule } from '../rule';

const ENDPOINT_TYPE = 'endpointType';

export const hubEndpointTypeMismatch = rule({
  meta: {
    id: 'hub-endpoint-type-mismatch',
    area: 'hub',
    severity: 'error',
    since: '0.2.0',
    summary: 'The endpointType in hub.json is not that of the worker.',
    why: 'A load balancer finds no server that answers its health check, or jobs wait in a queue that nobody takes them from.',
    good: 'The endpointType in hub.json is that of the worker.',
    shownBy: 'hub',
    sources: [PUBLISHING_GUIDE, LOAD_BALANCING],
  },
  reads: ['hub!', 'python!', 'handlers?', 'docker', 'image'],
  *check({ hub, python, handlers, docker, image }) {
    const config = member(hub.root, 'config');
    if (!isObject(config?.value) || stringOf(valueAt(hub.root, 'type')) !== 'serverless') return;
    const endpoint = endpointOf({ python, handlers, docker, image });
    const written = member(config.value, ENDPOINT_TYPE);
    const isBalanced = stringOf(written?.value) === 'LB';
    if (written && isBalanced && endpoint === 'queue') {
      const [start] = handlers?.starts ?? [];
      yield {
        ...placeOf(hub, headOfProperty(written)),
        message: say`"LB" is for HTTP servers, but this worker takes jobs from a queue.`,
        related: start
          ? [{ ...placeIn(start.fn, start.fact.call.callee), message: say`The handler is started here.` }]
          : [],
        fixes: [
          {
            title: say`Remove "${ENDPOINT_TYPE}"`,
            safe: true,
            edits: removeProperty(hub, config.value, written),
          },
        ],
      };
    }
    if (written || endpoint !== 'http') return;
    yield {
      ...placeOf(hub, config.keySpan),
      message: say`The worker is an HTTP server, but hub.json lists it as one that takes jobs from a queue.`,
      fixes: [
        {
          title: say`Add "${ENDPOINT_TYPE}": "LB"`,
          safe: true,
          edits: insertProperty(hub, config.value, ENDPOINT_TYPE, 'LB', member(config.value, 'runsOn')),
        },
      ],
    };
  },
});
