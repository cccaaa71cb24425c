/** What the page of a load has beyond the report's style sheet. */
export const LOAD_STYLE: string = `
.charts{display:grid;grid-template-columns:minmax(0,1fr);gap:1.1rem}
.chart{margin:0;padding:1rem 1.2rem}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.9rem;margin:.3rem 0 .6rem}
.legend li{display:inline-flex;align-items:center;gap:.45rem}
.swatch{width:28px;height:8px}
.plot{display:block;width:100%;min-width:34rem;height:auto}
.plot text{font:12px var(--sans);fill:var(--soft);font-variant-numeric:tabular-nums}
.plot .end{text-anchor:end}
.plot .mid{text-anchor:middle}
.plot .limit-text{fill:var(--bad);paint-order:stroke;stroke:var(--card);stroke-width:3;stroke-linejoin:round}
.grid{stroke:var(--rule);stroke-width:1;fill:none}
.axis{stroke:var(--soft);stroke-width:1;fill:none}
.limit{stroke:var(--bad);stroke-width:1.5;stroke-dasharray:2 4;fill:none}
.band{fill:var(--bad-paper)}
.band-mark{display:inline-block;width:28px;height:12px;background:var(--bad-paper);border:1px solid var(--bad)}
.line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
.line-first{stroke:var(--quiet)}
.line-second{stroke:var(--link);stroke-dasharray:8 4}
.line-third{stroke:var(--unknown);stroke-width:2.5}
.line-fourth{stroke:var(--unsure);stroke-dasharray:3 4}
.line-bad{stroke:var(--bad);stroke-width:2.5;stroke-dasharray:10 3 2 3}
.reasons{margin-top:1rem;display:grid;gap:.3rem}
.more{margin-top:1.1rem;padding:.6rem 1.2rem}
.more>summary{display:flex;justify-content:space-between;padding:.2rem 0;font-weight:600}
`;
