// Python text that does not parse: the first broken place of each file, in words. Also an option such as `--upgrade` in a
// list of strings: that parses, as two minus signs and a name, and raises as soon as the line runs.

import { type Message, say } from '../../base/message';
import { shift } from '../../base/span';
import type { Module } from '../../model/python/python';
import type { SyntaxProblem } from '../../syntax/python-problem';
import { type Finding, rule } from '../rule';

export const pythonSyntaxError = rule({
  meta: {
    id: 'python-syntax-error',
    area: 'dependencies',
    severity: 'error',
    since: '0.1.0',
    summary: 'A Python file of the worker does not parse.',
    why: 'The worker ends with a SyntaxError when the file is imported, before it takes a job: jobs stay IN_QUEUE.',
    good: 'Every Python file of the worker parses.',
    sources: [
      'https://docs.python.org/3/reference/lexical_analysis.html',
      'https://docs.runpod.io/serverless/troubleshooting',
    ],
  },
  reads: ['python'],
  *check({ python }) {
    for (const module of [...python.modules, ...python.siblings]) {
      const { problem } = module.facts;
      if (problem) yield findingOf(module, problem);
      else yield* negatedStrings(module);
    }
  },
});

function findingOf({ uri, facts: { source } }: Module, problem: SyntaxProblem): Finding {
  const { start, end } = problem;
  const related =
    problem.kind === 'wrong-bracket' ? [{ uri, span: problem.opening, message: say`This one is still open.` }] : [];
  return {
    uri,
    span: { start, end },
    message: messageOf(problem, source.text.slice(start, end)),
    ...(related.length > 0 && { related }),
  };
}

function messageOf(problem: SyntaxProblem, text: string): Message {
  switch (problem.kind) {
    case 'unclosed-bracket':
      return say`This ${text} is never closed.`;
    case 'unopened-bracket':
      return say`This ${text} closes a bracket that was never opened.`;
    case 'wrong-bracket':
      return say`This ${text} does not close the bracket that is open here.`;
    case 'unterminated-string':
      return say`This string has no closing quote on its line.`;
    case 'unterminated-text':
      return say`This triple-quoted string is never closed.`;
    case 'unexpected-indent':
      return say`This line is indented deeper than the block it stands in.`;
    case 'unknown-indent':
      return say`The indentation of this line matches no block above it.`;
    case 'mixed-indent':
      return say`Tabs and spaces are mixed: Python cannot tell which block this line belongs to.`;
    case 'conflict-marker':
      return say`A merge conflict was left unresolved here.`;
    case 'markdown-fence':
      return say`This fence belongs to Markdown, not to Python.`;
    case 'missing-comma':
      return say`A comma is missing after this.`;
    case 'missing-value':
      return say`A value is missing here.`;
    case 'assignment-in-test':
      return say`A single = assigns: a comparison is written with ==.`;
    case 'else-if':
      return say`In Python, "else if" is written elif.`;
    case 'print-statement':
      return say`print is a function in Python 3: what it prints goes in parentheses.`;
    case 'lonely-try':
      return say`This try has neither except nor finally.`;
    case 'illegal-character':
      return say`${text} (${codePointOf(text)}) has no place in Python outside of strings.`;
    case 'missing-block':
      return say`An indented block is missing under the ${problem.word} line.`;
    case 'missing-colon':
      return say`The colon is missing at the end of this ${problem.word} line.`;
    case 'missing-line-break':
      return say`An operator or a line break is missing before this.`;
    case 'command-option':
      return say`${problem.word} is an option for a command line: in a list it is a string of its own, with a comma on each side.`;
    case 'shell-command':
      return say`${problem.word} is a shell command, not Python.`;
    case 'stray-keyword':
      return say`This ${problem.word} belongs to no statement above it.`;
    case 'unreadable':
      return say`Python cannot read this line from here on.`;
  }
}

function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function* negatedStrings({ uri, facts: { source, statements } }: Module): Iterable<Finding> {
  for (const { base, facts } of statements) {
    for (const option of facts.negatedStrings) {
      const place = shift(option, base);
      const word = source.text.slice(place.start, place.end);
      yield {
        uri,
        span: place,
        message: say`Python reads ${word} as a subtraction from the string before it, which raises an error when this line runs. An option is a string of its own.`,
      };
    }
  }
}
