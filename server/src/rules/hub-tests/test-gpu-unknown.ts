// gpuTypeId of tests.json: the exact id of one GPU type.

import type { Fix } from '../../base/edit';
import { type Message, say } from '../../base/message';
import { replaceValue } from '../../edits/json';
import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import { gpuTypesOfPool, isGpuType, mayBePool, meantGpuType, meantPool } from '../../model/hub/gpu';
import { placeOf, valueAt } from '../../model/json';
import { rule } from '../rule';

export const testGpuUnknown = rule({
  meta: {
    id: 'test-gpu-unknown',
    area: 'hub-tests',
    severity: 'warning',
    since: '0.1.0',
    summary: 'The gpuTypeId of the tests is a pool, or no GPU type that RunPod documents.',
    why: 'The Hub finds no machine to run the tests on, so the release stays Pending or fails.',
    good: 'The GPU type of the tests, where they name one, is one that RunPod has.',
    sources: [PUBLISHING_GUIDE, 'https://docs.runpod.io/references/gpu-types'],
  },
  reads: ['tests'],
  *check({ tests }) {
    const value = valueAt(tests.root, 'config', 'gpuTypeId');
    if (value?.kind !== 'string' || value.value === '' || isGpuType(value.value)) return;
    const name = value.value.trim();
    const gpu = meantGpuType(name) ?? gpuTypesOfPool(meantPool(name) ?? '')[0];
    const fixes: readonly Fix[] =
      gpu === undefined ? [] : [{ title: say`Change to "${gpu}"`, safe: true, edits: replaceValue(tests, value, gpu) }];
    yield { ...placeOf(tests, value.span), message: messageOf(name, gpu), fixes };
  },
});

function messageOf(name: string, gpu: string | undefined): Message {
  if (mayBePool(name))
    return say`"${name}" is a GPU pool, but tests run on one GPU type, such as "${gpu ?? 'NVIDIA A40'}".`;
  return gpu === undefined
    ? say`"${name}" is no GPU type that RunPod documents.`
    : say`"${name}" is no GPU type that RunPod documents. Did you mean "${gpu}"?`;
}
