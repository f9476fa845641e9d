import { html } from 'hono/html';
import type { ReportState } from '../../bot/domain/report-state.ts';
import type { TextKey } from '../../bot/i18n/keys.ts';

const steps = ['received', 'office', 'work', 'done'] as const;

/** How far a report has come, counted in steps; one that ended elsewhere has no bar. */
const reached = (state: ReportState): number | undefined => {
  switch (state) {
    case 'diterima':
    case 'diverifikasi':
      return 0;
    case 'diteruskan':
      return 1;
    case 'diproses':
    case 'menunggu_warga':
    case 'dibuka_kembali':
      return 2;
    case 'ditindaklanjuti':
    case 'selesai':
      return 3;
    case 'bukan_wewenang':
    case 'diarsipkan':
    case 'digabung':
      return undefined;
    default:
      return state satisfies never;
  }
};

/** The way of a report as four dots, for people who look rather than read. */
export const stepBar = (state: ReportState, t: (key: TextKey) => string) => {
  const now = reached(state);
  if (now === undefined) return '';
  return html`<ol class="steps">${steps.map(
    (step, i) =>
      html`<li${i <= now ? html` class="reached"` : ''}${i === now ? html` aria-current="step"` : ''}>${t(`lacak.step.${step}`)}</li>`,
  )}</ol>`;
};
