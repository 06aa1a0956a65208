// Fixes that are to be confirmed, as VS Code has it: its preview leaves whatever needs confirmation unticked, so that "Apply"
// alone does nothing. Here the changes need none themselves, beside the creation of a file that is there already, which is
// not shown and does nothing, but opens the preview.

import type { LanguageClientOptions } from 'vscode-languageclient';
import { FIX_REQUEST } from '../../server/src/lsp/protocol';

type SendRequest = NonNullable<NonNullable<LanguageClientOptions['middleware']>['sendRequest']>;

const ANSWERED_WITH_EDITS: ReadonlySet<string> = new Set(['textDocument/codeAction', FIX_REQUEST]);

/** What this looks at of a `WorkspaceEdit`. */
interface AnnotatedEdit {
  changeAnnotations: Readonly<Record<string, { readonly label: string; readonly needsConfirmation?: boolean }>>;
  readonly documentChanges: Change[];
}

interface Change {
  readonly kind?: string;
  readonly uri?: string;
  readonly textDocument?: { readonly uri: string };
  readonly options?: { readonly ignoreIfExists: true };
  readonly annotationId?: string;
}

export const sendAndTick: SendRequest = async (type, param, token, next) => {
  const answer = await next(type, param, token);
  const method = typeof type === 'string' ? type : type.method;
  if (ANSWERED_WITH_EDITS.has(method)) for (const edit of editsIn(answer)) tick(edit);
  return answer;
};

/** Of one answer, or of code actions. */
function editsIn(answer: unknown): readonly AnnotatedEdit[] {
  const candidates = Array.isArray(answer)
    ? answer.map((action: unknown) => (isObject(action) && 'edit' in action ? action.edit : undefined))
    : [answer];
  return candidates.filter(isAnnotated);
}

/** Our own server's, as the protocol has them. */
function isAnnotated(edit: unknown): edit is AnnotatedEdit {
  return isObject(edit) && 'changeAnnotations' in edit && isObject(edit.changeAnnotations) && 'documentChanges' in edit;
}

/** In place: the answer's type is the language client's business. */
function tick(edit: AnnotatedEdit): void {
  const asked = Object.entries(edit.changeAnnotations).find(([, { needsConfirmation }]) => needsConfirmation);
  const uri = fileThatIs(edit.documentChanges);
  if (asked === undefined || uri === undefined) return;
  const [id, annotation] = asked;
  edit.changeAnnotations = { [id]: { ...annotation, needsConfirmation: false }, [OPENER]: annotation };
  edit.documentChanges.push({ kind: 'create', uri, options: { ignoreIfExists: true }, annotationId: OPENER });
}

const OPENER = 'opens the preview';

/** One that is changed, and not created by the same edit. */
function fileThatIs(changes: readonly Change[]): string | undefined {
  const created = new Set(changes.flatMap(({ kind, uri }) => (kind === 'create' ? uri : [])));
  return changes.flatMap(({ textDocument }) => textDocument?.uri ?? []).find((uri) => !created.has(uri));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
