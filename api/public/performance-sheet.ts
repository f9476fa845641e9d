/** The rules of `/kinerja` besides those of every public page: white cards for plots, and the four tints of the grades with the contrast measured for them. */
export const performanceSheet = `
main{max-width:60rem}
:root{--card:#fff;--a:#d8f0e0;--b:#dcebf8;--c:#fbebc8;--d:#fadcd9}
@media(prefers-color-scheme:dark){:root{--card:#1b212a;--a:#1f4a31;--b:#1f3f60;--c:#554213;--d:#5c2724}}
.pick{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:end;margin:0 0 1.5rem}.pick label{flex:1 0 100%;margin:0}
select{font:inherit;min-height:48px;border-radius:10px;padding:0 .75rem;border:1px solid var(--muted);background:var(--card);color:inherit;max-width:100%}
h2{font-size:22px;line-height:30px;margin:2.5rem 0 .5rem}h3{font-size:18px;line-height:26px;margin:0 0 .25rem;overflow-wrap:anywhere}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1.25rem;margin:0 0 1.25rem}
.plot{padding-bottom:.75rem}.plot ul,.unsur,.told{list-style:none;margin:0;padding:0}.plot li{padding:.6rem 0;border-top:1px solid var(--line)}
.plot .who{display:flex;flex-wrap:wrap;gap:.1rem .75rem;justify-content:space-between;margin:0 0 .25rem}.plot .who a{color:inherit;font-weight:700;overflow-wrap:anywhere}
svg.strip,svg.axis,svg.bar{display:block;width:calc(100% - 16px);margin:0 8px;overflow:visible}svg.bar{width:100%;margin:0}
.strip .A{fill:var(--a)}.strip .B{fill:var(--b)}.strip .C{fill:var(--c)}.strip .D{fill:var(--d)}
.now{fill:var(--brand);stroke:var(--card);stroke-width:2}.then{fill:var(--card);stroke:var(--brand);stroke-width:2.5}.thin{fill:var(--muted)}
.axis text{font-size:14px;fill:var(--muted);text-anchor:middle}.bar .all{fill:var(--line)}.bar .got{fill:var(--brand)}
.figure{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:baseline;margin:0 0 .5rem}.figure strong{font-size:40px;line-height:48px;font-variant-numeric:tabular-nums}
.chip{border-radius:999px;padding:.1rem .7rem;font-size:15px;font-weight:700;white-space:nowrap}
.chip.A{background:#d8f0e0;color:#0f4d29}.chip.B{background:#dcebf8;color:#0b3f70}.chip.C{background:#fbebc8;color:#6b4500}.chip.D{background:#fadcd9;color:#7d1a14}
.people{white-space:nowrap}td .people{color:var(--muted)}.note{color:var(--muted);font-size:15px;line-height:22px}.card>:last-child{margin-bottom:0}
details{margin:0 0 .5rem}summary{min-height:44px;padding:.6rem 0;font-weight:700;color:var(--brand);cursor:pointer}
table{border-collapse:collapse;width:100%;font-size:15px;line-height:22px;font-variant-numeric:tabular-nums}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-top:1px solid var(--line)}thead th{border:0;color:var(--muted)}tbody th{font-weight:400;overflow-wrap:break-word}td.n,th.n{text-align:right}td.n{white-space:nowrap}th:last-child,td:last-child{padding-right:0}
.unsur li{margin:0 0 .75rem}.unsur p{display:flex;gap:.75rem;justify-content:space-between;margin:0 0 .2rem;font-variant-numeric:tabular-nums}.unsur b{white-space:nowrap}
h4{font-size:16px;line-height:24px;margin:1rem 0 .25rem}.told li{border-left:3px solid var(--brand);padding:0 0 0 .9rem;margin:0 0 1rem;overflow-wrap:anywhere}.told p{margin:0 0 .25rem}
@media print{.pick,.data{display:none}.card{break-inside:avoid}}
@media(max-width:30rem){.card{padding:1rem}}
@media(min-width:48rem){.unsur{columns:2;column-gap:2rem}.unsur li{break-inside:avoid}}`;
