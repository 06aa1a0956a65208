// Every word the panel says itself, in one place for translators, and the small grammar of counts.
// What rules say comes with the reports.

import type { PanelFinding, PanelOutcome, PanelReport } from '../../../server/src/lsp/protocol';

export type Severity = PanelFinding['severity'];

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

const VERDICTS: Readonly<Record<PanelReport['verdict'], string>> = {
  go: 'GO',
  'conditional-go': 'CONDITIONAL GO',
  'no-go': 'NO-GO',
};

const KINDS: Readonly<Record<string, string>> = {
  queue: 'Queue worker',
  streaming: 'Streaming worker',
  concurrent: 'Concurrent worker',
  'load-balancer': 'Load balancing worker',
  flash: 'Flash worker',
  'dual-mode': 'Dual-mode worker',
  'base-image': 'Worker of its base image',
  pod: 'Pod',
  unknown: 'Worker',
};

const SEVERITY_NOUNS: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
  hint: ['hint', 'hints'],
};

const STATES: Readonly<Record<PanelOutcome['state'], string>> = {
  passed: 'Passed',
  failed: 'Found',
  inapplicable: 'Does not apply',
  undecided: 'Undecided',
  off: 'Off',
  crashed: 'Not checked',
};

export const WORDS = {
  product: 'RunPod compliance',
  ofTen: 'of 10',
  priorities: {
    critical: { title: 'Critical', remark: 'Fix before you deploy' },
    high: { title: 'High', remark: 'Fix soon' },
    low: { title: 'Low', remark: 'Worth knowing' },
  },
  findings: 'Findings',
  nothingFound: 'Nothing to fix.',
  nothingFoundRemark: 'Every check that applies to this worker has passed.',
  why: 'What you will see on RunPod',
  route: 'How it gets there',
  review: 'review',
  reviewHint: 'This fix may change what the code does. Review the result; undo takes it back.',
  areas: 'Areas',
  area: 'Area',
  status: 'Status',
  checks: 'Checks',
  remark: 'Remark',
  checklist: 'Checklist before deployment',
  checklistRemark: 'Each line is a fault that was looked for. A tick means that it is not there.',
  notChecked: 'Could not be checked',
  undecidedReason: 'A file it depends on cannot be read in full, and a conclusion would be a guess.',
  workers: 'Workers',
  checking: 'Checking the workspace…',
  noWorker: 'No RunPod worker here',
  noWorkerRemark:
    'A worker is a folder with a Python file that calls runpod.serverless.start, or with a .runpod/hub.json. Open one, or start with a snippet: type runpod in a Python file.',
  stopped: 'The compliance server is not running',
  restart: 'Restart server',
  output: 'Show output',
} as const;

export function verdictWord(verdict: PanelReport['verdict']): string {
  return VERDICTS[verdict];
}

export function kindWord(kind: string): string {
  return KINDS[kind] ?? kind;
}

export function stateWord(state: PanelOutcome['state']): string {
  return STATES[state];
}

export function scoreWord(score: number): string {
  return score === 10 ? '10' : score.toFixed(1);
}

export function count(severity: Severity, amount: number): string {
  const [one, many] = SEVERITY_NOUNS[severity];
  return `${amount} ${amount === 1 ? one : many}`;
}

/** "2 errors, 1 warning"; empty for no finding. */
export function countList(findings: readonly PanelFinding[]): string {
  return SEVERITIES.map((severity) => ({
    severity,
    amount: findings.filter((finding) => finding.severity === severity).length,
  }))
    .filter(({ amount }) => amount > 0)
    .map(({ severity, amount }) => count(severity, amount))
    .join(', ');
}

export function checksPassed(amount: number): string {
  return `${amount} ${amount === 1 ? 'check' : 'checks'} passed`;
}

export function checksUndecided(amount: number): string {
  return `${amount} undecided`;
}

export function passedOf(passed: number, all: number): string {
  return `${passed} of ${all}`;
}

export function places(amount: number): string {
  return `${amount} places`;
}

export function notApplicable(areas: readonly string[]): string {
  return `Does not apply to this worker: ${areas.join(', ')}.`;
}

/** Said aloud after a change. */
export function announcement(report: PanelReport): string {
  const found = countList(report.outcomes.flatMap((outcome) => outcome.findings));
  const score = `score ${scoreWord(report.score)} ${WORDS.ofTen}`;
  return `${report.name}: ${verdictWord(report.verdict)}, ${score}, ${found === '' ? 'no findings' : found}.`;
}

export function rulesFrom(report: PanelReport): string {
  const off = report.outcomes.filter(({ state }) => state === 'off').length;
  const version = `RunPod Compliance ${report.toolVersion}, after the RunPod documentation of ${report.documentation}`;
  return off === 0 ? `${version}.` : `${version}. ${off} ${off === 1 ? 'rule is' : 'rules are'} turned off.`;
}
