import { sql } from 'drizzle-orm';
import { checksDue } from '../../bot/domain/coaching/coaching-checks.ts';
import { coachingOf } from '../../bot/domain/coaching/coaching-settings.ts';
import { localDate } from '../../bot/domain/local-date.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { figuresOf, sameFigure } from '../reads/coaching/figures.ts';
import { goalsWaiting } from '../reads/coaching/goals.ts';

const p = sql.placeholder;

const insert = prepared<{ day: number }>(sql`
insert into coaching_check (proposal_id, day, figure, on_day)
select one.proposal, one.day, one.figure, ${p('today')}::date
from jsonb_to_recordset(${p('rows')}::text::jsonb) as one (proposal bigint, day smallint, figure jsonb)
on conflict do nothing returning day`);

/**
 * Keeps the same figure again for every proposal whose day has come, each in its own window, so that one that was missed shows
 * what it would have shown in time. Gives how many are new.
 */
export const lookBack = async (runner: Runner, city: City, now: Date): Promise<number> => {
  const today = localDate(now, city.agency.zone);
  const rules = coachingOf(city.agency.settings);
  const waiting = await goalsWaiting(runner, rules.checks.length);
  const due = waiting.flatMap((goal) =>
    checksDue(goal, goal.told, today, rules).map((check) => ({ goal, ...check })),
  );
  const rows = [];
  for (const [, all] of Map.groupBy(due, ({ window }) => window.from)) {
    const [first] = all;
    if (!first) continue;
    const figures = await figuresOf(runner, city, first.window);
    for (const { goal, day, window } of all)
      rows.push({
        proposal: goal.id,
        day,
        figure: sameFigure(figures, goal.unit, goal.figure, window),
      });
  }
  if (rows.length === 0) return 0;
  return (await insert(runner, { rows: JSON.stringify(rows), today })).length;
};
