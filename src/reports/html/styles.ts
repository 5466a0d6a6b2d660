/**
 * The look of the page. The words of documents are set apart from the words of the tool by a ground of their own, on paper
 * also by their typeface. Colours have a contrast of 4.5 or more on their grounds (WCAG 2.2, 1.4.3); severities are told by
 * mark and word too.
 */
export const STYLES = `
:root {
  color-scheme: light dark;
  --ground: #f3f4f6; --paper: #ffffff; --quote: #f7f8fa; --ink: #1b2024; --soft: #566069; --line: #dde1e6;
  --error: #b3261e; --error-ground: #fceeec; --warning: #855000; --warning-ground: #fdf3e0;
  --info: #17599c; --info-ground: #eaf2fb; --good: #176639; --good-ground: #e8f5ed;
  --mark: #ffe08a; --mark-ink: #1b2024;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #121517; --paper: #1b1f23; --quote: #23282d; --ink: #e3e6e9; --soft: #a0a9b2; --line: #363d44;
    --error: #ff8f80; --error-ground: #3b201d; --warning: #eeb559; --warning-ground: #362a12;
    --info: #85bcf5; --info-ground: #182b3f; --good: #74cf99; --good-ground: #17301f;
    --mark: #6e5600; --mark-ink: #fff4cf;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 6rem; }
body {
  margin: 0; background: var(--ground); color: var(--ink); line-height: 1.7; overflow-wrap: anywhere;
  font: 16px/1.7 "Microsoft YaHei", "微软雅黑", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", SimSun, "宋体", sans-serif;
}
code { font-family: Consolas, "Cascadia Mono", "DejaVu Sans Mono", monospace; font-size: .875em; color: var(--soft); }
a { color: var(--info); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--info); outline-offset: 2px; border-radius: 3px; }
p, ul, dl, blockquote, h1, h2, h3, h4, fieldset { margin: 0; padding: 0; }
header > *, main, footer { max-width: 70rem; margin-left: auto; margin-right: auto; padding-left: 1.5rem; padding-right: 1.5rem; }
legend, .quiet { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.quiet + * { margin-top: 0 !important; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: .5rem 1rem; background: var(--paper); z-index: 2; }
.skip:focus { top: 1rem; }

header { background: var(--paper); border-top: 6px solid var(--good); border-bottom: 1px solid var(--line); padding: 2rem 0 1.75rem; }
header.bad { border-top-color: var(--error); }
header.unsure { border-top-color: var(--warning); }
header.hints { border-top-color: var(--info); }
.title { color: var(--soft); letter-spacing: .06em; font-size: .9375rem; }
h1 { font-size: 1.9rem; line-height: 1.35; font-weight: 700; }
.subject { color: var(--soft); margin-top: .25rem; }
.hidden { color: var(--soft); margin-top: .75rem; }
.counts { display: flex; flex-wrap: wrap; gap: .75rem 2.25rem; margin-top: 1.25rem; }
.counts div { display: flex; flex-direction: column-reverse; min-width: 3.5rem; }
.counts dt { color: var(--soft); font-size: .875rem; }
.counts dd { margin: 0; font-size: 1.65rem; line-height: 1.25; font-weight: 700; font-variant-numeric: tabular-nums; }
.counts .error dd, .error > .number { color: var(--error); }
.counts .warning dd { color: var(--warning); }
.counts .info dd { color: var(--info); }
.counts .zero dd, td.zero { color: var(--soft); font-weight: 400; }

main { padding-top: 1.5rem; padding-bottom: 1rem; }
.file, .overview, .rules { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 1.5rem 1.75rem; margin-bottom: 1.5rem; }
.file { content-visibility: auto; contain-intrinsic-size: auto 60rem; }
h2 { font-size: 1.3rem; line-height: 1.5; }
h2 .path { margin-right: .5rem; }
.folder { color: var(--soft); font-weight: 400; }
.count { display: inline-block; font-size: .875rem; font-weight: 400; color: var(--soft); white-space: nowrap; }
h2 .count { padding: 0 .6em; border-radius: 1em; vertical-align: .15em; }
h2 .error { color: var(--error); background: var(--error-ground); }
h2 .warning { color: var(--warning); background: var(--warning-ground); }
h2 .info { color: var(--info); background: var(--info-ground); }
h3 { font-size: 1.1rem; }
.list { margin-top: 1.5rem; }
.list > h3 { padding-bottom: .4rem; border-bottom: 2px solid var(--ink); }
h3 .count { margin-left: .75em; }
.row { display: grid; grid-template-columns: 13rem minmax(0, 1fr); column-gap: 1.75rem; border-bottom: 1px solid var(--line); padding: 1.1rem 0; }
h4 { font-size: .9375rem; line-height: 1.6; font-weight: 400; color: var(--soft); }
h4 .item { display: block; font-size: 1.0625rem; font-weight: 700; color: var(--ink); }

.finding + .finding { margin-top: 1.1rem; padding-top: 1.1rem; border-top: 1px dashed var(--line); }
.meta { display: flex; flex-wrap: wrap; align-items: baseline; gap: .15rem .75rem; font-size: .875rem; color: var(--soft); }
.badge { font-weight: 700; white-space: nowrap; }
.badge.error, strong.error, td.error { color: var(--error); }
.badge.warning, strong.warning, td.warning { color: var(--warning); }
.badge.info, td.info { color: var(--info); }
.meta .badge { padding: 0 .55em; border-radius: 4px; }
.meta .badge.error { background: var(--error-ground); }
.meta .badge.warning { background: var(--warning-ground); }
.meta .badge.info { background: var(--info-ground); }
.column { color: var(--ink); }
.place { font-size: .875rem; color: var(--soft); }
.number { margin-left: auto; color: var(--soft); text-decoration: none; }
.number:hover { text-decoration: underline; }
.finding:target .number { color: var(--ink); font-weight: 700; }
.message { margin-top: .3rem; font-weight: 600; }
blockquote { margin-top: .5rem; padding: .45rem .85rem; background: var(--quote); border-radius: 6px; white-space: break-spaces; }
blockquote.empty { color: var(--soft); }
mark { background: var(--mark); color: var(--mark-ink); padding: .1em .1em; border-bottom: 2px solid currentColor; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.error mark { border-bottom-color: var(--error); }
.warning mark { border-bottom-color: var(--warning); }
.info mark { border-bottom-color: var(--info); }
mark.gap { font-weight: 700; }
.terms { margin-top: .5rem; }
.terms div { display: grid; grid-template-columns: 3rem minmax(0, 1fr); column-gap: .75rem; font-size: .9375rem; }
.terms dt { color: var(--soft); grid-row: 1 / span 9; }
.terms dd { margin: 0; grid-column: 2; }
.way { color: var(--good); font-weight: 600; }
q { quotes: none; }
:lang(en) > .terms div { grid-template-columns: 4.5rem minmax(0, 1fr); }
.counts dt:lang(en)::first-letter, th:lang(en)::first-letter, .item:lang(en)::first-letter { text-transform: uppercase; }
summary { cursor: pointer; color: var(--soft); }
summary:hover { color: var(--ink); }
.why { margin-top: .4rem; font-size: .875rem; }
.why .rule { margin-left: .75em; }
.why > :not(summary) { display: block; padding: .35rem 0 0 1.1rem; }
.why p + p { margin-top: .25rem; }

.notice { margin-top: 1rem; padding: .7rem 1rem; border-radius: 6px; }
.notice.bad { background: var(--error-ground); }
.notice.bad strong { color: var(--error); margin-right: .5em; }
.notice.unsure { background: var(--warning-ground); }
.notice p + p { margin-top: .25rem; }
ul { padding-left: 1.4em; }
.unsure { color: var(--warning); }
.notice.unsure { color: inherit; }
.clean { margin-top: .75rem; color: var(--good); font-weight: 600; }
.checked, .suppressed { margin-top: 1.25rem; font-size: .9375rem; }
.checked > summary, .suppressed > summary { font-weight: 600; color: var(--ink); }
.checked > summary span, .suppressed > summary span { font-weight: 400; color: var(--soft); margin-left: .75em; }
.checked > :not(summary) { margin: .6rem 0 0 1.1rem; }
.checked details > :not(summary) { margin: .4rem 0 0 1.1rem; }
.checked li { margin-top: .15rem; }
.suppressed .finding { margin: .9rem 0 0 1.1rem; }
.by { margin-top: .35rem; font-size: .875rem; color: var(--soft); }
table { border-collapse: collapse; overflow-wrap: break-word; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: .3rem .9rem; border-bottom: 1px solid var(--line); font-weight: 400; vertical-align: baseline; }
th:first-child, .overview td:last-child, .overview th:last-child { text-align: left; padding-left: 0; }
.overview td:last-child, .overview th:last-child { padding-left: .9rem; }
thead th { color: var(--soft); font-size: .875rem; white-space: nowrap; }
.differs th, .differs td { color: var(--error); font-weight: 600; }
.wide { overflow-x: auto; margin-top: .5rem; }
.overview table { width: 100%; }
.top { margin-top: 1rem; font-size: .875rem; }
.entry { margin-top: 1rem; }
.entry h3 { font-size: 1rem; }
.entry p { font-size: .9375rem; }
footer { padding-top: .5rem; padding-bottom: 2.5rem; color: var(--soft); font-size: .875rem; }

.filter { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: flex-end; gap: .6rem 1.1rem; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: .75rem 1.25rem; margin-bottom: 1.5rem; box-shadow: 0 2px 8px rgba(0, 0, 0, .06); font-size: .9375rem; }
fieldset { border: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; min-height: 2.25rem; align-items: center; }
.chip { display: inline-flex; align-items: center; gap: .4rem; cursor: pointer; }
.chip input { width: 1.1em; height: 1.1em; margin: 0; accent-color: var(--info); }
.choice { display: flex; flex-direction: column; flex: 1 1 6.5rem; min-width: 0; max-width: 16rem; }
.choice span { font-size: .8125rem; color: var(--soft); line-height: 1.4; }
select, button { font: inherit; color: inherit; background: var(--paper); border: 1px solid #868e96; border-radius: 6px; padding: .2rem .5rem; }
select { width: 100%; }
.filter > p { margin-left: auto; min-height: 2.25rem; display: flex; align-items: center; gap: .75rem; color: var(--soft); }
button { color: var(--info); cursor: pointer; white-space: nowrap; }
button:disabled { color: var(--soft); border-color: var(--line); cursor: default; }
.none { padding: 2rem; text-align: center; color: var(--soft); }

@media screen and (max-width: 48rem) {
  body { font-size: 15px; }
  header > *, main, footer { padding-left: 1rem; padding-right: 1rem; }
  header { padding: 1.25rem 0; }
  h1 { font-size: 1.45rem; }
  .counts { gap: .6rem 1.1rem; }
  .counts div { min-width: 2.6rem; }
  .counts dd { font-size: 1.35rem; }
  .file, .overview, .rules { padding: 1.1rem 1rem; border-radius: 8px; }
  .row { display: block; }
  h4 { margin-bottom: .6rem; }
  h4 .item { display: inline; margin-right: .6em; }
  .filter { position: static; padding: .75rem 1rem; }
  .choice { flex-basis: 100%; max-width: none; }
  .filter > p { margin-left: 0; width: 100%; justify-content: space-between; }
  th, td { padding-left: .5rem; padding-right: .5rem; }
  .overview thead { display: none; }
  .overview tr { display: block; padding: .5rem 0; border-bottom: 1px solid var(--line); }
  .overview th, .overview td { display: inline-block; border: 0; padding: 0 .9rem 0 0 !important; }
  .overview th, .overview td:last-child { display: block; }
  .overview td[data-label]::before { content: attr(data-label) " "; color: var(--soft); font-weight: 400; font-size: .875rem; }
}

@page { size: A4; margin: 16mm 15mm 18mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; color: #555; } }
@media print {
  :root {
    color-scheme: light;
    --ground: #fff; --paper: #fff; --quote: #f4f4f4; --ink: #000; --soft: #444; --line: #bbb; --error: #9c1c15;
    --warning: #6f4300; --info: #10447a; --good: #0f4f2a; --error-ground: #fff; --warning-ground: #fff; --info-ground: #fff;
    --mark: #ffe9a8; --mark-ink: #000;
  }
  body { font-size: 10pt; line-height: 1.5; }
  .filter, .skip, .top, .why, .none, .reason a { display: none !important; }
  header { padding: 0 0 4mm; border-top-width: 2mm; }
  header > *, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
  h1 { font-size: 17pt; }
  .counts dd { font-size: 14pt; }
  .file, .overview, .rules { border: 0; padding: 0; margin: 6mm 0 0; border-radius: 0; content-visibility: visible; }
  h2, h3, h4, thead { break-after: avoid; }
  .row { grid-template-columns: 34mm minmax(0, 1fr); column-gap: 6mm; padding: 2.5mm 0; }
  .finding, .entry, tr, .notice, .terms { break-inside: avoid; }
  .finding + .finding { margin-top: 3mm; padding-top: 3mm; }
  blockquote { font-family: SimSun, "宋体", "Songti SC", "Noto Serif CJK SC", serif; font-size: 10.5pt; border: 1px solid #ddd; margin-top: 1.5mm; padding: 1mm 3mm; }
  .terms { margin-top: 1.5mm; }
  mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .finding[data-s] > .meta::before { content: "□"; font-size: 12pt; color: #000; }
  a { color: inherit; text-decoration: none; }
  summary { list-style: none; }
}
`;
