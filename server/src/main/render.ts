// Reports in the format and the language that were asked for. Only what these need is loaded.

import type { Uri } from '../base/uri';
import type { Report } from '../engine/report';
import { loadLanguage } from '../languages';
import type { CheckArguments } from './arguments';
import { rulePage } from './packed.node';
import { today } from './today';

export async function render(
  reports: readonly Report[],
  options: CheckArguments,
  showPath: (uri: Uri) => string,
  durationMs: number,
): Promise<string> {
  const { format, output, quiet } = options;
  if (format === 'json') {
    const { jsonReport } = await import('../report/json');
    return jsonReport(reports, { showPath, durationMs });
  }
  const language = await loadLanguage(options.language);
  if (format === 'text') {
    const { NO_COLOR } = process.env;
    const toTerminal = output === undefined && process.stdout.isTTY === true;
    const colours = toTerminal && options.colours && !NO_COLOR;
    const { textReport } = await import('../report/text');
    return textReport(reports, { showPath, colours, quiet, language });
  }
  const { indexOf } = await import('../report/overview');
  const index = indexOf(reports, { showPath, language, date: today(), page: rulePage });
  if (format === 'markdown') {
    const { markdownReport } = await import('../report/markdown');
    return markdownReport(index);
  }
  const { htmlReport } = await import('../report/html');
  return htmlReport(index);
}
