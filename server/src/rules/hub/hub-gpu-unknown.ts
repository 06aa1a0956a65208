// gpuIds of hub.json: ids of GPU pools, and GPU types that are taken out of them.

import type { Edit, Fix } from '../../base/edit';
import { type Message, say } from '../../base/message';
import { span } from '../../base/span';
import { replace } from '../../edits/json';
import type { JsonFile, JsonString } from '../../facts/json';
import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import { isGpuType, mayBePool, meantGpuType, meantPool, poolOfGpuType } from '../../model/hub/gpu';
import { type Token, tokensOf } from '../../model/hub/hub';
import { placeOf, valueAt } from '../../model/json';
import { bounded } from '../bounded';
import { type Finding, rule } from '../rule';

export const hubGpuUnknown = rule({
  meta: {
    id: 'hub-gpu-unknown',
    area: 'hub',
    severity: 'warning',
    since: '0.1.0',
    summary: 'The list in gpuIds names something that is no GPU pool, or excludes a GPU that is in none of the pools.',
    why: 'The Hub refuses the listing with an internal error, or deployments get no GPU.',
    good: 'The list in gpuIds names only GPU pools and GPUs that RunPod has.',
    sources: [PUBLISHING_GUIDE, 'https://docs.runpod.io/references/gpu-types'],
  },
  reads: ['hub'],
  check: ({ hub }) => bounded(wrongTokens(hub)),
});

/** Each is compared with each; RunPod has some dozen pools and GPU types. */
const MOST_TOKENS = 100;

function* wrongTokens(file: JsonFile): Iterable<Finding> {
  const value = valueAt(file.root, 'config', 'gpuIds');
  if (value?.kind !== 'string') return;
  const tokens = tokensOf(file, value)
    .filter(({ text }) => text !== '')
    .slice(0, MOST_TOKENS);
  for (const [index, token] of tokens.entries()) {
    const finding = token.text.startsWith('-')
      ? wrongExclusion(file, value, tokens, token)
      : wrongPool(file, value, tokens, index);
    if (finding !== undefined) yield finding;
  }
}

function wrongPool(file: JsonFile, value: JsonString, tokens: readonly Token[], index: number): Finding | undefined {
  const token = tokens[index];
  if (token === undefined || mayBePool(token.text)) return undefined;
  const pool = meantPool(token.text);
  const others = tokens.filter((_, at) => at !== index);
  // Where an exact pool, or an earlier wrong name of the same pool, is there already, this one only goes.
  const twice =
    pool !== undefined &&
    others.some(({ text }, at) => text === pool || (at < index && !text.startsWith('-') && meantPool(text) === pool));
  return {
    ...placeOf(file, token.span),
    message: poolMessage(token.text, pool),
    fixes: pool === undefined ? [] : [twice ? removal(file, value, tokens, index) : change(file, value, token, pool)],
  };
}

function poolMessage(name: string, pool: string | undefined): Message {
  if (isGpuType(name)) {
    return pool === undefined
      ? say`"${name}" is a GPU type, and no pool has it: gpuIds takes ids of pools, such as ADA_24.`
      : say`"${name}" is a GPU type, but gpuIds takes ids of pools: that GPU is in ${pool}.`;
  }
  return pool === undefined
    ? say`"${name}" is no GPU pool that RunPod documents.`
    : say`"${name}" is no GPU pool that RunPod documents. Did you mean ${pool}?`;
}

function wrongExclusion(
  file: JsonFile,
  value: JsonString,
  tokens: readonly Token[],
  token: Token,
): Finding | undefined {
  const name = token.text.slice(1).trim();
  const place = placeOf(file, token.span);
  if (!isGpuType(name)) {
    const gpu = meantGpuType(name);
    const message =
      gpu === undefined
        ? say`"${name}" is no GPU type that RunPod documents: it excludes nothing.`
        : say`"${name}" is no GPU type that RunPod documents: it excludes nothing. Did you mean "${gpu}"?`;
    return { ...place, message, fixes: gpu === undefined ? [] : [change(file, value, token, `-${gpu}`)] };
  }
  const chosen = tokens.filter(({ text }) => !text.startsWith('-')).map(({ text }) => meantPool(text));
  const pool = poolOfGpuType(name);
  // What an unknown pool holds is unknown, and with it whether this GPU is in it.
  if (pool === undefined || chosen.length === 0 || chosen.includes(undefined) || chosen.includes(pool))
    return undefined;
  const message = say`"${name}" is in ${pool}, which is not among the chosen pools: excluding it does nothing.`;
  return { ...place, message, fixes: [removal(file, value, tokens, tokens.indexOf(token))] };
}

function change(file: JsonFile, value: JsonString, token: Token, text: string): Fix {
  return { title: say`Change to ${text}`, safe: true, edits: [edit(file, value, token, text)] };
}

/** Takes the entry away with the comma beside it. */
function removal(file: JsonFile, value: JsonString, tokens: readonly Token[], index: number): Fix {
  const token = tokens[index];
  const previous = tokens[index - 1];
  const next = tokens[index + 1];
  const kept = tokens.filter((_, at) => at !== index).map(({ text }) => text);
  const exact = token !== undefined && token.span !== value.span;
  const at =
    exact && previous !== undefined
      ? span(previous.span.end, token.span.end)
      : exact && next !== undefined
        ? span(token.span.start, next.span.start)
        : undefined;
  const edits = [at === undefined ? replace(file, value.span, JSON.stringify(kept.join(','))) : replace(file, at, '')];
  return { title: say`Remove ${token?.text ?? ''}, which adds nothing`, safe: true, edits };
}

function edit(file: JsonFile, value: JsonString, token: Token, text: string): Edit {
  if (token.span !== value.span) return replace(file, token.span, text);
  const changed = value.value.split(',').map((part) => (part.trim() === token.text ? text : part));
  return replace(file, value.span, JSON.stringify(changed.join(',')));
}
