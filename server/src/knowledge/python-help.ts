// What may be written at places of a worker's Python that belong to the SDK: keys for `start`, keys of the validator's schemas,
// methods of its logger, keys of a job. Sources: runpod-python 1.12.0 (2026-08-10), run on 2026-11-21; docs.runpod.io,
// handler functions, input validation, write logs (2026-08-20). Which of these are needed is the rules' business.

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: places to fill in, in the syntax of snippets

import { asIs, type Message, say } from '../base/message';
import { VALIDATION_GUIDE } from './job';
import { WRITE_LOGS_GUIDE } from './logging';
import { CONCURRENCY_GUIDE, HANDLER_GUIDE } from './sdk';

export interface Help {
  /** A few words beside the name. */
  readonly detail: Message;
  /** Markdown with code in it at most. */
  readonly about: readonly Message[];
  /** Page that says more. */
  readonly guide: string;
}

const DEFAULT_FALSE = say`default False`;

/** Keys of the dictionary for `start`. */
export const START_HELP: ReadonlyMap<string, Help> = new Map([
  [
    'handler',
    {
      detail: say`required`,
      about: [
        say`The function that is called with each job. Anything that takes one argument will do: a function, a method, a lambda.`,
        say`An \`async\` function is awaited. What a generator yields is streamed.`,
      ],
      guide: HANDLER_GUIDE,
    },
  ],
  [
    'return_aggregate_stream',
    {
      detail: DEFAULT_FALSE,
      about: [
        say`For a handler that yields: with \`True\`, \`/run\` and \`/runsync\` answer with a list of all that it yielded. Without it they answer with an empty list, and only \`/stream\` has the output.`,
        say`It does nothing for a handler that returns.`,
      ],
      guide: HANDLER_GUIDE,
    },
  ],
  [
    'refresh_worker',
    {
      detail: DEFAULT_FALSE,
      about: [
        say`With \`True\` the worker stops after each job, also after one that failed, so that every job begins on a fresh one. Each of them then waits for a cold start.`,
      ],
      guide: HANDLER_GUIDE,
    },
  ],
  [
    'concurrency_modifier',
    {
      detail: say`one job by default`,
      about: [
        say`A function that is given how many jobs this worker may take at once, and returns how many it may take from now on. It is asked before each look for jobs, must not be \`async\`, and must not return 0.`,
        say`Of use only with an \`async\` handler that awaits: other handlers do one job after the other.`,
      ],
      guide: CONCURRENCY_GUIDE,
    },
  ],
]);

/** A `concurrency_modifier` that gives the same number each time. */
export const FIXED_MODIFIER = 'lambda current: ${1:4}';

/** What the SDK does with a key of that dictionary that nobody need write: said on hover, never offered. */
export const INTERNAL_START_HELP: ReadonlyMap<string, Message> = new Map(
  Object.entries({
    rp_args: say`The SDK writes this key itself, from the command line. What you put here is lost.`,
    reference_counter_start: say`The SDK writes this key itself. What you put here is lost.`,
    jobs_fetcher: say`For the SDK's own tests: on RunPod it is not read.`,
    jobs_fetcher_timeout: say`For the SDK's own tests: on RunPod it is not read.`,
    jobs_handler: say`For the SDK's own tests: on RunPod it is not read.`,
    stop_signals_fetcher: say`For the SDK's own tests: on RunPod it is not read.`,
    stop_signals_fetcher_timeout: say`For the SDK's own tests: on RunPod it is not read.`,
  }),
);

/** What a schema says of one key of the input. */
export const FIELD_HELP: ReadonlyMap<string, Help> = new Map([
  [
    'type',
    {
      detail: say`required`,
      about: [
        say`The Python type that the value must have: \`str\`, \`int\`, \`float\`, \`bool\`, \`list\` or \`dict\` itself, not its name as text.`,
        say`\`float\` also takes whole numbers, and makes floats of them. \`int\` also takes \`True\` and \`False\`. What is inside of a list or a dictionary is not checked.`,
      ],
      guide: VALIDATION_GUIDE,
    },
  ],
  [
    'required',
    {
      detail: say`required`,
      about: [
        say`With \`True\`, a job without this key is refused. With \`False\`, it gets the default, which must then be there.`,
        say`A field that does not say it has every job refused.`,
      ],
      guide: VALIDATION_GUIDE,
    },
  ],
  [
    'default',
    {
      detail: say`with required False`,
      about: [
        say`What the handler gets when a job has no such key. It may be \`None\`.`,
        say`A value of the same type as the default is not checked any further, not by \`constraints\` either.`,
      ],
      guide: VALIDATION_GUIDE,
    },
  ],
  [
    'constraints',
    {
      detail: say`optional`,
      about: [
        say`A function that is given the value and returns whether it is allowed.`,
        say`For a required key that a job lacks it is given \`None\`. Where the default has the type of the value it is not asked at all.`,
      ],
      guide: VALIDATION_GUIDE,
    },
  ],
]);

/** The types that a value out of JSON can have. */
export const FIELD_TYPES: ReadonlyMap<string, Message> = new Map([
  ['str', say`a text`],
  ['int', say`a whole number`],
  ['float', say`any number`],
  ['bool', say`true or false`],
  ['list', say`a list`],
  ['dict', say`an object`],
]);

/** `constraints` for a type: it also holds for the `None` that a required key is checked as where it is missing. */
export function constraintFor(type: string | undefined): string {
  return `lambda value: value is not None and ${CONDITIONS.get(type ?? '') ?? '${1:value}'}`;
}

const CONDITIONS: ReadonlyMap<string, string> = new Map([
  ['str', 'len(value) <= ${1:1000}'],
  ['list', 'len(value) <= ${1:100}'],
  ['dict', 'len(value) <= ${1:100}'],
  ['int', '${1:1} <= value <= ${2:100}'],
  ['float', '${1:0} <= value <= ${2:1}'],
]);

export interface MethodHelp extends Help {
  /** As the SDK declares it, without `self`. */
  readonly signature: string;
  /** What a call is written with: places to fill in. */
  readonly args: string;
  /** It takes a job's id behind the message. */
  readonly takesJobId: boolean;
}

const PLAIN = 'message, request_id=None';

/** Markdown that all methods that write have in common. */
const LINE = say`A message of more than 4096 characters loses its middle. With the job's id, RunPod shows the line with that job.`;

function level(about: Message): MethodHelp {
  return {
    detail: asIs('RunPodLogger'),
    about: [about, LINE],
    guide: WRITE_LOGS_GUIDE,
    signature: PLAIN,
    args: '${1:message}',
    takesJobId: true,
  };
}

/** Methods of `RunPodLogger`, the most used first. `tip` is missing: it raises ValueError. */
export const LOGGER_HELP: ReadonlyMap<string, MethodHelp> = new Map([
  ['info', level(say`Writes a line of the level INFO: what goes as it should.`)],
  ['warn', level(say`Writes a line of the level WARN: something unexpected that the job survives.`)],
  ['error', level(say`Writes a line of the level ERROR: something that fails.`)],
  ['debug', level(say`Writes a line of the level DEBUG. It is shown unless RUNPOD_LOG_LEVEL asks for less.`)],
  ['trace', level(say`Writes a line of the level TRACE. It is shown only with RUNPOD_LOG_LEVEL=TRACE.`)],
  [
    'log',
    {
      ...level(say`Writes a line of the level that is given by name: TRACE, DEBUG, INFO, WARN or ERROR.`),
      signature: 'message, message_level="INFO", job_id=None',
      args: '${1:message}, "${2|INFO,WARN,ERROR,DEBUG,TRACE|}"',
    },
  ],
  [
    'secret',
    {
      ...level(
        say`Writes the name of a secret with its first and last character, and stars between them, at the level INFO.`,
      ),
      signature: 'secret_name, secret',
      args: '"${1:name}", ${2:secret}',
      takesJobId: false,
    },
  ],
  [
    'set_level',
    {
      detail: asIs('RunPodLogger'),
      about: [
        say`Lines below this level are not written from now on: NOTSET (nothing is written), TRACE, DEBUG, INFO, WARN or ERROR. Any other name raises \`ValueError\`.`,
      ],
      guide: WRITE_LOGS_GUIDE,
      signature: 'new_level',
      args: '"${1|INFO,WARN,ERROR,DEBUG,TRACE|}"',
      takesJobId: false,
    },
  ],
]);

/** Keys of the job that a handler is given. */
export const JOB_HELP: ReadonlyMap<string, Help & { readonly isSure: boolean }> = new Map([
  [
    'input',
    {
      detail: say`what was sent`,
      about: [
        say`What the request has under \`input\`: an object with the keys that the handler wants. RunPod refuses an empty one.`,
      ],
      guide: HANDLER_GUIDE,
      isSure: true,
    },
  ],
  [
    'id',
    {
      detail: say`the job's id`,
      about: [say`Names the job in \`/status\` and in the logs. A local run has \`local_test\`.`],
      guide: HANDLER_GUIDE,
      isSure: true,
    },
  ],
  [
    'webhook',
    {
      detail: say`may be missing`,
      about: [say`The address that RunPod calls with the result. Only jobs that were sent with one have it.`],
      guide: 'https://docs.runpod.io/serverless/endpoints/send-requests',
      isSure: false,
    },
  ],
]);
