import { sql } from 'drizzle-orm';
import { localDate } from '../../../bot/domain/local-date.ts';
import { mayForColleague } from '../../../bot/domain/training/answers-for.ts';
import { isOffered, seatsLeft } from '../../../bot/domain/training/enrolling.ts';
import { completionDue, registrationEnds } from '../../../bot/domain/training/training.ts';
import { hasCertificate } from '../../../bot/domain/training/training-record.ts';
import type { FittingTraining } from '../../../bot/domain/training/unit-view.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { readCatalogue } from './catalogue.ts';
import { readTrainingRecords } from './records.ts';
import { colleagueOf } from './unit-person.ts';

const countSeats = prepared<{ code: string; gone: number }>(sql`
select n.training_code as code, count(*)::int as gone from enrolment n join employee e on e.id = n.employee_id
where n.state = 'registered' or n.state = 'waiting' and e.active group by n.training_code`);

const lastOfAll = '9999-12-31';

/**
 * Trainings that could be a colleague's next, their duties first, then what closes soonest; null for whoever may not
 * register them.
 */
export const fittingTrainings = async (
  runner: Runner,
  city: City,
  { contact, employee, now }: { contact: number; employee: number; now: Date },
): Promise<FittingTraining[] | null> => {
  const both = await colleagueOf(runner, city, { contact, employee });
  if (!both || !mayForColleague(both.me, both.colleague, 'enrol-others', city.units)) return null;
  const catalogue = await readCatalogue(runner);
  const [[record], seats] = await Promise.all([
    readTrainingRecords(runner, city, { employees: [employee], catalogue }),
    countSeats(runner, {}),
  ]);
  if (!record) return null;
  const gone = new Map(seats.map((one) => [one.code, one.gone]));
  const today = localDate(now, city.agency.zone);
  const taken = new Set(
    record.enrolments.flatMap((one) => (one.state === 'withdrawn' ? [] : [one.training])),
  );
  const lastDay = (one: FittingTraining): string => one.closes ?? lastOfAll;
  return [...catalogue.values()]
    .filter((one) => isOffered(one, today) && !taken.has(one.code) && !hasCertificate(record, one.code))
    .map((one) => ({
      code: one.code,
      title: one.title,
      provider: one.provider,
      jp: one.jp,
      startsOn: one.startsOn,
      closes: registrationEnds(one) ?? completionDue(one),
      owed: record.owed.includes(one.code),
      left: seatsLeft(one, gone.get(one.code) ?? 0),
    }))
    .toSorted(
      (one, other) =>
        Number(other.owed) - Number(one.owed) ||
        (lastDay(one) < lastDay(other) ? -1 : lastDay(one) > lastDay(other) ? 1 : 0) ||
        one.title.localeCompare(other.title, 'id'),
    );
};
