#include <minefree/report/html/style.hpp>

namespace minefree::report::html {

std::string_view style_sheet() {
  return R"css(
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1a1a1a; --soft: #55595e; --line: #c9ccd1; --tint: #f3f6f9;
  --pale: #cfe5f5; --sky: #56b4e9; --blue: #0072b2; --warn: #d55e00; --warn-text: #a34700;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171a; --ink: #e8eaed; --soft: #a9b0b8; --line: #40464d; --tint: #1e2328;
    --pale: #1d4562; --sky: #2f7fb4; --blue: #8fd0fa; --warn: #ff8a3d; --warn-text: #ffa76a;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 68rem; padding: 1rem clamp(0.5rem, 3vw, 2rem) 3rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", sans-serif;
}
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0.5rem 0; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 0.5rem; border-top: 2px solid var(--ink); padding-top: 0.5rem; }
h3 { font-size: 1.2rem; margin: 2.2rem 0 0.3rem; }
h4 { font-size: 1rem; margin: 1.2rem 0 0.3rem; }
p, ul, dl { max-width: 48rem; margin: 0.5rem 0; }
a { color: var(--blue); }
a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--warn); outline-offset: 2px; }
.lead { font-size: 1.25rem; line-height: 1.35; font-weight: 600; }
.soft, figcaption, caption { color: var(--soft); }
.prior { border-left: 4px solid var(--warn); padding-left: 0.6rem; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; max-width: none; }
svg { display: block; width: 100%; max-width: 32rem; height: auto; overflow: visible; }
figure { margin: 0; min-width: 0; display: flex; flex-direction: column; justify-content: space-between; }
figcaption { font-size: 0.9rem; margin-bottom: 0.4rem; }
figcaption strong { display: block; color: var(--ink); }
.pair { display: grid; gap: 1.5rem 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); margin: 1rem 0; }
.small { display: grid; gap: 0.8rem 1rem; grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr)); list-style: none; padding: 0; max-width: none; }
.small li { font-size: 0.85rem; min-width: 0; }
.ten { max-width: 24rem; margin: 0.6rem 0; }
.ten svg { max-width: 22rem; }
.icons { display: flex; flex-wrap: wrap; align-items: center; gap: 0.3rem 0.8rem; margin: 0.4rem 0; }
.icons svg { width: 11.5rem; flex: none; }
dl.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.15rem 1rem; max-width: 56rem; }
dl.facts dt { color: var(--soft); }
dl.facts dd { margin: 0; overflow-wrap: break-word; }
@media (max-width: 36rem) {
  dl.facts { grid-template-columns: minmax(0, 1fr); gap: 0; }
  dl.facts dd { margin-bottom: 0.4rem; }
}
.scroll { overflow-x: auto; margin: 0.8rem 0; }
table { border-collapse: collapse; font-size: 0.85rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding-bottom: 0.3rem; }
th, td { padding: 0.15rem 0.5rem; text-align: right; white-space: nowrap; vertical-align: top; font-weight: 400; }
tbody th, thead th:first-child { padding-left: 0; }
thead th, thead td { font-weight: 600; vertical-align: bottom; border-bottom: 1px solid var(--ink); }
th[scope=colgroup] { text-align: center; border-bottom: 1px solid var(--line); }
tbody tr { border-bottom: 1px solid var(--line); }
.l, tbody th { text-align: left; }
.l { white-space: normal; min-width: 4rem; }
.s { font-weight: 700; }
@media screen and (min-width: 69rem) {
  .wide { width: max-content; min-width: 100%; max-width: calc(100vw - 4rem); position: relative; left: 50%; transform: translateX(-50%); }
}
@media screen and (max-width: 36rem) {
  .cards { overflow: visible; }
  .cards thead { display: none; }
  .cards table, .cards caption, .cards tbody, .cards tr, .cards th, .cards td { display: block; text-align: left; white-space: normal; padding: 0.1rem 0; min-width: 0; }
  .cards tr { padding: 0.4rem 0; }
  .cards tbody th { font-size: 1rem; font-weight: 600; }
  .cards td { display: flex; justify-content: space-between; gap: 0.8rem; overflow-wrap: anywhere; }
  .cards td.l { display: block; }
  .cards td::before { content: attr(data-label); color: var(--soft); flex: none; max-width: 60%; font-weight: 400; }
  .cards td.l::before { display: block; max-width: none; }
}
details { margin: 0.6rem 0; }
summary { cursor: pointer; padding: 0.2rem 0; }
.sources { font-size: 0.8rem; color: var(--soft); padding-left: 1.1rem; max-width: none; overflow-wrap: anywhere; }
pre { background: var(--tint); padding: 0.6rem; overflow-x: auto; font-size: 0.85rem; }
pre.command { white-space: pre-wrap; overflow-wrap: anywhere; }
svg text { font-size: 12px; fill: var(--ink); }
svg .soft { fill: var(--soft); }
svg .due { fill: var(--warn-text); }
svg .e { text-anchor: end; } svg .m { text-anchor: middle; } svg .b { font-weight: 700; }
svg .on { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; }
.grid { stroke: var(--line); stroke-width: 0.7; } .axis { stroke: var(--ink); stroke-width: 1; }
.b90 { fill: var(--pale); } .b50 { fill: var(--sky); }
.mid, .told, .thin, .plan, .straight, .unspent, .limit { fill: none; }
.mid { stroke: var(--blue); stroke-width: 2.4; }
.told { stroke: var(--ink); stroke-width: 1.4; }
.rep { fill: var(--ink); } .since { fill: var(--paper); stroke: var(--ink); stroke-width: 1.4; }
.thin { stroke: var(--ink); stroke-width: 0.9; stroke-dasharray: 1.5 2.5; }
line.due { stroke: var(--warn); stroke-width: 1.6; stroke-dasharray: 6 2; }
.plan { stroke: var(--ink); stroke-width: 1.4; stroke-dasharray: 7 3; }
.straight { stroke: var(--ink); stroke-width: 1.6; stroke-dasharray: 1.5 3; }
.unspent { stroke: var(--warn); stroke-width: 1.6; stroke-dasharray: 3 2; }
.limit { stroke: var(--soft); stroke-width: 1.2; stroke-dasharray: 7 3; }
.cleared { fill: var(--blue); } .reduced { fill: var(--sky); } .discovered { fill: var(--warn); }
.cancelled { fill: var(--pale); stroke: var(--sky); stroke-width: 0.8; }
.tile { fill: var(--pale); stroke: var(--blue); stroke-width: 1; }
.yes { fill: var(--blue); stroke: var(--blue); stroke-width: 1.5; } .no { fill: none; stroke: var(--soft); stroke-width: 1.5; }
@page { size: A4; margin: 14mm 13mm; }
@media print {
  :root {
    color-scheme: light;
    --paper: #ffffff; --ink: #000000; --soft: #44484c; --line: #b9bdc2; --tint: #f3f6f9;
    --pale: #cfe5f5; --sky: #56b4e9; --blue: #0072b2; --warn: #d55e00; --warn-text: #a34700;
  }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.35; }
  h1 { font-size: 17pt; } h2 { font-size: 13pt; margin-top: 1.2rem; } h3 { font-size: 12.5pt; margin-top: 0; }
  .lead { font-size: 11.5pt; }
  nav, details:not([open]) { display: none; }
  a { color: inherit; text-decoration: none; }
  h2, h3, h4, caption { break-after: avoid; }
  figure, tr, .icons, .small li, .state > .scroll { break-inside: avoid; }
  #each, .state { break-before: page; }
  #each + .state { break-before: avoid; }
  dl.facts { font-size: 8.5pt; gap: 0 0.8rem; max-width: none; }
  .state .pair svg { max-height: 47mm; }
  .pair { grid-template-columns: 1fr 1fr; gap: 0.8rem 1.2rem; margin: 0.5rem 0; }
  .small { grid-template-columns: repeat(5, 1fr); }
  .scroll { overflow: visible; margin: 0.4rem 0; }
  figcaption, .small li { font-size: 7.6pt; line-height: 1.25; }
  table { font-size: 7.2pt; } th, td { padding: 0.05rem 0.3rem; }
  .sources { font-size: 6.6pt; columns: 2; line-height: 1.2; }
  tbody th { white-space: normal; }
}
)css";
}

}  // namespace minefree::report::html
