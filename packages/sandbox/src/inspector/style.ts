/** The inspector's looks, dark and light by the system. On a small screen each row becomes a card. */
export const INSPECTOR_STYLE = `
:root { color-scheme: light dark; --page: light-dark(#f4f5f8, #101318); --sheet: light-dark(#fff, #181c23);
  --ink: light-dark(#1a1f2b, #e7eaf0); --dim: light-dark(#566074, #98a3b6); --line: light-dark(#dfe3ea, #2b323d);
  --good: light-dark(#12683a, #71d698); --bad: light-dark(#a3202c, #ff9ba1); --odd: light-dark(#8a5200, #f2bd6c);
  --accent: light-dark(#2450c5, #8fb2ff); --mono: ui-monospace, "SF Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; }
* { box-sizing: border-box; }
body { margin: 0; font: 14px/1.5 system-ui, sans-serif; background: var(--page); color: var(--ink); }
header { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .4rem 1.5rem; align-items: center;
  padding: .7rem 1.25rem; background: var(--sheet); border-bottom: 1px solid var(--line); }
h1 { font-size: 1.1rem; margin: 0; letter-spacing: -.01em; } h1 span { font-weight: 400; color: var(--dim); }
h2 { font-size: 1rem; margin: 1.75rem 0 .5rem; display: flex; align-items: center; gap: .5rem; }
.count:empty { display: none; }
.count { font-size: .75rem; font-weight: 600; color: var(--dim); background: var(--line); border-radius: 99px; padding: .05rem .5rem; }
.clock { margin: 0; color: var(--dim); } .clock time { color: var(--ink); font: 600 .95rem/1.4 var(--mono); margin-right: .5rem; }
.buttons { display: flex; gap: .4rem; margin-left: auto; flex-wrap: wrap; }
button { font: inherit; padding: .25rem .7rem; border: 1px solid var(--line); border-radius: 6px; background: var(--sheet); color: inherit; cursor: pointer; }
button:hover { border-color: var(--accent); color: var(--accent); }
button.grave:hover { border-color: var(--bad); color: var(--bad); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
main { padding: 1rem 1.25rem 1rem; max-width: 110rem; margin: 0 auto; }
#figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; margin: 0; }
#figures div, .sheet { background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; }
#figures div { padding: .6rem .9rem; } dt { color: var(--dim); font-size: .8rem; }
dd { margin: 0; font-size: 1.3rem; font-weight: 600; font-variant-numeric: tabular-nums; }
dd small { font-weight: 400; margin-left: .25rem; }
.sheet { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; border-bottom: 1px solid var(--line); }
tbody tr:last-child td { border-bottom: 0; } tbody tr:hover { background: color-mix(in srgb, var(--accent) 5%, transparent); }
th { color: var(--dim); font-size: .8rem; font-weight: 600; white-space: nowrap; }
td:first-child { white-space: nowrap; font-variant-numeric: tabular-nums; }
small { color: var(--dim); font-size: .8rem; } code { font: .86em/1.5 var(--mono); overflow-wrap: anywhere; }
td > code { white-space: nowrap; }
.lines { display: flex; flex-direction: column; align-items: flex-start; gap: .1rem; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; display: block; min-width: 12rem; max-width: 36rem; }
.pill { display: inline-block; font-size: .78rem; font-weight: 600; padding: .1rem .5rem; border-radius: 99px; white-space: nowrap;
  --tone: var(--dim); color: var(--tone); background: color-mix(in srgb, var(--tone) 13%, transparent); }
.pill.good { --tone: var(--good); } .pill.bad { --tone: var(--bad); } .pill.odd { --tone: var(--odd); } .pill.open { --tone: var(--accent); }
.route { display: flex; flex-wrap: wrap; gap: .1rem .6rem; } .step + .step::before { content: "→ "; color: var(--dim); }
details { max-width: 36rem; } details code { display: block; color: var(--dim); }
summary { color: var(--dim); font-size: .8rem; cursor: pointer; }
.empty { margin: 0; padding: .9rem; color: var(--dim); }
#problem { margin: 1rem 1.25rem 0; padding: .6rem .9rem; border: 1px solid var(--bad); border-radius: 10px; color: var(--bad); background: var(--sheet); }
footer { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: 1rem 1.25rem 2rem; max-width: 110rem; margin: 0 auto; color: var(--dim); font-size: .85rem; }
@media (max-width: 760px) {
  header { position: static; padding: .7rem 1rem; } main { padding: 1rem; } .buttons { margin: 0; width: 100%; } .buttons button { flex: 1; }
  #figures { grid-template-columns: 1fr 1fr; gap: .5rem; } #figures div:last-child { grid-column: 1 / -1; }
  .pill { white-space: normal; overflow-wrap: anywhere; border-radius: 10px; }
  .sheet:has(tr) { overflow: visible; background: none; border: 0; border-radius: 0; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody { display: block; }
  tbody tr { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: .4rem .75rem; align-items: start; margin-bottom: .6rem;
    padding: .7rem .85rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; }
  td, td:first-child { display: block; padding: 0; border: 0; white-space: normal; }
  td:has(.text, .route, .lines > code, > button), td[data-label=URL], td[data-label=Answer] { grid-column: 1 / -1; }
  td:first-child { grid-column: 1; font-weight: 600; } td:first-child small { font-weight: 400; } td:nth-child(2):has(> .pill) { text-align: right; }
  td:nth-child(n + 3)::before { content: attr(data-label); display: block; color: var(--dim); font-size: .75rem; }
  td.void, td:has(> button)::before { display: none !important; } .text { min-width: 0; }
}
`;
