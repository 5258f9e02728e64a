/** The inspector's looks, dark and light by the system. */
export const INSPECTOR_STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d5d9e0, #363c47); --dim: light-dark(#5a6372, #9aa4b5);
  --good: light-dark(#176b37, #6fd394); --bad: light-dark(#a3222b, #ff9a9f); --accent: light-dark(#1f4fbf, #8fb4ff); }
* { box-sizing: border-box; }
body { margin: 0; font: 14px/1.45 system-ui, sans-serif; background: light-dark(#fff, #14171c); color: light-dark(#1b1f27, #e6e9ef); }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; padding: .75rem 1rem; border-bottom: 1px solid var(--line); }
h1 { font-size: 1.05rem; margin: 0; }
h2 { font-size: .95rem; margin: 1.25rem 0 .4rem; }
#now { margin: 0; color: var(--dim); font-variant-numeric: tabular-nums; }
.buttons { display: flex; gap: .4rem; margin-left: auto; flex-wrap: wrap; }
button { font: inherit; padding: .2rem .6rem; border: 1px solid var(--line); border-radius: 4px; background: transparent; color: inherit; cursor: pointer; }
button:hover, button:focus-visible { border-color: var(--accent); outline: 2px solid var(--accent); outline-offset: 1px; }
main { padding: 0 1rem 2rem; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
tr:last-child td { border-bottom: 0; }
th { color: var(--dim); font-weight: 600; }
td.text { white-space: pre-wrap; min-width: 14rem; max-width: 34rem; overflow-wrap: anywhere; }
td.good { color: var(--good); } td.bad { color: var(--bad); }
td.none { color: var(--dim); }
#problem { margin: .75rem 1rem 0; color: var(--bad); }
`;
