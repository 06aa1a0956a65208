// Plays RunPod for a worker under test: hands out jobs over loopback and keeps what the worker sends. Says of a job what
// RunPod would: with a top-level "error" FAILED, else COMPLETED, and nothing at all where no result ever came.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export interface Answer {
  readonly status: 'COMPLETED' | 'FAILED' | 'unanswered';
  readonly output?: unknown;
  readonly error?: unknown;
  /** The worker asked for its own end. */
  readonly stopPod?: unknown;
}

/** Why a shift ended: see `Shift.ended`. */
export type End = 'answered' | 'idle';

/** What one worker did, from its start to its end. */
export interface Shift {
  /** One for each job, in their order. */
  readonly answers: Answer[];
  /** What a streaming client would have received. */
  readonly streamed: unknown[];
  /** Progress reports. */
  readonly progress: unknown[];
  /** How often the worker asked for jobs, and for how many at once, at most. */
  polls: number;
  mostAtOnce: number;
  pings: number;
  /** How many requests for SLOW_PATH were open at once, at most. */
  mostSlow: number;
  /**
   * `answered`: there is a result for each job. `idle`: the worker has taken all jobs and asks for more, with none in
   * progress, although it did not answer each.
   */
  readonly ended: Promise<End>;
}

interface LiveShift extends Shift {
  readonly waiting: Job[];
  slow: number;
  end(why: End): void;
}

interface Job {
  readonly id: string;
  readonly input: unknown;
}

/** A worker asks again and again: this long its question stays open, as RunPod's would. */
const LONG_POLL_MS = 300;
/** More than this is refused, as RunPod does with the answer to a `/runsync`. */
const LARGEST_RESULT = 20_000_000;
/** What a job may ask for; the answer waits for a second request beside it. In inputs, `$PLATFORM` is what stands before. */
export const SLOW_PATH = '/slow';
const SLOW_MS = 1000;

export class Platform {
  private shift: LiveShift | undefined;

  private constructor(
    private readonly server: Server,
    private readonly origin: string,
  ) {}

  static async open(): Promise<Platform> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
    const platform = new Platform(server, `http://127.0.0.1:${address.port}`);
    server.on('request', (request, response) => {
      platform.serve(request, response).catch(() => send(response, 400));
    });
    return platform;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** The variables that RunPod sets in a worker's container. The checks of its machine are not what is tested. */
  environment(): Record<string, string> {
    return {
      RUNPOD_POD_ID: 'worker',
      RUNPOD_WEBHOOK_GET_JOB: `${this.origin}/job-take/$ID?gpu=none`,
      RUNPOD_WEBHOOK_POST_OUTPUT: `${this.origin}/job-done/$RUNPOD_POD_ID/$ID?gpu=none`,
      RUNPOD_WEBHOOK_POST_STREAM: `${this.origin}/job-stream/$RUNPOD_POD_ID/$ID?gpu=none`,
      RUNPOD_WEBHOOK_PING: `${this.origin}/ping/$RUNPOD_POD_ID`,
      RUNPOD_SKIP_AUTO_SYSTEM_CHECKS: 'true',
      RUNPOD_SKIP_GPU_CHECK: 'true',
    };
  }

  /** From now on this is the worker that asks, and these are its jobs. */
  begin(inputs: readonly unknown[]): Shift {
    let end: (why: End) => void = () => {};
    const ended = new Promise<End>((resolve) => {
      end = resolve;
    });
    this.shift = {
      answers: inputs.map(() => ({ status: 'unanswered' })),
      waiting: inputs.map((input, index) => ({ id: `job-${index}`, input: this.withOrigin(input) })),
      streamed: [],
      progress: [],
      polls: 0,
      mostAtOnce: 0,
      pings: 0,
      mostSlow: 0,
      slow: 0,
      ended,
      end,
    };
    return this.shift;
  }

  private withOrigin(input: unknown): unknown {
    return input === undefined ? undefined : JSON.parse(JSON.stringify(input).replaceAll('$PLATFORM', this.origin));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { shift } = this;
    const url = new URL(request.url ?? '/', this.origin);
    const [, kind = '', , job = ''] = url.pathname.split('/');
    if (shift === undefined) send(response, 404);
    else if (kind === 'job-take' || kind === 'job-take-batch') await this.giveJobs(shift, url, response);
    else if (kind === 'job-done') takeResult(shift, job, await bodyOf(request), response);
    else if (kind === 'job-stream') {
      shift.streamed.push(outputOf(JSON.parse(await bodyOf(request))));
      send(response, 200);
    } else if (kind === 'ping') {
      shift.pings++;
      send(response, 200);
    } else if (kind === 'job-stop') {
      await pause(response, LONG_POLL_MS);
      send(response, 204);
    } else if (url.pathname === SLOW_PATH) await serveSlowly(shift, response);
    else send(response, 404);
  }

  private async giveJobs(shift: LiveShift, url: URL, response: ServerResponse): Promise<void> {
    const size = Number(url.searchParams.get('batch_size') ?? 1);
    shift.polls++;
    shift.mostAtOnce = Math.max(shift.mostAtOnce, size);
    const jobs = shift.waiting.splice(0, size);
    if (jobs.length > 0) {
      send(response, 200, size === 1 ? jobs[0] : jobs);
      return;
    }
    if (url.searchParams.get('job_in_progress') === '0') shift.end('idle');
    await pause(response, LONG_POLL_MS);
    send(response, 204);
  }
}

async function serveSlowly(shift: LiveShift, response: ServerResponse): Promise<void> {
  shift.slow++;
  shift.mostSlow = Math.max(shift.mostSlow, shift.slow);
  for (let waited = 0; waited < SLOW_MS && shift.mostSlow < 2; waited += LONG_POLL_MS)
    await pause(response, LONG_POLL_MS);
  shift.slow--;
  send(response, 200, {});
}

function takeResult(shift: LiveShift, job: string, body: string, response: ServerResponse): void {
  const result: unknown = JSON.parse(body);
  const index = Number(job.slice('job-'.length));
  if (!isRecord(result)) send(response, 400);
  else if (result.status === 'IN_PROGRESS') {
    shift.progress.push(result.output);
    send(response, 200);
  } else {
    const status = 'error' in result ? 'FAILED' : 'COMPLETED';
    shift.answers[index] = { ...result, status };
    send(response, 200);
    if (shift.answers.every((answer) => answer.status !== 'unanswered')) shift.end('answered');
  }
}

function outputOf(message: unknown): unknown {
  return isRecord(message) ? message.output : message;
}

interface Result {
  readonly status?: unknown;
  readonly output?: unknown;
  readonly error?: unknown;
  readonly stopPod?: unknown;
}

function isRecord(value: unknown): value is Result {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  request.setEncoding('utf8');
  for await (const chunk of request) {
    body += chunk;
    if (body.length > LARGEST_RESULT) throw new Error('The result is too large.');
  }
  return body;
}

function send(response: ServerResponse, code: number, body?: unknown): void {
  response.writeHead(code, { 'content-type': 'application/json' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** Ends early when the worker has gone. */
function pause(response: ServerResponse, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    response.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
