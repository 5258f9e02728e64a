/** The report's only style sheet. */
export const STYLE: string = `
:root{color-scheme:light dark;--ink:#1c2430;--dim:#687385;--page:#fff;--line:#dfe4ea;--accent:#2463c9;
--same:#3a9d6b;--equivalent:#93c47d;--unknown:#a9b2bf;--missing:#5f6b7a;--altered:#e0a100;--replaced:#d0433f;--none:#eef1f4}
@media(prefers-color-scheme:dark){:root{--ink:#e6e9ee;--dim:#98a2b1;--page:#14181e;--line:#2c333d;--accent:#79a8f2;--none:#20262e}}
body{font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--page);max-width:1000px;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:2.2rem 0 .6rem}p{margin:.3rem 0}.dim{color:var(--dim)}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line);vertical-align:middle}
th{font-weight:600;color:var(--dim)}td.n{text-align:right;font-variant-numeric:tabular-nums}
.strip{width:290px;height:16px;display:block}.chart{width:100%;height:auto}
.chart text{font-size:10px;text-anchor:middle;fill:var(--dim)}.chart text.left{text-anchor:start}.chart text.right{text-anchor:end}
.chart line{stroke:var(--line)}.bar{fill:var(--accent)}
.r-none{fill:var(--none)}.r-same{fill:var(--same)}.r-equivalent{fill:var(--equivalent)}.r-unknown{fill:var(--unknown)}
.r-missing{fill:var(--missing)}.r-altered{fill:var(--altered)}.r-replaced{fill:var(--replaced)}
.key svg{width:12px;height:12px;vertical-align:-1px;margin:0 .3rem 0 .9rem}
article{border:1px solid var(--line);border-radius:8px;padding:.8rem 1rem;margin:.8rem 0}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:13px/1.5 ui-monospace,monospace;margin:.3rem 0}
ins{background:color-mix(in srgb,var(--replaced) 25%,transparent);text-decoration:none}
del{background:color-mix(in srgb,var(--dim) 25%,transparent)}
code{font:12px ui-monospace,monospace;overflow-wrap:anywhere}
`.trim();
