import { trainingSheet } from '../trainings/training-sheet.ts';

/** The rules of the award's pages: those of lists of cards, the picture of the phases, and long fingerprints that must break. */
export const awardSheet = `${trainingSheet}
.phases{list-style:none;margin:0 0 1rem;padding:0}.phases li{padding:.5rem 0;border-top:1px solid var(--line)}
.phases p,.weights p{display:flex;flex-wrap:wrap;gap:.1rem .75rem;justify-content:space-between;margin:0 0 .25rem}.phases [aria-current] b{color:var(--brand)}
.track .all{fill:var(--line)}.track .at{fill:var(--muted)}.track .on{fill:var(--brand)}.track line{stroke:var(--ink);stroke-width:2}
svg.track{display:block;width:100%;overflow:visible}.weights{list-style:none;margin:0;padding:0}.weights li{margin:0 0 1rem}.weights .note{display:block;margin:.2rem 0 0}
code{font:14px/20px ui-monospace,monospace;overflow-wrap:anywhere}pre{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.75rem 1rem;margin:0 0 1rem;white-space:pre-wrap;overflow-wrap:anywhere}
.phases b{display:inline-block}.phases b::first-letter{text-transform:uppercase}.hashes{list-style:none;margin:0;padding:0}.hashes li{padding:.15rem 0}.plain form{margin:0}
.places{list-style:none;margin:0;padding:0}.places>li{padding:.9rem 0;border-top:1px solid var(--line)}.places h4{margin:0 0 .1rem;font-size:17px;overflow-wrap:anywhere}
.places .sum{float:right;font-size:22px;line-height:28px;font-weight:700;margin-left:.75rem;font-variant-numeric:tabular-nums}.wide{overflow-wrap:anywhere}`;
