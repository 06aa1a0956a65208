// Exit codes, which other people's CI relies on.

export const EXIT = {
  /** Nothing at or above --fail-on. */
  clean: 0,
  findings: 1,
  /** Wrong usage, or input that is not there. */
  input: 2,
  /** Our own fault. */
  fault: 3,
} as const;

export type Exit = (typeof EXIT)[keyof typeof EXIT];
