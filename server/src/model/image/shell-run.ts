// Goes through the commands of a script in the order in which a shell runs them: follows `cd`, functions, `source`, nested
// scripts and `"$@"`, and records on the way what the commands do to the files of the image. Bounded in depth and in number.

import { parentOf, resolvePath } from '../../base/image-path';
import type { Source } from '../../base/source';
import type { Place, Span } from '../../base/span';
import { type Static, unknown } from '../../base/static';
import type { Uri } from '../../base/uri';
import {
  execFacts,
  type Script,
  type ShellCommand,
  type ShellFacts,
  type ShellWord,
  shellFacts,
} from '../../facts/shell';
import { addEffects, addWrite } from './image-effects';
import { type Found, type ImageTree, unknownAt } from './image-tree';

/** A command as it runs, with what is around it. */
export interface Running {
  readonly command: ShellCommand;
  readonly folder: Static<string>;
  readonly conditional: boolean;
  readonly background: boolean;
  /** From the outermost command to this one. */
  readonly steps: readonly Place[];
  /** Variables that are exported to it, by name. */
  readonly exported: ReadonlyMap<string, Static<string>>;
  placeOf(word: ShellWord): SourcePlace;
}

export interface SourcePlace {
  readonly source: Source;
  readonly span: Span;
}

export interface ShellVisitor {
  /** Where it is left out, only what the commands do to files counts. */
  program?(running: Running): void;
  /** A part that cannot be followed: anything may happen there. */
  lost?(running: Omit<Running, 'command'>, place: SourcePlace): void;
}

const MOST_COMMANDS = 4000;
const DEEPEST = 12;

interface State {
  readonly source: Source;
  /** The script's own path in the image. */
  readonly path: string | undefined;
  /** What `"$@"` stands for. */
  readonly args: readonly Argument[] | undefined;
  readonly conditional: boolean;
  readonly background: boolean;
  readonly steps: readonly Place[];
  readonly depth: number;
  folder: Static<string>;
  readonly exported: Map<string, Static<string>>;
  /** Something that ends the script may have run. */
  ended: 'no' | 'maybe' | 'yes';
}

interface Argument {
  readonly word: ShellWord;
  readonly source: Source;
}

export class ShellRun {
  private commands = 0;
  /** Words that stand in another file than the command they are given to. */
  private readonly sources = new Map<ShellWord, Source>();
  private readonly byUri: ReadonlyMap<Uri, Script>;

  constructor(
    private readonly tree: ImageTree,
    scripts: readonly Script[],
    private readonly visitor: ShellVisitor = {},
  ) {
    this.byUri = new Map(scripts.map((script) => [script.source.uri, script]));
  }

  start(
    facts: ShellFacts,
    source: Source,
    folder: Static<string>,
    exported: ReadonlyMap<string, Static<string>>,
  ): void {
    this.facts(facts, {
      source,
      path: undefined,
      args: [],
      conditional: false,
      background: false,
      steps: [],
      depth: 0,
      folder,
      exported: new Map(exported),
      ended: 'no',
    });
  }

  private facts(facts: ShellFacts, state: State): void {
    if (!facts.whole || state.depth > DEEPEST) this.lost(state, { source: state.source, span: { start: 0, end: 0 } });
    this.commandsIn(facts, undefined, state);
  }

  private commandsIn(facts: ShellFacts, inFunction: string | undefined, state: State): void {
    const functions = new Set(facts.commands.flatMap((command) => command.inFunction ?? []));
    const writes = facts.writes.filter((write) => write.inFunction === inFunction);
    const assignments = facts.assignments.filter((row) => row.inFunction === inFunction && row.exported);
    const folders = new Map<number, Static<string>>();
    let written = 0;
    let assigned = 0;
    const assignUntil = (end: number): void => {
      for (; (assignments[assigned]?.span.start ?? Infinity) < end; assigned++) {
        const row = assignments[assigned];
        if (row) state.exported.set(row.name, row.conditional ? unknown : row.value);
      }
    };
    for (const command of facts.commands) {
      if (command.inFunction !== inFunction) continue;
      if (state.ended === 'yes' || ++this.commands > MOST_COMMANDS) return;
      assignUntil(command.span.start);
      const inner = command.subshell
        ? { ...state, folder: folders.get(command.subshell.start) ?? state.folder }
        : state;
      for (; (writes[written]?.span.start ?? Infinity) < command.span.end; written++) {
        const write = writes[written];
        if (write) addWrite(this.tree, write, inner.folder, state.source);
      }
      const name = command.words[0]?.text ?? '';
      if (functions.has(name) && name !== inFunction && state.depth < DEEPEST) {
        const called: State = { ...this.entered(inner, command), depth: state.depth + 1 };
        this.commandsIn(facts, name, called);
        inner.folder = called.folder;
        inner.ended = worse(inner.ended, called.ended, command.conditional);
      } else this.command(command, inner);
      if (command.subshell) folders.set(command.subshell.start, inner.folder);
    }
    assignUntil(Infinity);
    for (const write of writes.slice(written)) addWrite(this.tree, write, state.folder, state.source);
  }

  private command(given: ShellCommand, state: State): void {
    const command = this.withArguments(given, state);
    if (command === undefined) return;
    const [first] = command.words;
    if (first === undefined) return;
    const name = first.text;
    if (name === 'cd' || name === 'pushd') changeFolder(command, state);
    else if (name === 'exit' && !command.conditional && !command.subshell) state.ended = 'yes';
    else if (command.script) {
      const inner = { ...this.entered(state, command), depth: state.depth + 1 };
      this.facts(command.script, inner);
    } else if (!this.followed(command, state)) {
      this.visitor.program?.(this.running(command, state));
      addEffects(this.tree, command, state.folder);
    }
    // What takes the shell's place ends it.
    if (command.exec && !command.background && !command.subshell && command.words.length > 0)
      state.ended = command.conditional || state.conditional ? 'maybe' : 'yes';
  }

  /** `bash start.sh`, `./start.sh`, `source env.sh`: true where the command is a script. */
  private followed(command: ShellCommand, state: State): boolean {
    const [first, ...rest] = command.words;
    const sources = first?.text === 'source' || first?.text === '.';
    const shell = /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a|z)?sh$/.test(first?.text ?? '');
    const at = sources || shell ? rest.findIndex(({ text }) => !/^[-+]/.test(text)) + 1 : 0;
    const script = command.words[at];
    if (script === undefined || ((sources || shell) && at === 0)) return false;
    if (!sources && !shell && !isCalledByPath(script)) return false;
    // Activating a Python environment starts nothing.
    if (sources && /(?:^|\/)(?:activate|conda\.sh|\.bashrc|\.profile|setup\.bash)$/.test(script.text)) return true;
    const path = script.value.known ? resolvePath(state.folder, script.value.value) : unknown;
    const found = path.known ? this.tree.find(path.value) : undefined;
    const facts = this.factsOf(found);
    if (facts === undefined) {
      // A file that is no script is for others to judge.
      if (!sources && !shell) return false;
      if (path.known && !sources && (found?.kind === 'absent' || found?.kind === 'file')) return false;
      this.lost(this.entered(state, command), this.placeOf(script, state));
      return true;
    }
    const inner: State = {
      ...this.entered(state, command),
      source: facts.source,
      path: path.known ? path.value : undefined,
      args: command.words.slice(at + 1).map((word) => ({ word, source: this.sources.get(word) ?? state.source })),
      depth: state.depth + 1,
      ended: 'no',
    };
    this.facts(facts.facts, inner);
    if (!sources) return true;
    state.folder = inner.folder;
    state.ended = worse(state.ended, inner.ended, command.conditional);
    for (const [variable, value] of inner.exported) state.exported.set(variable, value);
    return true;
  }

  private factsOf(found: Found | undefined): Script | undefined {
    if (found?.kind === 'file') return this.byUri.get(found.uri);
    if (found?.kind !== 'text') return undefined;
    return /^#!.*python/.test(found.text.text) ? undefined : { source: found.source, facts: shellFacts(found.text) };
  }

  /** Puts in what `"$@"` stands for; undefined where that is nothing. */
  private withArguments(command: ShellCommand, state: State): ShellCommand | undefined {
    const at = command.words.findIndex((word) => isAllArguments(state.source.text, word));
    if (at < 0 || state.args === undefined) return command;
    for (const { word, source } of state.args) this.sources.set(word, source);
    const words = [
      ...command.words.slice(0, at),
      ...state.args.map(({ word }) => word),
      ...command.words.slice(at + 1),
    ];
    if (words.length === 0) return undefined;
    // Again, so that a prefix such as `env` among the arguments is taken for one.
    const [again] = execFacts(words, command.span).commands;
    return (
      again && { ...command, words: again.words, script: again.script, behind: [...command.behind, ...again.behind] }
    );
  }

  private entered(state: State, command: ShellCommand): State {
    return {
      ...state,
      conditional: state.conditional || command.conditional || state.ended === 'maybe',
      background: state.background || command.background,
      steps: [...state.steps, { uri: state.source.uri, span: command.span }],
      exported: new Map(state.exported),
    };
  }

  private running(command: ShellCommand, state: State): Running {
    const exported = new Map(state.exported);
    for (const { name, value } of command.assignments) exported.set(name, value);
    const { folder, conditional, background, steps } = this.entered(state, command);
    return { command, folder, conditional, background, steps, exported, placeOf: (word) => this.placeOf(word, state) };
  }

  private placeOf(word: ShellWord, state: State): SourcePlace {
    const source = this.sources.get(word) ?? state.source;
    const [start] = word.offsets;
    const end = word.offsets.at(-1);
    // Without its quotes, where the text in them is as it is written.
    const inner = start !== undefined && end !== undefined && end + 1 - start === word.text.length;
    return { source, span: inner ? { start, end: end + 1 } : word.span };
  }

  private lost(state: State, place: SourcePlace): void {
    const { folder, conditional, background, steps, exported } = state;
    this.tree.add(unknownAt('/'));
    this.visitor.lost?.(
      { folder, conditional, background, steps, exported, placeOf: (word) => this.placeOf(word, state) },
      place,
    );
  }
}

function worse(before: State['ended'], inner: State['ended'], conditional: boolean): State['ended'] {
  if (before === 'yes' || inner === 'no') return before;
  return inner === 'yes' && !conditional ? 'yes' : 'maybe';
}

function isCalledByPath({ text }: ShellWord): boolean {
  return text.includes('/');
}

const ALL_ARGUMENTS = /^"?\$(?:[@*]|\{[@*](?::?-[^{}]*)?\})"?$/;

function isAllArguments(text: string, { value, span }: ShellWord): boolean {
  return !value.known && ALL_ARGUMENTS.test(text.slice(span.start, span.end));
}

/** `cd "$(dirname "$0")"` and its like: the folder of the script itself. */
const OWN_FOLDER = /^"?(?:\$\(|`)\s*(?:cd\s+"?\$\(\s*)?dirname\s+(?:--\s+)?"?\$\{?(?:0|BASH_SOURCE)\b/;

function changeFolder(command: ShellCommand, state: State): void {
  const target = command.words.slice(1).find(({ text }) => !/^-[LPe@]$/.test(text));
  const next = target === undefined ? unknown : folderNamed(target, state);
  const certain = !command.conditional || (next.known && state.folder.known && next.value === state.folder.value);
  state.folder = certain ? next : unknown;
}

function folderNamed(word: ShellWord, { source, path, folder }: State): Static<string> {
  if (word.value.known) return word.value.value === '-' ? unknown : resolvePath(folder, word.value.value);
  const written = source.text.slice(word.span.start, word.span.end);
  return OWN_FOLDER.test(written) && path !== undefined ? { known: true, value: parentOf(path) } : unknown;
}
