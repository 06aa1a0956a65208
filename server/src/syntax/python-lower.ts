// From the parser's untyped nodes to the small typed tree. Total: what does not fit becomes `opaque`.

import { type Span, span } from '../base/span';
import type {
  Argument,
  Block,
  ComprehensionClause,
  DictEntry,
  ExceptHandler,
  Expression,
  If,
  ImportedName,
  MatchCase,
  Name,
  Parameter,
  Statement,
  StringLiteral,
  WithItem,
} from './python-tree';

/** One node as the cursor found it, with offsets relative to the top-level statement. */
export interface RawNode extends Span {
  readonly type: string;
  /** Not a mere token such as `(` or `if`. */
  readonly named: boolean;
  readonly field: string | null;
  readonly children: readonly RawNode[];
}

/** Lowers one statement; `text` is the whole file's and `base` where the top-level statement starts in it. */
export function lowerStatement(node: RawNode, text: string, base: number): Statement {
  return new Lowering(text, base).statement(node);
}

class Lowering {
  constructor(
    private readonly text: string,
    private readonly base: number,
  ) {}

  statement(node: RawNode): Statement {
    const { start, end } = node;
    switch (node.type) {
      case 'expression_statement':
        return this.expressionStatement(node);
      case 'return_statement':
        return { kind: 'return', start, end, value: this.firstExpression(node) };
      case 'raise_statement':
        return { kind: 'raise', start, end, value: this.firstExpression(node) };
      case 'if_statement':
        return this.ifStatement(node);
      case 'for_statement':
        return {
          kind: 'for',
          start,
          end,
          target: this.field(node, 'left'),
          iterable: this.field(node, 'right'),
          body: this.block(child(node, 'body')),
          otherwise: this.elseBlock(node),
          async: has(node, 'async'),
        };
      case 'while_statement':
        return {
          kind: 'while',
          start,
          end,
          test: this.field(node, 'condition'),
          body: this.block(child(node, 'body')),
          otherwise: this.elseBlock(node),
        };
      case 'try_statement':
        return this.tryStatement(node);
      case 'with_statement':
        return {
          kind: 'with',
          start,
          end,
          items: ofType(node, 'with_clause').flatMap((clause) =>
            ofType(clause, 'with_item').map((item) => this.withItem(item)),
          ),
          body: this.block(child(node, 'body')),
          async: has(node, 'async'),
        };
      case 'function_definition':
        return this.functionDefinition(node, [], node);
      case 'class_definition':
        return this.classDefinition(node, [], node);
      case 'decorated_definition':
        return this.decorated(node);
      case 'import_statement':
        return { kind: 'import', start, end, module: undefined, level: 0, names: this.importedNames(node) };
      case 'import_from_statement':
      case 'future_import_statement':
        return this.importFrom(node);
      case 'global_statement':
      case 'nonlocal_statement':
        return {
          kind: node.type === 'global_statement' ? 'global' : 'nonlocal',
          start,
          end,
          names: ofType(node, 'identifier').map((name) => this.slice(name)),
        };
      case 'delete_statement':
        return { kind: 'delete', start, end, targets: this.expressions(node) };
      case 'assert_statement':
        return { kind: 'assert', start, end, test: this.firstExpression(node) ?? opaque(node) };
      case 'pass_statement':
        return { kind: 'pass', start, end };
      case 'break_statement':
        return { kind: 'break', start, end };
      case 'continue_statement':
        return { kind: 'continue', start, end };
      case 'match_statement':
        return {
          kind: 'match',
          start,
          end,
          subject: this.field(node, 'subject'),
          cases: ofType(child(node, 'body') ?? node, 'case_clause').map((clause) => this.matchCase(clause)),
        };
      default:
        return {
          kind: 'opaque-statement',
          start,
          end,
          parts: this.expressions(node),
          blocks: ofType(node, 'block').map((block) => this.block(block)),
        };
    }
  }

  private expressionStatement(node: RawNode): Statement {
    const { start, end } = node;
    const [only] = node.children.filter(isExpression);
    if (only?.type === 'assignment') {
      const targets: Expression[] = [];
      let value: RawNode | undefined = only;
      while (value?.type === 'assignment') {
        const left = child(value, 'left');
        if (left) targets.push(this.expression(left));
        value = child(value, 'right');
      }
      return { kind: 'assign', start, end, targets, value: value && this.expression(value) };
    }
    if (only?.type === 'augmented_assignment') {
      const operator = child(only, 'operator');
      return {
        kind: 'augmented',
        start,
        end,
        target: this.field(only, 'left'),
        operator: operator ? operator.type : '',
        value: this.field(only, 'right'),
      };
    }
    const items = this.expressions(node);
    const [first] = items;
    const value: Expression = items.length === 1 && first ? first : { kind: 'tuple', start, end, items };
    return { kind: 'expression', start, end, value };
  }

  private ifStatement(node: RawNode): If {
    const clauses = node.children.filter((part) => part.field === 'alternative');
    const nest = (from: number): Block => {
      const clause = clauses[from];
      if (!clause) return [];
      if (clause.type !== 'elif_clause') return this.block(child(clause, 'body'));
      return [
        {
          kind: 'if',
          start: clause.start,
          end: node.end,
          test: this.field(clause, 'condition'),
          body: this.block(child(clause, 'consequence')),
          otherwise: nest(from + 1),
        },
      ];
    };
    return {
      kind: 'if',
      start: node.start,
      end: node.end,
      test: this.field(node, 'condition'),
      body: this.block(child(node, 'consequence')),
      otherwise: nest(0),
    };
  }

  private tryStatement(node: RawNode): Statement {
    const handlers = node.children.filter(
      (part) => part.type === 'except_clause' || part.type === 'except_group_clause',
    );
    const last = ofType(node, 'finally_clause')[0];
    return {
      kind: 'try',
      start: node.start,
      end: node.end,
      body: this.block(child(node, 'body')),
      handlers: handlers.map((handler) => this.exceptHandler(handler)),
      otherwise: this.elseBlock(node),
      last: this.block(last && ofType(last, 'block')[0]),
    };
  }

  private exceptHandler(node: RawNode): ExceptHandler {
    const pattern = node.children.find((part) => part.type === 'as_pattern');
    const alias = pattern && child(pattern, 'alias');
    const type = pattern ? pattern.children.find(isExpression) : node.children.find(isExpression);
    return {
      start: node.start,
      end: node.end,
      type: type && this.expression(type),
      name: alias && this.slice(alias),
      body: this.block(ofType(node, 'block')[0]),
    };
  }

  private withItem(node: RawNode): WithItem {
    const value = child(node, 'value');
    if (value?.type === 'as_pattern') {
      const target = child(value, 'alias')?.children.find(isExpression);
      const inner = value.children.find(isExpression);
      return { value: inner ? this.expression(inner) : opaque(value), target: target && this.expression(target) };
    }
    return { value: value ? this.expression(value) : opaque(node), target: undefined };
  }

  private matchCase(node: RawNode): MatchCase {
    const guard = child(node, 'guard');
    return { guard: guard && this.firstExpression(guard), body: this.block(child(node, 'consequence')) };
  }

  private decorated(node: RawNode): Statement {
    const decorators = ofType(node, 'decorator').map((part) => this.firstExpression(part) ?? opaque(part));
    const definition = child(node, 'definition');
    if (definition?.type === 'function_definition') return this.functionDefinition(definition, decorators, node);
    if (definition?.type === 'class_definition') return this.classDefinition(definition, decorators, node);
    return { kind: 'opaque-statement', start: node.start, end: node.end, parts: decorators, blocks: [] };
  }

  private functionDefinition(node: RawNode, decorators: readonly Expression[], whole: Span): Statement {
    const name = child(node, 'name') ?? emptyAt(node);
    const parameters = child(node, 'parameters') ?? emptyAt(node);
    return {
      kind: 'function',
      start: whole.start,
      end: whole.end,
      name: this.slice(name),
      nameSpan: span(name.start, name.end),
      parameters: this.parameters(parameters),
      parametersSpan: span(parameters.start, parameters.end),
      async: has(node, 'async'),
      decorators,
      body: this.block(child(node, 'body')),
      definition: span(node.start, node.end),
    };
  }

  private classDefinition(node: RawNode, decorators: readonly Expression[], whole: Span): Statement {
    const name = child(node, 'name') ?? emptyAt(node);
    const bases = child(node, 'superclasses');
    return {
      kind: 'class',
      start: whole.start,
      end: whole.end,
      name: this.slice(name),
      nameSpan: span(name.start, name.end),
      bases: bases ? this.args(bases) : [],
      decorators,
      body: this.block(child(node, 'body')),
    };
  }

  private parameters(node: RawNode): readonly Parameter[] {
    const result: Parameter[] = [];
    for (const part of node.children) {
      const { start, end } = part;
      const plain = { start, end, default: undefined, annotation: undefined };
      switch (part.type) {
        case 'identifier':
          result.push({ ...plain, name: this.slice(part), kind: 'plain' });
          break;
        case 'list_splat_pattern':
        case 'dictionary_splat_pattern':
          result.push({
            ...plain,
            name: this.patternName(part),
            kind: part.type === 'list_splat_pattern' ? 'star' : 'double-star',
          });
          break;
        case 'keyword_separator':
        case '*':
          result.push({ ...plain, name: '', kind: 'bare-star' });
          break;
        case 'positional_separator':
        case '/':
          result.push({ ...plain, name: '', kind: 'slash' });
          break;
        case 'default_parameter':
        case 'typed_default_parameter': {
          const value = child(part, 'value');
          const name = child(part, 'name');
          result.push({
            start,
            end,
            name: name ? this.slice(name) : '',
            kind: 'plain',
            default: value && this.expression(value),
            annotation: spanOf(child(part, 'type')),
          });
          break;
        }
        case 'typed_parameter': {
          const inner = part.children[0];
          const kind =
            inner?.type === 'list_splat_pattern'
              ? 'star'
              : inner?.type === 'dictionary_splat_pattern'
                ? 'double-star'
                : 'plain';
          const name = inner && (kind === 'plain' ? this.slice(inner) : this.patternName(inner));
          result.push({
            start,
            end,
            name: name ?? '',
            kind,
            default: undefined,
            annotation: spanOf(child(part, 'type')),
          });
          break;
        }
      }
    }
    return result;
  }

  private patternName(node: RawNode): string {
    const name = ofType(node, 'identifier')[0];
    return name ? this.slice(name) : '';
  }

  private importFrom(node: RawNode): Statement {
    const module = child(node, 'module_name');
    const dots = module?.type === 'relative_import' ? ofType(module, 'import_prefix')[0] : undefined;
    const named = module?.type === 'relative_import' ? ofType(module, 'dotted_name')[0] : module;
    return {
      kind: 'import',
      start: node.start,
      end: node.end,
      module: named ? this.dotted(named) : node.type === 'future_import_statement' ? '__future__' : '',
      level: dots ? dots.end - dots.start : 0,
      names: this.importedNames(node),
    };
  }

  private importedNames(node: RawNode): readonly ImportedName[] {
    const result: ImportedName[] = [];
    for (const part of node.children) {
      const { start, end } = part;
      if (part.type === 'wildcard_import') result.push({ start, end, name: '*', alias: undefined });
      if (part.field !== 'name') continue;
      if (part.type === 'aliased_import') {
        const name = child(part, 'name');
        const alias = child(part, 'alias');
        result.push({ start, end, name: name ? this.dotted(name) : '', alias: alias && this.slice(alias) });
      } else {
        result.push({ start, end, name: this.dotted(part), alias: undefined });
      }
    }
    return result;
  }

  private dotted(node: RawNode): string {
    return this.slice(node).replace(/\s+/g, '');
  }

  private elseBlock(node: RawNode): Block {
    const clause = ofType(node, 'else_clause')[0];
    return this.block(clause && child(clause, 'body'));
  }

  private block(node: RawNode | undefined): Block {
    if (!node) return [];
    const result: Statement[] = [];
    for (const part of node.children) {
      if (part.named && part.type !== 'comment') result.push(this.statement(part));
    }
    return result;
  }

  private expressions(node: RawNode): readonly Expression[] {
    return node.children.filter(isExpression).map((part) => this.expression(part));
  }

  private firstExpression(node: RawNode): Expression | undefined {
    const first = node.children.find(isExpression);
    return first && this.expression(first);
  }

  private field(node: RawNode, name: string): Expression {
    const part = child(node, name);
    return part ? this.expression(part) : opaque(node);
  }

  expression(node: RawNode): Expression {
    const { start, end } = node;
    switch (node.type) {
      case 'identifier':
      case 'keyword_identifier':
        return { kind: 'name', start, end, id: this.slice(node) };
      case 'attribute': {
        const name = child(node, 'attribute') ?? emptyAt(node);
        return {
          kind: 'attribute',
          start,
          end,
          object: this.field(node, 'object'),
          name: this.slice(name),
          nameSpan: span(name.start, name.end),
        };
      }
      case 'subscript': {
        const indexes = node.children.filter((part) => part.field === 'subscript');
        const [only] = indexes;
        const index: Expression =
          indexes.length === 1 && only
            ? this.expression(only)
            : { kind: 'tuple', start, end, items: indexes.map((part) => this.expression(part)) };
        return { kind: 'subscript', start, end, object: this.field(node, 'value'), index };
      }
      case 'call': {
        const args = child(node, 'arguments') ?? emptyAt(node);
        return {
          kind: 'call',
          start,
          end,
          callee: this.field(node, 'function'),
          args:
            args.type === 'generator_expression'
              ? [{ start: args.start, end: args.end, value: this.expression(args) }]
              : this.args(args),
          argsSpan: span(args.start, args.end),
        };
      }
      case 'string':
      case 'concatenated_string':
        return this.stringLiteral(node);
      case 'integer':
      case 'float':
        return { kind: 'number', start, end, text: this.slice(node) };
      case 'true':
      case 'false':
        return { kind: 'constant', start, end, value: node.type === 'true' };
      case 'none':
        return { kind: 'constant', start, end, value: null };
      case 'ellipsis':
        return { kind: 'constant', start, end, value: 'ellipsis' };
      case 'dictionary':
        return { kind: 'dict', start, end, entries: this.dictEntries(node) };
      case 'list':
      case 'list_pattern':
        return { kind: 'list', start, end, items: this.expressions(node) };
      case 'tuple':
      case 'tuple_pattern':
      case 'pattern_list':
      case 'expression_list':
        return { kind: 'tuple', start, end, items: this.expressions(node) };
      case 'set':
        return { kind: 'set', start, end, items: this.expressions(node) };
      case 'parenthesized_expression':
        return this.firstExpression(node) ?? opaque(node);
      case 'lambda': {
        const parameters = child(node, 'parameters');
        return {
          kind: 'lambda',
          start,
          end,
          parameters: parameters ? this.parameters(parameters) : [],
          body: this.field(node, 'body'),
        };
      }
      case 'await':
        return { kind: 'await', start, end, value: this.firstExpression(node) ?? opaque(node) };
      case 'yield':
        return { kind: 'yield', start, end, value: this.firstExpression(node), from: has(node, 'from') };
      case 'binary_operator':
      case 'boolean_operator':
        return {
          kind: 'operation',
          start,
          end,
          operator: child(node, 'operator')?.type ?? '',
          operands: [this.field(node, 'left'), this.field(node, 'right')],
        };
      case 'not_operator':
        return { kind: 'operation', start, end, operator: 'not', operands: [this.field(node, 'argument')] };
      case 'unary_operator':
        return {
          kind: 'operation',
          start,
          end,
          operator: child(node, 'operator')?.type ?? '',
          operands: [this.field(node, 'argument')],
        };
      case 'comparison_operator':
        return {
          kind: 'comparison',
          start,
          end,
          operators: node.children.filter((part) => part.field === 'operators').map((part) => part.type),
          operands: this.expressions(node),
        };
      case 'conditional_expression': {
        const [body, test, otherwise] = this.expressions(node);
        return body && test && otherwise ? { kind: 'conditional', start, end, test, body, otherwise } : opaque(node);
      }
      case 'list_splat':
      case 'list_splat_pattern':
      case 'dictionary_splat':
      case 'dictionary_splat_pattern':
      case 'parenthesized_list_splat':
        return { kind: 'starred', start, end, value: this.firstExpression(node) ?? opaque(node) };
      case 'named_expression': {
        const name = child(node, 'name');
        const target: Name = {
          kind: 'name',
          start: name?.start ?? start,
          end: name?.end ?? start,
          id: name ? this.slice(name) : '',
        };
        return { kind: 'walrus', start, end, target, value: this.field(node, 'value') };
      }
      case 'list_comprehension':
      case 'set_comprehension':
      case 'dictionary_comprehension':
      case 'generator_expression':
        return this.comprehension(node);
      case 'slice':
        return { kind: 'slice', start, end, parts: this.expressions(node) };
      default:
        return { kind: 'opaque', start, end, parts: this.expressions(node) };
    }
  }

  private comprehension(node: RawNode): Expression {
    const shape =
      node.type === 'list_comprehension'
        ? 'list'
        : node.type === 'set_comprehension'
          ? 'set'
          : node.type === 'dictionary_comprehension'
            ? 'dict'
            : 'generator';
    const body = child(node, 'body');
    const clauses: ComprehensionClause[] = [];
    for (const part of node.children) {
      if (part.type === 'for_in_clause') {
        clauses.push({
          kind: 'for',
          target: this.field(part, 'left'),
          iterable: this.field(part, 'right'),
          async: has(part, 'async'),
        });
      } else if (part.type === 'if_clause') {
        clauses.push({ kind: 'if', test: this.firstExpression(part) ?? opaque(part) });
      }
    }
    const elements = body ? (body.type === 'pair' ? this.expressions(body) : [this.expression(body)]) : [];
    return { kind: 'comprehension', start: node.start, end: node.end, shape, elements, clauses };
  }

  private dictEntries(node: RawNode): readonly DictEntry[] {
    const entries: DictEntry[] = [];
    for (const part of node.children) {
      const { start, end } = part;
      if (part.type === 'pair') {
        entries.push({ start, end, key: this.field(part, 'key'), value: this.field(part, 'value') });
      } else if (part.type === 'dictionary_splat') {
        entries.push({ start, end, key: undefined, value: this.firstExpression(part) ?? opaque(part) });
      }
    }
    return entries;
  }

  private args(node: RawNode): readonly Argument[] {
    const result: Argument[] = [];
    for (const part of node.children) {
      const { start, end } = part;
      if (part.type === 'keyword_argument') {
        const name = child(part, 'name');
        result.push({
          start,
          end,
          name: name ? this.slice(name) : '',
          nameSpan: span(name?.start ?? start, name?.end ?? start),
          value: this.field(part, 'value'),
        });
      } else if (part.type === 'list_splat' || part.type === 'dictionary_splat') {
        result.push({
          start,
          end,
          spread: part.type === 'list_splat' ? 'list' : 'dict',
          value: this.firstExpression(part) ?? opaque(part),
        });
      } else if (isExpression(part)) {
        result.push({ start, end, value: this.expression(part) });
      }
    }
    return result;
  }

  private stringLiteral(node: RawNode): StringLiteral {
    const literals = node.type === 'concatenated_string' ? ofType(node, 'string') : [node];
    const parts: (string | Expression)[] = [];
    let bytes = false;
    for (const literal of literals) {
      const opening = literal.children[0];
      const prefix = opening ? this.slice(opening).toLowerCase() : '';
      bytes ||= prefix.includes('b');
      const raw = prefix.includes('r');
      for (const part of literal.children) {
        if (part.type === 'string_content') {
          const content = this.slice(part);
          parts.push(raw ? content : unescaped(content));
        } else if (part.type === 'interpolation') {
          parts.push(this.field(part, 'expression'));
        }
      }
    }
    const literalParts = parts.filter((part) => typeof part === 'string');
    return {
      kind: 'string',
      start: node.start,
      end: node.end,
      bytes,
      parts,
      value: literalParts.length === parts.length ? literalParts.join('') : undefined,
    };
  }

  private slice(node: Span): string {
    return this.text.slice(this.base + node.start, this.base + node.end);
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '0': '\0',
  '\n': '',
};

function unescaped(content: string): string {
  if (!content.includes('\\')) return content;
  return content.replace(/\\([\s\S])/g, (whole, letter: string) => ESCAPES[letter] ?? whole);
}

function child(node: RawNode, field: string): RawNode | undefined {
  return node.children.find((part) => part.field === field);
}

function ofType(node: RawNode, type: string): readonly RawNode[] {
  return node.children.filter((part) => part.type === type);
}

function has(node: RawNode, token: string): boolean {
  return node.children.some((part) => part.type === token);
}

const NOT_EXPRESSIONS = new Set([
  'type',
  'type_conversion',
  'format_specifier',
  'import_prefix',
  'else_clause',
  'elif_clause',
  'except_clause',
  'finally_clause',
  'for_in_clause',
  'if_clause',
  'block',
  'comment',
  'line_continuation',
  'parameters',
  'case_clause',
]);

function isExpression(node: RawNode): boolean {
  return node.named && !NOT_EXPRESSIONS.has(node.type);
}

function spanOf(node: Span | undefined): Span | undefined {
  return node && span(node.start, node.end);
}

function opaque(node: Span): Expression {
  return { kind: 'opaque', start: node.start, end: node.end, parts: [] };
}

function emptyAt(node: Span): RawNode {
  return { type: '', named: false, field: null, start: node.start, end: node.start, children: [] };
}
