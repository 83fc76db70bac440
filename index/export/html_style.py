"""The look of a dossier as a page: on screen, and on paper with running heads and numbered pages."""

from __future__ import annotations

from textwrap import shorten

_STYLE = """
:root { --ink: #1f1d18; --paper: #fdfcf9; --faint: #6d6859; --rule: #ddd8ca; --wash: #f5f2e9; --mark: #8f3514; }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
body { margin: 0; background: var(--paper); color: var(--ink); hyphens: auto;
  font: 17px/1.58 "Iowan Old Style", "Source Serif 4", "Libertinus Serif", Charter, Georgia, "Times New Roman", serif; }
main { max-width: 57rem; margin: 0 auto; padding: 4.5rem 2rem 7rem; }
p, blockquote, aside, .muted { max-width: 43rem; }
header { border-top: 5px solid var(--ink); padding-top: 1.1rem; margin-bottom: 2.2rem; }
h1 { font-size: 2.35rem; line-height: 1.14; font-weight: 600; margin: .2rem 0 .9rem; letter-spacing: -.012em; max-width: 43rem; text-wrap: balance; hyphens: none; }
h2 { font-size: 1.32rem; line-height: 1.25; font-weight: 600; margin: 3.4rem 0 1rem; padding-bottom: .35rem; border-bottom: 1px solid var(--ink); hyphens: none; }
h3 { font-size: 1.1rem; line-height: 1.35; font-weight: 600; margin: 2.2rem 0 .25rem; max-width: 43rem; hyphens: none; }
p { margin: 0 0 .85rem; }
.corpus, .known, .muted, nav, th, caption, .lead, .how, header p, .proofs, table.sources td:nth-child(3), table.said td:last-child, table.facts td:nth-child(2), table.lines td:last-child
  { font-family: "Inter", "Source Sans 3", "Helvetica Neue", "Segoe UI", system-ui, sans-serif; hyphens: none; }
.corpus { text-transform: uppercase; letter-spacing: .12em; font-size: 11.5px; color: var(--mark); font-weight: 600; margin: 0; }
header p { color: var(--faint); font-size: 13.5px; line-height: 1.5; margin: 0 0 .15rem; }
header p.corpus { color: var(--mark); font-size: 11.5px; }
header .how { margin-top: .7rem; font-style: italic; }
.known { color: var(--faint); font-size: 12.5px; line-height: 1.5; margin: 0 0 .7rem; overflow-wrap: anywhere; }
.muted { color: var(--faint); font-size: 11.5px; line-height: 1.5; overflow-wrap: anywhere; margin-top: 1rem; }
nav { background: var(--wash); padding: .9rem 1.3rem; font-size: 13.5px; line-height: 1.75; }
nav ol { columns: 2; column-gap: 2.5rem; margin: 0; padding-left: 1.3rem; }
nav a { color: inherit; text-decoration: none; }
nav a:hover { color: var(--mark); text-decoration: underline; }
blockquote { margin: 0 0 1rem; padding: .05rem 0 .05rem 1.1rem; border-left: 2px solid var(--mark); }
.lead { display: block; color: var(--faint); font-weight: 600; font-size: 12px; line-height: 1.6; }
.gives { font-weight: 600; color: var(--mark); } .gives::after { content: " — "; color: var(--faint); font-weight: 400; }
.note { background: var(--wash); border-left: 2px solid var(--ink); padding: .5rem .9rem; margin: 0 0 1.1rem; font-style: italic; }
.note::before { content: "✎ "; font-style: normal; color: var(--mark); }
table { width: 100%; border-collapse: collapse; margin: 0 0 1.7rem; font-size: 15.5px; line-height: 1.46; }
caption { text-align: left; color: var(--mark); font-weight: 600; font-size: 12.5px; line-height: 1.5; padding-bottom: .25rem; }
th { text-align: left; color: var(--faint); font-weight: 600; font-size: 12px; line-height: 1.5; border-bottom: 1.5px solid var(--ink); padding: .3rem .9rem .3rem 0; vertical-align: bottom; }
td { vertical-align: top; border-bottom: 1px solid var(--rule); padding: .5rem .9rem .5rem 0; }
tr > :last-child { padding-right: 0; }
tbody tr:last-child td { border-bottom: none; }
table.facts, table.said, table.sources, table.lines { table-layout: fixed; }
table.facts { font-size: 14.5px; overflow-wrap: break-word; }
table.facts.many { font-size: 12.5px; }
table.facts th:first-child { width: 19%; } table.facts th:nth-child(2) { width: 14%; }
table.facts td.grave { font-weight: 600; hyphens: auto; }
table.facts td:nth-child(2) { color: var(--mark); font-size: 12px; line-height: 1.6; }
table.said { max-width: 47rem; } table.said td:first-child { width: 2.1rem; } table.said td:last-child { width: 7.5rem; text-align: right; color: var(--faint); font-size: 12px; line-height: 1.75; }
table.said td.grave, table.sources td:first-child { color: var(--mark); font-weight: 600; }
table.sources td:first-child, table.sources th:first-child { width: 2.1rem; } table.sources th:nth-child(2) { width: 26%; } table.sources th:nth-child(3) { width: 17%; }
table.sources td:nth-child(3) { font-size: 13px; color: var(--faint); line-height: 1.7; }
table.lines { font-size: 13.5px; } table.lines td { padding: .25rem .3rem; hyphens: none; }
table.lines td:first-child { text-align: right; width: 36%; } table.lines td:nth-child(2) { width: 12%; text-align: center; } table.lines td:last-child { width: 18%; color: var(--faint); font-size: 11.5px; }
table.lines td.grave { color: var(--mark); font-weight: 600; }
sup { line-height: 0; white-space: nowrap; } sup a { color: var(--mark); text-decoration: none; font: 600 10px system-ui, sans-serif; padding: 0 .1rem 0 .18rem; }
.file { break-inside: avoid-page; } .file h3 { font-size: 1rem; margin-top: 1.5rem; } .file .known { margin-bottom: .4rem; }
code { font: 10px/1.4 ui-monospace, "SFMono-Regular", Menlo, monospace; opacity: .85; }
.proofs { font-size: 12px; line-height: 1.5; color: var(--faint); columns: 2; column-gap: 2.4rem; padding-left: 2rem; overflow-wrap: anywhere; }
.proofs li { margin-bottom: .35rem; break-inside: avoid; }
.proofs li::marker { color: var(--mark); font-weight: 600; }
.proofs a { color: var(--mark); text-decoration: none; }
:target { background: #fbeccb; }
@media (max-width: 46rem) { nav ol, .proofs { columns: 1; } main { padding: 2rem 1.1rem 4rem; } table.facts { font-size: 13px; } }
@media print {
  @page { size: A4; margin: 2.3cm 2.1cm 2.2cm;
    @top-left { content: "%s"; font: 8pt sans-serif; color: #6d6859; }
    @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #6d6859; }
    @bottom-left { content: "Recoupe"; font: 8pt sans-serif; color: #a39d8c; } }
  @page :first { @top-left { content: none; } }
  body { background: none; font-size: 10.3pt; line-height: 1.45; }
  main { max-width: none; padding: 0; }
  p, blockquote, aside, .muted, h1, h3, table.said { max-width: none; }
  h1 { font-size: 21pt; } h2 { font-size: 13.5pt; margin-top: 1.9rem; } h3 { font-size: 11.5pt; margin-top: 1.3rem; }
  h2, h3, .known, caption, thead { break-after: avoid; }
  table.said, table.sources, blockquote, aside, tr, li { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  nav { background: none; border: 1px solid var(--rule); font-size: 9pt; } nav a { color: inherit; }
  table { font-size: 9.4pt; } table.facts { font-size: 8.7pt; } table.facts.many { font-size: 7.2pt; } table.lines { font-size: 8pt; } table.lines td:last-child { font-size: 7pt; }
  .known, .lead, caption, th, header p { font-size: 8.2pt; } table.facts td:nth-child(2), table.said td:last-child { font-size: 7.6pt; }
  .muted { font-size: 7pt; } .proofs { font-size: 7.2pt; line-height: 1.4; } code { font-size: 6.3pt; } .file { break-inside: auto; } .file h3 { font-size: 9.5pt; margin-top: .9rem; } table.sources td:nth-child(3) { font-size: 8.2pt; line-height: 1.6; } .proofs a { display: none; }
  blockquote { margin-bottom: .7rem; } sup a { font-size: 6.5pt; }
}
"""


def style(title: str) -> str:
    """The style sheet, with the title in the head of every page but the first."""
    head = shorten(title, 90, placeholder="…")
    # The title stands in a string of CSS inside an element of HTML: text of a source must end
    # neither.
    safe = "".join(c if c.isalnum() or c in " ,;.:!?«»’'()–—-…" else f"\\{ord(c):x} " for c in head)
    return _STYLE.replace("%s", safe)
