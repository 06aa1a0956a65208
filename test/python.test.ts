// From Python text to what rules ask: the parser's walk, the facts of a statement, names resolved over modules, and what a
// job reaches. Snippets stand in the tests; results are compared as readable text.

import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { Language, Parser, type TreeCursor } from 'web-tree-sitter';
import { makeSource } from '../server/src/base/source';
import { pythonExtractor, type Where } from '../server/src/facts/python';
import { makeFiles } from '../server/src/model/files';
import { keyReads } from '../server/src/model/job';
import { type Handlers, joinHandlers } from '../server/src/model/python/handler';
import { makeModule } from '../server/src/model/python/module';
import { joinPython } from '../server/src/model/python/modules';
import { type Python, textIn } from '../server/src/model/python/python';
import { setupCalls } from '../server/src/model/python/setup';
import { loadPythonParser, type PythonParser, startCore } from '../server/src/syntax/python';
import { Cursor } from '../server/src/syntax/python-cursor';
import { wasmBytes } from './harness/workers';

const ROOT = 'file:///worker';

let parser: PythonParser;
before(async () => {
  parser = await loadPythonParser(wasmBytes());
});

function python(files: Readonly<Record<string, string>>, entries = ['handler.py']): Python {
  const uris = Object.keys(files).map((path) => `${ROOT}/${path}`);
  const modules = Object.entries(files).map(([path, text]) => {
    const document = parser.open();
    const module = makeModule(
      `${ROOT}/${path}`,
      pythonExtractor()(document.parse(makeSource(`${ROOT}/${path}`, text))),
    );
    document.release();
    return module;
  });
  return joinPython(
    ROOT,
    makeFiles(ROOT, uris),
    modules,
    entries.map((path) => `${ROOT}/${path}`),
    [],
    [],
  );
}

function handlers(files: Readonly<Record<string, string>>): Handlers {
  const joined = joinHandlers(python(files));
  assert.ok(joined, 'no start call was found');
  return joined;
}

/** Names of the functions that are given to start(), with their class where they have one. */
function given(files: Readonly<Record<string, string>>): readonly string[] {
  return handlers(files).functions.map(({ fn: { facts } }) =>
    facts.className ? `${facts.className}.${facts.name}` : facts.name || facts.kind,
  );
}

/** `name often` of everything that a job reaches, in the order in which it is met. */
function reached(files: Readonly<Record<string, string>>): readonly string[] {
  return handlers(files).reached.map(
    ({ fn: { facts }, often, threaded }) => `${facts.name || facts.kind} ${often}${threaded ? ' threaded' : ''}`,
  );
}

function setups(files: Readonly<Record<string, string>>): readonly string[] {
  return setupCalls(handlers(files)).map(({ name, often }) => `${name} ${often}`);
}

describe('the walk over the parser’s exports', () => {
  it('gives what the library’s own cursor gives', async () => {
    const { core, grammar } = wasmBytes();
    const exports = await startCore(core);
    const own = new Parser();
    own.setLanguage(await Language.load(grammar));
    const tree = own.parse(
      'def f(a, b=1):\n    """text"""\n    return [x for x in a if x is not None]\n\nbroken = (\n',
    );
    assert.ok(tree);
    const cursor = new Cursor(exports);
    cursor.open(tree);
    const walked = walk({
      row: () =>
        `${tree.language.types[cursor.type()] ?? 'ERROR'} ${cursor.start()} ${cursor.end()} ${tree.language.fields[cursor.field()] ?? ''}`,
      firstChild: () => cursor.firstChild(),
      nextSibling: () => cursor.nextSibling(),
      parent: () => cursor.parent(),
    });
    cursor.close();
    const library: TreeCursor = tree.walk();
    assert.deepEqual(
      walked,
      walk({
        row: () => `${library.nodeType} ${library.startIndex} ${library.endIndex} ${library.currentFieldName ?? ''}`,
        firstChild: () => library.gotoFirstChild(),
        nextSibling: () => library.gotoNextSibling(),
        parent: () => library.gotoParent(),
      }),
    );
    assert.ok(walked.length > 30);
    tree.delete();
  });
});

interface Walker {
  row(): string;
  firstChild(): boolean;
  nextSibling(): boolean;
  parent(): unknown;
}

function walk(walker: Walker): readonly string[] {
  const rows = [walker.row()];
  if (walker.firstChild()) {
    do rows.push(...walk(walker));
    while (walker.nextSibling());
    walker.parent();
  }
  return rows;
}

describe('facts of a statement', () => {
  const extract = pythonExtractor();
  const facts = (text: string) => extract(parser.open().parse(makeSource(`${ROOT}/x.py`, text)));

  /** `callee: conditions` of every call in the first statement's functions. */
  function calls(text: string): readonly string[] {
    return facts(text).statements.flatMap(({ base, facts: { functions } }) =>
      functions.flatMap((fn) =>
        fn.calls.map(({ call, where, awaited }) => {
          const written = (node: { start: number; end: number }): string =>
            text.slice(base + node.start, base + node.end);
          return `${awaited ? 'await ' : ''}${written(call.callee)}: ${conditions(where, written)}`;
        }),
      ),
    );
  }

  function conditions(where: Where | undefined, written: (node: { start: number; end: number }) => string): string {
    const words: string[] = [];
    for (let here = where; here; here = here.outer) {
      words.push(
        here.kind === 'branch'
          ? `${here.taken ? '' : 'not '}${here.partly ? 'partly ' : ''}(${written(here.test)})`
          : here.kind,
      );
    }
    return words.join(', ') || 'always';
  }

  it('tells under which conditions a call runs', () => {
    assert.deepEqual(
      calls(`def f(x):
    if x:
        a()
        return
    b()
    for i in c():
        d()
    try:
        e()
    except ValueError:
        g()
    finally:
        h()
    y = k() if x > 1 else l()
    z = x or m()
`),
      [
        'a: (x)',
        'b: not (x)',
        'c: not (x)',
        'd: loop, not (x)',
        'e: try, not (x)',
        'g: except, not (x)',
        'h: finally, not (x)',
        'k: (x > 1), not (x)',
        'l: not (x > 1), not (x)',
        'm: not (x), not (x)',
      ],
    );
  });

  it('sees a guard that leaves only sometimes', () => {
    assert.deepEqual(calls('def f(p):\n    if p.exists():\n        if p.ok():\n            return p\n    load()\n'), [
      'p.exists: always',
      'p.ok: (p.exists())',
      'load: not partly (p.exists())',
    ]);
  });

  it('keeps what a nested function does apart from the function around it', () => {
    const [statement] = facts('def outer():\n    def inner():\n        yield g()\n    return inner\n').statements;
    const functions = statement?.facts.functions ?? [];
    assert.deepEqual(
      functions.map((fn) => [fn.name, fn.generator, fn.calls.length]),
      [
        ['outer', false, 0],
        ['inner', true, 1],
      ],
    );
  });

  it('keeps the facts of a statement that only moved', () => {
    const document = parser.open();
    const before = extract(document.parse(makeSource(`${ROOT}/x.py`, 'a = 1\n\n\ndef f():\n    g()\n')));
    const after = extract(document.parse(makeSource(`${ROOT}/x.py`, 'a = 1234\n\n\ndef f():\n    g()\n')));
    assert.equal(after.statements[1]?.facts, before.statements[1]?.facts);
    assert.equal(after.statements[1]?.base, (before.statements[1]?.base ?? 0) + 3);
    assert.notEqual(after.statements[0]?.facts, before.statements[0]?.facts);
  });
});

describe('handlers', () => {
  const START = '\nimport runpod\nrunpod.serverless.start({"handler": HANDLER})\n';
  const cases: Readonly<Record<string, readonly [string, readonly string[]]>> = {
    'a function': ['def handler(job): pass', ['handler']],
    'a lambda': ['HANDLER = lambda job: job', ['lambda']],
    'a bound method of an instance': ['class W:\n    def run(self, job): pass\nHANDLER = W().run', ['W.run']],
    'a method of a module-level instance': [
      'class W:\n    def run(self, job): pass\nw = W()\nHANDLER = w.run',
      ['W.run'],
    ],
    'an instance that is callable': ['class W:\n    def __call__(self, job): pass\nHANDLER = W()', ['W.__call__']],
    'a static method': ['class W:\n    @staticmethod\n    def run(job): pass\nHANDLER = W.run', ['W.run']],
    'a partial': ['import functools\ndef f(model, job): pass\nHANDLER = functools.partial(f, 1)', ['f']],
    'a choice by condition': [
      'import os\ndef a(job): pass\ndef b(job): pass\nHANDLER = a if os.environ.get("A") else b',
      ['a', 'b'],
    ],
    'a choice from a dictionary': [
      'def a(job): pass\ndef b(job): pass\nTABLE = {"a": a, "b": b}\nHANDLER = TABLE["a"]',
      ['a', 'b'],
    ],
    'a dictionary with a fallback': [
      'import os\ndef a(job): pass\ndef b(job): pass\nHANDLER = {"a": a}.get(os.environ["A"], b)',
      ['a', 'b'],
    ],
    'what a factory returns': ['def make():\n    def inner(job): pass\n    return inner\nHANDLER = make()', ['inner']],
    'an inherited method': ['class A:\n    def run(self, job): pass\nclass B(A): pass\nHANDLER = B().run', ['A.run']],
    'something that only the running program knows': ['import sys\nHANDLER = sys.modules["x"].handler', []],
  };
  for (const [name, [text, expected]] of Object.entries(cases)) {
    it(name, () => {
      const handler = text.includes('HANDLER') ? '' : '\nHANDLER = handler';
      assert.deepEqual(given({ 'handler.py': `${text}${handler}${START}` }), expected);
    });
  }

  it('under every import of start, in a dictionary of its own', () => {
    const body = 'def handler(job): pass\nconfig = {"handler": handler}\n';
    for (const [imported, start] of [
      ['import runpod', 'runpod.serverless.start(config)'],
      ['import runpod.serverless as rp', 'rp.start(config)'],
      ['from runpod import serverless', 'serverless.start(config)'],
      ['from runpod.serverless import start as go', 'go(config)'],
    ]) {
      assert.deepEqual(given({ 'handler.py': `${imported}\n${body}${start}\n` }), ['handler'], start);
    }
  });

  it('in other modules: absolute, relative, through a package, after sys.path.append', () => {
    const start = 'import runpod\nrunpod.serverless.start({"handler": handler})\n';
    const code = 'def handler(job): pass\n';
    assert.deepEqual(given({ 'handler.py': `from work import handler\n${start}`, 'work.py': code }), ['handler']);
    assert.deepEqual(
      given({ 'handler.py': `from app.work import handler\n${start}`, 'app/__init__.py': '', 'app/work.py': code }),
      ['handler'],
    );
    assert.deepEqual(
      given({
        'handler.py': `from app import handler\n${start}`,
        'app/__init__.py': 'from .work import handler\n',
        'app/work.py': code,
      }),
      ['handler'],
    );
    assert.deepEqual(
      given({
        'handler.py': `import sys\nsys.path.append("lib")\nfrom work import handler\n${start}`,
        'lib/work.py': code,
      }),
      ['handler'],
    );
  });
});

describe('what a job reaches', () => {
  it('through helpers, methods, runners, and how often', () => {
    assert.deepEqual(
      reached({
        'handler.py': `import asyncio
import runpod
from work import prepare

class Engine:
    def run(self, text):
        return self.finish(text)

    def finish(self, text):
        return text

engine = Engine()

def slow(text):
    return text

async def handler(job):
    prepare()
    if job["input"].get("fast"):
        return engine.run(job["input"]["text"])
    return await asyncio.to_thread(slow, job["input"]["text"])

runpod.serverless.start({"handler": handler})
`,
        'work.py': `READY = False

def prepare():
    global READY
    if not READY:
        setup()
        READY = True

def setup():
    pass
`,
      }),
      [
        'handler always',
        'prepare always',
        'run sometimes',
        'slow sometimes threaded',
        'finish sometimes',
        'setup once',
      ],
    );
  });

  it('ends on functions that call each other', () => {
    assert.deepEqual(
      reached({
        'handler.py':
          'import runpod\ndef a(x): return b(x)\ndef b(x): return a(x)\ndef handler(job): return a(job)\nrunpod.serverless.start({"handler": handler})\n',
      }),
      ['handler always', 'a always', 'b always'],
    );
  });

  it('one name that stands for several things reaches each of them', () => {
    assert.deepEqual(
      setups({
        'handler.py': `import runpod
import torch

engine = None

class Big:
    def run(self):
        return torch.load("big.pt")

class Small:
    def run(self):
        return 1

def connect(kind):
    global engine
    engine = Big() if kind == "big" else None
    if engine is None:
        engine = Small()

connect("big")

def handler(job):
    return {"value": str(engine.run())}

runpod.serverless.start({"handler": handler})
`,
      }),
      [],
      'a conditional value is unknown, and unknown is no finding',
    );
    assert.deepEqual(
      setups({
        'handler.py': `import runpod
import torch

class Big:
    def run(self):
        return torch.load("big.pt")

class Small:
    def run(self):
        return 1

try:
    engine = Big()
except RuntimeError:
    engine = Small()

def handler(job):
    return {"value": str(engine.run())}

runpod.serverless.start({"handler": handler})
`,
      }),
      ['torch.load always'],
    );
  });

  it('text of a name is what is written', () => {
    const [first] = handlers({
      'handler.py':
        'import runpod\ndef handler(job):\n    print("é😀", job)\nrunpod.serverless.start({"handler": handler})\n',
    }).functions;
    assert.ok(first);
    const [call] = first.fn.facts.calls;
    assert.ok(call);
    assert.equal(textIn(first.fn, call.call), 'print("é😀", job)');
  });
});

describe('what of the job an expression holds', () => {
  /** `job` or `input`, and what is read from it, in the order in which jobs come to it. */
  function reads(text: string): readonly string[] {
    const found = keyReads(
      handlers({ 'handler.py': `import runpod\n${text}\nrunpod.serverless.start({"handler": handler})\n` }),
    );
    return (['job', 'input'] as const).flatMap((held) =>
      found[held].map(({ reached, expression }) => `${held}: ${textIn(reached.fn, expression)}`),
    );
  }

  it('through names, copies, defaults, helpers, threads and the validator', () => {
    assert.deepEqual(
      reads(`
import asyncio, copy
from runpod.serverless.utils.rp_validator import validate

def options(event):
    return dict(event.get("input") or {})

def work(task, values=None):
    task["webhook"]
    return values["a"]

async def handler(job):
    chosen = options(job)
    chosen["b"]
    checked = validate(chosen, SCHEMA)
    checked["validated_input"].pop("c")
    await asyncio.to_thread(work, job, copy.deepcopy(chosen))
    for part in chosen["parts"]:
        part["d"]
`),
      [
        'job: event.get("input")',
        'job: task["webhook"]',
        'input: chosen["b"]',
        'input: chosen["parts"]',
        'input: checked["validated_input"].pop("c")',
        'input: values["a"]',
      ],
    );
  });

  it('unknown, where ways disagree or something stands in between', () => {
    assert.deepEqual(
      reads(`
def both(values):
    return values["a"]

def handler(job):
    either = job["input"] if "input" in job else job
    either["b"]
    both(job)
    both(job["input"])
    def inner():
        global outside
        outside = job
    outside["c"]
    job.update(x=1)
    {}["d"]
`),
      ['job: job["input"]', 'job: job["input"]'],
    );
    assert.deepEqual(reads('import tools\n@tools.unpacked\ndef handler(job):\n    return job["a"]'), []);
  });
});
