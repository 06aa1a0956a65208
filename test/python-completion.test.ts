// Completion and hover at places of Python that belong to the SDK, on the core: what is offered where, what is written when it is
// taken, and that broken text of any kind neither crashes nor takes long.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { describe, it } from 'node:test';
import { format } from '../server/src/base/message';
import type { Completion } from '../server/src/features/answers';
import { pythonCompletions } from '../server/src/features/python-completion';
import { pythonHover } from '../server/src/features/python-hover';
import { surroundingsOf } from '../server/src/features/python-names';
import { withoutPlaces } from '../server/src/lsp/language-convert';
import { inRoot } from './harness/root';
import { openWorker, uriOf } from './harness/workers';

interface Asked {
  readonly text: string;
  readonly items: readonly Completion[];
}

/** What is offered at `|` in a file of a worker. */
async function ask(marked: string, others: Readonly<Record<string, string>> = {}, path = 'handler.py'): Promise<Asked> {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const session = await openWorker(new Map(Object.entries({ [path]: text, ...others })));
  return asked(text, offset, path, session.worker(uriOf(path)));
}

/** The same in a file that belongs to no worker. */
function askAlone(marked: string): Asked {
  return asked(marked.replace('|', ''), marked.indexOf('|'), 'new.py', undefined);
}

function asked(text: string, offset: number, path: string, worker: Parameters<typeof surroundingsOf>[3]): Asked {
  const around = surroundingsOf(uriOf(path), text, offset, worker);
  return { text, items: around ? pythonCompletions(around, text, true) : [] };
}

function labels({ items }: Asked): readonly string[] {
  return items.map(({ label }) => (typeof label === 'string' ? label : format(label)));
}

/** The text once an item was taken, with the defaults of its places. */
function taken({ text, items }: Asked, label: string): string {
  const item = items.find((one) => (typeof one.label === 'string' ? one.label : format(one.label)) === label);
  assert.ok(item, `${label} is not among ${items.map((one) => JSON.stringify(one.label)).join(', ')}`);
  const written = text.slice(0, item.span.start) + withoutPlaces(item.text) + text.slice(item.span.end);
  return item.commaBefore === undefined
    ? written
    : `${written.slice(0, item.commaBefore)},${written.slice(item.commaBefore)}`;
}

async function hoverAt(marked: string): Promise<string> {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const session = await openWorker(new Map([['handler.py', text]]));
  const around = surroundingsOf(uriOf('handler.py'), text, offset + 1, session.worker(uriOf('handler.py')));
  const about = around && pythonHover(around)?.about;
  return (about ?? []).map((part) => ('template' in part ? format(part) : '')).join('\n');
}

/** In milliseconds that the processor worked for it. */
function fastest(run: () => void): number {
  const times = Array.from({ length: 20 }, () => {
    const begun = process.cpuUsage();
    run();
    return process.cpuUsage(begun).user / 1000;
  });
  return Math.min(...times);
}

const KEYS = ['handler', 'return_aggregate_stream', 'refresh_worker', 'concurrency_modifier'];
const OTHER_KEYS = KEYS.slice(1);
const HANDLER = 'import runpod\n\ndef handler(job):\n    return job["input"]["prompt"]\n\n';

describe('the dictionary for start', () => {
  for (const [how, start] of Object.entries({
    plainly: 'import runpod\nrunpod.serverless.start({"|"})',
    'under another name': 'import runpod as rp\nrp.serverless.start({"|"})',
    'from its package': 'from runpod import serverless\nserverless.start({"|"})',
    'from its module': 'from runpod.serverless import start as go\ngo({"|"})',
    'through a name for the package': 'import runpod\nsls = runpod.serverless\nsls.start({"|"})',
    'as keyword': 'import runpod\nrunpod.serverless.start(config={"|"})',
    'assigned before': 'import runpod\nconfig = {"|"}\nrunpod.serverless.start(config)',
    'assigned with a type': 'import runpod\nconfig: dict = {"|"}\nrunpod.serverless.start(config=config)',
    'in a function': 'import runpod\ndef main():\n    c = {"|"}\n    runpod.serverless.start(c)\n',
    'with the import behind': 'def main():\n    runpod.serverless.start({"|"})\nimport runpod\n',
  })) {
    it(`is known ${how}`, async () => {
      assert.deepEqual(labels(await ask(start)), KEYS);
      assert.deepEqual(labels(askAlone(start)), KEYS);
    });
  }

  for (const [how, text] of Object.entries({
    'another dictionary': 'import runpod\nx = {"|"}\nrunpod.serverless.start({})',
    'another function': 'import runpod\nrunpod.serverless.begin({"|"})',
    "another library's start": 'import service as runpod_like\nrunpod_like.serverless.start({"|"})',
    'no import': 'runpod.serverless.start({"|"})',
    'a parameter of that name': 'import runpod\ndef f(runpod):\n    runpod.serverless.start({"|"})',
    'a nested dictionary': 'import runpod\nrunpod.serverless.start({"handler": {"|"}})',
    'another argument': 'import runpod\nrunpod.serverless.start({}, {"|"})',
    'a part of the value': 'import runpod\nrunpod.serverless.start(base | {"a": 1})'
      .replace('| {', '+ {')
      .replace('"a"', '"|"'),
    'a comment': 'import runpod\nrunpod.serverless.start({  # "|\n})',
    'a text': 'import runpod\nrunpod.serverless.start({"handler": "a text |"})',
    'a long text': 'import runpod\nx = """\nrunpod.serverless.start({"|"})\n"""',
    'a text with a prefix': 'import runpod\nrunpod.serverless.start({f"|"})',
    'behind a closed key': 'import runpod\nrunpod.serverless.start({"handler"|})',
    'behind a value': 'import runpod\nrunpod.serverless.start({"handler": handler |})',
    'a list': 'import runpod\nrunpod.serverless.start(["|"])',
  })) {
    it(`is not ${how}`, async () => {
      assert.deepEqual(labels(await ask(text)), []);
      assert.deepEqual(labels(askAlone(text)), []);
    });
  }

  it('has each key once', async () => {
    assert.deepEqual(labels(await ask(`${HANDLER}runpod.serverless.start({"handler": handler, "|"})`)), OTHER_KEYS);
    assert.deepEqual(labels(await ask(`${HANDLER}runpod.serverless.start({"|", "handler": handler})`)), OTHER_KEYS);
    assert.deepEqual(
      labels(await ask(`${HANDLER}runpod.serverless.start({"ref|": True, "handler": handler})`)),
      OTHER_KEYS,
    );
  });

  it('puts first what the handler has use for', async () => {
    const stream = HANDLER.replace('return', 'yield');
    const given = 'runpod.serverless.start({"handler": handler, "|"})';
    assert.equal(labels(await ask(stream + given))[0], 'return_aggregate_stream');
    assert.equal(labels(await ask(HANDLER.replace('def', 'async def') + given))[0], 'concurrency_modifier');
  });

  for (const [typed, written] of [
    ['{"|"}', '{"handler": handler}'],
    ["{'|'}", "{'handler': handler}"],
    ['{"|}', '{"handler": handler}'],
    ['{"ha|', '{"handler": handler'],
    ['{|}', '{"handler": handler}'],
    ['{ha|}', '{"handler": handler}'],
    ['{"ha|ndl": f}', '{"handler": f}'],
    ['{"ha|, "refresh_worker": True}', '{"handler": handler, "refresh_worker": True}'],
    ['{"|" "refresh_worker": True}', '{"handler": handler, "refresh_worker": True}'],
    ["{'refresh_worker': True, ha|}", "{'refresh_worker': True, 'handler': handler}"],
    ['{\n    "refresh_worker": True\n    "|"\n}', '{\n    "refresh_worker": True,\n    "handler": handler\n}'],
    ['{\n    "refresh_worker": True\n    ha|\n}', '{\n    "refresh_worker": True,\n    "handler": handler\n}'],
    [
      '{\n    "refresh_worker": True,  # why\n    |\n',
      '{\n    "refresh_worker": True,  # why\n    "handler": handler\n',
    ],
  ] as const) {
    it(`${JSON.stringify(typed)} becomes ${JSON.stringify(written)}`, async () => {
      const answer = await ask(`${HANDLER}runpod.serverless.start(${typed}`);
      assert.equal(taken(answer, 'handler'), `${HANDLER}runpod.serverless.start(${written}`);
    });
  }

  it('offers the functions that can be called with a job', async () => {
    const text = `import runpod
from work import run_job, help
def load(): ...
def scale(current): ...
def add(a, b): ...
def process(job): ...
async def my_handler(event, retries=1): ...
runpod.serverless.start({"handler": |})
`;
    const work = 'def run_job(job):\n    yield 1\ndef help(): ...\n';
    const answer = await ask(text, { 'work.py': work });
    assert.deepEqual(labels(answer), ['my_handler', 'run_job', 'process', 'scale']);
    assert.deepEqual(
      answer.items.map(({ detail }) => detail && format(detail)),
      ['async function', 'streams its output', undefined, undefined],
    );
    assert.match(taken(answer, 'process'), /"handler": process\}/);
    assert.deepEqual(
      labels(await ask(text.replace('"handler": |', '"handler": my_|'), { 'work.py': work }))[0],
      'my_handler',
    );
    const modifiers = await ask(text.replace('"handler"', '"handler": process, "concurrency_modifier"'));
    assert.deepEqual(labels(modifiers), ['scale', 'lambda']);
    assert.match(taken(modifiers, 'lambda'), /"concurrency_modifier": lambda current: 4\}/);
  });

  it('takes for the value of a key only what is named like it', async () => {
    const text = 'import runpod\ndef clean(text): ...\ndef run(job): ...\nrunpod.serverless.start({"|"})\n';
    const answer = await ask(text);
    assert.match(taken(answer, 'handler'), /"handler": run\}/);
    assert.match(taken(answer, 'concurrency_modifier'), /"concurrency_modifier": lambda current: 4\}/);
    const scaled = await ask(text.replace('clean(text)', 'scale(current)'));
    assert.match(taken(scaled, 'concurrency_modifier'), /"concurrency_modifier": scale\}/);
  });

  it('offers them also where nothing parses', () => {
    const text =
      'import runpod\ndef handler(job: dict) -> dict:\n    return {\n\nrunpod.serverless.start({"handler": |';
    assert.deepEqual(labels(askAlone(text)), ['handler']);
  });

  it('offers what a switch can be', async () => {
    for (const key of ['return_aggregate_stream', 'refresh_worker']) {
      assert.deepEqual(labels(await ask(`${HANDLER}runpod.serverless.start({"${key}": |})`)), ['True', 'False']);
    }
    assert.deepEqual(labels(await ask(`${HANDLER}runpod.serverless.start({"timeout": |})`)), []);
    assert.deepEqual(labels(await ask(`${HANDLER}runpod.serverless.start({"handler": "|"})`)), []);
    assert.deepEqual(labels(await ask(`${HANDLER}runpod.serverless.start({"handler": partial(|)})`)), []);
  });

  it('is known where another file starts it', async () => {
    const start = 'import runpod\nfrom settings import CONFIG\nrunpod.serverless.start(CONFIG)\n';
    assert.deepEqual(labels(await ask('CONFIG = {"|"}\n', { 'handler.py': start }, 'settings.py')), KEYS);
    assert.deepEqual(labels(await ask('CONFIG = {"|\nOTHER = 1\n', { 'handler.py': start }, 'settings.py')), KEYS);
    assert.deepEqual(labels(await ask('OTHER = {"|"}\n', { 'handler.py': start }, 'settings.py')), []);
    const whole = start
      .replace('from settings import CONFIG', 'import settings')
      .replace('(CONFIG', '(settings.CONFIG');
    assert.deepEqual(labels(await ask('CONFIG = {"|"}\n', { 'handler.py': whole }, 'settings.py')), KEYS);
  });
});

const VALIDATE = 'from runpod.serverless.utils.rp_validator import validate\n';
const FIELD = ['type', 'required', 'default', 'constraints'];

describe('a schema for the validator', () => {
  for (const [how, text] of Object.entries({
    named: `${VALIDATE}S = {"prompt": {"|"}}\ndef f(job):\n    return validate(job["input"], S)\n`,
    'in the call': `${VALIDATE}validate({}, {"prompt": {"|"}})\n`,
    'as keyword': `${VALIDATE}validate({}, schema={"prompt": {"|"}})\n`,
    'by its module': 'from runpod.serverless.utils import rp_validator as v\nv.validate({}, {"prompt": {"|"}})\n',
    'before the call is written': `${VALIDATE}S = {"prompt": {"|\n\ndef f(job):\n    return validate(job["input"], S)\n`,
  })) {
    it(`is known ${how}`, async () => {
      assert.deepEqual(labels(askAlone(text)), FIELD);
      assert.deepEqual(labels(await ask(text, { 'main.py': HANDLER })), FIELD);
    });
  }

  it('is known where another file validates', async () => {
    const handler = `import runpod\nfrom schemas import INPUT\n${VALIDATE}def handler(job):\n    return validate(job["input"], INPUT)\nrunpod.serverless.start({"handler": handler})\n`;
    assert.deepEqual(labels(await ask('INPUT = {"a": {"|"}}\n', { 'handler.py': handler }, 'schemas.py')), FIELD);
  });

  it('is no other one', () => {
    assert.deepEqual(labels(askAlone('from jsonschema import validate\nvalidate({}, {"prompt": {"|"}})\n')), []);
    assert.deepEqual(
      labels(askAlone('from runpod.serverless.utils.validator import validate\nvalidate({}, {"a": {"|"}})\n')),
      [],
    );
    assert.deepEqual(labels(askAlone(`${VALIDATE}validate({"a": {"|"}}, {})\n`)), []);
    assert.deepEqual(labels(askAlone(`${VALIDATE}validate({}, {"a": {"default": {"|"}}})\n`)), []);
  });

  it('has values for what it says', () => {
    const at = (field: string): Asked => askAlone(`${VALIDATE}validate({}, {"steps": {${field}}})`);
    assert.deepEqual(labels(at('"type": |')), ['str', 'int', 'float', 'bool', 'list', 'dict']);
    assert.deepEqual(labels(at('"type": "|"')), []);
    assert.deepEqual(labels(at('"required": |')), ['True', 'False, "default": None', 'False']);
    assert.deepEqual(labels(at('"default": 1, "required": |')), ['False', 'True']);
    assert.match(
      taken(at('"type": int, "constraints": |'), 'lambda'),
      /lambda value: value is not None and 1 <= value <= 100\}/,
    );
    assert.match(
      taken(at('"type": str, "|"'), 'constraints'),
      /, "constraints": lambda value: value is not None and len\(value\) <= 1000\}/,
    );
    assert.match(taken(at("'type': str, |"), 'required'), /'type': str, 'required': True\}/);
    assert.match(taken(at('"default": 1, "|"'), 'required'), /"required": False\}/);
    assert.match(
      taken(askAlone(`${VALIDATE}validate({}, {'steps': |})`), 'key with a default'),
      /'steps': \{'type': str, 'required': False, 'default': None\}\}/,
    );
  });

  it('offers the keys that the handler reads', async () => {
    const text = `import runpod
${VALIDATE}
SCHEMA = {"prompt": {"type": str, "required": True}, |}

def handler(job):
    checked = validate(job["input"], SCHEMA)
    values = checked["validated_input"]
    return values["prompt"] * values.get("times", 2) + values["suffix"]

runpod.serverless.start({"handler": handler})
`;
    const answer = await ask(text);
    assert.deepEqual(labels(answer), ['times', 'suffix']);
    assert.match(taken(answer, 'times'), /, "times": \{"type": int, "required": False, "default": 2\}\}/);
    assert.match(taken(answer, 'suffix'), /, "suffix": \{"type": str, "required": True\}\}/);
    assert.deepEqual(labels(await ask(text.replace('|}', '"s|"}'))), ['times', 'suffix']);
  });
});

const METHODS = ['info', 'warn', 'error', 'debug', 'trace', 'log', 'secret', 'set_level'];

describe("the SDK's logger", () => {
  for (const [how, text] of Object.entries({
    'made here': 'import runpod\nlog = runpod.RunPodLogger()\nlog.|',
    'by its class': 'from runpod import RunPodLogger as L\nlog = L()\nlog.|',
    'by its module': 'from runpod.serverless.modules.rp_logger import RunPodLogger\nlog = RunPodLogger()\nlog.in|',
    'on the spot': 'import runpod\nrunpod.RunPodLogger().|',
    'of an instance':
      'import runpod\nclass A:\n    def __init__(self):\n        self.log = runpod.RunPodLogger()\n    def run(self):\n        self.log.|',
    'made behind the function': 'import runpod\ndef f():\n    log.|\n\nlog = runpod.RunPodLogger()\n',
    'in brackets': 'import runpod\nlog = runpod.RunPodLogger()\nprint(log.|',
    'beside a fallback':
      'try:\n    import runpod\nexcept ImportError:\n    runpod = None\nlog = runpod.RunPodLogger()\nlog.|',
  })) {
    it(`has its methods ${how}`, () => assert.deepEqual(labels(askAlone(text)), METHODS));
  }

  it('is found in another module', async () => {
    const common = 'from runpod import RunPodLogger\nlog = RunPodLogger()\n';
    const handler = `import runpod\nfrom common import log\ndef handler(job):\n    log.|\n\nrunpod.serverless.start({"handler": handler})\n`;
    assert.deepEqual(labels(await ask(handler, { 'common.py': common })), METHODS);
  });

  for (const text of [
    'import logging\nlog = logging.getLogger()\nlog.|',
    'import runpod\nlog = runpod.RunPodLogger()\ndef f(log):\n    log.|',
    'import runpod\nlog = runpod.RunPodLogger()\nlog.info.|',
    'import runpod\nlog = runpod.RunPodLogger()\nlog().|',
    'import runpod\nlog = runpod.RunPodLogger()\n"log.|"',
    'import runpod\nlog = runpod.RunPodLogger\nlog.|',
  ]) {
    it(`is not in ${JSON.stringify(text)}`, () => assert.deepEqual(labels(askAlone(text)), []));
  }

  it('is called with the id of the job where there is one', async () => {
    const text = `import runpod\nlog = runpod.RunPodLogger()\ndef handler(event):\n    log.|\n    return 1\nrunpod.serverless.start({"handler": handler})\n`;
    const answer = await ask(text);
    assert.match(taken(answer, 'info'), /log\.info\(message, event\["id"\]\)/);
    assert.match(taken(answer, 'log'), /log\.log\(message, "INFO", event\["id"\]\)/);
    assert.match(taken(answer, 'secret'), /log\.secret\("name", secret\)/);
    assert.match(taken(await ask(text.replace('def handler', 'def other')), 'info'), /log\.info\(message\)/);
    assert.match(taken(await ask(text.replace('log.|', 'log.|("a")')), 'warn'), /log\.warn\("a"\)/);
  });
});

describe('the job', () => {
  const started = '\nrunpod.serverless.start({"handler": handler})\n';
  const at = (body: string): string => `import runpod\ndef handler(job):\n    ${body}\n    return 1\n${started}`;

  it('has its keys in the handler', async () => {
    assert.deepEqual(labels(await ask(at('x = job["|"]'))), ['input', 'id']);
    assert.deepEqual(labels(await ask(at("x = job['|"))), ['input', 'id']);
    assert.deepEqual(labels(await ask(at('x = job["|'))), ['input', 'id']);
    assert.deepEqual(labels(await ask(at('x = job.get("|")'))), ['input', 'id', 'webhook']);
    assert.match(taken(await ask(at("x = job['|']")), 'input'), /job\['input'\]/);
    assert.deepEqual(labels(askAlone('import runpod\ndef handler(event):\n    event["|')), ['input', 'id']);
    assert.deepEqual(
      labels(
        askAlone(
          `import runpod\nclass W:\n    def run(self, job):\n        job["|"]\nw = W()\nrunpod.serverless.start({"handler": w.run})`,
        ),
      ),
      [],
    );
  });

  it('has none elsewhere', async () => {
    for (const body of [
      'x = job["input"]["|"]',
      'x = other["|"]',
      'x = job["input"].get("|")',
      'job = {}\n    job["|"]',
      'x = job.pop("|")',
      'x = job["a"]["|"]',
    ]) {
      assert.deepEqual(labels(await ask(at(body))), [], body);
    }
    assert.deepEqual(
      labels(await ask(at('pass').replace('return 1', 'return 1\ndef helper(job):\n    return job["|"]'))),
      [],
    );
  });
});

describe('a hover', () => {
  it('says what a key or a method is for', async () => {
    assert.match(
      await hoverAt(`${HANDLER}runpod.serverless.start({"|return_aggregate_stream": True})`),
      /`return_aggregate_stream` · default False.*\n.*\/runsync/,
    );
    assert.match(await hoverAt(`${HANDLER}runpod.serverless.start({"rp_a|rgs": 1})`), /writes this key itself/);
    assert.match(await hoverAt(`${VALIDATE}validate({}, {"a": {"|constraints": f}})`), /whether it is allowed/);
    assert.match(
      await hoverAt('import runpod\nlog = runpod.RunPodLogger()\nlog.|info("a")'),
      /`info\(message, request_id=None\)`/,
    );
    assert.match(
      await hoverAt(
        `import runpod\ndef handler(job):\n    return job["|input"]\nrunpod.serverless.start({"handler": handler})`,
      ),
      /what was sent/,
    );
  });

  it('says nothing of what is unknown, and of values', async () => {
    for (const text of [
      `${HANDLER}runpod.serverless.start({"|timeout": True})`,
      `${HANDLER}runpod.serverless.start({"handler": |handler})`,
      'import runpod\nlog = runpod.RunPodLogger()\nlog.|warning("a")',
      `${VALIDATE}validate({}, {"|type": {}})`,
      'x = {"|constraints": 1}',
    ]) {
      assert.equal(await hoverAt(text), '', text);
    }
  });
});

describe('text that is broken', () => {
  const whole = readFileSync(inRoot('examples/clean/handler.py'), 'utf8');

  it('crashes nowhere, at every prefix of a handler', () => {
    let most = 0;
    for (let end = 0; end <= whole.length; end++) {
      const begun = performance.now();
      for (const tail of ['', '"']) {
        const text = whole.slice(0, end) + tail;
        asked(text, text.length, 'handler.py', undefined);
      }
      most = Math.max(most, performance.now() - begun);
    }
    assert.ok(most < 2000, `${most} ms`);
  });

  it('crashes nowhere, with what the parser makes of it', async () => {
    const session = await openWorker(new Map([['handler.py', whole]]));
    for (let end = 0; end <= whole.length; end += 11) {
      const text = `${whole.slice(0, end)}"`;
      session.put(uriOf('handler.py'), text);
      asked(text, text.length, 'handler.py', session.worker(uriOf('handler.py')));
    }
  });

  it('crashes nowhere, with everything behind the place still there', async () => {
    const session = await openWorker(new Map([['handler.py', whole]]));
    const worker = session.worker(uriOf('handler.py'));
    for (let at = 0; at <= whole.length; at += 7) {
      for (const typed of ['', '"', "'", '{', '(', '.']) {
        const text = whole.slice(0, at) + typed + whole.slice(at);
        asked(text, at + typed.length, 'handler.py', worker);
      }
    }
  });

  it('ends in bounded time, however hostile', () => {
    const tails = ['("|', '{"|', '["|', '.|', '|'];
    for (const hostile of [
      '{'.repeat(15_000),
      '{"a":'.repeat(4000),
      '#'.repeat(45_000),
      `f(${'a,'.repeat(20_000)}`,
      'a.'.repeat(45_000),
      `x = ${'"'.repeat(45_001)}`,
      'def f(a):\n '.repeat(4000),
      'class a:\n'.repeat(4000),
      `${'import runpod\n'.repeat(3000)}runpod.serverless.start(`,
      `runpod = runpod\n${'log = log\n'.repeat(4000)}log`,
      `${'x = {}\n'.repeat(6000)}f(x, {`,
      '\t'.repeat(45_000),
      "f'{".repeat(15_000),
    ]) {
      for (const tail of tails) {
        const begun = performance.now();
        askAlone(`${hostile}${tail}`);
        const spent = performance.now() - begun;
        assert.ok(spent < 5000, `${hostile.slice(0, 20)}…${tail} took ${spent} ms`);
      }
    }
  });

  it('is answered in a file of 10,000 lines much as in one of 1,000', async () => {
    const long = await questionIn(2000);
    const short = await questionIn(200);
    assert.deepEqual(labels(long()), OTHER_KEYS);
    // Compared with each other, since machines differ.
    const most = 12 * fastest(short) + 10;
    const spent = fastest(long);
    assert.ok(spent < most, `${spent} ms, at most ${most} ms`);
  });

  it('knows in a long file what was imported far above', async () => {
    const log = await questionIn(2000, '    log.|');
    assert.deepEqual(labels(log()), METHODS);
    const inText = await questionIn(2000, '    """\n    log.|\n    """');
    assert.deepEqual(labels(inText()), []);
  });
});

/** A question at `|` in a handler behind many functions. */
async function questionIn(functions: number, line = ''): Promise<() => Asked> {
  const body = 'def work_N(a):\n    values = {"a": [1, 2, (3, 4)]}\n    """Text."""\n    return values[a]\n\n';
  const many = Array.from({ length: functions }, (_, index) => body.replace('N', String(index))).join('');
  const key = line === '' ? '|' : '';
  const marked = `import runpod as rp
log = rp.RunPodLogger()
${many}def handler(job):
${line}
    return job["input"]

rp.serverless.start({"handler": handler, "${key}"})
`;
  const text = marked.replace('|', '');
  const session = await openWorker(new Map([['handler.py', text]]));
  const worker = session.worker(uriOf('handler.py'));
  return () => asked(text, marked.indexOf('|'), 'handler.py', worker);
}
