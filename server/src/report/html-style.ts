// How the report looks: a page for reading, light or dark as the reader's system is, and on paper.

export const STYLE = `
:root {
  --page: #ffffff; --card: #ffffff; --soft: #f4f6f8; --text: #1c2127; --muted: #535c66; --line: #d5dae0;
  --link: #0a58b8; --error: #b3221b; --warning: #8a5300; --note: #0a58b8; --good: #1a7035; --unknown: #5c5470;
  --error-soft: #fdecea; --good-soft: #e8f5ec;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171b; --card: #1a1e23; --soft: #22272d; --text: #e3e7eb; --muted: #a3adb8; --line: #363d45;
    --link: #7db7ff; --error: #ff8a80; --warning: #f2b84b; --note: #7db7ff; --good: #6fcf8b; --unknown: #b9aede;
    --error-soft: #3a2020; --good-soft: #19301f;
  }
}
* { box-sizing: border-box; }
html { color-scheme: light dark; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 58rem; padding: 2rem 1.5rem 4rem; background: var(--page); color: var(--text);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, h3, h4, h5 { line-height: 1.25; margin: 0; text-wrap: balance; }
p, ul, ol, dl, figure, pre { margin: 0; }
ul, ol { padding: 0; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
code, pre { font-family: ui-monospace, "Cascadia Code", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
code { font-size: 0.9em; unicode-bidi: isolate; }
p code, li code, td code, h1 code, h2 code, h3 code, h4 code, dd code {
  background: var(--soft); border-radius: 4px; padding: 0.1em 0.3em;
}
.place, p .place, li .place { color: var(--muted); background: none; padding: 0; }
.finding .place, .area .place { font-weight: 600; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.symbol { width: 1.1em; height: 1.1em; flex: none; fill: none; stroke: currentColor; stroke-width: 1.5;
  stroke-linecap: round; stroke-linejoin: round; vertical-align: -0.18em; }

.head { display: grid; grid-template-columns: auto 1fr; gap: 1.25rem 1.75rem; align-items: center; }
.score { width: 7.5rem; height: 7.5rem; }
.score circle { fill: none; stroke-width: 9; }
.score .track { stroke: var(--line); }
.score .arc { stroke: var(--tone); stroke-linecap: butt; }
.score text { text-anchor: middle; fill: var(--text); font-family: inherit; }
.score .number { font-size: 27px; font-weight: 700; }
.score .of { font-size: 11px; fill: var(--muted); }
.verdict-go { --tone: var(--good); }
.verdict-conditional-go { --tone: var(--warning); }
.verdict-no-go { --tone: var(--error); }
.overline { color: var(--muted); font-size: 0.9rem; }
.headline > h1, .headline > h2 { font-size: 1.9rem; }
.headline p + p { margin-top: 0.3rem; }
.verdict { margin-top: 0.6rem; }
.badge { display: inline-block; background: var(--tone); color: var(--page); font-weight: 700; border-radius: 4px;
  padding: 0.1rem 0.55rem; margin-right: 0.35rem; letter-spacing: 0.02em; white-space: nowrap; }
.meaning { font-weight: 600; }
.counts { color: var(--muted); }
.facts { grid-column: 1 / -1; display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 0.75rem 1.25rem;
  border-block: 1px solid var(--line); padding: 0.9rem 0; }
.facts dt { color: var(--muted); font-size: 0.85rem; }
.facts dd { margin: 0; }

nav { margin: 1rem 0 0; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0.3rem 1.25rem; }

section { margin-top: 2.75rem; }
section > h2, section > h3 { font-size: 1.4rem; padding-bottom: 0.35rem; border-bottom: 2px solid var(--line);
  margin-bottom: 1rem; }
.remark { color: var(--muted); }
.area + .area, .remark + .area { margin-top: 1.25rem; }
.area > h3, .area > h4, .group > h3, .group > h4, .level > h3, .level > h4 { font-size: 1.05rem; margin-bottom: 0.4rem; }
.points, .checks { list-style: none; }
.points li, .checks li { display: flex; gap: 0.55rem; padding: 0.12rem 0; }
.points .symbol, .checks .symbol { margin-top: 0.25rem; }
.symbol.good, .symbol.checked { color: var(--good); }
.symbol.error, .symbol.unchecked { color: var(--error); }
.symbol.warning { color: var(--warning); }
.symbol.note { color: var(--note); }
.symbol.unknown { color: var(--unknown); }
.symbol.none { color: var(--muted); }

pre { background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: 0.6rem 0; margin-top: 0.6rem;
  font-size: 0.86rem; line-height: 1.5; white-space: pre-wrap; }
.line { display: block; position: relative; padding: 0 0.9rem; text-decoration: none; unicode-bidi: isolate; }
.change .line { padding-left: 1.9rem; }
.old::before, .new::before { position: absolute; left: 0.75rem; }
.old { background: var(--error-soft); }
.new { background: var(--good-soft); }
.old::before { content: "−"; color: var(--error); }
.new::before { content: "+"; color: var(--good); }
.skip { color: var(--muted); }
figcaption { margin-top: 0.6rem; color: var(--muted); font-size: 0.9rem; }
figcaption + pre { margin-top: 0.2rem; }

.problem { background: var(--card); border: 1px solid var(--line); border-left: 5px solid var(--tone); border-radius: 8px;
  padding: 1rem 1.25rem 1.1rem; }
.problem + .problem { margin-top: 1.25rem; }
.problem.error, .level.critical { --tone: var(--error); }
.problem.warning, .level.high { --tone: var(--warning); }
.problem.info, .problem.hint, .level.low { --tone: var(--note); }
.problem > h3, .problem > h4 { font-size: 1.15rem; }
.meta { margin-top: 0.3rem; }
.severity { color: var(--tone); font-weight: 600; margin-right: 0.4rem; }
.severity .symbol { margin-right: 0.3rem; color: inherit; }
.finding { margin-top: 0.8rem; }
.finding .place { margin-right: 0.35rem; }
p.steps { margin-top: 0.5rem; color: var(--muted); font-size: 0.92rem; }
ol.steps { list-style: none; font-size: 0.92rem; border-left: 2px solid var(--line); padding-left: 0.8rem; margin-top: 0.2rem; }
.more { margin-top: 0.6rem; color: var(--muted); }
.why { margin-top: 0.9rem; }
.better { margin-top: 0.7rem; }
.caution { color: var(--muted); }
.sources { margin-top: 0.9rem; font-size: 0.87rem; color: var(--muted); display: flex; flex-wrap: wrap; gap: 0.15rem 0.9rem; }
.none .symbol { margin-right: 0.4rem; }

.level + .level { margin-top: 1.1rem; }
.level > h3, .level > h4 { color: var(--tone); }
.level > h3 .remark, .level > h4 .remark { font-weight: 400; font-size: 0.95rem; }
.level ol { padding-left: 1.5rem; }
.level li { padding: 0.15rem 0; }
.remedy { display: block; color: var(--muted); }

.groups { columns: 2; column-gap: 2.5rem; margin-top: 0.9rem; }
.group { break-inside: avoid; padding-bottom: 1rem; }
.checks { font-size: 0.95rem; }
.checks .open { font-weight: 600; }
.aside { font-weight: 400; color: var(--muted); font-size: 0.92em; white-space: nowrap; }
a.aside { color: var(--link); }

table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.45rem 0.9rem 0.45rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--muted); font-size: 0.87rem; font-weight: 600; }
tbody th { font-weight: 600; }
.standing { white-space: nowrap; }
.standing .symbol { margin-right: 0.4rem; }
footer { margin-top: 2.5rem; padding-top: 0.75rem; border-top: 1px solid var(--line); color: var(--muted); font-size: 0.87rem; }
.overview h1 { font-size: 1.9rem; margin-bottom: 1rem; }
.overview + main .worker, .worker + .worker { margin-top: 4rem; }

@media (max-width: 40rem) {
  body { padding: 1.25rem 1rem 3rem; }
  .head { grid-template-columns: 1fr; gap: 0.9rem; }
  .score { width: 6rem; height: 6rem; }
  .headline > h1, .headline > h2 { font-size: 1.6rem; }
  .groups { columns: 1; }
  .problem { padding: 0.9rem 0.9rem 1rem; }
  .aside { white-space: normal; }
  th, td { padding-right: 0.6rem; }
}

@media print {
  @page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #555; } }
  :root {
    --page: #ffffff; --card: #ffffff; --soft: #f5f6f7; --text: #111417; --muted: #4a525b; --line: #c9ced4;
    --link: #0b4a94; --error: #a31b15; --warning: #7a4a00; --note: #0b4a94; --good: #155f2c; --unknown: #4f4763;
    --error-soft: #fdecea; --good-soft: #e8f5ec;
  }
  html { color-scheme: light; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav { display: none; }
  a { color: inherit; }
  h1, h2, h3, h4, .meta, figcaption, p.steps, .remark, .finding > p, .better > p { break-after: avoid; }
  h1, h2, h3, h4, p, pre, figure, tr, li, .head { break-inside: avoid; }
  footer, .sources { break-before: avoid; }
  .facts { grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr)); }
  .checks { font-size: 9pt; }
  thead { display: table-header-group; }
  section { margin-top: 1.6rem; }
  .worker + .worker { break-before: page; margin-top: 0; }
  .headline > h1, .headline > h2 { font-size: 19pt; }
  .problem { border-radius: 0; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
}
@media (prefers-contrast: more) {
  :root { --muted: var(--text); --line: var(--text); }
}
@media (forced-colors: active) {
  .badge { border: 1px solid; }
}
`;
