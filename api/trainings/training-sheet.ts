import { performanceSheet } from '../public/performance-sheet.ts';

/** The rules of the pages about trainings: those of `/kinerja`, and lists of cards. */
export const trainingSheet = `${performanceSheet}
.cards,.plain{list-style:none;margin:0 0 1.5rem;padding:0}.plain li{padding:.5rem 0;border-top:1px solid var(--line);overflow-wrap:anywhere}
.plain a,.links a{display:inline-block;padding:10px 0;min-height:44px}.links{margin:0;display:flex;flex-wrap:wrap;gap:0 1.5rem}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr));gap:.25rem 1.25rem;margin:.5rem 0}.facts dd{margin:0 0 .5rem;overflow-wrap:anywhere}
.facts a{display:inline-block;padding:10px 0;margin:-10px 0}.card h2{margin:1rem 0 .25rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}`;
