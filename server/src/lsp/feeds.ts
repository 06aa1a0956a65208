// What the project's own client gets beyond diagnostics: the panel's data while somebody watches, and a small status.

import type { WorkspaceEdit } from 'vscode-languageserver';
import type { Report } from '../engine/report';
import { type ClientView, type EditTarget, panelReportOf, statusOf, workspaceEditOf } from './convert';
import type { PanelReport, WorkerStatus } from './protocol';
import { isRecord } from './settings';

/** The panel may lag behind a little; the squiggles may not. */
const PANEL_MS = 100;

export interface PanelFeed {
  /** Sends the reports a little later, when somebody watches and they are others than before. */
  update(reports: readonly Report[]): void;
  watch(on: boolean): void;
  all(): readonly PanelReport[];
  /** The edit of a finding's fix. Null for an id of an earlier report: its edit would be in the wrong place. */
  fix(params: unknown): WorkspaceEdit | null;
}

export function createPanelFeed(
  view: ClientView,
  target: EditTarget,
  send: (reports: readonly PanelReport[]) => void,
): PanelFeed {
  // Findings are named `<report>.<outcome>.<finding>`, by places in what the panel was told.
  const serials = new WeakMap<Report, number>();
  let lastSerial = 0;
  let reports: readonly Report[] = [];
  let { language } = view;
  let watched = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function serialOf(report: Report): number {
    const known = serials.get(report);
    if (known !== undefined) return known;
    serials.set(report, ++lastSerial);
    return lastSerial;
  }

  function all(): readonly PanelReport[] {
    return reports.map((report) => {
      const serial = serialOf(report);
      return panelReportOf(report, view, (outcome, finding) => `${serial}.${outcome}.${finding}`);
    });
  }

  return {
    all,
    update(current) {
      const isSame =
        language === view.language &&
        current.length === reports.length &&
        current.every((report, index) => report === reports[index]);
      reports = current;
      language = view.language;
      if (isSame || !watched) return;
      clearTimeout(timer);
      timer = setTimeout(() => send(all()), PANEL_MS);
    },
    watch(on) {
      watched = on;
      if (!on) clearTimeout(timer);
    },
    fix(params) {
      const { id, fix: index } = isRecord(params) ? params : {};
      if (typeof id !== 'string' || typeof index !== 'number') return null;
      const [serial, outcome, finding] = id.split('.').map(Number);
      const report = reports.find((candidate) => serials.get(candidate) === serial);
      const fix = report?.outcomes[outcome ?? -1]?.findings[finding ?? -1]?.fixes?.[index];
      return (report && fix && workspaceEditOf(report, fix.edits, target)) ?? null;
    },
  };
}

/** Sends what a status item shows, when it is other than before. */
export function createStatusFeed(
  view: ClientView,
  send: (workers: readonly WorkerStatus[]) => void,
): (reports: readonly Report[]) => void {
  let sent = '[]';
  return (reports) => {
    const workers = reports.map((report) => statusOf(report, view));
    const text = JSON.stringify(workers);
    if (text === sent) return;
    sent = text;
    send(workers);
  };
}
