import { html } from 'hono/html';
import type { AwardNow } from '../../bot/domain/award/award-now.ts';
import type { LocalDate } from '../../bot/domain/local-date.ts';
import type { Words } from '../print/words.ts';

const dayMs = 86_400_000;
const dayOf = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / dayMs;

const short = (percent: number): string => String(Math.round(percent * 100) / 100);

/** The phases of a cycle as bars on one span of days, each with its dates in words beside it; a line stands at today. */
export const timeline = (
  { schedule, standing }: Pick<AwardNow, 'schedule' | 'standing'>,
  today: LocalDate,
  { t, date }: Words,
) => {
  const { phases, again } = schedule;
  const first = Math.min(...phases.map(({ from }) => dayOf(from)));
  const last = Math.max(...phases.map(({ until }) => dayOf(until))) + 1;
  const along = (day: number) => (100 * (day - first)) / (last - first);
  const now = along(dayOf(today) + 0.5);
  const mark =
    now < 0 || now > 100 ? '' : html`<line x1="${short(now)}%" x2="${short(now)}%" y1="0" y2="14"/>`;
  return html`<h2 id="jadwal">${t('penghargaan.phases')}</h2>
    <ol class="phases">${phases.map(({ name, from, until }) => {
      const is = standing.is === 'in' && standing.phase === name;
      const [begins, ends] = [along(dayOf(from)), along(dayOf(until) + 1)];
      return html`<li${is ? html` aria-current="step"` : ''}><p><b>${t(`award.phase.${name}`)}${is ? ` (${t('penghargaan.today')})` : ''}</b> <span>${from === until ? date(from) : t('penghargaan.phase.days', { from: { literal: date(from) }, to: { literal: date(until) } })}</span></p><svg class="track" height="14" aria-hidden="true"><rect class="all" y="6" width="100%" height="2"/><rect class="${is ? 'on' : 'at'}" x="${short(begins)}%" y="2" width="${short(ends - begins)}%" height="10" rx="3"/>${mark}</svg></li>`;
    })}</ol>
    ${again.length > 0 ? html`<p class="note">${t('penghargaan.phases.again')}</p>` : ''}`;
};

/** Where a cycle stands, in one sentence. */
export const standingWords = ({ standing, schedule, decided }: AwardNow, { t, date }: Words): string => {
  if (decided) return t('penghargaan.now.decided');
  const phase = schedule.phases.find(({ name }) => standing.is !== 'before' && name === standing.phase);
  const [first] = schedule.phases;
  if (!phase) return t('penghargaan.now.before', { date: { literal: date(first?.from ?? '') } });
  const what = t(`award.phase.${phase.name}`);
  return standing.is === 'in'
    ? t('penghargaan.now.in', { what, date: { literal: date(phase.until) } })
    : t('penghargaan.now.after', { what });
};
