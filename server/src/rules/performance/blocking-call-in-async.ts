// Calls that wait on the event loop of an async handler, where they hold up everything else.

import type { Edit, Fix } from '../../base/edit';
import { type Message, say } from '../../base/message';
import { addStatementBefore, replace } from '../../edits/python';
import { ASYNCIO_GUIDE, CONCURRENT_HANDLERS_GUIDE, SLEEP } from '../../knowledge/blocking';
import { type BlockingCall, blockingCalls } from '../../model/python/blocking';
import { type Fn, placeIn, statementsOf, textIn } from '../../model/python/python';
import { type Finding, type Note, rule } from '../rule';
import { stepNote, titleOf } from '../steps';

export const blockingCallInAsync = rule({
  meta: {
    id: 'blocking-call-in-async',
    area: 'performance',
    severity: 'warning',
    since: '0.1.0',
    summary: 'An async handler makes a call that blocks the event loop.',
    why: 'While it waits, the worker answers no other job, takes none, and does not notice that a job was cancelled: concurrency is in name only.',
    good: 'No call blocks the event loop of an async handler.',
    sources: [CONCURRENT_HANDLERS_GUIDE, ASYNCIO_GUIDE],
  },
  reads: ['handlers'],
  *check({ handlers }) {
    for (const blocking of blockingCalls(handlers)) {
      const { reached, fact } = blocking;
      const finding: Finding = {
        ...placeIn(reached.fn, fact.call.callee),
        message: messageOf(blocking),
        related: wayTo(blocking),
      };
      const fix = fixOf(blocking);
      yield fix ? { ...finding, fixes: [fix] } : finding;
    }
  },
});

function messageOf({ reached, steps, path }: BlockingCall): Message {
  const [first] = steps;
  const name = titleOf(reached.fn);
  return first
    ? say`${titleOf(first.callee)} is not async and calls ${path}, which blocks the event loop that ${name} runs on.`
    : say`${path} blocks the event loop that ${name} runs on.`;
}

/** From the handler to the async function, and from there to what blocks. */
function wayTo({ reached, steps, at, path }: BlockingCall): readonly Note[] {
  const before = reached.steps.map(stepNote);
  if (steps.length === 0) return before;
  const last: Note = { ...placeIn(at.fn, at.fact.call.callee), message: say`${titleOf(at.fn)} calls ${path}` };
  return [...before, ...steps.map(stepNote), last];
}

function fixOf({ reached, fact, steps, path }: BlockingCall): Fix | undefined {
  const { fn } = reached;
  const { call } = fact;
  const at = statementsOf(fn);
  // A thread would only make what is iterated; the iteration would still be here.
  if (isInComprehension(fact) || fact.iterated || steps[0]?.callee.facts.generator) return undefined;
  const imported = asyncioImport(fn);
  if (!imported) return undefined;
  // The await of a call whose result is used at once needs brackets of its own.
  const follows = at.source.text.slice(fn.base + call.end).trimStart()[0] ?? '';
  const bracketed = /[.[(]/.test(follows);
  const edits: Edit[] = [...imported];
  let title: Message;
  if (path === SLEEP && steps.length === 0) {
    edits.push(replace(at, call.callee, `${bracketed ? '(' : ''}await asyncio.sleep`));
    title = say`Wait with asyncio.sleep`;
  } else {
    const callee = textIn(fn, call.callee);
    const opening = { start: call.argsSpan.start + 1, end: call.argsSpan.start + 1 };
    const next = textIn(fn, { start: opening.start, end: call.argsSpan.end });
    const gap = call.args.length === 0 ? '' : /^\s/.test(next) ? ',' : ', ';
    edits.push(replace(at, call.callee, `${bracketed ? '(' : ''}await asyncio.to_thread`));
    edits.push(replace(at, opening, `${callee}${gap}`));
    title = say`Run ${callee} in a thread`;
  }
  if (bracketed) edits.push(replace(at, { start: call.end, end: call.end }, ')'));
  // What a helper does may rest on running alone.
  return { title, safe: steps.length === 0, edits };
}

/** Nothing to add where the module has `import asyncio`; undefined where the name is taken or there is no place for it. */
function asyncioImport({ module, base, facts }: Fn): readonly Edit[] | undefined {
  const bindings = module.scope.get('asyncio') ?? [];
  if (bindings.length > 0) {
    const isModule = bindings.every(
      (one) => one.kind === 'import' && one.name === 'asyncio' && one.member === undefined,
    );
    return isModule ? [] : undefined;
  }
  // An import inside the function makes the name its own.
  if (facts.imports.some(({ statement }) => statement.names.some(({ name }) => name === 'asyncio'))) return undefined;
  const first = module.parts.find((part) =>
    part.facts.imports.some(({ statement, where }) => !where && statement.module !== '__future__'),
  );
  if (!first || first.base >= base) return undefined;
  return addStatementBefore({ source: module.facts.source, base: first.base }, { start: 0, end: 0 }, 'import asyncio');
}

/** Whether the call stands in a comprehension or a generator, where `await` makes another thing of it. */
function isInComprehension({ where, statement }: BlockingCall['fact']): boolean {
  for (let here = where; here; here = here.outer) {
    if (here.kind === 'loop' && here.statement.start >= statement.start && here.statement.end <= statement.end) {
      return here.statement !== statement;
    }
  }
  return false;
}
