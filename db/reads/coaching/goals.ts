import { sql } from 'drizzle-orm';
import type { CoachingAnswer } from '../../../bot/domain/coaching/coaching-answer.ts';
import type { CoachingGoal } from '../../../bot/domain/coaching/coaching-reads.ts';
import { beforeAfter, daysOf, type Figure, shownFigure } from '../../../bot/domain/coaching/figure.ts';
import type { LocalDate } from '../../../bot/domain/local-date.ts';
import type { ElementKey } from '../../../bot/domain/skm/elements.ts';
import { prepared, type Runner } from '../../prepared.ts';

const p = sql.placeholder;

type Row = {
  id: number;
  unit: string;
  name: string;
  element: ElementKey;
  on: string;
  figure: Figure;
  aim: string;
  answer: CoachingAnswer | null;
  module: CoachingGoal['module'];
  checks: { day: number; figure: Figure; on: string }[];
};

/** A module that was withdrawn since is not offered any more. */
const columns = sql`
select q.id::int as id, q.unit_code as unit, u.name, q.element, q.on_day::text as on, q.figure, q.aim, q.answer,
  case when m.code is null then null else json_build_object('code', m.code, 'title', m.content ->> 'title',
    'minutes', (m.content ->> 'minutes')::int) end as module,
  coalesce((select json_agg(json_build_object('day', k.day, 'figure', k.figure, 'on', k.on_day) order by k.day)
    from coaching_check k where k.proposal_id = q.id), '[]') as checks
from coaching_proposal q join unit u on u.code = q.unit_code
  left join learning_module m on m.code = q.module_code and m.withdrawn_at is null`;

const findOne = prepared<Row>(sql`${columns} where q.id = ${p('id')}::bigint`);

const findSince = prepared<Row>(sql`
${columns} where q.on_day >= ${p('since')}::date and (q.unit_code = ${p('unit')}::text or ${p('unit')}::text is null)
  and q.answer is distinct from 'declined' order by q.on_day desc, q.id desc`);

const findToTell = prepared<Row>(sql`
${columns} where q.on_day >= ${p('since')}::date
  or exists (select from coaching_check k where k.proposal_id = q.id and k.on_day >= ${p('since')}::date) order by q.id`);

const findWaiting = prepared<Row>(sql`
${columns} where (select count(*) from coaching_check k where k.proposal_id = q.id) < ${p('checks')}::int order by q.id`);

/** A proposal as it is kept, with exact figures: not for the eyes of anybody. */
type KeptGoal = Pick<Row, 'id' | 'unit' | 'on' | 'figure'> & { told: number[] };

const goalOf = ({ unit, name, figure, checks, ...row }: Row): CoachingGoal => ({
  ...row,
  unit: { code: unit, name },
  kind: figure.kind,
  days: daysOf(figure),
  until: figure.until,
  before: shownFigure(figure),
  checks: checks.map((one) => ({ day: one.day, ...beforeAfter(figure, one.figure) })),
});

/** A proposal by its number. */
export const goalNumbered = async (runner: Runner, id: number): Promise<CoachingGoal | undefined> => {
  const [row] = await findOne(runner, { id });
  return row && goalOf(row);
};

/** What was proposed to an office, or to all (null), since a local day and not declined, the newest first. */
export const goalsSince = async (
  runner: Runner,
  unit: string | null,
  since: LocalDate,
): Promise<CoachingGoal[]> => (await findSince(runner, { unit, since })).map(goalOf);

/** What is new since a local day: of each proposal whether it is itself, and which looks back are. */
export const newsSince = async (
  runner: Runner,
  since: LocalDate,
): Promise<{ goal: CoachingGoal; proposed: boolean; checked: number[] }[]> =>
  (await findToTell(runner, { since })).map((row) => ({
    goal: goalOf(row),
    proposed: row.on >= since,
    checked: row.checks.filter(({ on }) => on >= since).map(({ day }) => day),
  }));

/** Proposals that were not looked back at `checks` times yet. */
export const goalsWaiting = async (runner: Runner, checks: number): Promise<KeptGoal[]> =>
  (await findWaiting(runner, { checks })).map(({ id, unit, on, figure, checks: told }) => ({
    id,
    unit,
    on,
    figure,
    told: told.map(({ day }) => day),
  }));
