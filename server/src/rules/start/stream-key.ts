// What both rules about `return_aggregate_stream` look at.

import { HANDLER_GUIDE } from '../../knowledge/sdk';
import type { HandlerUse } from '../../model/python/handler';
import type { Fn } from '../../model/python/python';
import { hasPlainKeys } from '../../model/python/starts';
import type { Dict } from '../../syntax/python-tree';

export const STREAM_KEY = 'return_aggregate_stream';

export const STREAM_SOURCES: readonly string[] = [
  HANDLER_GUIDE,
  'https://docs.runpod.io/serverless/development/aggregate-outputs',
];

/** A dictionary that stands in the call and whose keys can all be read. */
export function plainConfig({ start }: HandlerUse): { readonly dict: Dict; readonly fn: Fn } | undefined {
  const { config, fact } = start;
  const stands = config && fact.call.args.some(({ value }) => value === config.dict);
  return stands && hasPlainKeys(config.dict) ? config : undefined;
}
