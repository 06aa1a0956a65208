// Fields of config that contradict runsOn, and a CPU worker without its flavor.

import { say } from '../../base/message';
import { insertProperty, removeProperty } from '../../edits/json';
import type { JsonProperty } from '../../facts/json';
import { HUB, PUBLISHING_GUIDE } from '../../knowledge/hub';
import { fieldAt } from '../../knowledge/shape';
import { machineOf } from '../../model/hub/hub';
import { misspeltFields } from '../../model/hub/shape';
import { isObject, isScalar, member, placeOf, valueAt } from '../../model/json';
import { rule } from '../rule';

const FLAVOR = 'cpuFlavor';

export const hubCpuGpuMixed = rule({
  meta: {
    id: 'hub-cpu-gpu-mixed',
    area: 'hub',
    severity: 'error',
    since: '0.1.0',
    summary: 'A CPU worker has GPU fields or no CPU flavor, or a GPU worker has a CPU flavor.',
    why: 'The Hub cannot tell what to deploy the worker on.',
    good: 'The fields for GPU and CPU agree with runsOn.',
    shownBy: 'hub',
    sources: [PUBLISHING_GUIDE],
  },
  reads: ['hub!'],
  *check({ hub }) {
    const config = valueAt(hub.root, 'config');
    const machine = machineOf(hub);
    const runsOn = member(config, 'runsOn');
    if (!isObject(config) || machine === undefined || runsOn === undefined) return;
    const fields = fieldAt(HUB, 'config')?.fields ?? [];
    const wrong = machine === 'CPU' ? 'gpu' : 'cpu';
    for (const field of fields.filter(({ required }) => required === wrong)) {
      const property = member(config, field.key);
      if (property === undefined || saysNothing(property)) continue;
      yield {
        ...placeOf(hub, property.keySpan),
        message: say`"${field.key}" contradicts "runsOn": "${machine}".`,
        fixes: [{ title: say`Remove "${field.key}"`, safe: true, edits: removeProperty(hub, config, property) }],
      };
    }
    const flavor = fieldAt(HUB, 'config', FLAVOR);
    // A misspelt key is reported where it stands, by the rule for unknown keys.
    const misspelt = misspeltFields(config, { type: 'object', fields }).has(FLAVOR);
    if (machine !== 'CPU' || member(config, FLAVOR) !== undefined || misspelt) return;
    const initial = String(flavor?.initial);
    yield {
      ...placeOf(hub, runsOn.keySpan),
      message: say`A worker that runs on CPU needs "${FLAVOR}", such as "${initial}".`,
      fixes: [
        {
          title: say`Add "${FLAVOR}" with "${initial}"`,
          safe: true,
          edits: insertProperty(hub, config, FLAVOR, initial, runsOn),
        },
      ],
    };
  },
});

/** `"gpuCount": 0`, `"gpuIds": ""`: they ask for nothing. */
function saysNothing({ value }: JsonProperty): boolean {
  return isScalar(value) && (value.value === 0 || value.value === '' || value.value === null);
}
