// Programs that only start another one, so that a command is known by what it starts: how many words they take for
// themselves. Not here: programs that a script makes its own use of, such as `xargs`, `find -exec` and `watch`.

import { nameOf } from '../../base/image-path';
import type { ShellWord } from '../shell';

interface Prefix {
  /** What stands for the program in `behind`. */
  readonly name: string;
  /** How many words it takes with its options, itself included; undefined where that cannot be told. */
  readonly length: number;
}

interface Taker {
  /** Options that take the next word for their value. */
  readonly values?: readonly string[];
  /** Words behind the options that belong to it: a user, a time. */
  readonly operands?: number;
  /** The word that must follow it: `uv run`. */
  readonly subcommand?: string;
}

const TAKERS: Readonly<Record<string, Taker>> = {
  exec: { values: ['-a'] },
  command: {},
  builtin: {},
  nohup: {},
  setsid: {},
  time: { values: ['-f', '-o', '--format', '--output'] },
  sudo: { values: ['-u', '-g', '-h', '-p', '-C', '-T', '--user', '--group'] },
  doas: { values: ['-u', '-C'] },
  nice: { values: ['-n', '--adjustment'] },
  ionice: { values: ['-c', '-n', '--class', '--classdata'] },
  stdbuf: { values: ['-i', '-o', '-e', '--input', '--output', '--error'] },
  unbuffer: {},
  timeout: { values: ['-s', '-k', '--signal', '--kill-after'], operands: 1 },
  env: { values: ['-u', '-C', '-S', '--unset', '--chdir'] },
  tini: { values: ['-p', '-e'] },
  'tini-static': { values: ['-p', '-e'] },
  'dumb-init': { values: ['-r', '--rewrite'] },
  catatonit: {},
  gosu: { operands: 1 },
  'su-exec': { operands: 1 },
  setpriv: { values: ['--reuid', '--regid', '--groups'] },
  numactl: { values: ['-N', '-m', '-C', '-i', '-p'] },
  taskset: { values: [], operands: 1 },
  'xvfb-run': { values: ['-n', '-s', '-e', '-f', '-p', '-w', '--server-args', '--server-num', '--error-file'] },
  'ddtrace-run': {},
  'opentelemetry-instrument': {},
  uv: {
    subcommand: 'run',
    values: ['--with', '--python', '-p', '--project', '--directory', '--env-file', '--extra', '--group'],
  },
  poetry: { subcommand: 'run' },
  pipenv: { subcommand: 'run' },
  pdm: { subcommand: 'run' },
  conda: { subcommand: 'run', values: ['-n', '--name', '-p', '--prefix', '--cwd'] },
  mamba: { subcommand: 'run', values: ['-n', '--name', '-p', '--prefix', '--cwd'] },
  micromamba: { subcommand: 'run', values: ['-n', '--name', '-p', '--prefix', '--cwd', '-e'] },
};

/** The prefix that a command begins with; undefined where its first word is the program itself. */
export function prefixOf(words: readonly ShellWord[]): Prefix | undefined {
  const program = words[0]?.value.known ? nameOf(words[0].value.value) : undefined;
  const taker = program !== undefined && Object.hasOwn(TAKERS, program) ? TAKERS[program] : undefined;
  if (program === undefined || taker === undefined) return undefined;
  // `command -v python` asks, and starts nothing.
  if (program === 'command' && /^-[vV]/.test(words[1]?.text ?? '')) return undefined;
  let at = 1;
  if (taker.subcommand !== undefined && words[at++]?.text !== taker.subcommand) return undefined;
  for (; at < words.length; at++) {
    const text = words[at]?.text ?? '';
    if (text === '--') {
      at++;
      break;
    }
    if (program === 'env' && isAssignment(text)) continue;
    if (!text.startsWith('-') || text === '-') break;
    if (taker.values?.includes(text)) at++;
  }
  const length = at + (taker.operands ?? 0);
  const name = taker.subcommand === undefined ? program : `${program} ${taker.subcommand}`;
  return length < words.length ? { name, length } : undefined;
}

export function isAssignment(text: string): boolean {
  return /^[A-Za-z_]\w*=/.test(text);
}
