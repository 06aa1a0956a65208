// Code lenses of a Python file: how the worker stands, above its handlers, and what starts it, above `start()`. Everything
// in them is read off the current report. Only for clients that have the commands behind them.

import type { CodeLens, Command } from 'vscode-languageserver';
import { format, type Message, say } from '../base/message';
import { unreachable } from '../base/unreachable';
import type { Uri } from '../base/uri';
import type { Report } from '../engine/report';
import { type NeverStarted, type StartedBy, startedBy } from '../features/started-by';
import type { Worker } from '../model/worker';
import { countFindings, kindName, showCounts, showScore, VERDICT_WORDS } from '../report/shared';
import { type ClientView, rangeAt } from './convert';
import { CHECK_COMMAND, OPEN_COMMAND, type OpenParams } from './protocol';

export function codeLenses(report: Report, worker: Worker, uri: Uri, view: ClientView): CodeLens[] {
  return [...standingLenses(report, uri, view), ...startLenses(report, worker, uri, view)];
}

function standingLenses(report: Report, uri: Uri, view: ClientView): CodeLens[] {
  const places = placesOf(report, 'handler', uri);
  if (places.length === 0) return [];
  const command: Command = { title: standing(report, view), command: CHECK_COMMAND };
  return places.map((place) => ({ range: rangeAt(report, place), command }));
}

/** What must be settled before a deployment; notes only where there is nothing else. */
function standing(report: Report, { language }: ClientView): string {
  const counts = countFindings([report]);
  const found =
    showCounts({ ...counts, info: 0, hint: 0 }, language) ??
    showCounts(counts, language) ??
    format(say`nothing found`, language.bundle);
  return `RunPod: ${VERDICT_WORDS[report.verdict]} ${showScore(report.score, language)} · ${found}`;
}

function startLenses(report: Report, worker: Worker, uri: Uri, view: ClientView): CodeLens[] {
  const places = placesOf(report, 'start', uri);
  if (places.length === 0) return [];
  const command = starting(startedBy(report, worker, uri), report, view);
  return places.map((place) => ({ range: rangeAt(report, place), command }));
}

function starting(by: StartedBy, report: Report, view: ClientView): Command {
  const { bundle } = view.language;
  const open = (title: Message, place: Parameters<typeof rangeAt>[1]): Command => {
    const params: OpenParams = { uri: view.clientUri(place.uri), range: rangeAt(report, place) };
    return { title: format(title, bundle), command: OPEN_COMMAND, arguments: [params] };
  };
  switch (by.kind) {
    case 'launch':
      return open(say`Started by ${by.by} ${by.command}`, by.place);
    case 'never':
      return open(NEVER[by.finding.rule], by.finding);
    case 'unknown':
      return serving(report, view, open);
    default:
      return unreachable(by);
  }
}

const NEVER: Readonly<Record<NeverStarted, Message>> = {
  'entry-does-not-start': say`Never started: the container runs something else`,
  'entry-missing': say`Never started: the image lacks the file that the container runs`,
  'command-missing': say`Never started: the Dockerfile has no CMD`,
};

/** The kind of the worker, and what is called: by name, where it has one. */
function serving(
  report: Report,
  { language: { bundle } }: ClientView,
  open: (title: Message, place: Parameters<typeof rangeAt>[1]) => Command,
): Command {
  const kind = sentence(format(kindName(report.kind), bundle));
  const [handler, ...others] = report.landmarks.handler ?? [];
  const name = handler && report.sources.get(handler.uri)?.text.slice(handler.span.start, handler.span.end);
  if (handler === undefined || others.length > 0 || name === undefined || !/^\w+$/.test(name)) {
    return { title: kind, command: CHECK_COMMAND };
  }
  return open(say`${kind} · handler: ${name}`, handler);
}

function sentence(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function placesOf({ landmarks }: Report, name: 'handler' | 'start', uri: Uri) {
  return (landmarks[name] ?? []).filter((place) => place.uri === uri);
}
