export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** From the gravest to the mildest. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

export function isAtLeast(severity: Severity, limit: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit);
}

/** The gravest of several, or undefined for none. */
export function gravest(severities: Iterable<Severity>): Severity | undefined {
  let best: Severity | undefined;
  for (const severity of severities) if (best === undefined || isAtLeast(severity, best)) best = severity;
  return best;
}
