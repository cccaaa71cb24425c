import { DARK, LIGHT, variables } from "../../../reporters/html/palette.ts";

/** The one style sheet of all pages. What colour says, a number or a word says too. */
export const STYLE: string = `
:root{color-scheme:light dark;${variables(LIGHT)};
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
--mono:ui-monospace,SFMono-Regular,"Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
@media (prefers-color-scheme:dark){:root{${variables(DARK)}}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:80rem;padding:1rem 1.25rem 3rem;background:var(--paper);color:var(--ink);
font:1rem/1.5 var(--sans);overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.25;margin:.5rem 0}
h2{font-size:1.15rem;margin:1.75rem 0 .4rem}
a{color:var(--link);text-underline-offset:.18em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.soft,footer{color:var(--soft)}
footer{margin-top:2rem;font-size:.9rem}
.note{background:var(--unsure-paper);border-left:.35rem solid var(--unsure);padding:.5rem .8rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;background:var(--card);font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--soft);padding:.2rem 0}
th,td{border:1px solid var(--rule);padding:.2rem .6rem;text-align:right;vertical-align:top}
th{font-weight:600}
th:first-child,td:first-child,td:last-child{text-align:left}
th button{font:inherit;color:var(--link);background:none;border:0;padding:0;cursor:pointer;text-decoration:underline}
.s{margin:1rem 0;padding:0 0 0 4.5rem;background:var(--card);border:1px solid var(--rule);font:.82rem/1.5 var(--mono);
overflow-x:auto;white-space:pre;tab-size:4;overflow-wrap:normal}
.s li{min-height:1.5em;padding-left:13.5em;position:relative;width:max-content;min-width:100%}
.s li::marker{color:var(--soft)}
.s b,.s i{position:absolute;top:0;font:inherit}
.s b{left:0;width:6.5em;text-align:right;padding-right:.6em;font-weight:600;color:var(--good)}
.s b::after{content:"\\d7"}
.s b.w::after{content:""}
.s i{left:6.6em;width:6.6em;font-style:normal;color:var(--unsure)}
.m{background:var(--bad-paper)}
.s .m b{color:var(--bad)}
.p{background:var(--unsure-paper)}
:target{outline:2px solid var(--link)}
@media print{body{max-width:none}.s{overflow:visible;white-space:pre-wrap}}
`;
