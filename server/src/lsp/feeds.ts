// What the project's own client gets beyond diagnostics: the panel's data while somebody watches, and a small status.

import type { WorkspaceEdit } from 'vscode-languageserver';
import type { Report, Reported } from '../engine/report';
import { IGNORE_SCOPES } from '../features/ignore';
import type { ActionContext } from './actions';
import { type ClientView, panelReportOf, statusOf } from './convert';
import { fixAllEdit, fixEdit } from './fixes';
import { ignoreEdit } from './ignores';
import type { PanelDocument, PanelReport, WorkerStatus } from './protocol';
import { exportedReport, type PageHost, panelDocumentOf } from './report-document';
import { isRecord } from './settings';

/** The panel may lag behind a little; the squiggles may not. A large report waits until typing rests: it takes a while to make. */
const PANEL_MS = 100;
const LARGE_PANEL_MS = 400;
const LARGE = 500;

export interface PanelFeed {
  /** Sends the reports a little later, when somebody watches and they are others than before. */
  update(reports: readonly Report[]): void;
  watch(on: boolean): void;
  all(): readonly PanelReport[];
  /** Null where there is no such worker any more. */
  document(params: unknown, host: PageHost): PanelDocument | null;
  export(params: unknown, host: PageHost): string | null;
  /** The edit of a finding's fix. Null for an id of an earlier report: its edit would be in the wrong place. */
  fix(params: unknown): WorkspaceEdit | null;
  ignore(params: unknown): WorkspaceEdit | null;
  fixAll(params: unknown): WorkspaceEdit | null;
}

/** A report as it was told, in the language of that time. */
interface Told {
  readonly version: number;
  readonly idOf: (outcome: number, finding: number) => string;
  panel?: PanelReport;
}

export function createPanelFeed(context: ActionContext, send: (reports: readonly PanelReport[]) => void): PanelFeed {
  const { view, target } = context;
  // Findings are named `<version>.<outcome>.<finding>`, by places in what the panel was told.
  let told = new WeakMap<Report, Told>();
  let lastVersion = 0;
  let reports: readonly Report[] = [];
  let { language } = view;
  let watched = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tellingOf(report: Report): Told {
    const known = told.get(report);
    if (known !== undefined) return known;
    const version = ++lastVersion;
    const fresh = { version, idOf: (outcome: number, finding: number) => `${version}.${outcome}.${finding}` };
    told.set(report, fresh);
    return fresh;
  }

  /** Of several workers most are as they were. */
  function panelOf(report: Report): PanelReport {
    const telling = tellingOf(report);
    telling.panel ??= panelReportOf(report, telling.version, view, telling.idOf);
    return telling.panel;
  }

  function all(): readonly PanelReport[] {
    return reports.map(panelOf);
  }

  function reportAt(root: unknown): Report | undefined {
    return reports.find((report) => view.clientUri(report.root) === root);
  }

  function named(id: unknown): { readonly report: Report; readonly finding: Reported } | undefined {
    if (typeof id !== 'string') return undefined;
    const [version, outcome, index] = id.split('.').map(Number);
    const report = reports.find((candidate) => told.get(candidate)?.version === version);
    const finding = report?.outcomes[outcome ?? -1]?.findings[index ?? -1];
    return report && finding && { report, finding };
  }

  return {
    all,
    update(current) {
      const isSame =
        language === view.language &&
        current.length === reports.length &&
        current.every((report, index) => report === reports[index]);
      reports = current;
      if (language !== view.language) told = new WeakMap();
      language = view.language;
      if (isSame || !watched) return;
      clearTimeout(timer);
      const amount = current
        .flatMap(({ outcomes }) => outcomes)
        .reduce((sum, { findings }) => sum + findings.length, 0);
      timer = setTimeout(() => send(all()), amount > LARGE ? LARGE_PANEL_MS : PANEL_MS);
    },
    watch(on) {
      watched = on;
      if (!on) clearTimeout(timer);
    },
    document(params, host) {
      const { root } = isRecord(params) ? params : {};
      const report = reportAt(root);
      if (report === undefined) return null;
      const { version, idOf } = tellingOf(report);
      return panelDocumentOf(report, version, idOf, view, host);
    },
    export(params, host) {
      const { root, format } = isRecord(params) ? params : {};
      const report = reportAt(root);
      if (report === undefined || (format !== 'markdown' && format !== 'html')) return null;
      return exportedReport(report, format, view.language, host);
    },
    fix(params) {
      const { id, fix: index } = isRecord(params) ? params : {};
      const { report, finding } = named(id) ?? {};
      const fix = typeof index === 'number' ? finding?.fixes?.[index] : undefined;
      return (report && fix && fixEdit(report, fix, target, view.language)) ?? null;
    },
    ignore(params) {
      const { id, where } = isRecord(params) ? params : {};
      const scope = IGNORE_SCOPES.find((known) => known === where);
      const { report, finding } = named(id) ?? {};
      return (report && finding && scope && ignoreEdit(report, finding, scope, context.settings, target)) ?? null;
    },
    fixAll(params) {
      const { root, rule } = isRecord(params) ? params : {};
      const report = reportAt(root);
      const outcomes = report?.outcomes.filter(({ meta }) => rule === undefined || meta.id === rule) ?? [];
      const findings = outcomes.flatMap((outcome) => outcome.findings);
      return (report && fixAllEdit(report, findings, target)?.edit) ?? null;
    },
  };
}

/** Sends what a status item shows, when it is other than before. At first in any case: then everything is checked. */
export function createStatusFeed(
  view: ClientView,
  send: (workers: readonly WorkerStatus[]) => void,
): (reports: readonly Report[]) => void {
  let sent: string | undefined;
  return (reports) => {
    const workers = reports.map((report) => statusOf(report, view));
    const text = JSON.stringify(workers);
    if (text === sent) return;
    sent = text;
    send(workers);
  };
}
