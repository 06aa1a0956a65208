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

/** Request `{ id, fix }`: the edit of a finding's fix as a versioned `WorkspaceEdit`, or null when the report has moved on. */
export const FIX_REQUEST = 'runpod/fix';

export interface FixParams {
  readonly id: string;
  /** Index into the finding's `fixes`. */
  readonly fix: number;
}
