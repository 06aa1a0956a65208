// What a run may be expected to have shown. Each fails with the run's own output, which says most about what went wrong.

import assert from 'node:assert/strict';
import type { Answer } from './platform';
import type { Run } from './worker';

export type Expectation = (run: Run) => void;
export type OfAnswer = (answer: Answer) => void;

export function all<T>(...expectations: readonly ((of: T) => void)[]): (of: T) => void {
  return (of) => {
    for (const expectation of expectations) expectation(of);
  };
}

/** Of the job with this number, from 0. */
export function answered(job: number, expectation: OfAnswer): Expectation {
  return ({ shift }) => {
    const answer = shift.answers[job];
    assert.ok(answer !== undefined, `There is no job ${job}.`);
    expectation(answer);
  };
}

/** `more` is what the result has beside its output. */
export function completed(output: unknown, more: Partial<Answer> = {}): OfAnswer {
  return (answer) => assert.deepEqual(answer, { status: 'COMPLETED', output, ...more });
}

export function failed(part: string): OfAnswer {
  return ({ status, error }) => {
    assert.equal(status, 'FAILED');
    // The SDK sends an exception as JSON in a string, which escapes quotes.
    const text = typeof error === 'string' ? error.replaceAll('\\"', '"') : JSON.stringify(error);
    assert.ok(text.includes(part), `No "${part}" in ${text}`);
  };
}

export function outputs(output: unknown): OfAnswer {
  return (answer) => assert.deepEqual(answer.output, output);
}

export function outputsKeys(...keys: readonly string[]): OfAnswer {
  return ({ status, output }) => {
    assert.equal(status, 'COMPLETED');
    assert.deepEqual(Object.keys(output ?? {}).sort(), [...keys].sort());
  };
}

export const unanswered: OfAnswer = (answer) => assert.deepEqual(answer, { status: 'unanswered' });

export const stillRunning: Expectation = ({ code }) => assert.equal(code, undefined, 'The worker has ended.');

export function streamed(outputs: readonly unknown[]): Expectation {
  return ({ shift }) => assert.deepEqual(shift.streamed, outputs);
}

export function reported(progress: readonly unknown[]): Expectation {
  return ({ shift }) => assert.deepEqual(shift.progress, progress);
}

export function tookAtOnce(jobs: number): Expectation {
  return ({ shift }) => assert.equal(shift.mostAtOnce, jobs);
}

export function exited(code: number, output: string): Expectation {
  return (run) => {
    assert.equal(run.code, code);
    printed(output)(run);
  };
}

/** By an exception that nobody caught. */
export function crashed(exception: string): Expectation {
  return exited(1, exception);
}

export function printed(part: string): Expectation {
  return ({ log }) => assert.ok(log.includes(part), `It did not print "${part}".`);
}

export function printedNot(part: string): Expectation {
  return ({ log }) => assert.ok(!log.includes(part), `It printed "${part}".`);
}

export const tookNoJob: Expectation = ({ shift }) => assert.equal(shift.polls, 0, 'It asked for jobs.');

/** Whether two jobs waited for a slow server at the same time. */
export function waitedTogether(together: boolean): Expectation {
  return ({ shift }) => assert.equal(shift.mostSlow, together ? 2 : 1);
}

/** Whether the second of two jobs began before the handler was done with the first. */
export function startedTogether(together: boolean): Expectation {
  return ({ log }) => {
    const second = log.indexOf('job-1 | Started.');
    const done = log.indexOf('job-0 | Handler output');
    assert.ok(second >= 0 && done >= 0, 'There are not two jobs in the log.');
    assert.equal(second < done, together);
  };
}

export const pinged: Expectation = ({ shift }) => assert.ok(shift.pings > 0, 'No heartbeat came.');

export const noHeartbeat: Expectation = ({ shift }) => assert.equal(shift.pings, 0);
