// What a run over a corpus found, for people: findings and workers by rule, each error, and the rules that took longest.

import { format } from '../../server/src/base/message';
import type { Severity } from '../../server/src/base/severity';
import type { Report, Reported } from '../../server/src/engine/report';
import { findingsOf } from './checks';

const MOST_SLOW_RULES = 5;

interface Row {
  findings: number;
  fixes: number;
  readonly severities: Map<Severity, number>;
  readonly workers: Set<string>;
}

export class Summary {
  private readonly rows = new Map<string, Row>();
  private readonly slowest = new Map<string, { time: number; worker: string; files: number }>();
  private readonly errors: string[] = [];
  private workers = 0;

  /** `show` names the place of a finding. */
  add(worker: string, reports: readonly Report[], show: (finding: Reported) => string): void {
    this.workers++;
    for (const finding of reports.flatMap(findingsOf)) {
      const { rule, severity, fixes = [] } = finding;
      if (severity === 'error') this.errors.push(`${worker}/${show(finding)} ${rule}: ${format(finding.message)}`);
      const row = this.rows.get(rule) ?? { findings: 0, fixes: 0, severities: new Map(), workers: new Set() };
      row.findings++;
      row.fixes += fixes.length;
      row.severities.set(severity, (row.severities.get(severity) ?? 0) + 1);
      row.workers.add(worker);
      this.rows.set(rule, row);
    }
  }

  time(worker: string, files: number, times: ReadonlyMap<string, number>): void {
    for (const [rule, time] of times) {
      if (time > (this.slowest.get(rule)?.time ?? 0)) this.slowest.set(rule, { time, worker, files });
    }
  }

  text(): string {
    const rows = [...this.rows].sort(([, a], [, b]) => b.findings - a.findings);
    const width = Math.max(0, ...rows.map(([rule]) => rule.length));
    const lines = rows.map(([rule, { findings, fixes, severities, workers }]) => {
      const grades = [...severities].map(([severity, count]) => `${count} ${severity}`).join(', ');
      return `${rule.padEnd(width)} ${`${findings}`.padStart(5)} in ${workers.size} workers (${grades}), ${fixes} fixes`;
    });
    const slow = [...this.slowest].sort(([, a], [, b]) => b.time - a.time).slice(0, MOST_SLOW_RULES);
    const times = slow.map(
      ([rule, { time, worker, files }]) => `${rule}: ${time.toFixed(1)} ms for the ${files} files of ${worker}`,
    );
    return [
      `Findings in ${this.workers} workers:`,
      ...lines,
      'Errors:',
      ...this.errors,
      'Longest times of a rule:',
      ...times,
    ].join('\n');
  }
}
