// What the panel's page and the extension say to each other. The page names findings by id and never sends a path or
// an edit, so whatever runs in it can only ask for what the current report already holds.

import type { PanelReport } from '../../server/src/lsp/protocol';

export type PanelState =
  | { readonly kind: 'checking' }
  | { readonly kind: 'reports'; readonly reports: readonly PanelReport[] }
  | { readonly kind: 'stopped'; readonly reason: string };

/** From the extension to the page. */
export interface Show {
  readonly type: 'show';
  readonly state: PanelState;
  /** Root of the worker to bring to the front; without it the page stays at the one it shows. */
  readonly select?: string;
}

/** From the page to the extension. */
export type Ask =
  | { readonly type: 'ready' }
  /** `note` is an index into the finding's related places; without it the finding's own place is meant. */
  | { readonly type: 'open'; readonly finding: string; readonly note?: number }
  | { readonly type: 'fix'; readonly finding: string; readonly fix: number }
  | { readonly type: 'restart' }
  | { readonly type: 'output' }
  /** What the page shows now, for the trace. */
  | { readonly type: 'drawn'; readonly worker: string; readonly findings: number }
  | { readonly type: 'trouble'; readonly message: string };

/** Undefined for anything that is no message of ours. */
export function parseAsk(data: unknown): Ask | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { type, finding, note, fix, worker, findings, message } = { ...data } as Readonly<Record<string, unknown>>;
  switch (type) {
    case 'ready':
    case 'restart':
    case 'output':
      return { type };
    case 'open':
      if (typeof finding !== 'string') return undefined;
      return typeof note === 'number' ? { type, finding, note } : { type, finding };
    case 'fix':
      return typeof finding === 'string' && typeof fix === 'number' ? { type, finding, fix } : undefined;
    case 'drawn':
      return typeof worker === 'string' && typeof findings === 'number' ? { type, worker, findings } : undefined;
    case 'trouble':
      return typeof message === 'string' ? { type, message: message.slice(0, 500) } : undefined;
    default:
      return undefined;
  }
}

/** Undefined for anything that is no message of ours. The extension is trusted with the content of the reports. */
export function parseShow(data: unknown): Show | undefined {
  const isShow = typeof data === 'object' && data !== null && 'type' in data && data.type === 'show' && 'state' in data;
  return isShow ? (data as Show) : undefined;
}
