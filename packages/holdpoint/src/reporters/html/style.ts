import { DARK, LIGHT, variables } from "./palette.ts";

/** The page's only style sheet; no attribute of the page carries style, so that the policy can refuse all others. */
export const STYLE: string = `
:root{color-scheme:light dark;${variables(LIGHT)};
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
--serif:ui-serif,"Iowan Old Style","Palatino Linotype",Palatino,Georgia,serif;
--mono:ui-monospace,SFMono-Regular,"Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
@media (prefers-color-scheme:dark){:root{${variables(DARK)}}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 var(--sans);overflow-wrap:anywhere}
.wrap{max-width:68rem;margin:0 auto;padding:0 1.25rem}
h1,h2,h3,p,dl,dd,ul,ol,table,pre,fieldset{margin:0}
h2{font:600 1.45rem/1.25 var(--serif);margin-bottom:.35rem}
h3{font:600 1.05rem/1.35 var(--sans)}
ul,ol{padding:0;list-style:none}
a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
code,.mono{font-family:var(--mono);font-size:.86em}
.soft{color:var(--soft)}
.num{font-variant-numeric:tabular-nums}
.skip{position:absolute;left:-99rem;top:0;background:var(--card);padding:.6rem 1rem;z-index:1}
.skip:focus{left:.5rem;top:.5rem}
.hush{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}

.good{--tone:var(--good);--ground:var(--good-paper)}
.bad{--tone:var(--bad);--ground:var(--bad-paper)}
.unsure{--tone:var(--unsure);--ground:var(--unsure-paper)}
.unknown{--tone:var(--unknown);--ground:var(--unknown-paper)}
.quiet{--tone:var(--quiet);--ground:var(--quiet-paper)}
.badge{display:inline-block;padding:.05rem .55rem;border-radius:999px;background:var(--ground);color:var(--tone);
font:600 .8rem/1.5 var(--sans);white-space:nowrap}

.banner{background:var(--card);border-top:.5rem solid var(--tone);border-bottom:1px solid var(--rule);
padding:2rem 0 1.75rem}
.eyebrow{font-size:.8rem;letter-spacing:.09em;text-transform:uppercase;color:var(--soft)}
.banner h1{display:flex;flex-wrap:wrap;align-items:center;gap:.35rem 1rem;
font:600 2.3rem/1.15 var(--serif);margin:.5rem 0 .6rem}
.stamp{border:.14em solid var(--tone);color:var(--tone);border-radius:.18em;padding:.04em .4em .06em;
font:700 .8em/1.2 var(--sans);letter-spacing:.08em}
.lead{font-size:1.12rem;max-width:46rem}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(12.5rem,1fr));gap:.9rem 1.75rem;margin-top:1.5rem}
.facts dt,.told dt{font-size:.8rem;color:var(--soft)}
.facts .wide{grid-column:span 2}
.bar{display:block;width:100%;height:.7rem;margin-top:1.6rem;border-radius:999px}
.bar rect{fill:var(--tone)}
.tally{display:flex;flex-wrap:wrap;gap:.4rem .5rem;margin-top:.7rem}

nav{border-bottom:1px solid var(--rule)}
nav ul{display:flex;flex-wrap:wrap;gap:.1rem 1.4rem;padding:.7rem 0}
main>section{padding:2.1rem 0 0}
.intro{color:var(--soft);max-width:46rem;margin-bottom:1.1rem}
footer{margin-top:3rem;border-top:1px solid var(--rule);padding:1.3rem 0 2.5rem;color:var(--soft);font-size:.9rem}

.card{background:var(--card);border:1px solid var(--rule);border-radius:.5rem}
.holds{display:grid;gap:.9rem}
.hold{border-left:.35rem solid var(--tone);padding:1rem 1.2rem 1.1rem}
.hold header,.gate>header{display:flex;flex-wrap:wrap;align-items:center;gap:.35rem .7rem}
.notices+.notices{margin-top:1.6rem}
.notices h3{margin-bottom:.1rem}
.notices .intro{margin-bottom:.7rem}
.what{margin:.4rem 0 .8rem}
.told{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:.7rem 1.75rem}
.told .row{grid-column:1/-1}
.where{font-size:.92rem;display:grid;gap:.15rem}
.where code{margin-right:.5rem}

.scroll{overflow-x:auto}
table{width:100%;border-collapse:collapse;text-align:left;font-size:.95rem}
caption{text-align:left}
th{font-size:.8rem;font-weight:600;color:var(--soft)}
th,td{padding:.5rem .9rem;border-bottom:1px solid var(--rule);vertical-align:top}
tbody tr:last-child>*{border-bottom:0}
tbody th{font:inherit;font-weight:600;color:inherit}
td.num,th.num{text-align:right}
td.short,thead th{white-space:nowrap}

.filter{display:grid;gap:.8rem;padding:1rem 1.2rem;margin-bottom:1.1rem}
.filter fieldset{border:0;padding:0;min-width:0;display:flex;flex-wrap:wrap;gap:.4rem}
.filter legend{float:left;width:100%;padding:0;font-size:.8rem;color:var(--soft)}
.chip{position:relative;display:inline-flex}
.chip input{position:absolute;inset:0;opacity:0;width:100%;height:100%;margin:0;cursor:pointer}
.chip span{padding:.28rem .8rem;border:1px solid var(--rule);border-radius:999px;font-size:.9rem}
.chip input:checked+span{background:var(--ink);border-color:var(--ink);color:var(--card)}
.chip input:focus-visible+span{outline:3px solid var(--link);outline-offset:2px}
.find{display:flex;flex-wrap:wrap;gap:.6rem;align-items:end}
.find label{flex:1 1 14rem;font-size:.8rem;color:var(--soft)}
.find input,.find button{font:inherit;font-size:1rem;
color:var(--ink);background:var(--paper);border:1px solid var(--soft);
border-radius:.35rem;padding:.4rem .7rem}
.find input{display:block;width:100%;margin-top:.2rem}
.find button{cursor:pointer}

.gates{display:grid;gap:1.1rem}
.gate>header{padding:.85rem 1.2rem;border-bottom:1px solid var(--rule)}
.gate>header .soft{font-size:.9rem}
.checks>li+li{border-top:1px solid var(--rule)}
details>summary{cursor:pointer;list-style:none;display:grid;grid-template-columns:8.2rem minmax(9rem,17rem) 1fr 1rem;
gap:.2rem .9rem;align-items:baseline;padding:.55rem 1.2rem}
summary::-webkit-details-marker{display:none}
summary::after{content:"";width:.5em;height:.5em;border-right:2px solid var(--soft);border-bottom:2px solid var(--soft);
transform:rotate(45deg) translate(-.15em,-.15em);justify-self:end;align-self:center}
details[open]>summary::after{transform:rotate(225deg)}
summary:hover{background:var(--quiet-paper)}
summary .name{font-weight:600}
.inside{padding:.4rem 1.2rem 1.2rem}
.digests{display:grid;gap:.15rem}

.map{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,12.2rem),1fr));gap:.55rem}
.map li{display:grid;grid-template-columns:2rem 1fr;gap:0 .5rem;padding:.55rem .7rem;border:1px solid var(--rule);
border-radius:.4rem;background:var(--ground)}
.map .letter{font:600 1.3rem/1.3 var(--serif);color:var(--tone);grid-row:span 2}
.map .title{font-size:.92rem;line-height:1.35}
.map .state{font-size:.8rem;color:var(--soft)}
.map .quiet{background:transparent;border-style:dashed}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:1.1rem}
.panel{padding:1.1rem 1.2rem}
.panel h3{margin-bottom:.5rem}
.panel p+p,.panel pre+p,.panel dl+p{margin-top:.7rem}
.panel dl{display:grid;gap:.5rem}
.panel dt{font-size:.8rem;color:var(--soft)}
pre{background:var(--quiet-paper);border-radius:.35rem;
padding:.7rem .9rem;margin:.5rem 0;white-space:pre-wrap;font-size:.95rem}
[hidden]{display:none!important}

@media (max-width:44rem){
.banner h1{font-size:1.8rem}
.facts{grid-template-columns:1fr 1fr}
.facts .wide{grid-column:1/-1}
details>summary{grid-template-columns:auto 1fr 1rem}
summary .gist{grid-column:1/-1;grid-row:2}
table.stack thead{display:none}
table.stack,table.stack tbody,table.stack tr,table.stack td,table.stack th{
display:block;text-align:left;white-space:normal}
table.stack tr{padding:.6rem .2rem;border-bottom:1px solid var(--rule)}
table.stack tr:last-child{border-bottom:0}
table.stack td,table.stack th{border:0;padding:.1rem .9rem}
table.stack td::before{content:attr(data-label) " ";color:var(--soft);font:400 .8rem var(--sans)}
}
@media print{
body{background:#fff;font-size:10pt}
nav,.filter,.skip{display:none!important}
.card,.hold,.checks>li,tr{break-inside:avoid}
details::details-content{content-visibility:visible;block-size:auto}
summary::after{display:none}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
