// The fields of the small JSON files of a worker: test_input.json, which the SDK reads, and our own compliance.json.

import { say } from '../base/message';
import { SEVERITIES } from '../base/severity';
import { TEST_INPUT_TEMPLATES } from './hub-templates';
import type { Shape } from './shape';

/** Source: runpod-python 1.12.0, runpod/serverless/modules/rp_local.py (2026-08-10). */
export const TEST_INPUT: Shape = {
  type: 'object',
  templates: TEST_INPUT_TEMPLATES,
  fields: [
    {
      key: 'input',
      type: 'any',
      required: 'always',
      description: say`What the handler gets as job["input"] when the worker is started locally.`,
      source: 'https://docs.runpod.io/serverless/development/local-testing',
    },
    {
      key: 'id',
      type: 'string',
      description: say`What the handler gets as job["id"]. Without it: local_test.`,
      source: 'runpod/serverless/modules/rp_local.py',
      examples: ['local_test'],
    },
  ],
};

const OURS = 'this project';

export const COMPLIANCE: Shape = {
  type: 'object',
  fields: [
    {
      key: 'profile',
      type: 'string',
      values: ['recommended', 'hub', 'strict'],
      notes: {
        recommended: say`What is worth reporting in any worker.`,
        hub: say`Demands what a listing on the RunPod Hub needs, too.`,
        strict: say`Also what careful workers do beyond that.`,
      },
      description: say`Which rules apply, and how strictly. The profile hub demands what a listing on the RunPod Hub needs.`,
      source: OURS,
    },
    {
      key: 'rules',
      type: 'object',
      each: { type: 'string', values: ['off', ...[...SEVERITIES].reverse()] },
      description: say`Severity by rule id; off switches the rule off.`,
      source: OURS,
    },
    {
      key: 'ignore',
      type: 'array',
      description: say`Findings to leave out. For JSON files, which have no comments to say it in.`,
      source: OURS,
      items: {
        type: 'object',
        fields: [
          { key: 'rule', type: 'string', required: 'always', description: say`Id of the rule.`, source: OURS },
          {
            key: 'path',
            type: 'string',
            required: 'always',
            description: say`File, relative to the worker, with "/" between folders. No wildcards.`,
            source: OURS,
            examples: ['.runpod/hub.json'],
          },
          {
            key: 'pointer',
            type: 'string',
            description: say`JSON pointer to the value; all below it is meant too. Without it: the whole file.`,
            source: OURS,
            examples: ['/config/gpuIds'],
          },
          { key: 'reason', type: 'string', description: say`Why it is right as it is. For people.`, source: OURS },
        ],
      },
    },
  ],
};
