import { sql } from 'drizzle-orm';
import type { LocalDate } from '../../../bot/domain/local-date.ts';
import type { Seating } from '../../../bot/domain/training/enrolling.ts';
import type { Enrolment } from '../../../bot/domain/training/enrolment.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { readTraining } from './training.ts';

const p = sql.placeholder;

type Row = {
  state: Enrolment['state'] | null;
  source: Enrolment['source'] | null;
  finishedOn: LocalDate | null;
  certified: boolean;
  taken: number;
  waiting: number;
};

const findSeats = prepared<Row>(sql`
select mine.state, mine.source, mine.finished_on::text as "finishedOn",
  exists (select from certificate c where c.training_code = ${p('code')} and c.employee_id = ${p('employee')}::bigint and c.status <> 'ditolak') as certified,
  count(*) filter (where theirs.state = 'registered')::int as taken, count(*) filter (where theirs.state = 'waiting')::int as waiting
from (select) as once left join enrolment mine on mine.training_code = ${p('code')} and mine.employee_id = ${p('employee')}::bigint
  left join (enrolment theirs join employee e on e.id = theirs.employee_id and e.active) on theirs.training_code = ${p('code')}
group by mine.state, mine.source, mine.finished_on`);

/** How a training stands for an employee; `undefined` for a code that nobody has. */
export const readSeating = async (
  runner: Runner,
  { employee, training: code }: { employee: number; training: string },
  today: LocalDate,
): Promise<Seating | undefined> => {
  const [training, [row]] = await Promise.all([
    readTraining(runner, code),
    findSeats(runner, { employee, code }),
  ]);
  if (!training || !row) return undefined;
  const { state, source, finishedOn, ...seats } = row;
  return { training, mine: state && source ? { state, source, finishedOn } : undefined, ...seats, today };
};
