// A diagnosis for people, as text for a terminal and as Markdown: causes first, then every check in its order, what cannot be
// seen, and the claims that go round.

import { positionAt } from '../base/lines';
import { counted, format, type Message, say } from '../base/message';
import type { Source } from '../base/source';
import type { Place } from '../base/span';
import { basename, type Uri } from '../base/uri';
import type { Check, CheckState, Diagnosis, Evidence } from '../features/diagnosis/types';
import type { Language } from '../languages';
import { codeSpan, inline } from './markdown';
import { richOf } from './rich';
import { printable, type ShowPath } from './shared';
import { type Paint, painter } from './text';

export interface DiagnosisOptions {
  readonly showPath: ShowPath;
  readonly language: Language;
  /** To say in which line something lies. */
  readonly sources: ReadonlyMap<Uri, Source>;
}

const TITLE = say`Why does the Hub not see this repository?`;
const NO_CAUSE = say`Nothing that can be seen from here explains it. Go through what cannot be seen, from the top.`;
const ENOUGH = say`By what is documented or reported, each of these is enough to keep a repository off the Hub. Whether there is more depends on what cannot be seen from here.`;
const IN_ORDER = say`Checked, in the order in which the Hub would stop`;
const UNSEEN = say`What cannot be seen from here`;
const CLAIMS = say`Claims that go round`;
const CANNOT_SEE = say`Cannot be seen from here.`;
const SOURCES = say`Sources`;

function causesTitle(count: number): Message {
  return count === 0 ? say`No cause found` : counted(count, say`${count} cause found`, say`${count} causes found`);
}

function causeOf(number: number): Message {
  return say`This is cause ${number}.`;
}

/** What every form shows, in its order. */
interface Parts {
  readonly causes: readonly Check[];
  readonly unseen: readonly Check[];
  readonly sources: readonly string[];
}

function partsOf({ checks }: Diagnosis): Parts {
  return {
    causes: checks.filter(({ state }) => state === 'cause'),
    unseen: checks.filter(({ state }) => state === 'cannot-see'),
    sources: [...new Set(checks.map(({ source }) => source))],
  };
}

/** The worker's path, or its folder's name where one stands in it. */
function nameOf({ root }: Diagnosis, { showPath }: DiagnosisOptions): string {
  const path = showPath(root);
  return path === '.' ? basename(root) : path;
}

function shownPlace({ uri, span }: Place, { showPath, sources }: DiagnosisOptions): string {
  const source = sources.get(uri);
  if (source === undefined) return showPath(uri);
  const { line, character } = positionAt(source.lines, span.start);
  return `${showPath(uri)}:${line + 1}:${character + 1}`;
}

export function diagnosisText(diagnosis: Diagnosis, options: DiagnosisOptions & { readonly colours: boolean }): string {
  const paint = painter(options.colours);
  const words = (message: Message): string => printable(format(message, options.language.bundle));
  const { causes, unseen, sources } = partsOf(diagnosis);
  const evidence = ({ evidence: rows = [] }: Check): string[] =>
    rows.map((row) => `     ${evidenceText(row, options, words, paint)}`);
  const remedy = (check: Check): string[] => (check.remedy ? [`     ${paint('dim', '→')} ${words(check.remedy)}`] : []);
  const heading = (message: Message): string => paint('underline', words(message));

  const shownCauses = causes.flatMap((check, index) => [
    `  ${index + 1}. ${paint('bold', words(check.question))}`,
    `     ${words(check.says)}`,
    ...evidence(check),
    ...remedy(check),
  ]);
  const shownChecks = diagnosis.checks.flatMap((check) => [
    `  ${mark(check.state, paint)} ${words(check.question)} ${paint('dim', words(shortAnswer(check, causes)))}`,
    ...(check.state === 'flaw' ? [...evidence(check), ...remedy(check)] : []),
  ]);
  const shownUnseen = unseen.flatMap((check) => [
    `  ${mark(check.state, paint)} ${words(check.question)} ${words(check.says)}`,
    ...remedy(check),
  ]);
  const shownClaims = diagnosis.claims.flatMap(({ claim, answer }) => [`  ${words(claim)}`, `     ${words(answer)}`]);
  const blocks = [
    [`${paint('bold', printable(nameOf(diagnosis, options)))} ${paint('dim', '·')} ${words(TITLE)}`],
    [
      paint(causes.length > 0 ? 'red' : 'green', words(causesTitle(causes.length))),
      ...shownCauses,
      `  ${words(causes.length > 0 ? ENOUGH : NO_CAUSE)}`,
    ],
    [heading(IN_ORDER), ...shownChecks],
    [heading(UNSEEN), ...shownUnseen],
    [heading(CLAIMS), ...shownClaims],
    [paint('dim', `${words(SOURCES)}: ${sources.join(' ')}`)],
  ];
  return blocks.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function evidenceText(
  { message, place }: Evidence,
  options: DiagnosisOptions,
  words: (message: Message) => string,
  paint: Paint,
): string {
  const where = place === undefined ? '' : `${paint('underline', printable(shownPlace(place, options)))}  `;
  return `${where}${words(message)}`;
}

const MARKS: Readonly<Record<CheckState, { readonly sign: string; readonly colour: Parameters<Paint>[0] }>> = {
  ok: { sign: '✓', colour: 'green' },
  cause: { sign: '✗', colour: 'red' },
  flaw: { sign: '!', colour: 'yellow' },
  'cannot-see': { sign: '?', colour: 'blue' },
  'not-applicable': { sign: '–', colour: 'dim' },
};

function mark(state: CheckState, paint: Paint): string {
  const { sign, colour } = MARKS[state];
  return paint(colour, sign);
}

/** In the list of all checks; causes and what cannot be seen are told at length elsewhere. */
function shortAnswer(check: Check, causes: readonly Check[]): Message {
  if (check.state === 'cause') return causeOf(causes.indexOf(check) + 1);
  return check.state === 'cannot-see' ? CANNOT_SEE : check.says;
}

export function diagnosisMarkdown(diagnosis: Diagnosis, options: DiagnosisOptions): string {
  const words = (message: Message): string => inline(richOf(message, options.language));
  const { causes, unseen, sources } = partsOf(diagnosis);
  const evidence = ({ evidence: rows = [] }: Check): string[] =>
    rows.map(
      ({ message, place }) =>
        `  - ${place === undefined ? '' : `${codeSpan(shownPlace(place, options))} `}${words(message)}`,
    );
  const remedy = (check: Check): string[] => (check.remedy ? [`  - → ${words(check.remedy)}`] : []);
  const item = (check: Check, says: Message): string =>
    `- ${MARKS[check.state].sign} **${words(check.question)}** ${words(says)}`;

  const blocks = [
    `# ${words(TITLE)}`,
    codeSpan(nameOf(diagnosis, options)),
    `## ${words(causesTitle(causes.length))}`,
    causes.flatMap((check) => [item(check, check.says), ...evidence(check), ...remedy(check)]).join('\n'),
    words(causes.length > 0 ? ENOUGH : NO_CAUSE),
    `## ${words(IN_ORDER)}`,
    diagnosis.checks
      .flatMap((check) => [
        item(check, shortAnswer(check, causes)),
        ...(check.state === 'flaw' ? [...evidence(check), ...remedy(check)] : []),
      ])
      .join('\n'),
    `## ${words(UNSEEN)}`,
    unseen.flatMap((check) => [item(check, check.says), ...remedy(check)]).join('\n'),
    `## ${words(CLAIMS)}`,
    diagnosis.claims.map(({ claim, answer }) => `- **${words(claim)}** ${words(answer)}`).join('\n'),
    `## ${words(SOURCES)}`,
    sources.map((source) => `- <${source}>`).join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
