/** System fonts only; each language of Chinese asks for its own characters' shapes first. */
export const styles = `
:root { color-scheme: light; --ink: #1d2935; --soft: #4c5967; --line: #d5dbe1; --pale: #f4f6f8; --link: #0b57b0; }
* { box-sizing: border-box; }
html { font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "PingFang TC", "Microsoft JhengHei", "Noto Sans TC", "Noto Sans CJK TC", sans-serif; -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
html:lang(zh-Hant-TW) { font-family: system-ui, -apple-system, "PingFang TC", "Microsoft JhengHei", "Noto Sans TC", "Noto Sans CJK TC", sans-serif; }
html:lang(zh-Hans-CN) { font-family: system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif; }
body { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; color: var(--ink); background: #fff; overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1 { margin: 0 0 .75rem; font-size: 1.25rem; }
h2 { margin: 3rem 0 .25rem; padding-top: 1rem; border-top: 2px solid var(--ink); font-size: 1.5rem; }
h3 { margin: 2rem 0 .75rem; font-size: 1.0625rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
p, dl, ul, figure { margin: 0; }
ul { padding: 0; list-style: none; }
.plain { padding-left: 1.25rem; list-style: disc; }
.brand { color: var(--soft); font-size: .875rem; font-weight: 600; letter-spacing: .02em; }
.tag { display: inline-block; padding: 0 .5em; border: 1px solid var(--line); border-radius: 1em; background: var(--pale); color: var(--soft); font-size: .8125rem; font-weight: 500; vertical-align: middle; }
.verdict { margin: 0 0 1.25rem; max-width: 46rem; font-size: clamp(1.1875rem, 1rem + 1vw, 1.5rem); font-weight: 600; line-height: 1.4; text-wrap: pretty; }
.notice { margin: 0 0 .75rem; padding: .5rem .75rem; border-left: 4px solid #c77700; background: #fff6e5; }
.about { overflow-wrap: anywhere; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: .5rem 1.5rem; padding: .875rem 1rem; border-radius: 8px; background: var(--pale); font-size: .875rem; }
dt { color: var(--soft); }
dd { margin: 0; }
nav { margin-top: 1.25rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
.basis, .note, .definition, footer { color: var(--soft); font-size: .875rem; }
.note { margin: .75rem 0; }
.basis { margin-bottom: 1.25rem; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; font-variant-numeric: tabular-nums; }
caption { padding: 0 0 .5rem; font-weight: 600; text-align: left; }
th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th:last-child, td:last-child { padding-right: 0; }
thead th { border-bottom-color: var(--soft); color: var(--soft); font-size: .8125rem; font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 500; }
.caption { margin-top: .25rem; font-size: .875rem; font-weight: 600; }
.right { text-align: right; }
td.right { white-space: nowrap; }
.label { display: none; }
.share { display: flex; align-items: center; gap: .75rem; }
.share b { min-width: 4em; white-space: nowrap; }
.shares { flex: 1; display: block; min-width: 6rem; height: .75rem; border-radius: 3px; }
.how { margin-top: 1rem; font-size: .875rem; }
.how summary { width: fit-content; color: var(--link); cursor: pointer; }
.how dl { margin-top: .5rem; padding: .75rem 1rem; border-radius: 8px; background: var(--pale); }
.how div + div { margin-top: .5rem; }
.how dt { color: var(--ink); font-weight: 600; }
.how dd { max-width: 44rem; }
.figure > table { align-self: start; }
.figure { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem 2.5rem; }
figure { display: grid; grid-template-columns: minmax(0, 1fr); gap: .75rem; align-content: start; }
figure svg[role="img"] { display: block; width: 100%; max-width: 30rem; height: auto; }
.legend { display: flex; flex-wrap: wrap; gap: .125rem 1rem; font-size: .8125rem; }
.legend svg { vertical-align: -1px; }
.cards { margin-bottom: 1.75rem; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 13.5rem), 1fr)); gap: .75rem; }
.card { padding: .75rem 1rem; border: 1px solid var(--line); border-radius: 8px; font-size: .875rem; }
.card .value { font-size: 1.5rem; font-weight: 650; line-height: 1.3; }
.card .definition { margin-top: .5rem; font-size: .8125rem; }
.process { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem 2.5rem; align-items: start; }
.advice > li { padding: .5rem 0; border-bottom: 1px solid var(--line); }
.advice .plain { margin: .25rem 0; font-size: .9375rem; }
.advice p { color: var(--soft); font-size: .9375rem; }
.advice .unmet > .tag { border-color: #ad3d08; background: #fff; color: #9a3607; font-weight: 600; }
.owner h3 { padding-bottom: .375rem; border-bottom: 1px solid var(--soft); }
.count { display: inline-block; color: var(--soft); font-size: .875rem; font-weight: 500; }
.owner thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.do li + li { margin-top: .25rem; }
.do small { display: inline-block; color: var(--soft); font-size: .8125rem; }
.unknown { color: var(--soft); }

@media print, (min-width: 40.01rem) {
    .owner tbody th { width: 30%; }
    .owner td:nth-child(2) { width: 17%; }
}
@media screen and (max-width: 40rem) {
    table:not(.compact), table:not(.compact) > tbody, table:not(.compact) > tbody > tr { display: block; }
    table:not(.compact) > thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    table:not(.compact) > tbody > tr { padding: .625rem 0; border-bottom: 1px solid var(--line); }
    table:not(.compact) > tbody :is(th, td) { display: block; width: auto; padding: 0; border: 0; }
    table:not(.compact) > tbody td { display: flex; justify-content: space-between; gap: 1rem; text-align: right; white-space: normal; }
    table:not(.compact) > tbody td:has(ul) { display: block; text-align: left; }
    table:not(.compact) .label { display: inline; color: var(--soft); }
    tbody th, table:not(.compact) td { overflow-wrap: anywhere; }
    .compact { font-size: .8125rem; line-height: 1.35; }
    .compact :is(th, td) { padding: .375rem .5rem .375rem 0; }
    .compact :is(th, td):last-child { padding-right: 0; }
    .compact thead th { font-size: .75rem; }
    .compact td.right { white-space: normal; }
    table:not(.compact) td:has(ul) .label { display: none; }
    td:has(.share) > span:last-child { flex: 1; }
    h2 { margin-top: 2.25rem; }
}
@media screen and (min-width: 52rem) {
    .figure { grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); }
    .process { grid-template-columns: minmax(0, 6fr) minmax(0, 5fr); }
}
@page { size: A4; margin: 14mm 13mm; }
@media print {
    html { font-size: 10pt; }
    body { max-width: none; padding: 0; }
    nav { display: none; }
    a { color: inherit; }
    tr, .card, .advice > li, .about, .notice, figure, .how div, .do li { break-inside: avoid; }
    h2, h3, caption, .basis { break-after: avoid; }
    thead { display: table-header-group; }
    .figure { grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); }
    .how summary { color: var(--ink); font-weight: 600; list-style: none; }
    .how::details-content { display: block; block-size: auto; content-visibility: visible; }
    .cards { grid-template-columns: repeat(3, 1fr); }
    * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
