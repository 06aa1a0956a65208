// Shell scripts as rows: commands with their conditions, variables, files written; as written and half-written.

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the shell's variables are written as JavaScript's are

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeSource } from '../server/src/base/source';
import type { Static } from '../server/src/base/static';
import { readScript, type ShellCommand, type ShellFacts, type ShellWord } from '../server/src/facts/shell';

function read(...lines: readonly string[]): ShellFacts {
  return readScript(makeSource('file:///worker/start.sh', lines.join('\n'))).facts;
}

/** The value, or `?`. */
function shown(value: Static<string> | undefined): string | undefined {
  return value?.known === false ? '?' : value?.value;
}

function wordsOf({ words }: ShellCommand): string {
  return words.map(({ value }) => shown(value)).join(' ');
}

/** Commands as text, each with what is special about it. */
function commandsOf({ commands }: ShellFacts): string[] {
  return commands.map((command) => {
    const { assignments, background, behind, captured, conditional, exec, inFunction, piped, subshell } = command;
    const marks = [
      ...assignments.map(({ name, value }) => `${name}=${shown(value)}`),
      ...behind.map((name) => `behind ${name}`),
      ...Object.entries({ exec, background, conditional, piped, captured, subshell }).flatMap(([mark, is]) =>
        is ? [mark] : [],
      ),
      ...(inFunction === undefined ? [] : [`in ${inFunction}`]),
    ];
    return marks.length === 0 ? wordsOf(command) : `${wordsOf(command)} [${marks.join(', ')}]`;
  });
}

function assertCommands(script: string, ...expected: readonly string[]): void {
  const facts = read(script);
  assert.deepEqual(commandsOf(facts), expected, script);
  assert.ok(facts.whole, script);
}

/** `NAME`, with what the text says in case it is not set. */
function readsOf(...lines: readonly string[]): string[] {
  return read(...lines).reads.map(({ name, fallback, hasFallback, maybeSet, required }) => {
    const marks = [
      ...(fallback === undefined ? [] : [`else ${shown(fallback)}`]),
      ...Object.entries({ hasFallback, required, maybeSet }).flatMap(([mark, is]) => (is ? [mark] : [])),
    ];
    return [name, ...marks].join(' ');
  });
}

describe('commands', () => {
  it('are words without quotes and escapes', () => {
    assertCommands(`python -u "my file.py" 'a "b"' c\\ d e"f"'g' ""`, 'python -u my file.py a "b" c d efg ');
    assertCommands('pip install "runpod>=1.7" torch[cu121] *.whl', 'pip install runpod>=1.7 torch[cu121] *.whl');
    assertCommands('python a.py \\\n  --x # why\n# no\n\necho b;', 'python a.py --x', 'echo b');
    assertCommands(`printf $'a\\tb'`, 'printf a\tb');
  });

  it('have unknown words where only running tells', () => {
    assertCommands(
      'python "$1" $@ `x` $((1 + 1)) ~/a {a,b} ${A%.py}',
      'x [captured, subshell]',
      'python ? ? ? ? ? ? ?',
    );
    assert.equal(read('python /app/$NAME.py').commands[0]?.words[1]?.text, '/app/\ufffc.py');
  });

  it('keep their order, and those in $(…) come first', () => {
    assertCommands('a "$(b | c)"; d', 'b [piped, captured, subshell]', 'c [captured, subshell]', 'a ?', 'd');
  });

  it('know what stands in front', () => {
    assertCommands('exec nohup python a.py', 'python a.py [behind exec, behind nohup, exec]');
    assertCommands('A=1 env -u B C=2 sudo -u me -- python a.py', 'python a.py [A=1, C=2, behind env, behind sudo]');
    assertCommands('/usr/bin/tini -g -- gosu app timeout -k 5 60 x', 'x [behind tini, behind gosu, behind timeout]');
    assertCommands('uv run --with a python b.py', 'python b.py [behind uv run]');
    assertCommands('uv pip install a', 'uv pip install a');
    assertCommands('conda run -n e --no-capture-output python b.py', 'python b.py [behind conda run]');
    assertCommands('time -p a; nice -n 5 b; stdbuf -oL c', 'a', 'b [behind nice]', 'c [behind stdbuf]');
    assertCommands('command -v python; exec > log; sudo', 'command -v python', 'exec', 'sudo');
    assertCommands('exec "$@"', '? [behind exec, exec]');
  });

  it('run in the background, in pipes, in subshells', () => {
    assertCommands(
      'a & b | c; (cd x && d); { e; } & wait',
      ...[
        'a [background, subshell]',
        'b [piped, subshell]',
        'c [subshell]',
        'cd x [subshell]',
        'd [subshell]',
        'e [background, subshell]',
        'wait',
      ],
    );
    const [first, second] = read('(cd a; b); (cd c; d)').commands.map(({ subshell }) => subshell);
    assert.deepEqual(
      [first, second],
      [
        { start: 0, end: 9 },
        { start: 0, end: 9 },
      ],
    );
  });

  it('are conditional where the text does not tell whether they run', () => {
    assertCommands('set -e; a && b || c', 'set -e', 'a', 'b', 'c [conditional]');
    assertCommands(
      'if a; then b; elif c; then d; else e; fi; f',
      ...['a', 'c [conditional]', 'b [conditional]', 'd [conditional]', 'e [conditional]', 'f'],
    );
    assertCommands('case $A in a) b;; *) c;; esac; d', 'b [conditional]', 'c [conditional]', 'd');
    assertCommands('[ -n "$A" ] && b && c; d', '[ -n ? ]', 'b [conditional]', 'c [conditional]', 'd');
    assertCommands('[[ $A == 1 ]] && b; ! c && d', 'b [conditional]', 'c', 'd [conditional]');
    assertCommands(
      'grep -q a b && c; mkdir a || true && b',
      'grep -q a b',
      'c [conditional]',
      'mkdir a',
      'true [conditional]',
      'b',
    );
  });

  it('know loops that run at least once', () => {
    assertCommands('while true; do a; done', 'true', 'a');
    assertCommands('until false; do a; done', 'false', 'a');
    assertCommands('for i in 1 2; do a; done', 'a');
    assertCommands('while b; do a; done', 'b', 'a [conditional]');
    assertCommands('for i in "$@"; do a; done; for i; do b; done', 'a [conditional]', 'b [conditional]');
    assertCommands('for ((i = 0; i < 3; i++)); do a; done', 'a [conditional]');
  });

  it('are conditional behind a way out that is no error', () => {
    assertCommands('if a; then exec b; fi; c', 'a', 'b [behind exec, exec, conditional]', 'c [conditional]');
    assertCommands('if a; then b; exit 0; fi; c', 'a', 'b [conditional]', 'exit 0 [conditional]', 'c [conditional]');
    assertCommands('[ -n "$A" ] || exit 1; c', '[ -n ? ]', 'exit 1 [conditional]', 'c');
    assertCommands('exec a; b', 'a [behind exec, exec]', 'b [conditional]');
    assertCommands('f() { exit; }; b', 'exit [in f]', 'b');
  });

  it('stand in functions', () => {
    assertCommands(
      'function main { if a; then b; fi; }; main "$@"',
      'a [in main]',
      'b [conditional, in main]',
      'main ?',
    );
  });

  it('are read in scripts that are words', () => {
    const script = 'bash -lc \'cd /app && exec python "a b.py" \'';
    const [command] = read(script).commands;
    assert.deepEqual(command?.script && commandsOf(command.script), ['cd /app', 'python a b.py [behind exec, exec]']);
    const words = command?.script?.commands[1]?.words;
    assert.deepEqual(
      words?.map(({ span }) => script.slice(span.start, span.end)),
      ['python', '"a b.py"'],
    );
    const nested = read('FILE=a.py; export ROOT=/app; sh -c "cd $ROOT; python $FILE $X; echo \\$FILE \'$ROOT\'"');
    const inner = nested.commands.at(-1)?.script;
    assert.deepEqual(inner && commandsOf(inner), ['cd /app', 'python a.py ?', 'echo ? /app']);
    assert.deepEqual(read('su app -c "python a.py"').commands[0]?.script?.commands.map(wordsOf), ['python a.py']);
    assert.equal(read('bash a.sh -c "x"').commands[0]?.script, undefined);
  });

  it('have exact places', () => {
    const script = '  A=1 exec "a b"   c$D  > e &';
    const [command] = read(script).commands;
    assert.equal(script.slice(command?.span.start, command?.span.end), 'A=1 exec "a b"   c$D  > e');
    assert.deepEqual(
      command?.words.map(({ span }) => script.slice(span.start, span.end)),
      ['"a b"', 'c$D'],
    );
  });
});

describe('variables', () => {
  it('are put in where the text sets them to a literal', () => {
    assertCommands('A=/app B="$A/x"; cd $B; python "${A}/h.py"', 'cd /app/x', 'python /app/h.py');
    assertCommands('F="--a --b" E=; x $F $E "$F" "$E"', 'x --a --b --a --b ');
    assertCommands('A=1; x ${A:-2} ${A:+3} ${A:?} ${A-2}', 'x 1 3 1 1');
    assertCommands('A=; x ${A:-2} ${A-2} ${A:+3}', 'x 2');
    assertCommands(
      'export A=1; readonly B=2; declare -x C=3; x $A $B $C',
      ...['export A=1', 'readonly B=2', 'declare -x C=3', 'x 1 2 3'],
    );
  });

  it('are unknown where several values are possible', () => {
    assertCommands('A=1; if x; then A=2; fi; y $A', 'x', 'y ?');
    assertCommands('if x; then A=2; else A=2; fi; y $A', 'x', 'y 2');
    assertCommands('A=1; x || A=2; y $A', 'x', 'y ?');
    assertCommands('A=1; while x $A; do A=2; done', 'x ?');
    assertCommands('A=1; (A=2; x $A); y $A; A=3 | z; y $A', 'x 2 [subshell]', 'y 1', 'z [subshell]', 'y 1');
    assertCommands('A=1; read -r A; x $A; A=2; unset A; x $A', 'read -r A', 'x ?', 'unset A', 'x ?');
    assertCommands('A=1; A+=2; x $A', 'x ?');
    assertCommands('A=1; f() { A=2; }; f; x $A', 'f', 'x ?');
    assertCommands('A=1; B=1; f() { x $A $B; }; B=2; f', 'x 1 ? [in f]', 'f');
    assertCommands('A=1; . x.sh; x $A', '. x.sh', 'x ?');
    assertCommands('A=1; if y; then source x.sh; fi; x $A', 'y', 'source x.sh [conditional]', 'x ?');
    assertCommands('A=1; source /venv/bin/activate; x $A', 'source /venv/bin/activate', 'x 1');
    assertCommands('A=${A:-1}; x $A; : "${B:=2}"; x $B', 'x ?', ': ?', 'x ?');
  });

  it('are rows where they are set', () => {
    const rows = (script: string): string[] =>
      read(script).assignments.map(({ name, value, ...marks }) =>
        [name, shown(value), ...(['exported', 'fallback', 'conditional'] as const).filter((mark) => marks[mark])].join(
          ' ',
        ),
      );
    assert.deepEqual(rows('A=1; export B="x y"; [ a ] && C=2'), ['A 1', 'B x y exported', 'C 2 conditional']);
    assert.deepEqual(rows('A=1; export A; set -a; B=2; set +a; C=3'), ['A 1 exported', 'B 2 exported', 'C 3']);
    assert.deepEqual(rows('export A=${A:-1}; : "${B:=2}"; C=${D:-3}; E=(1 2)'), [
      'A 1 exported fallback',
      'B 2 fallback',
      'C ?',
      'E ?',
    ]);
    assert.deepEqual(rows('A=1 x'), []);
  });

  it('are rows where they are read', () => {
    assert.deepEqual(readsOf('x $A "${B}" "$1" $? ${#C} ${!D}'), ['A', 'B']);
    assert.deepEqual(readsOf('x ${A:-1} ${B:+1} ${C:?no} ${D-$E} ${F:=2}'), [
      'A else 1 hasFallback',
      'B hasFallback',
      'C required',
      'D else ? hasFallback',
      'E',
      'F else 2 hasFallback',
    ]);
    assert.deepEqual(readsOf('[ -z "$A" ]; [[ -n $B && $C == 1 ]]; test "$D" = 1'), [
      'A hasFallback',
      'B hasFallback',
      'C hasFallback',
      'D hasFallback',
    ]);
    assert.deepEqual(readsOf('cat > x <<EOF', '$A', 'EOF', "cat <<'EOF'", '$B', 'EOF'), ['A']);
    assert.deepEqual(readsOf('bash -c \'x $A\'; B=1; bash -c "y $B $C"'), ['A', 'C']);
  });

  it('are not read where the text has set them', () => {
    assert.deepEqual(readsOf('A=1; x $A; for i in $B; do x $i; done; read C; x $C'), ['B']);
    assert.deepEqual(readsOf('A=${A:-1}; x $A'), ['A else 1 hasFallback']);
    assert.deepEqual(readsOf('if x; then A=1; fi; y $A'), ['A maybeSet']);
    assert.deepEqual(readsOf('f() { x $A $B; local C=1; x $C; }; A=1; f'), ['A maybeSet', 'B']);
  });
});

describe('files written', () => {
  it('are rows', () => {
    const rows = (...lines: readonly string[]): (string | undefined)[][] =>
      read(...lines).writes.map(({ path, append, content }) => [
        shown(path.value),
        append ? 'append' : 'over',
        content?.text,
      ]);
    assert.deepEqual(rows('D=/x; a > $D/b 2>&1; c >> "$E"; d > /dev/null'), [
      ['/x/b', 'over', undefined],
      ['?', 'append', undefined],
    ]);
    assert.deepEqual(rows('A=1', 'cat > /a.sh <<EOF', 'python $A.py', 'EOF'), [['/a.sh', 'over', 'python 1.py\n']]);
    assert.deepEqual(rows('tee -a /a <<-"EOF" > /dev/null', '\t$A', '\tEOF'), [['/a', 'append', '$A\n']]);
    assert.deepEqual(rows('cat > /a <<EOF', '$A', 'EOF'), [['/a', 'over', undefined]]);
    assert.deepEqual(rows('{ a; b; } > /log'), [['/log', 'over', undefined]]);
  });
});

describe('reading', () => {
  const script = [
    '#!/usr/bin/env bash',
    'set -euo pipefail',
    'A=${A:-"x y"} B=$(date +%s) # why',
    'if [[ -n "${A}" && $B != 1 ]]; then echo "a $(b "$C")" >> /tmp/log; elif x; then y; else z; fi',
    'case "$1" in a|b) exec python -u "$A" ;; *) ;; esac',
    'for f in *.sh; do source "$f" || true; done',
    'cat <<-EOF > /etc/a',
    '\tx $A `b`',
    '\tEOF',
    'f() { local x=1; (( x += ${#A} )); bash -c \'cd /x && y "$A"\'; }',
    'f & wait $!',
  ].join('\n');

  function assertPlaces({ commands, assignments, reads, writes }: ShellFacts, length: number): void {
    for (const { span } of [...commands, ...assignments, ...reads, ...writes]) {
      assert.ok(0 <= span.start && span.start <= span.end && span.end <= length);
    }
    const words: readonly ShellWord[] = commands.flatMap((command) => command.words);
    for (const { offsets, span, text } of words) {
      assert.equal(offsets.length, text.length);
      assert.ok(offsets.every((offset) => span.start <= offset && offset < length) || span.start === span.end);
    }
    for (const { script: inner } of commands) if (inner !== undefined) assertPlaces(inner, length);
  }

  it('knows whole scripts from broken ones', () => {
    assert.ok(read(script).whole);
    assert.ok(read('').whole);
    for (const broken of ['if a; then b', 'a "b', 'a $(b', 'a )', 'x() {', 'for in do']) {
      assert.ok(!read(broken).whole, broken);
    }
  });

  it('takes every prefix of a script, and what is left without a part', () => {
    for (let end = 0; end <= script.length; end++) {
      assertPlaces(read(script.slice(0, end)), end);
      if (end % 3 > 0) continue;
      const cut = script.slice(0, end) + script.slice(end + 1 + ((end * 7) % 40));
      assertPlaces(read(cut), cut.length);
    }
  });

  it('reads Windows line ends and a byte order mark as others do', () => {
    const windows = `\ufeff${script.replaceAll('\n', '\r\n')}`;
    const facts = read(windows);
    assert.deepEqual(commandsOf(facts), commandsOf(read(script)));
    for (const { name, span } of facts.reads) assert.equal(windows.slice(span.start, span.end), name);
  });

  it('ends, however deep or long the text is', () => {
    for (const part of ['(', '$(', '"$(', '${A:-', '{ ', 'if ', '[[ ( ', '$((', 'while a; do ']) {
      assert.ok(!read(part.repeat(2000)).whole, part);
    }
    assert.ok(!read('('.repeat(10_000)).whole);
    assert.deepEqual(read('x\n'.repeat(150_000)), {
      commands: [],
      assignments: [],
      reads: [],
      writes: [],
      whole: false,
    });
  });

  it('puts in no more than can be kept', () => {
    const facts = read('A=aaaaaaaaaa', ...Array.from({ length: 2000 }, () => 'A="$A$A"'), 'x $A');
    assert.equal(shown(facts.commands[0]?.words[1]?.value), '?');
    const many = read(`A=${'a'.repeat(3000)}`, ...Array.from({ length: 5000 }, () => 'x "$A"'));
    assert.equal(shown(many.commands[0]?.words[1]?.value)?.length, 3000);
    assert.equal(shown(many.commands.at(-1)?.words[1]?.value), '?');
  });
});
