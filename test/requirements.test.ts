// Requirements files and project files: what is read, where it stands, and what pip would refuse.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeSource } from '../server/src/base/source';
import { type ProjectFile, readProject } from '../server/src/facts/project';
import { type RequirementLine, type RequirementsFile, readRequirements } from '../server/src/facts/requirements';
import { parseDependency } from '../server/src/syntax/pep508';
import { allows, isSpecifier, newestAllowed } from '../server/src/syntax/versions';

function read(text: string): RequirementsFile {
  return readRequirements(makeSource('file:///worker/requirements.txt', text));
}

/** Each line in a few words, with the text at its span. */
function linesOf(text: string): string[] {
  const { source, lines } = read(text);
  return lines.map((line) => `${line.kind} <${source.text.slice(line.span.start, line.span.end)}>${detailOf(line)}`);
}

function detailOf(line: RequirementLine): string {
  switch (line.kind) {
    case 'package':
      return ` ${line.name}${line.extras.map((extra) => `[${extra}]`).join('')} ${line.url ?? line.specifier}`.trimEnd();
    case 'include':
      return ` ${line.constraint ? 'limits' : 'packages'}`;
    case 'direct':
      return ` ${line.name ?? '?'}${line.editable ? ' editable' : ''}`;
    case 'option':
      return ` ${line.name}`;
    case 'broken':
      return ` ${line.fault}`;
  }
}

function faultOf(line: string): string | undefined {
  const [first] = read(line).lines;
  return first?.kind === 'broken' ? first.fault : undefined;
}

describe('a line of a requirements file', () => {
  it('names a package with extras, versions and a condition', () => {
    assert.deepEqual(linesOf('uvicorn[standard, extra]>=0.30, <1 ; python_version < "3.13" # why\n'), [
      'package <uvicorn[standard, extra]>=0.30, <1> uvicorn[standard][extra] >=0.30, <1',
    ]);
    assert.deepEqual(linesOf('a (>=1)\nb==1.*\nc ~= 1.4.2\nd===1.0-own'), [
      'package <a (>=1> a >=1',
      'package <b==1.*> b ==1.*',
      'package <c ~= 1.4.2> c ~= 1.4.2',
      'package <d===1.0-own> d ===1.0-own',
    ]);
  });

  it('names a place', () => {
    assert.deepEqual(
      linesOf(
        'git+https://example.org/a.git@main#egg=own_name\n-e ./library\nhttps://example.org/pkg-1.2-py3-none-any.whl\n' +
          '../up\nb @ https://example.org/b.zip\n--editable=git+ssh://git@example.org/c',
      ),
      [
        'direct <git+https://example.org/a.git@main#egg=own_name> own_name',
        'direct <./library> ? editable',
        'direct <https://example.org/pkg-1.2-py3-none-any.whl> pkg',
        'direct <../up> ?',
        'package <b @ https://example.org/b.zip> b https://example.org/b.zip',
        'direct <git+ssh://git@example.org/c> ? editable',
      ],
    );
  });

  it('includes files and sets options', () => {
    assert.deepEqual(
      linesOf('-r base.txt\n-rmore.txt\n--requirement=third.txt\n-c limits.txt\n--index-url https://i\n--pre'),
      [
        'include <base.txt> packages',
        'include <more.txt> packages',
        'include <third.txt> packages',
        'include <limits.txt> limits',
        'option <--index-url https://i> --index-url',
        'option <--pre> --pre',
      ],
    );
  });

  it('goes on behind a backslash, and not in a comment', () => {
    const { lines } = read('certifi==1.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n# not \\\nnumpy\n');
    assert.deepEqual(
      lines.map((line) => (line.kind === 'package' ? [line.name, line.hashed] : line.kind)),
      [
        ['certifi', true],
        ['numpy', false],
      ],
    );
    assert.deepEqual(linesOf('a==\\\n1.0\\\n'), ['package <a==\\\n1.0> a ==1.0']);
  });

  it('is kept apart from comments', () => {
    const { source, comments, lines } = read('# head\nnumpy # tail\nurl @ https://a/b#c\n');
    assert.deepEqual(
      comments.map(({ start, end }) => source.text.slice(start, end)),
      ['# head', '# tail'],
    );
    assert.equal(lines.length, 2);
  });

  it('is known by one name of the faults that pip refuses', () => {
    const faults: Readonly<Record<string, string>> = {
      'torch=2.0': 'single-equals',
      'torch=>2.0': 'operator',
      'torch==': 'version-missing',
      'torch==latest': 'version-invalid',
      'torch~=2': 'version-invalid',
      'torch==2.1.0-cu118': 'version-invalid',
      'torch 2.0': 'words',
      'torch==2.0 numpy': 'words',
      'torch[a': 'bracket',
      'torch[a,]': 'bracket',
      'torch(>=1': 'bracket',
      'torch @': 'url-missing',
      'torch; python_version < 3': 'marker',
      'torch;': 'marker',
      '"torch"': 'name',
      _torch: 'name',
      'pip install torch': 'command',
      'torch -U': 'option',
      '--no-cache-dir': 'option',
      '-r': 'value-missing',
      '=======': 'conflict-marker',
    };
    for (const [line, fault] of Object.entries(faults)) assert.equal(faultOf(line), fault, line);
  });

  it('is taken where some pip takes it', () => {
    for (const line of [
      'foo>=1.0,',
      'foo>=1.*',
      'foo>1<2',
      'foo>=2.1.0+cu118',
      'foo[]',
      "foo;(os.name=='posix')",
      '-Z',
    ])
      assert.equal(faultOf(line), undefined, line);
  });
});

describe('the text of a requirements file', () => {
  it('may begin with a mark and have any line ends', () => {
    const { source, lines } = read('\uFEFFrunpod==1.0\r\nnumpy\rscipy\u2028pandas');
    assert.deepEqual(
      lines.map(({ span }) => source.text.slice(span.start, span.end)),
      ['runpod==1.0', 'numpy', 'scipy', 'pandas'],
    );
  });

  it('may be UTF-16 that was read as UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('runpod==1.0\r\nnumpy', 'utf16le')]);
    const { source, lines } = read(bytes.toString('utf8'));
    assert.deepEqual(
      lines.map((line) => line.kind === 'package' && line.name),
      ['runpod', 'numpy'],
    );
    const [first] = lines;
    assert.equal(source.text.slice(first?.span.start, first?.span.end).replaceAll('\0', ''), 'runpod==1.0');
  });

  it('is never too much', () => {
    const nested = `a; ${'('.repeat(5_000)}os_name == "x"${')'.repeat(5_000)}`;
    assert.equal(faultOf(nested), 'marker');
    assert.equal(read('a\n'.repeat(20_000)).whole, false);
    const long = read(`a${' '.repeat(200_000)}\\\n`.repeat(3));
    assert.ok(long.lines.length > 0);
  });
});

describe('a dependency', () => {
  it('knows where its parts stand', () => {
    const text = 'foo [a] >=1, <2 ; python_version < "3"';
    const parsed = parseDependency(text);
    assert.ok(parsed.kind === 'dependency');
    const { nameSpan, specifierSpan, span } = parsed.dependency;
    assert.equal(text.slice(nameSpan.start, nameSpan.end), 'foo');
    assert.equal(text.slice(specifierSpan?.start, specifierSpan?.end), '>=1, <2');
    assert.equal(text.slice(span.start, span.end), 'foo [a] >=1, <2');
  });

  it('binds "and" tighter than "or"', () => {
    const parsed = parseDependency("a; os_name == 'x' or os_name == 'y' and sys_platform == 'z'");
    assert.ok(parsed.kind === 'dependency' && parsed.dependency.marker?.kind === 'or');
    assert.equal(parsed.dependency.marker.right.kind, 'and');
  });
});

describe('versions', () => {
  const releases = ['1.7.9', '1.7.13', '1.8.1', '1.10.0', '1.10.1', '1.12.0'];

  it('that a specifier allows', () => {
    assert.equal(newestAllowed('~=1.7.9', releases), '1.7.13');
    assert.equal(newestAllowed('~=1.7', releases), '1.12.0');
    assert.equal(newestAllowed('<1.10', releases), '1.8.1');
    assert.equal(newestAllowed('>=1.7,<1.8', releases), '1.7.13');
    assert.equal(newestAllowed('', releases), '1.12.0');
    assert.equal(newestAllowed('==2', releases), undefined);
    assert.equal(newestAllowed('nonsense', releases), undefined);
    assert.ok(allows('==2.1.0', '2.1.0+cu118'));
    assert.ok(!isSpecifier(`>=${'1'.repeat(10_000)}`));
  });
});

describe('a project file', () => {
  /** `group: name specifier <text at the specifier>`. */
  function rowsOf(name: string, text: string): { readonly file: ProjectFile; readonly rows: string[] } {
    const file = readProject(makeSource(`file:///worker/${name}`, text));
    const written = (span: { start: number; end: number } | undefined): string =>
      span ? ` <${text.slice(span.start, span.end)}>` : '';
    const rows = file.requirements.map(
      (one) =>
        `${one.group}: ${text.slice(one.nameSpan.start, one.nameSpan.end)} ${one.specifier}${written(one.specifierSpan)}`,
    );
    return { file, rows };
  }

  it('lists what PEP 621 and dependency groups ask for', () => {
    const { file, rows } = rowsOf(
      'pyproject.toml',
      '[project]\nname = "w" # "no"\nrequires-python = ">=3.10"\ndependencies = [\n  "a>=1, <2", # b\n  \'c[x]~=1.2; os_name == "nt"\',\n]\n' +
        '[project.optional-dependencies]\ngpu = ["torch"]\n[dependency-groups]\ndev = ["pytest>8", {include-group = "gpu"}]\n' +
        '[tool.uv.sources]\ntorch = { git = "https://example.org" }\n',
    );
    assert.deepEqual(rows, [': a >=1, <2 <>=1, <2>', ': c ~=1.2 <~=1.2>', 'gpu: torch ', 'dev: pytest >8 <>8>']);
    assert.equal(file.python, '>=3.10');
    assert.equal(file.whole, true);
    assert.deepEqual(
      file.requirements.filter(({ direct }) => direct).map(({ name }) => name),
      ['torch'],
    );
  });

  it('is not whole where the list is computed, or the text is broken', () => {
    assert.equal(
      rowsOf('pyproject.toml', '[project]\nname="w"\ndynamic = ["version", "dependencies"]\n').file.whole,
      false,
    );
    assert.equal(rowsOf('pyproject.toml', '[build-system]\nrequires = ["setuptools"]\n').file.whole, false);
    assert.equal(rowsOf('pyproject.toml', '[project\ndependencies = ["a"]').file.whole, false);
    assert.equal(rowsOf('environment.yml', 'dependencies: [a, : b').file.whole, false);
  });

  it('lists what poetry and a Pipfile ask for', () => {
    const poetry =
      '[tool.poetry.dependencies]\npython = "^3.10"\ntorch = "^2.1"\n"foo.bar" = { version = "~1.2.3", extras = ["a"] }\n' +
      'exact = "1.2"\nany = "*"\nrange = ">=1,<2"\nnumpy = { git = "https://example.org" }\nold = "^0.2.3"\n';
    assert.deepEqual(rowsOf('pyproject.toml', poetry).rows, [
      ': torch >=2.1,<3 <^2.1>',
      ': "foo.bar" >=1.2.3,<1.3 <~1.2.3>',
      ': exact ==1.2 <1.2>',
      ': any  <*>',
      ': range >=1,<2 <>=1,<2>',
      ': numpy undefined',
      ': old >=0.2.3,<0.3 <^0.2.3>',
    ]);
    assert.deepEqual(rowsOf('Pipfile', '[packages]\nrunpod = "~=1.7"\n[dev-packages]\npytest = "*"\n').rows, [
      ': runpod ~=1.7 <~=1.7>',
      'dev: pytest  <*>',
    ]);
  });

  it('lists what conda and the pip below it ask for', () => {
    const { file, rows } = rowsOf(
      'environment.yml',
      'dependencies:\n  - python=3.10\n  - pytorch::pytorch==2.1.0\n  - numpy=1.26=py_0\n  - pip:\n    - runpod~=1.7.9\n    - "scipy>=1; os_name == \'nt\'"\n',
    );
    assert.deepEqual(rows, [
      ': pytorch::pytorch==2.1.0 ==2.1.0',
      ': numpy=1.26=py_0 ==1.26.*',
      ': runpod ~=1.7.9 <~=1.7.9>',
      ': scipy >=1 <>=1>',
    ]);
    assert.equal(file.python, '==3.10.*');
  });
});
