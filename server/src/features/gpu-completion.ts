// Completion and hover inside the string of gpuIds: pools, and behind them the GPU types that can be taken out of them.

import { asIs, type Message, say } from '../base/message';
import { span } from '../base/span';
import type { JsonString } from '../facts/json';
import { GPU_POOLS, GPU_TYPE_NOTES, MISTAKEN_POOLS, POOL_NOTES } from '../knowledge/gpus';
import type { JsonPlace } from '../syntax/json-place';
import { type Completion, code, codes, type Hover } from './answers';

interface Part {
  readonly text: string;
  /** Without the blanks around it. */
  readonly start: number;
  readonly end: number;
}

/** The comma-separated parts of a string, by offsets in the file. `content` starts at `start`. */
function partsOf(content: string, start: number): readonly Part[] {
  let at = start;
  return content.split(',').map((raw) => {
    const from = at + (raw.length - raw.trimStart().length);
    at += raw.length + 1;
    const text = raw.trim();
    return { text, start: from, end: from + text.length };
  });
}

/** `place` lies inside the string. Nothing where an escape makes offsets unsure. */
export function gpuIdsCompletions(text: string, place: JsonPlace, offset: number): readonly Completion[] {
  const start = place.token.start + 1;
  const content = place.text ?? '';
  if (text.slice(start, start + content.length) !== content || offset < start || offset > start + content.length) {
    return [];
  }
  const parts = partsOf(content, start);
  // Between the blanks around a part, or at its ends.
  const index = content.slice(0, offset - start).split(',').length - 1;
  const current = parts[index] ?? { text: '', start: offset, end: offset };
  const others = new Set(parts.filter((part) => part !== current).map((part) => part.text));
  const target = current.text === '' ? span(offset, offset) : span(current.start, current.end);
  const chosen = GPU_POOLS.filter(({ id }) => others.has(id));
  const pools = GPU_POOLS.filter(({ id }) => !others.has(id)).map(
    ({ id, memory, gpus }): Completion => ({
      label: id,
      kind: 'value',
      span: target,
      text: id,
      detail: asIs(`${memory} GB`),
      about: [say`Pool of ${codes(gpus)}.`],
    }),
  );
  const exclusions = chosen.flatMap(({ id, gpus }) => {
    // Without all of its GPUs nothing is left of a pool.
    const left = gpus.filter((gpu) => !others.has(`-${gpu}`));
    if (left.length < 2) return [];
    return left.map(
      (gpu): Completion => ({
        label: `-${gpu}`,
        kind: 'value',
        span: target,
        text: `-${gpu}`,
        detail: say`not from ${id}`,
        about: [say`Takes ${code(gpu)} out of the pool ${code(id)}.`],
      }),
    );
  });
  return [...pools, ...exclusions];
}

/** On one of the parts of the string. */
export function gpuIdsHover(text: string, value: JsonString, offset: number): Hover | undefined {
  const start = value.span.start + 1;
  if (text.slice(start, start + value.value.length) !== value.value) return undefined;
  const part = partsOf(value.value, start).find(({ start: from, end }) => from <= offset && offset <= end);
  if (part === undefined || part.text === '') return undefined;
  const note = noteOn(part.text);
  return note === undefined ? undefined : { span: span(part.start, part.end), about: [note] };
}

function noteOn(text: string): Message | undefined {
  const pool = GPU_POOLS.find(({ id }) => id === text);
  if (pool !== undefined) {
    return say`Pool ${code(pool.id)}: ${pool.memory} GB of memory or more. ${codes(pool.gpus)}.`;
  }
  if (text.startsWith('-')) {
    const gpu = text.slice(1).trim();
    const from = GPU_POOLS.filter(({ gpus }) => gpus.includes(gpu)).map(({ id }) => id);
    return from.length > 0 ? say`Leaves ${code(gpu)} of the pool ${codes(from)} out.` : undefined;
  }
  const mistaken = Object.hasOwn(MISTAKEN_POOLS, text) ? MISTAKEN_POOLS[text] : undefined;
  if (mistaken !== undefined) return say`No pool. ${code(mistaken)} is one: ${POOL_NOTES[mistaken] ?? ''}.`;
  const gpu = Object.hasOwn(GPU_TYPE_NOTES, text) ? GPU_TYPE_NOTES[text] : undefined;
  return gpu && say`A GPU type, where a pool belongs. ${gpu}.`;
}
