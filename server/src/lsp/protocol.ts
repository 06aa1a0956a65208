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
}

export interface PanelArea {
  readonly area: string;
  readonly title: string;
}

export interface PanelReport {
  /** URI of the worker's directory. */
  readonly root: string;
  /** Another one whenever anything in the report is another. */
  readonly version: number;
  readonly name: string;
  readonly kind: string;
  readonly score: number;
  readonly verdict: 'go' | 'conditional-go' | 'no-go';
  readonly reason: string;
  readonly areas: readonly PanelArea[];
  readonly outcomes: readonly PanelOutcome[];
}

/** Request, no parameters: all reports once the workspace is read and checked. Answers `PanelReport[]`. */
export const REPORTS_REQUEST = 'runpod/reports';

/** Request `{ on: boolean }`: whether `REPORTS_NOTIFICATION` follows each change. Off at first: nobody may be looking. */
export const WATCH_REQUEST = 'runpod/watchReports';

/** Notification `PanelReport[]`, server to client: all reports after a change, diagnostics first. */
export const REPORTS_NOTIFICATION = 'runpod/reportsChanged';

/**
 * Request `{ root }`: a worker's report to be shown, as `PanelDocument` in the user's language. Null where there is no worker
 * any more.
 */
export const DOCUMENT_REQUEST = 'runpod/document';

export interface PanelDocument {
  readonly root: string;
  /** Of the `PanelReport` that it shows. */
  readonly version: number;
  readonly name: string;
  readonly verdict: 'go' | 'conditional-go' | 'no-go';
  /** How many findings the report has; of one rule not all of them are shown. */
  readonly findings: number;
  /** Such as `en`: what `html` is written in. */
  readonly language: string;
  /**
   * An element of our own making, in which everything from the workspace is escaped. Its buttons say in `data-action` what
   * they are for: `open` (`data-link`, a key of `places`), `fix` and `ignore` (`data-finding`, `data-fix`), `explain`
   * (`data-rule`), `export` (`data-format`), `fixAll`.
   */
  readonly html: string;
  /** The report in one sentence, to be said aloud. */
  readonly summary: string;
  readonly places: Readonly<Record<string, { readonly uri: string; readonly range: ProtocolRange }>>;
}

/** Request `ExportParams`: a worker's report as the text of a file, or null where there is no worker any more. */
export const EXPORT_REQUEST = 'runpod/export';

export interface ExportParams {
  /** Of the worker. */
  readonly root: string;
  readonly format: 'markdown' | 'html';
}

/** Notification `WorkerStatus[]`, server to client: small, after the first check and each change of a verdict, a score or a count. */
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

/** Request, no parameters: all rules in the order of their areas, in the user's language. Answers `RuleEntry[]`. */
export const RULES_REQUEST = 'runpod/rules';

export interface RuleEntry {
  readonly rule: string;
  /** What people call the area. */
  readonly area: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly summary: string;
}

/** What diagnostics name as their source. */
export const DIAGNOSTIC_SOURCE = 'RunPod';

/** Command of a client: shows the documentation of the rule that its argument names. */
export const EXPLAIN_COMMAND = 'runpodCompliance.explain';

/** Command of a client: shows the compliance report of the worker that is looked at. */
export const CHECK_COMMAND = 'runpodCompliance.check';

/** Command of a client: shows the place that its argument, `OpenParams`, names. */
export const OPEN_COMMAND = 'runpodCompliance.open';

export interface OpenParams {
  readonly uri: string;
  readonly range: ProtocolRange;
}

/** What a client adds to the `initializationOptions`, beside settings. */
export interface ClientOptions {
  /** Commands that it has, for links, code actions and lenses: `EXPLAIN_COMMAND`, `CHECK_COMMAND`, `OPEN_COMMAND`. */
  readonly commands: readonly string[];
}

/** Request `{ id, fix }`: the edit of a finding's fix as a versioned `WorkspaceEdit`, or null when the report has moved on. */
export const FIX_REQUEST = 'runpod/fix';

export interface FixParams {
  readonly id: string;
  /** Index into the finding's `fixes`. */
  readonly fix: number;
}
