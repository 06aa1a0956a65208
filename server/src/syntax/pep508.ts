// One dependency as pip writes it: `name[extra]>=1,<2; python_version < "3.12"`, with the place of each part. Total. Follows
// the parser of the Python library `packaging`, which pip uses; a line is broken where every pip since 22 refuses it.
// pip-requirements-js is not used: it takes 40 ms to load and 1 ms a line, refuses URLs, hashes and `===`, and knows neither
// continued lines nor options.

import { type Span, span } from '../base/span';
import { isSpecifierVersion } from './versions';

export interface Dependency {
  /** As written. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly extras: readonly string[];
  /** `>=1,<2`, without parentheses; empty without one. */
  readonly specifier: string;
  readonly specifierSpan: Span | undefined;
  /** After `@`. */
  readonly url: string | undefined;
  readonly marker: Marker | undefined;
  /** From the name to the end of the extras, specifier or URL. */
  readonly span: Span;
}

/** A condition on the machine that installs. */
export type Marker =
  | { readonly kind: 'and' | 'or'; readonly left: Marker; readonly right: Marker }
  | { readonly kind: 'compare'; readonly left: MarkerValue; readonly operator: string; readonly right: MarkerValue };

export type MarkerValue =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'text'; readonly value: string };

export type DependencyFault =
  /** It does not begin with a name. */
  | 'name'
  /** `name=1.0` */
  | 'single-equals'
  /** `name=>1.0` */
  | 'operator'
  | 'version-missing'
  | 'version-invalid'
  /** A bracket or a parenthesis that is not closed, or holds something else than names. */
  | 'bracket'
  | 'url-missing'
  | 'marker'
  /** Something stands where the line should end. */
  | 'words';

export type ParsedDependency =
  | { readonly kind: 'dependency'; readonly dependency: Dependency }
  | { readonly kind: 'fault'; readonly fault: DependencyFault; readonly span: Span };

const NAME = /[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?/y;
const OPERATOR = /===|==|~=|!=|<=|>=|<|>/y;
const BLANK = /[ \t]*/y;
/** What a version may be written with, wrong ones too. */
const VERSION = /[^\s,;)]*/y;
const WORD = /\S*/y;
const MARKER_OPERATOR = /===|==|~=|!=|<=|>=|<|>|in\b|not[ \t]+in\b/y;
const MARKER_WORD = /[A-Za-z_.]+/y;
const MARKER_TEXT = /'[^']*'|"[^"]*"/y;

/** Variables of markers, with the names that older files use. */
const VARIABLES: ReadonlyMap<string, string> = new Map([
  ...(
    'python_version python_full_version os_name sys_platform platform_release platform_system platform_version ' +
    'platform_machine platform_python_implementation implementation_name implementation_version extra extras ' +
    'dependency_groups'
  )
    .split(' ')
    .map((name): [string, string] => [name, name]),
  ['os.name', 'os_name'],
  ['sys.platform', 'sys_platform'],
  ['platform.version', 'platform_version'],
  ['platform.machine', 'platform_machine'],
  ['platform.python_implementation', 'platform_python_implementation'],
  ['python_implementation', 'platform_python_implementation'],
]);

/** Deeper parentheses are a fault: the reader recurses. */
const DEEPEST = 40;

export function parseDependency(text: string): ParsedDependency {
  try {
    return { kind: 'dependency', dependency: new Reader(text).dependency() };
  } catch (fault) {
    if (fault instanceof Fault) return { kind: 'fault', fault: fault.code, span: fault.span };
    throw fault;
  }
}

class Fault extends Error {
  constructor(
    readonly code: DependencyFault,
    readonly span: Span,
  ) {
    super(code);
  }
}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  dependency(): Dependency {
    this.take(BLANK);
    const start = this.at;
    const name = this.take(NAME);
    if (name === '') this.fail('name');
    const nameSpan = span(start, this.at);
    let end = this.at;
    this.take(BLANK);
    const extras = this.extras();
    if (extras !== undefined) end = this.at;
    this.take(BLANK);
    let url: string | undefined;
    let specifier: Clauses | undefined;
    if (this.skip('@')) {
      this.take(BLANK);
      url = this.url();
      end = this.at;
    } else {
      specifier = this.specifier();
      if (specifier !== undefined) end = specifier.span.end;
    }
    const marker = this.rest(url !== undefined);
    return {
      name,
      nameSpan,
      extras: extras ?? [],
      specifier: specifier?.text ?? '',
      specifierSpan: specifier?.span,
      url,
      marker,
      span: span(start, end),
    };
  }

  private extras(): readonly string[] | undefined {
    const open = this.at;
    if (!this.skip('[')) return undefined;
    const extras: string[] = [];
    this.take(BLANK);
    if (this.skip(']')) return extras;
    for (;;) {
      this.take(BLANK);
      const extra = this.take(NAME);
      if (extra === '') this.fail('bracket', open);
      extras.push(extra);
      this.take(BLANK);
      if (this.skip(']')) return extras;
      if (!this.skip(',')) this.fail('bracket', open);
    }
  }

  /** Up to the next blank; `; marker` needs one in front, since URLs may hold semicolons. */
  private url(): string {
    const start = this.at;
    const url = this.take(WORD);
    if (url === '') this.fail('url-missing', start);
    const semicolon = /;(?=\s*(?:python_|platform_|sys_|os_|implementation_|extra\b))/.exec(url);
    if (semicolon === null) return url;
    this.at = start + semicolon.index;
    return url.slice(0, semicolon.index);
  }

  private specifier(): Clauses | undefined {
    const open = this.at;
    const inParentheses = this.skip('(');
    this.take(BLANK);
    const start = this.at;
    let end = this.at;
    for (;;) {
      const operatorAt = this.at;
      const operator = this.take(OPERATOR);
      if (operator === '') {
        this.wrongOperator();
        break;
      }
      this.take(BLANK);
      const versionAt = this.at;
      const version = this.take(VERSION);
      if (version === '') this.fail('version-missing', operatorAt, operatorAt + operator.length);
      // Other operators with such versions are refused since pip 24.1 only.
      const checked = operator === '==' || operator === '~=';
      if (checked && !isSpecifierVersion(operator, version)) this.fail('version-invalid', versionAt, this.at);
      end = this.at;
      this.take(BLANK);
      if (!this.skip(',')) break;
      this.take(BLANK);
    }
    if (inParentheses) {
      this.take(BLANK);
      if (!this.skip(')')) this.fail('bracket', open);
    } else {
      this.at = Math.max(end, start);
    }
    if (end === start) return undefined;
    // A comma at the end is accepted since pip 24.1, and ignored before.
    if (!inParentheses) this.take(/[ \t]*,?/y);
    return { text: this.text.slice(start, end), span: span(start, end) };
  }

  private wrongOperator(): void {
    const start = this.at;
    const written = this.take(/[=<>!~]+/y);
    if (written === '') return;
    this.fail(written === '=' ? 'single-equals' : 'operator', start, this.at);
  }

  /** What may follow: a marker. */
  private rest(afterUrl: boolean): Marker | undefined {
    this.take(BLANK);
    if (this.at === this.text.length) return undefined;
    const start = this.at;
    if (!this.skip(';')) this.fail(this.text[this.at] === ']' ? 'bracket' : 'words', start, this.text.length);
    this.take(BLANK);
    const marker = this.marker(0);
    this.take(BLANK);
    if (this.at < this.text.length) this.fail(afterUrl ? 'words' : 'marker', start, this.text.length);
    return marker;
  }

  private marker(depth: number): Marker {
    let left = this.conjunction(depth);
    for (;;) {
      this.take(BLANK);
      if (this.take(/or/y) === '') return left;
      left = { kind: 'or', left, right: this.conjunction(depth) };
    }
  }

  private conjunction(depth: number): Marker {
    let left = this.comparison(depth);
    for (;;) {
      this.take(BLANK);
      if (this.take(/and/y) === '') return left;
      left = { kind: 'and', left, right: this.comparison(depth) };
    }
  }

  private comparison(depth: number): Marker {
    this.take(BLANK);
    const start = this.at;
    if (depth > DEEPEST) this.fail('marker', start, this.text.length);
    if (this.skip('(')) {
      const inner = this.marker(depth + 1);
      this.take(BLANK);
      if (!this.skip(')')) this.fail('marker', start, this.text.length);
      return inner;
    }
    const left = this.markerValue(start);
    this.take(BLANK);
    const operator = this.take(MARKER_OPERATOR);
    if (operator === '') this.fail('marker', start, this.text.length);
    this.take(BLANK);
    return { kind: 'compare', left, operator: operator.replace(/\s+/, ' '), right: this.markerValue(start) };
  }

  private markerValue(start: number): MarkerValue {
    const text = this.take(MARKER_TEXT);
    if (text !== '') return { kind: 'text', value: text.slice(1, -1) };
    const name = VARIABLES.get(this.take(MARKER_WORD));
    if (name === undefined) this.fail('marker', start, this.text.length);
    return { kind: 'variable', name };
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text)?.[0] ?? '';
    this.at += match.length;
    return match;
  }

  private skip(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private fail(code: DependencyFault, start = this.at, end?: number): never {
    const to = end ?? start + Math.max(1, /^\S*/.exec(this.text.slice(start))?.[0].length ?? 1);
    throw new Fault(code, span(start, Math.min(Math.max(to, start), this.text.length)));
  }
}

interface Clauses {
  readonly text: string;
  readonly span: Span;
}
