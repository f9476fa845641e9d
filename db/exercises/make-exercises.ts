import { sql } from 'drizzle-orm';
import { type Exercise, exerciseFrom } from '../../bot/domain/exercise/exercise.ts';
import { fitsAPhone } from '../../bot/domain/exercise/fits-a-phone.ts';
import { localDate } from '../../bot/domain/local-date.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { type Candidate, quietReports, solvedReport } from './solved-reports.ts';

const p = sql.placeholder;

/** An officer reads so many at most, and is given so few at a time that each is read. */
const waitingMost = 5;
const newMost = 3;

/** Of each office so many reports are looked at in one night, whatever comes of them. */
const looksMost = 20;

/** An exercise that nobody has judged goes with its report: where that was forgotten, opened again or closed to others. */
const dropOrphans = prepared(sql`
delete from exercise x where x.state = 'waiting' and not exists (
  select from report r where r.id = x.report_id and r.state = 'selesai' and not r.confidential)`);

const countWaiting = prepared<{ office: string; count: number }>(
  sql`select unit_code as office, count(*)::int as count from exercise where state = 'waiting' group by unit_code`,
);

const findSeen = prepared<{ hash: string }>(sql`
select encode(s.hash, 'hex') as hash from exercise_seen s
join unnest(${p('hashes')}::text[]) as asked on s.hash = decode(asked, 'hex')`);

const staffNames = prepared<{ name: string }>(sql`select name from employee`);

/** Notes that a report was looked at and, where something came of it, writes the exercise; nothing where another process did. */
const writeLooked = prepared<{ id: number }>(sql`
with seen as (insert into exercise_seen (hash) values (decode(${p('hash')}, 'hex')) on conflict do nothing returning hash)
insert into exercise (report_id, unit_code, content, state, made_on)
select ${p('report')}::bigint, ${p('office')}, ${p('content')}::text::jsonb, 'waiting', ${p('on')}::date
from seen where ${p('content')}::text is not null on conflict do nothing returning id::int as id`);

type Parts = { database: { sql: Runner }; seal: Seal; city: () => City; now: () => Date };

const hashOf = (seal: Seal, { ticket }: Candidate): string => seal.hash('exercise', ticket).toString('hex');

const unseen = async (runner: Runner, seal: Seal, all: readonly Candidate[]): Promise<Candidate[]> => {
  const hashes = all.map((one) => hashOf(seal, one));
  const seen = new Set((await findSeen(runner, { hashes })).map(({ hash }) => hash));
  return all.filter((_, nth) => !seen.has(hashes[nth] ?? ''));
};

/**
 * Makes a few exercises of solved reports, for an officer to approve: at most three new ones an office, none where five wait.
 * The service knows no name of whoever writes, so names are known of the staff alone; of anybody else what the text announces
 * goes, and every word that is not one of every day is marked for the officer. Gives how many were made.
 */
export const createMakeExercises =
  ({ database: { sql: runner }, seal, city, now }: Parts) =>
  async (): Promise<number> => {
    const at = now();
    await dropOrphans(runner, {});
    const candidates = await unseen(runner, seal, await quietReports(runner, at));
    if (candidates.length === 0) return 0;
    const [waiting, staff] = await Promise.all([countWaiting(runner, {}), staffNames(runner, {})]);
    const people = { contact: [], staff: staff.map(({ name }) => name) };
    const on = localDate(at, city().agency.zone);
    const make = async (candidate: Candidate): Promise<boolean> => {
      const report = await solvedReport(runner, seal, city(), candidate);
      if (!report) return false;
      const made = exerciseFrom(report, people);
      const content: Exercise | null = 'exercise' in made && fitsAPhone(made.exercise) ? made.exercise : null;
      const written = await writeLooked(runner, {
        hash: hashOf(seal, candidate),
        report: candidate.id,
        office: candidate.office,
        content: content && JSON.stringify(content),
        on,
      });
      return written.length > 0;
    };
    let made = 0;
    for (const office of new Set(candidates.map((one) => one.office))) {
      const there = waiting.find((one) => one.office === office)?.count ?? 0;
      let room = Math.min(newMost, waitingMost - there);
      for (const one of candidates.filter((each) => each.office === office).slice(0, looksMost)) {
        if (room <= 0) break;
        if (await make(one)) {
          room -= 1;
          made += 1;
        }
      }
    }
    return made;
  };
