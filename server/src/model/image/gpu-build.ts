// Calls that need a GPU in the Python of the worker that runs when a file is started. Code under a condition is left out: it
// may look for a GPU first.

import type { Place } from '../../base/span';
import { CUDA_DEVICE, DEVICE_ARGUMENTS, TORCH_CUDA_CALLS } from '../../knowledge/gpu-build';
import type { Call, Expression } from '../../syntax/python-tree';
import { type Fn, type Module, type Python, placeIn, textIn } from '../python/python';
import { resolve } from '../python/resolve';
import { callsAtStart } from '../python/sure';

export interface GpuCall extends Place {
  /** As written. */
  readonly text: string;
}

export function gpuCalls(python: Python, module: Module): readonly GpuCall[] {
  const found: GpuCall[] = [];
  for (const { fn, fact } of callsAtStart(python, module, false)) {
    const { call } = fact;
    if (!needsGpu(python, fn, call)) continue;
    const node = call.callee.kind === 'attribute' ? call.callee.nameSpan : call.callee;
    found.push({ ...placeIn(fn, node), text: textIn(fn, call) });
  }
  return found;
}

function needsGpu(python: Python, fn: Fn, { callee, args }: Call): boolean {
  if (callee.kind === 'attribute') {
    if (callee.name === 'cuda' && args.length === 0) return true;
    if (callee.name === 'to' && args.some(({ value }) => isCuda(python, fn, value))) return true;
    if (TORCH_CUDA_CALLS.has(callee.name)) {
      const origin = resolve(python, fn, callee);
      return origin.kind === 'external' && origin.path === `torch.cuda.${callee.name}`;
    }
  }
  const given = args.some(({ name, value }) => name && DEVICE_ARGUMENTS.has(name) && isCuda(python, fn, value));
  // What the worker's own functions do with the name is seen where they do it.
  return given && resolve(python, fn, callee).kind.startsWith('external');
}

function isCuda(python: Python, fn: Fn, expression: Expression): boolean {
  const origin = expression.kind === 'string' ? { kind: 'expression', expression } : resolve(python, fn, expression);
  return (
    origin.kind === 'expression' &&
    origin.expression.kind === 'string' &&
    CUDA_DEVICE.test(origin.expression.value ?? '')
  );
}
