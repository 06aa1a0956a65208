// Programs in Dockerfiles and start scripts, by what they do to files and by what they start. Not here: programs that only
// start another one, such as `exec` and `tini` (facts/shell-prefixes.ts).
// Sources: the manuals of GNU coreutils, bash, git, uvicorn, gunicorn, hypercorn, accelerate and torchrun (2026-11).

/** Whatever they are given, no file of a worker comes into being, and no handler is started. */
export const HARMLESS: ReadonlySet<string> = new Set([
  // The shell's own.
  ...[
    ':',
    '[',
    '[[',
    'alias',
    'bind',
    'break',
    'command',
    'continue',
    'declare',
    'disown',
    'echo',
    'enable',
    'exit',
    'export',
  ],
  ...[
    'false',
    'getopts',
    'hash',
    'jobs',
    'kill',
    'let',
    'local',
    'popd',
    'printf',
    'read',
    'readonly',
    'return',
    'set',
  ],
  ...[
    'shift',
    'shopt',
    'test',
    'times',
    'trap',
    'true',
    'type',
    'typeset',
    'ulimit',
    'umask',
    'unalias',
    'unset',
    'wait',
  ],
  // Looking, waiting, rights, users.
  ...[
    'awk',
    'basename',
    'cat',
    'chgrp',
    'chmod',
    'chown',
    'clear',
    'cmp',
    'cut',
    'date',
    'df',
    'diff',
    'dirname',
    'du',
  ],
  ...['env', 'egrep', 'expr', 'fgrep', 'file', 'find', 'free', 'getent', 'grep', 'head', 'hostname', 'id', 'ldd'],
  ...[
    'less',
    'ls',
    'lsof',
    'md5sum',
    'nproc',
    'nvidia-smi',
    'passwd',
    'pgrep',
    'pidof',
    'pkill',
    'killall',
    'ping',
    'ps',
  ],
  ...[
    'pwd',
    'readlink',
    'realpath',
    'sed',
    'seq',
    'sha256sum',
    'sleep',
    'sort',
    'stat',
    'strip',
    'sync',
    'sysctl',
    'tail',
  ],
  ...[
    'tee',
    'top',
    'touch',
    'tr',
    'tty',
    'uname',
    'uniq',
    'uptime',
    'wc',
    'which',
    'whoami',
    'dos2unix',
    'nc',
    'netstat',
  ],
  ...['addgroup', 'adduser', 'chpasswd', 'chsh', 'groupadd', 'useradd', 'usermod', 'ssh-keygen', 'update-alternatives'],
  ...['ldconfig', 'locale-gen', 'dpkg-reconfigure', 'mkdir', 'rmdir', 'mount', 'nvcc', 'jq', 'chattr', 'mkfifo'],
  // Packages.
  ...[
    'add-apt-repository',
    'apk',
    'apt',
    'apt-cache',
    'apt-get',
    'apt-key',
    'apt-mark',
    'dpkg',
    'dnf',
    'yum',
    'microdnf',
  ],
  ...['conda', 'mamba', 'micromamba', 'pip', 'pip3', 'pipx', 'poetry', 'pdm', 'uv', 'gpg', 'update-ca-certificates'],
]);

/** Ordinary programs that start no handler and are no handler. */
export const BYSTANDERS: ReadonlySet<string> = new Set([
  ...[
    'nginx',
    'caddy',
    'redis-server',
    'ollama',
    'sshd',
    'service',
    'systemctl',
    'cron',
    'crond',
    'tailscaled',
    'curl',
  ],
  ...['wget', 'git', 'cp', 'mv', 'ln', 'rm', 'rsync', 'tar', 'unzip', 'aria2c', 'huggingface-cli', 'hf', 'jupyter'],
  ...[
    'jupyter-lab',
    'jupyter-notebook',
    'code-server',
    'tensorboard',
    'ffmpeg',
    'Xvfb',
    'vllm',
    'comfy',
    'rclone',
    'aws',
  ],
]);

/** Programs whose operands name what they write; the options that name the place instead. */
export const FETCHING: ReadonlyMap<string, readonly string[]> = new Map([
  ['curl', ['-o', '--output', '--output-dir']],
  ['wget', ['-O', '--output-document', '-P', '--directory-prefix']],
  ['aria2c', ['-o', '--out', '-d', '--dir']],
  ['axel', ['-o', '--output']],
  ['gdown', ['-O', '--output']],
]);

/** Programs that unpack; the options that name the folder. */
export const UNPACKING: ReadonlyMap<string, readonly string[]> = new Map([
  ['tar', ['-C', '--directory', '--one-top-level']],
  ['bsdtar', ['-C', '--directory']],
  ['unzip', ['-d']],
  ['7z', ['-o']],
  ['unrar', []],
]);

/** Programs, and modules behind `python -m`, that run a Python file which stands among their arguments. */
export const PYTHON_RUNNERS: ReadonlySet<string> = new Set([
  ...[
    'accelerate',
    'torchrun',
    'deepspeed',
    'coverage',
    'debugpy',
    'scalene',
    'py-spy',
    'kernprof',
    'mprof',
    'ipython',
  ],
  ...['torch.distributed.run', 'torch.distributed.launch', 'accelerate.commands.launch', 'cProfile', 'pdb'],
]);

/** HTTP servers that are given an application to serve: options that take a value, and those that name the host. */
export const SERVERS: ReadonlyMap<string, { readonly host: readonly string[]; readonly bind: readonly string[] }> =
  new Map([
    ['uvicorn', { host: ['--host'], bind: [] }],
    ['gunicorn', { host: [], bind: ['-b', '--bind'] }],
    ['hypercorn', { host: [], bind: ['-b', '--bind'] }],
    ['granian', { host: ['--host'], bind: [] }],
    ['daphne', { host: ['-b', '--bind'], bind: [] }],
    ['waitress-serve', { host: ['--host'], bind: ['--listen'] }],
    ['fastapi', { host: ['--host'], bind: [] }],
    ['flask', { host: ['-h', '--host'], bind: [] }],
    ['streamlit', { host: ['--server.address'], bind: [] }],
  ]);

/** Modules behind `python -m` that start no handler. */
export const HARMLESS_MODULES: ReadonlySet<string> = new Set([
  ...[
    'pip',
    'venv',
    'ensurepip',
    'compileall',
    'json.tool',
    'site',
    'spacy',
    'nltk.downloader',
    'playwright',
    'http.server',
  ],
]);
