// What the project's own client asks beyond the language server protocol: reports and their pages, edits for findings, files
// that a worker lacks, the rules' documentation. Who answers is elsewhere; here it is waited until the answer is current.

import type { Connection, WorkspaceEdit } from 'vscode-languageserver';
import type { Uri } from '../base/uri';
import type { Report } from '../engine/report';
import type { Session } from '../engine/session';
import type { Language } from '../languages';
import type { EditTarget } from './convert';
import { answerCreation } from './creation';
import { diagnosisAnswer } from './diagnosis';
import type { PanelFeed } from './feeds';
import {
  CREATE_REQUEST,
  type CreateAnswer,
  DIAGNOSIS_REQUEST,
  DOCUMENT_REQUEST,
  EXPORT_REQUEST,
  FIX_ALL_REQUEST,
  FIX_REQUEST,
  IGNORE_REQUEST,
  type PanelDocument,
  type PanelReport,
  REPORTS_REQUEST,
  RULE_PAGE_REQUEST,
  RULES_REQUEST,
  type RuleEntry,
  WATCH_REQUEST,
} from './protocol';
import type { Repositories } from './repositories';
import { rulePageAnswer, rulesAnswer } from './rule-page';
import { isRecord } from './settings';

export interface FaceContext {
  readonly panel: PanelFeed;
  readonly target: EditTarget;
  readonly host: {
    readonly session: Promise<Session>;
    page(rule: string): string | undefined;
    today(): string;
  };
  /** Once the settings are known, and with them the language. */
  ready(): Promise<void>;
  /** Once all current texts are checked. */
  settled(): Promise<void>;
  /** The same, and what git knows as well. */
  repositories(): Promise<Repositories['around']>;
  reports(): readonly Report[];
  readonly folders: readonly Uri[];
  readonly language: Language;
}

export function registerFaceRequests(connection: Connection, context: FaceContext): void {
  const { panel, host } = context;
  const pages = {
    page: host.page,
    today: host.today,
    get folders() {
      return context.folders;
    },
  };
  /** Answers what the current texts say. */
  const answer = <T>(request: string, from: (params: unknown) => T | Promise<T>): void => {
    connection.onRequest(request, async (params: unknown): Promise<unknown> => {
      await context.settled();
      return from(params);
    });
  };

  answer<readonly PanelReport[]>(REPORTS_REQUEST, panel.all);
  answer<PanelDocument | null>(DOCUMENT_REQUEST, (params) => panel.document(params, pages));
  answer<string | null>(EXPORT_REQUEST, (params) => panel.export(params, pages));
  answer<WorkspaceEdit | null>(FIX_REQUEST, panel.fix);
  answer<WorkspaceEdit | null>(IGNORE_REQUEST, panel.ignore);
  answer<WorkspaceEdit | null>(FIX_ALL_REQUEST, panel.fixAll);
  answer<CreateAnswer>(CREATE_REQUEST, async (params) =>
    answerCreation(await host.session, context.reports(), params, context.target, context.language),
  );

  connection.onRequest(WATCH_REQUEST, (params: unknown): null => {
    const { on } = isRecord(params) ? params : {};
    panel.watch(on === true);
    return null;
  });
  connection.onRequest(DIAGNOSIS_REQUEST, async (params: unknown): Promise<string | null> => {
    const around = await context.repositories();
    return diagnosisAnswer(await host.session, context.reports(), around, context.folders, context.language, params);
  });
  // They are about no file: only the language has to be known.
  connection.onRequest(RULE_PAGE_REQUEST, async (params: unknown): Promise<string | null> => {
    await context.ready();
    return rulePageAnswer(params, host.page, context.language);
  });
  connection.onRequest(RULES_REQUEST, async (): Promise<readonly RuleEntry[]> => {
    await context.ready();
    return rulesAnswer(context.language);
  });
}
