// Runs a worker's files with the real SDK, in a fork of python/driver.py: as RunPod would, with jobs, or as its author
// would, at the command line.

import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { inRoot } from '../harness/root';
import type { Files } from '../harness/workers';
import { Platform, type Shift } from './platform';

export interface Call {
  /** The file that is run. Default: handler.py. */
  readonly entry?: string;
  /** Inputs of the jobs, in the order in which they are handed out; undefined: not on RunPod but at the command line. */
  readonly jobs?: readonly unknown[];
  readonly arguments?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** The start method of multiprocessing: another than the one of the Python that runs the test. */
  readonly startMethod?: 'fork' | 'spawn' | 'forkserver';
  /** Python that runs before the worker and defines names for it. */
  readonly given?: string;
  /** Starts Python anew, where it matters that the SDK is not loaded yet. */
  readonly fresh?: boolean;
  /** Ends the run when the log or what arrived says enough. Default: each job is answered, or the worker is idle again. */
  until?(run: Pick<Run, 'log' | 'shift'>): boolean;
}

export interface Run {
  /** The exit code where the worker ended by itself; undefined: it was running when enough had been seen. */
  readonly code: number | undefined;
  /** All that it printed. */
  readonly log: string;
  readonly shift: Shift;
}

const PYTHON_FOLDER = 'test/sdk/python';
const NEEDED = 'aiohttp, requests, fastapi, uvicorn';
const PATIENCE_MS = 45_000;
const LOOK_EVERY_MS = 50;

/** The first Python that has what the SDK needs to talk to its server: PYTHON, where it is set, else the usual names. */
export function findPython(): string | undefined {
  const { PYTHON } = process.env;
  const names = PYTHON === undefined ? ['python3', 'python', '/usr/bin/python3'] : [PYTHON];
  return names.find((name) => spawnSync(name, ['-c', `import ${NEEDED}`]).status === 0);
}

/** Why the SDK cannot be tested here, in words; undefined where it can. */
export function missing(sdk: string | undefined, python: string | undefined): string | undefined {
  if (process.platform === 'win32') return 'The suite forks its workers, which Windows cannot.';
  if (sdk === undefined) return 'RUNPOD_SDK names no checkout of runpod-python.';
  if (!existsSync(join(sdk, 'runpod/serverless/__init__.py'))) return `RUNPOD_SDK: no runpod-python in ${sdk}.`;
  if (python === undefined) return `No Python with ${NEEDED}; PYTHON may name one.`;
  return undefined;
}

/** One driver with its server. Runs one worker at a time. */
export class Bench {
  private output = '';
  private onOutput: () => void = () => {};
  private pid: number | undefined;
  private ready = false;
  private code: number | undefined;
  private broken: string | undefined;

  private constructor(
    private readonly driver: ChildProcessWithoutNullStreams,
    private readonly platform: Platform,
    private readonly home: string,
  ) {
    let message = '';
    let inMessage = false;
    driver.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      for (const [index, part] of chunk.split('\0').entries()) {
        if (index > 0) {
          if (inMessage) this.hear(message);
          message = '';
          inMessage = !inMessage;
        }
        if (inMessage) message += part;
        else this.output += part;
      }
      this.onOutput();
    });
    let complaints = '';
    driver.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      complaints += chunk;
    });
    driver.on('error', (error) => this.fail(error.message));
    driver.on('close', () => this.fail(complaints.trim() || 'It ended.'));
  }

  static async open(python: string, sdk: string): Promise<Bench> {
    const platform = await Platform.open();
    const home = mkdtempSync(join(tmpdir(), 'sdk-test-'));
    const { PATH } = process.env;
    const environment = {
      ...platform.environment(),
      PATH,
      HOME: home,
      PYTHONPATH: [inRoot(PYTHON_FOLDER), sdk].join(delimiter),
      PYTHONPYCACHEPREFIX: join(home, 'bytecode'),
      PYTHONUNBUFFERED: '1',
    };
    const driver = spawn(python, [inRoot(`${PYTHON_FOLDER}/driver.py`)], { env: environment, cwd: home });
    const bench = new Bench(driver, platform, home);
    try {
      await bench.wait(() => bench.ready);
      return bench;
    } catch (error) {
      bench.close();
      throw error;
    }
  }

  close(): void {
    this.driver.removeAllListeners('close');
    this.killWorker();
    this.driver.kill();
    this.platform.close();
    rmSync(this.home, { recursive: true, force: true });
  }

  async run(files: Files, call: Call): Promise<Run> {
    const folder = mkdtempSync(join(this.home, 'worker-'));
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    this.output = '';
    this.code = undefined;
    this.pid = undefined;
    const shift = this.platform.begin(call.jobs ?? []);
    let ended = false;
    void shift.ended.then(() => {
      ended = true;
      this.onOutput();
    });
    this.driver.stdin.write(`${JSON.stringify(requestFor(folder, call))}\n`);
    const isEnough = () => (call.until === undefined ? ended : call.until({ log: this.output, shift }));
    try {
      await this.wait(() => this.code !== undefined || isEnough());
      return { code: this.code, log: this.output, shift };
    } finally {
      this.killWorker();
      await this.wait(() => this.code !== undefined);
    }
  }

  private hear(message: string): void {
    const { ready, pid, code }: { ready?: boolean; pid?: number; code?: number } = JSON.parse(message);
    if (ready) this.ready = true;
    if (pid !== undefined) this.pid = pid;
    if (code !== undefined) this.code = code;
  }

  private fail(why: string): void {
    this.broken ??= why;
    this.onOutput();
  }

  /** The worker with all processes that it started. */
  private killWorker(): void {
    if (this.pid === undefined || this.code !== undefined) return;
    try {
      process.kill(-this.pid, 'SIGKILL');
    } catch {
      // It has just ended by itself.
    }
  }

  private wait(isDone: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        clearInterval(looks);
        clearTimeout(patience);
        this.onOutput = () => {};
      };
      const look = (): void => {
        if (isDone()) {
          settle();
          resolve();
        } else if (this.broken !== undefined) {
          settle();
          reject(new Error(`The driver does not run: ${this.broken}`));
        }
      };
      // What arrives at the server makes no output.
      const looks = setInterval(look, LOOK_EVERY_MS);
      const patience = setTimeout(() => {
        settle();
        this.killWorker();
        reject(new Error(`Nothing more happened for ${PATIENCE_MS / 1000} s. The worker printed:\n${this.output}`));
      }, PATIENCE_MS);
      this.onOutput = look;
      look();
    });
  }
}

function requestFor(folder: string, call: Call): unknown {
  const local = { RUNPOD_WEBHOOK_GET_JOB: null };
  return {
    folder,
    entry: call.entry ?? 'handler.py',
    arguments: call.arguments ?? [],
    environment: { ...(call.jobs === undefined ? local : {}), ...call.environment },
    start_method: call.startMethod,
    fresh: call.fresh,
    given: call.given,
  };
}
