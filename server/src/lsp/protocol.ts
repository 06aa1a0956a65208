// What the server says to its own client beyond the language server protocol. Plain data; no imports, so that the
// client can use the types without the server.

export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

/** From 0, in UTF-16 code units, as in the language server protocol. */
export interface ProtocolRange {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
}

export interface PanelNote {
  readonly uri: string;
  readonly range: ProtocolRange;
  readonly message: string;
}

export interface PanelFinding extends PanelNote {
  /** Names this finding to `FIX_REQUEST` until the next report of its worker. */
  readonly id: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly related: readonly PanelNote[];
  readonly fixes: readonly { readonly title: string; readonly safe: boolean }[];
}

export interface PanelOutcome {
  readonly rule: string;
  readonly area: string;
  readonly state: 'passed' | 'failed' | 'inapplicable' | 'undecided' | 'off' | 'crashed';
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  /** What the rule finds, in one sentence. */
  readonly summary: string;
  /** What the user will see on RunPod. */
  readonly why: string;
  readonly findings: readonly PanelFinding[];
  readonly crash?: string;
}

export interface PanelArea {
  readonly area: string;
  readonly title: string;
}

export interface PanelReport {
  /** URI of the worker's directory. */
  readonly root: string;
  readonly name: string;
  readonly kind: string;
  readonly score: number;
  readonly verdict: 'go' | 'conditional-go' | 'no-go';
  readonly reason: string;
  /** Date of the RunPod documentation that the rules follow. */
  readonly documentation: string;
  readonly toolVersion: string;
  readonly areas: readonly PanelArea[];
  readonly outcomes: readonly PanelOutcome[];
}

/** Request, no parameters: all reports once the workspace is read and checked. Answers `PanelReport[]`. */
export const REPORTS_REQUEST = 'runpod/reports';

/** Request `{ on: boolean }`: whether `REPORTS_NOTIFICATION` follows each change. Off at first: nobody may be looking. */
export const WATCH_REQUEST = 'runpod/watchReports';

/** Notification `PanelReport[]`, server to client: all reports after a change, diagnostics first. */
export const REPORTS_NOTIFICATION = 'runpod/reportsChanged';

/** Notification `WorkerStatus[]`, server to client: small, after each change of a verdict, a score or a count. */
export const STATUS_NOTIFICATION = 'runpod/status';

export interface WorkerStatus {
  readonly root: string;
  readonly name: string;
  readonly verdict: 'go' | 'conditional-go' | 'no-go';
  readonly score: number;
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number; readonly hint: number };
}

/**
 * Request `CreateParams`, answers `CreateAnswer`: a file that a worker lacks, written from what its other files say, or a
 * hub.json of another format put into RunPod's. Nothing is ever overwritten but the latter.
 */
export const CREATE_REQUEST = 'runpod/create';

export interface CreateParams {
  readonly what: 'hub' | 'tests' | 'testInput' | 'migration';
  /** A file of the worker that is meant; without it the only worker, or the first. */
  readonly uri?: string;
}

export type CreateAnswer =
  /** `edit` is a `WorkspaceEdit`; `uri` the file to show afterwards, `notes` what to say of it. */
  | { readonly kind: 'created'; readonly edit: object; readonly uri: string; readonly notes: readonly string[] }
  /** `uri`: the file that stands in the way, where there is one. */
  | { readonly kind: 'refused'; readonly reason: string; readonly uri?: string };

/**
 * Request `DiagnosisParams`: why the Hub does not see the repository of the worker around `uri`, or of the first worker.
 * Answers Markdown, or null where there is no worker.
 */
export const DIAGNOSIS_REQUEST = 'runpod/diagnosis';

export interface DiagnosisParams {
  readonly uri?: string;
}

/** Request `IgnoreParams`: the versioned `WorkspaceEdit` that ignores a finding, or null where that cannot be written. */
export const IGNORE_REQUEST = 'runpod/ignore';

export interface IgnoreParams {
  /** Of a finding. */
  readonly id: string;
  /** At its place, everywhere in its file, or the rule in the whole worker. */
  readonly where: 'here' | 'file' | 'project';
}

/** Request `FixAllParams`: one versioned `WorkspaceEdit` with the safe fixes of a worker, or null where there is none. */
export const FIX_ALL_REQUEST = 'runpod/fixAll';

export interface FixAllParams {
  /** Of the worker. */
  readonly root: string;
  /** Only this rule's. */
  readonly rule?: string;
}

/** Request `{ rule }`: the rule's documentation as Markdown in the user's language, or null for an unknown one. */
export const RULE_PAGE_REQUEST = 'runpod/rulePage';

export interface RulePageParams {
  readonly rule: string;
}

/** Request `{ id, fix }`: the edit of a finding's fix as a versioned `WorkspaceEdit`, or null when the report has moved on. */
export const FIX_REQUEST = 'runpod/fix';

export interface FixParams {
  readonly id: string;
  /** Index into the finding's `fixes`. */
  readonly fix: number;
}
