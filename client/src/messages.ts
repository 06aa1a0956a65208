// What the panel's page and the extension say to each other. The page names places, findings and workers by the names that
// it was given and never sends a path or an edit, so whatever runs in it can only ask for what its report already holds.

import type { PanelDocument } from '../../server/src/lsp/protocol';

export interface Tab {
  readonly root: string;
  readonly name: string;
  readonly verdict: PanelDocument['verdict'];
  readonly verdictWord: string;
}

/** What the page shows instead of a report. */
export interface Notice {
  readonly kind: 'notice';
  /** Named for the tests and the style. */
  readonly about: 'checking' | 'stopped' | 'noWorker';
  readonly title: string;
  readonly text?: string;
  readonly actions: readonly { readonly action: NoticeAction; readonly label: string }[];
  readonly language: string;
}

export type NoticeAction = 'restart' | 'output' | 'newHandler';

export interface Shown {
  readonly kind: 'report';
  /** Of all workers, where there are several. */
  readonly tabs: readonly Tab[];
  readonly tabsLabel: string;
  /** The places stay with the extension. */
  readonly document: Omit<PanelDocument, 'places'>;
}

/** From the extension to the page. */
export interface Show {
  readonly type: 'show';
  readonly view: Notice | Shown;
}

/** From the page to the extension. */
export type Ask =
  /** `worker` is the one that was shown before the page was thrown away. */
  | { readonly type: 'ready'; readonly worker?: string }
  | { readonly type: 'open'; readonly link: string }
  | { readonly type: 'fix'; readonly finding: string; readonly fix: number }
  | { readonly type: 'ignore'; readonly finding: string }
  | { readonly type: 'explain'; readonly rule: string }
  | { readonly type: 'fixAll' }
  | { readonly type: 'export'; readonly format: 'markdown' | 'html' }
  | { readonly type: 'select'; readonly worker: string }
  | { readonly type: NoticeAction }
  /** What the page shows now, for the trace. */
  | { readonly type: 'drawn'; readonly worker: string; readonly findings: number }
  | { readonly type: 'trouble'; readonly message: string };

/** Undefined for anything that is no message of ours. */
export function parseAsk(data: unknown): Ask | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { type, link, finding, fix, rule, format, worker, findings, message } = { ...data } as Readonly<
    Record<string, unknown>
  >;
  switch (type) {
    case 'ready':
      return typeof worker === 'string' ? { type, worker } : { type };
    case 'open':
      return typeof link === 'string' ? { type, link } : undefined;
    case 'fix':
      return typeof finding === 'string' && typeof fix === 'number' ? { type, finding, fix } : undefined;
    case 'ignore':
      return typeof finding === 'string' ? { type, finding } : undefined;
    case 'explain':
      return typeof rule === 'string' ? { type, rule } : undefined;
    case 'export':
      return format === 'markdown' || format === 'html' ? { type, format } : undefined;
    case 'select':
      return typeof worker === 'string' ? { type, worker } : undefined;
    case 'fixAll':
    case 'restart':
    case 'output':
    case 'newHandler':
      return { type };
    case 'drawn':
      return typeof worker === 'string' && typeof findings === 'number' ? { type, worker, findings } : undefined;
    case 'trouble':
      return typeof message === 'string' ? { type, message: message.slice(0, 500) } : undefined;
    default:
      return undefined;
  }
}

/** Undefined for anything that is no message of ours. The extension is trusted with the content of what it shows. */
export function parseShow(data: unknown): Show | undefined {
  const isShow = typeof data === 'object' && data !== null && 'type' in data && data.type === 'show' && 'view' in data;
  return isShow ? (data as Show) : undefined;
}
