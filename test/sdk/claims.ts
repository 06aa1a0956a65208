// What the rules' pages say about the SDK, as expectations of a run with it. `bad` is what the page promises to whoever
// writes the example; `good` is what comes of the repaired one. The examples themselves are the pages'.

import type { Expectation } from './expectations';
import {
  all,
  answered,
  completed,
  crashed,
  exited,
  failed,
  noHeartbeat,
  outputs,
  outputsKeys,
  pinged,
  printed,
  printedNot,
  reported,
  startedTogether,
  stillRunning,
  streamed,
  tookAtOnce,
  tookNoJob,
  unanswered,
  waitedTogether,
} from './expectations';
import { type Shift, SLOW_PATH } from './platform';
import type { Call } from './worker';

export interface Claim {
  readonly rule: string;
  /** Heading and number on the page: of docs/rules, or of test/rules where only an edge case shows it. */
  readonly example: string;
  readonly page?: 'docs/rules' | 'test/rules';
  /** What the page says, in short. */
  readonly says: string;
  /** Default: on RunPod, with one job whose input is TEXT. */
  readonly call?: Call;
  /** Files beside those of the example. */
  readonly files?: Readonly<Record<string, string>>;
  readonly bad: Expectation;
  /** Without it only the bad example is run. */
  readonly good?: Expectation;
  /** The repaired example where the page has no `fixed` file for it, such as `Good 1`. */
  readonly goodExample?: string;
  /** Where the repaired example is run in another way. */
  readonly goodCall?: Call;
}

export const TEXT = { text: 'a b', prompt: 'a b' };
const NO_PROMPT = { other: 1 };

/** The module that an example imports. In base64 its picture is larger than what RunPod takes. */
const LARGE_PICTURE = `
class Picture:
    def save(self, buffer, format):
        buffer.write(bytes(16_000_000))


def paint(prompt):
    return Picture()
`;

/** The second fault of an edge case, without the first. */
const PROGRESS_OF_INPUT = `
import runpod


def handler(event):
    runpod.serverless.progress_update(progress=20, job=event["input"])


runpod.serverless.start({"handler": handler})
`;

function isAnswered({ answers }: Shift): boolean {
  return answers.every(({ status }) => status !== 'unanswered');
}

function localRun(input: unknown): Call {
  return { arguments: ['--test_input', JSON.stringify({ input })] };
}

export const CLAIMS: readonly Claim[] = [
  {
    rule: 'handler-signature',
    example: 'Bad 1',
    says: 'the worker looks healthy, and every job fails',
    call: { jobs: [TEXT, TEXT] },
    bad: all(
      answered(0, failed("handler() missing 1 required positional argument: 'context'")),
      answered(1, failed('TypeError')),
      stillRunning,
    ),
    good: answered(1, completed({ text: 'A B' })),
  },
  {
    rule: 'handler-signature',
    example: 'Bad 2',
    says: 'a handler without parameters fails every job',
    bad: answered(0, failed('takes 0 positional arguments but 1 was given')),
    good: answered(0, completed({ status: 'ready' })),
  },
  {
    rule: 'handler-signature',
    example: 'Bad 3',
    says: 'a method without its instance fails every job',
    bad: answered(0, failed("missing 1 required positional argument: 'job'")),
    good: answered(0, completed(TEXT)),
    goodExample: 'Good 2',
  },
  {
    rule: 'start-argument-invalid',
    example: 'Bad 1',
    says: 'start(handler) raises a TypeError, and no job is taken',
    bad: all(crashed('TypeError'), tookNoJob),
    good: answered(0, completed(TEXT)),
  },
  {
    rule: 'start-argument-invalid',
    example: 'Bad 2',
    says: 'start(handler=handler) raises a TypeError, and no job is taken',
    bad: all(crashed("TypeError: start() got an unexpected keyword argument 'handler'"), tookNoJob),
    good: answered(0, completed(TEXT, { stopPod: true })),
  },
  {
    rule: 'start-argument-invalid',
    example: 'Bad 3',
    says: 'without "handler" the worker takes jobs and answers none',
    call: { jobs: [TEXT, TEXT] },
    bad: all(answered(0, unanswered), answered(1, unanswered), stillRunning),
    good: answered(1, completed(TEXT)),
  },
  {
    rule: 'start-argument-invalid',
    example: 'Bad 4',
    says: 'with handler() each job fails',
    bad: answered(0, failed('object is not callable')),
    good: answered(0, completed({ ok: true })),
  },
  {
    rule: 'start-unknown-key',
    example: 'Bad 1',
    says: 'a misspelt return_aggregate_stream: an empty list',
    bad: all(answered(0, completed([])), streamed([TEXT])),
    good: answered(0, completed([TEXT])),
  },
  {
    rule: 'start-unknown-key',
    example: 'Bad 2',
    says: 'concurrency_controller is ignored: one job at a time',
    bad: tookAtOnce(1),
    good: tookAtOnce(4),
    goodExample: 'Good 1',
  },
  {
    rule: 'generator-return-value',
    example: 'Bad 1',
    says: 'the returned error vanishes: COMPLETED with an empty list',
    call: { jobs: [NO_PROMPT] },
    bad: all(answered(0, completed([])), streamed([])),
    good: answered(0, failed('prompt is missing')),
  },
  {
    rule: 'nested-event-loop',
    example: 'Bad 1',
    says: 'each job fails, a plain def too',
    bad: answered(0, failed('asyncio.run() cannot be called from a running event loop')),
    good: answered(0, completed({ text: 'a b' })),
  },
  {
    rule: 'nested-event-loop',
    example: 'Bad 1',
    says: 'it looks the same with --test_input',
    call: localRun(TEXT),
    bad: exited(1, 'asyncio.run() cannot be called from a running event loop'),
    good: exited(0, 'completed successfully'),
  },
  {
    rule: 'error-reported-as-success',
    example: 'Bad 1',
    says: 'the job is COMPLETED; with "error" it fails and keeps its other keys',
    call: { jobs: [NO_PROMPT] },
    bad: answered(0, completed({ status: 'error', message: 'prompt is missing' })),
    good: answered(0, all(failed('prompt is missing'), outputs({ status: 'error', message: 'prompt is missing' }))),
  },
  {
    rule: 'error-reported-as-success',
    example: 'Bad 2',
    says: "a helper's answer that the handler hands on is COMPLETED, too",
    call: { jobs: [NO_PROMPT] },
    bad: answered(0, completed({ status: 'failed', message: 'prompt is missing' })),
    good: answered(0, failed('prompt is missing')),
  },
  {
    rule: 'status-tuple-returned',
    example: 'Bad 1',
    says: 'COMPLETED, and its output is a list',
    call: { jobs: [NO_PROMPT] },
    bad: answered(0, completed([{ message: 'prompt is missing' }, 400])),
    good: answered(0, failed('prompt is missing')),
  },
  {
    rule: 'logger-method-missing',
    example: 'Bad 1',
    says: 'the job fails with an AttributeError',
    call: { jobs: [NO_PROMPT] },
    bad: answered(0, failed("AttributeError: 'RunPodLogger' object has no attribute 'warning'")),
    good: answered(0, completed({ ok: true })),
  },
  {
    rule: 'own-argument-parser',
    example: 'Bad 1',
    says: 'a local run ends at once with exit code 2',
    call: localRun({}),
    bad: exited(2, 'error: unrecognized arguments: --test_input'),
    good: exited(0, 'completed successfully'),
  },
  {
    rule: 'own-argument-parser',
    example: 'Bad 1',
    says: 'on RunPod, where no flags are given, it works',
    bad: answered(0, completed({ model: 'base' })),
    good: answered(0, completed({ model: 'base' })),
  },
  {
    rule: 'main-guard-missing',
    example: 'Bad 1',
    says: 'a test that imports the file starts a worker and exits the test run',
    call: { entry: 'test_handler.py' },
    files: { 'test_handler.py': 'import handler\nprint("imported")\n' },
    bad: all(exited(1, 'Starting Serverless Worker'), printedNot('imported')),
    good: exited(0, 'imported'),
  },
  {
    rule: 'main-guard-missing',
    example: 'Bad 1',
    says: 'with forkserver, the heartbeat dies',
    call: {
      jobs: [TEXT],
      startMethod: 'forkserver',
      environment: { RUNPOD_AI_API_KEY: 'none' },
      until: ({ log, shift }) => shift.pings > 0 || log.includes('bootstrapping phase'),
    },
    bad: all(noHeartbeat, printed('An attempt has been made to start a new process before the')),
    good: pinged,
  },
  {
    rule: 'start-not-called',
    example: 'Bad 1',
    says: 'the file ends at once without an error, and no job is taken',
    bad: all(exited(0, ''), tookNoJob),
    good: answered(0, completed(TEXT)),
    goodExample: 'Good 1',
  },
  {
    rule: 'blocking-call-in-async',
    example: 'Bad 1',
    says: 'the jobs of a worker run one after the other, in spite of concurrency_modifier',
    call: { jobs: [{ url: `$PLATFORM${SLOW_PATH}` }, { url: `$PLATFORM${SLOW_PATH}` }] },
    bad: all(tookAtOnce(4), waitedTogether(false), answered(1, completed({ data: {} }))),
    good: all(tookAtOnce(4), waitedTogether(true), answered(1, completed({ data: {} }))),
  },
  {
    rule: 'payload-limit-unchecked',
    example: 'Bad 1',
    says: 'the platform refuses a large answer, the log says so, and the job ends without its result',
    files: { 'painter.py': LARGE_PICTURE },
    bad: all(answered(0, unanswered), printed('Failed to return job results.'), stillRunning),
    good: answered(0, failed('The result is larger than 10 MB.')),
  },
  {
    rule: 'payload-limit-unchecked',
    example: 'Bad 1',
    says: 'the local test does not show it',
    call: localRun(TEXT),
    files: { 'painter.py': LARGE_PICTURE },
    bad: exited(0, 'completed successfully'),
    good: exited(1, 'The result is larger than 10 MB.'),
  },
  {
    rule: 'local-flag-in-command',
    example: 'Bad 1',
    says: 'a server runs, and the worker never takes a job',
    call: {
      jobs: [TEXT],
      arguments: ['--rp_serve_api', '--rp_api_port', '0'],
      until: ({ log }) => log.includes('Uvicorn running'),
    },
    bad: all(tookNoJob, stillRunning),
    good: answered(0, completed(TEXT)),
    goodCall: { jobs: [TEXT] },
  },
  {
    rule: 'local-flag-in-command',
    example: 'Bad 2',
    says: 'the worker exits without having taken a job',
    call: { jobs: [TEXT], arguments: ['--test_input', '{"input": {"text": "Hello"}}'] },
    bad: all(tookNoJob, exited(0, 'Local testing complete')),
    good: answered(0, completed(TEXT)),
    goodCall: { jobs: [TEXT] },
  },
  {
    rule: 'result-not-serialisable',
    example: 'Bad 1',
    says: 'nothing is sent, and the log says why',
    call: { jobs: [TEXT], given: 'speak = str.encode' },
    bad: all(
      answered(0, unanswered),
      printed('Error while returning job result. | Object of type bytes is not JSON serializable'),
      stillRunning,
    ),
    good: answered(0, outputsKeys('audio', 'made', 'tags')),
  },
  {
    rule: 'result-not-serialisable',
    example: 'Bad 1',
    says: 'an exception as "error" is not sent either',
    call: { jobs: [TEXT], given: 'speak = int' },
    bad: all(answered(0, unanswered), printed('Object of type ValueError is not JSON serializable')),
    good: answered(0, failed('invalid literal for int()')),
  },
  {
    rule: 'result-not-serialisable',
    example: 'Bad 1',
    says: 'a local run ends with exit code 0',
    call: { ...localRun(TEXT), given: 'speak = str.encode' },
    bad: exited(0, 'completed successfully'),
    good: exited(0, 'completed successfully'),
  },
  {
    rule: 'generator-hidden',
    example: 'Bad 1',
    says: 'the job is never answered, and the log says why',
    bad: all(answered(0, unanswered), printed('Object of type generator is not JSON serializable'), stillRunning),
    good: all(answered(0, completed(['a', 'b'])), streamed(['a', 'b'])),
  },
  {
    rule: 'generator-hidden',
    example: 'Bad 1',
    says: 'a local run prints the generator object and exits with 0',
    call: localRun(TEXT),
    bad: exited(0, '<generator object'),
  },
  {
    rule: 'generator-hidden',
    page: 'test/rules',
    example: 'A generator expression 1',
    says: 'a generator expression is not detected',
    bad: all(answered(0, unanswered), printed('Object of type generator is not JSON serializable')),
  },
  {
    rule: 'generator-hidden',
    page: 'test/rules',
    example: 'An instance that is called 1',
    says: 'an instance whose __call__ yields is not detected',
    bad: all(answered(0, unanswered), printed('Object of type generator is not JSON serializable')),
  },
  {
    rule: 'handler-exits-process',
    example: 'Bad 1',
    says: 'the worker process ends, and the job is never answered',
    call: { jobs: [NO_PROMPT, TEXT] },
    bad: all(answered(0, unanswered), answered(1, unanswered), exited(1, 'prompt is missing')),
    good: all(answered(0, failed('prompt is missing')), answered(1, completed({ ok: true }))),
  },
  {
    rule: 'sdk-shadowed',
    example: 'Bad 1',
    says: 'the worker ends at start, and no job is taken; a folder without __init__.py does no harm',
    call: { jobs: [TEXT], fresh: true },
    bad: all(crashed("AttributeError: module 'runpod' has no attribute 'serverless'"), tookNoJob),
    good: answered(0, completed(TEXT)),
    goodExample: 'Good 1',
  },
  {
    rule: 'aggregate-stream-missing',
    example: 'Bad 1',
    says: 'COMPLETED with an empty list; what is yielded can only be read from /stream',
    bad: all(answered(0, completed([])), streamed(['a', 'b'])),
    good: all(answered(0, completed(['a', 'b'])), streamed(['a', 'b'])),
  },
  {
    rule: 'aggregate-stream-unused',
    example: 'Bad 1',
    says: 'the key has no effect',
    bad: answered(0, completed(TEXT)),
    good: answered(0, completed(TEXT)),
  },
  {
    rule: 'concurrency-without-async',
    example: 'Bad 1',
    says: 'the worker takes several jobs and works on one',
    call: { jobs: [TEXT, TEXT] },
    bad: all(tookAtOnce(4), startedTogether(false)),
    good: all(tookAtOnce(4), startedTogether(true)),
    goodExample: 'Good 1',
  },
  {
    rule: 'concurrency-modifier-invalid',
    example: 'Bad 1',
    says: 'a number crashes the worker when it first asks for jobs',
    bad: all(crashed('TypeError'), tookNoJob),
    good: answered(0, completed(TEXT)),
  },
  ...[1, 2, 3].map(
    (number): Claim => ({
      rule: 'concurrency-modifier-invalid',
      page: 'test/rules',
      example: `An async function, none of its arguments, too many, and never a job ${number}`,
      says: 'an async function or one of another shape crashes the worker',
      bad: all(crashed('TypeError'), tookNoJob),
    }),
  ),
  {
    rule: 'concurrency-modifier-invalid',
    page: 'test/rules',
    example: 'An async function, none of its arguments, too many, and never a job 4',
    says: 'a function that returns 0 never asks for jobs',
    call: { jobs: [TEXT], until: ({ log }) => log.includes('Queue is full') },
    bad: all(tookNoJob, stillRunning),
  },
  {
    rule: 'code-after-start',
    example: 'Bad 1',
    says: 'start() ends the process after a local run',
    call: localRun(TEXT),
    bad: all(exited(0, 'Local testing complete'), printedNot('worker started')),
    good: exited(0, 'worker starts'),
    goodExample: 'Good 1',
  },
  {
    rule: 'code-after-start',
    example: 'Bad 1',
    says: 'start() takes jobs until the worker is stopped',
    bad: all(answered(0, completed(TEXT)), printedNot('worker started'), stillRunning),
    good: printed('worker starts'),
    goodExample: 'Good 1',
  },
  {
    rule: 'start-in-event-loop',
    example: 'Bad 1',
    says: 'in async code the worker ends at start',
    bad: all(crashed('RuntimeError: asyncio.run() cannot be called from a running event loop'), tookNoJob),
    good: answered(0, completed(TEXT)),
    goodExample: 'Good 1',
  },
  {
    rule: 'start-in-event-loop',
    page: 'test/rules',
    example: 'In a thread 1',
    says: 'in a thread the worker ends at start',
    bad: all(exited(0, 'ValueError: signal only works in main thread of the main interpreter'), tookNoJob),
  },
  {
    rule: 'test-input-invalid',
    example: 'Bad 1',
    says: 'without "input" the worker ends before the handler is called',
    call: {},
    bad: exited(1, 'Job has no input parameter. Unable to run.'),
    good: exited(0, 'completed successfully'),
  },
  {
    rule: 'test-input-misplaced',
    example: 'Bad 1',
    says: 'the SDK looks in the current folder, not beside the file',
    call: { entry: 'src/handler.py' },
    bad: exited(1, 'test_input.json not found, exiting.'),
    good: exited(0, 'completed successfully'),
    goodExample: 'Good 1',
  },
  {
    rule: 'test-input-missing',
    example: 'Bad 1',
    says: 'a start without RunPod ends with code 1',
    call: {},
    bad: exited(1, 'test_input.json not found, exiting.'),
    good: exited(0, 'completed successfully'),
  },
  {
    rule: 'job-key-misread',
    example: 'Bad 1',
    says: "FAILED with KeyError: 'prompt', though the request holds a prompt",
    bad: answered(0, failed("KeyError: 'prompt'")),
    good: answered(0, completed({ text: 'A B' })),
  },
  {
    rule: 'validator-schema-invalid',
    example: 'Bad 1',
    says: 'every job ends with "prompt is a required input.", and the default of steps is missing',
    call: { jobs: [{ prompt: 'a boat' }] },
    bad: answered(
      0,
      all(failed('prompt is a required input.'), failed('Schema error, missing default value for steps.')),
    ),
    good: answered(0, completed({ prompt: 'a boat', steps: null })),
  },
  {
    rule: 'validator-schema-invalid',
    example: 'Bad 1',
    says: 'a type as a string: FAILED with a TypeError',
    call: { jobs: [{ prompt: 'a boat', steps: 3 }] },
    bad: answered(0, failed('TypeError: isinstance() arg 2 must be a type')),
    good: answered(0, completed({ prompt: 'a boat', steps: 3 })),
  },
  {
    rule: 'validator-schema-invalid',
    page: 'test/rules',
    example: 'In another module, over several lines, with other quotes 1',
    says: 'dead constraints let steps: -5 through',
    call: { jobs: [{ steps: -5 }] },
    files: {
      'schemas.py':
        'PAINT = {"steps": {"type": int, "required": False, "default": 20, "constraints": lambda steps: steps > 0}}\n',
    },
    bad: answered(0, completed({ steps: -5 })),
  },
  {
    rule: 'validator-errors-ignored',
    example: 'Bad 1',
    says: "FAILED with KeyError: 'validated_input', and nobody is told what was wrong",
    call: { jobs: [NO_PROMPT] },
    bad: answered(0, failed("KeyError: 'validated_input'")),
    good: answered(0, failed('prompt is a required input.')),
  },
  {
    rule: 'error-swallowed',
    example: 'Bad 1',
    says: 'COMPLETED, and the output is null',
    bad: answered(0, completed(null)),
    good: answered(0, failed("name 'paint' is not defined")),
  },
  {
    rule: 'error-swallowed',
    example: 'Bad 2',
    says: 'None from the except: COMPLETED, and the output is null',
    bad: answered(0, completed(null)),
    good: answered(0, failed("name 'paint' is not defined")),
  },
  {
    rule: 'output-nested',
    example: 'Bad 1',
    says: 'the result is one level too deep',
    bad: answered(0, completed({ output: 'A B' })),
    good: answered(0, completed('A B')),
  },
  {
    rule: 'refresh-worker-misplaced',
    example: 'Bad 1',
    says: 'the worker is not refreshed, and the client finds the key in its output',
    bad: answered(0, completed({ result: { text: 'done', refresh_worker: true } })),
    good: answered(0, completed({ result: { text: 'done' } }, { stopPod: true })),
  },
  {
    rule: 'refresh-worker-misplaced',
    example: 'Bad 1',
    says: 'as a key of start() it refreshes the worker behind a stream, too',
    bad: stillRunning,
    good: answered(0, completed([{ text: 'done' }], { stopPod: true })),
    goodExample: 'Good 2',
  },
  {
    rule: 'progress-update-argument',
    example: 'Bad 1',
    says: "with the job's id, the job fails",
    bad: all(answered(0, failed('TypeError: string indices must be integers')), reported([])),
    good: all(answered(0, completed({ text: 'A B' })), reported(['Loading'])),
    goodCall: { jobs: [TEXT], until: ({ shift }) => isAnswered(shift) && shift.progress.length > 0 },
  },
  {
    rule: 'progress-update-argument',
    page: 'test/rules',
    example: 'Imported otherwise, and what cannot be told 1',
    says: "with the job's input, the job fails",
    files: { 'handler.py': PROGRESS_OF_INPUT },
    bad: answered(0, failed("KeyError: 'id'")),
  },
];
