import { sql } from 'drizzle-orm';
import type { Exercise } from '../../../bot/domain/exercise/exercise.ts';
import type { Marks } from '../../../bot/domain/exercise/rubric.ts';
import { withoutDoubts } from '../../../bot/domain/exercise/without-doubts.ts';
import { addCalendarDays, type LocalDate, localDate } from '../../../bot/domain/local-date.ts';
import type { City } from '../../../bot/ports.ts';
import { createMakeExercises } from '../../exercises/make-exercises.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { answerPlace } from '../../reads/exercise/answer-place.ts';
import type { Seal } from '../../sealed.ts';
import { runnerOf } from './runner-of.ts';
import type { Tx } from './write-people.ts';

const p = sql.placeholder;

const findMade = prepared<{ id: number; office: string; content: Exercise }>(sql`
select id::int as id, unit_code as office, content from exercise where state = 'waiting' order by unit_code, id`);

const approve = prepared(sql`
update exercise set state = 'approved', report_id = null, content = ${p('content')}::text::jsonb, judged_on = ${p('on')}::date,
  judged_by = (select e.id from employee e where e.unit_code = exercise.unit_code and 'officer' = any(e.roles) order by e.id limit 1)
where id = ${p('id')}::bigint`);

const doubtsIn = ({ texts }: Exercise): number => texts.reduce((sum, { doubts }) => sum + doubts.length, 0);

/** Exercises with few blanks read best, so an officer of the demo has let those be used already. */
const doubtsMost = 3;

const findOfficers = prepared<{ id: number }>(sql`
select id::int as id from employee where unit_code = ${p('office')} and 'officer' = any(roles) and active order by id`);

const drawId = prepared<{ id: number }>(
  sql`select nextval(pg_get_serial_sequence('exercise_answer', 'id'))::int as id`,
);

const insertAnswer = prepared(sql`
insert into exercise_answer (id, exercise_id, employee_id, words, marks, answered_on)
values (${p('id')}::bigint, ${p('exercise')}::bigint, ${p('employee')}::bigint, decode(${p('words')}, 'base64'), ${p('marks')}::text::jsonb, ${p('on')}::date)`);

const words =
  'Selamat pagi, Bapak/Ibu. Terima kasih, laporannya sudah kami baca. Petugas kami datang memeriksa besok pagi, dan sore harinya kami kabari lagi hasilnya.';
const marks: Marks = { greeting: true, office: false, date: true, plain: true };

/** How an officer answered an exercise, which waits for the marks of a colleague. */
const askColleague = async (runner: Runner, seal: Seal, exercise: number, office: string, on: LocalDate) => {
  const [officer] = await findOfficers(runner, { office });
  const [drawn] = await drawId(runner, {});
  if (!officer || !drawn) return;
  await insertAnswer(runner, {
    id: drawn.id,
    exercise,
    employee: officer.id,
    words: seal.seal('learning', answerPlace(drawn.id), words).toString('base64'),
    marks: JSON.stringify(marks),
    on,
  });
};

/**
 * Exercises made of the demo's solved reports by the same rules as any: of each office those that read best are approved, and one
 * waits for its officer; an answer to one waits for a colleague.
 */
export const writeExercises = async (tx: Tx, seal: Seal, city: City, until: Date): Promise<void> => {
  const runner = runnerOf(tx);
  const make = createMakeExercises({ database: { sql: runner }, seal, city: () => city, now: () => until });
  await make();
  const made = await findMade(runner, {});
  const on = addCalendarDays(localDate(until, city.agency.zone), -1);
  for (const [office, ofOffice] of Map.groupBy(made, ({ office }) => office)) {
    const best = ofOffice.toSorted((one, other) => doubtsIn(one.content) - doubtsIn(other.content));
    const good = best.slice(0, -1).filter(({ content }) => doubtsIn(content) <= doubtsMost);
    for (const { id, content } of good)
      await approve(runner, { id, on, content: JSON.stringify(withoutDoubts(content)) });
    const [first] = good;
    if (first) await askColleague(runner, seal, first.id, office, on);
  }
};
