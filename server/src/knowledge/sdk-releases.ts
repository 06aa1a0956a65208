// Releases of the RunPod SDK and what is known to be wrong with them. Source: CHANGELOG.md and pyproject.toml of
// github.com/runpod/runpod-python at 1.12.0, docs.runpod.io/serverless/troubleshooting (2026-11).

export const SDK_PACKAGE = 'runpod';

/** From 1.2.0 on, from the oldest to the newest. */
export const SDK_RELEASES: readonly string[] = (
  '1.2.0 1.2.1 1.2.5 1.2.6 1.3.0 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.4.0 1.4.1 1.4.2 1.5.0 1.5.1 1.5.2 1.5.3 ' +
  '1.6.0 1.6.1 1.6.2 1.6.3 1.7.0 1.7.1 1.7.2 1.7.3 1.7.4 1.7.5 1.7.6 1.7.7 1.7.8 1.7.9 1.7.10 1.7.11 1.7.12 1.7.13 1.8.0 ' +
  '1.8.1 1.8.2 1.9.0 1.9.1 1.10.0 1.10.1 1.11.0 1.12.0'
).split(' ');

/** Releases in which, with a network volume, one worker takes all jobs. */
export const FUNNEL = { first: '1.7.11', last: '1.10.0', fixed: '1.10.1' } as const;

/** The oldest Python that releases from this one on install on. */
export const SDK_PYTHON = { since: '1.10.0', python: '3.10' } as const;

export const SDK_CHANGELOG = 'https://github.com/runpod/runpod-python/blob/main/CHANGELOG.md';
export const TROUBLESHOOTING = 'https://docs.runpod.io/serverless/troubleshooting';
