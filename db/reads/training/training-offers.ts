import { sql } from 'drizzle-orm';
import { localDate } from '../../../bot/domain/local-date.ts';
import { seatsLeft } from '../../../bot/domain/training/enrolling.ts';
import { registrationEnds } from '../../../bot/domain/training/training.ts';
import {
  type OfferPage,
  type OfferWish,
  openTrainings,
} from '../../../bot/domain/training/training-offers.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { readCatalogue } from './catalogue.ts';
import { employeeOf } from './employee-of.ts';

const p = sql.placeholder;

const findMine = prepared<{ training: string }>(sql`
select training_code as training from enrolment where employee_id = ${p('employee')}::bigint and state <> 'withdrawn'
union
select training_code from certificate where employee_id = ${p('employee')}::bigint and training_code is not null and status <> 'ditolak'`);

const countSeats = prepared<{ training: string; taken: number }>(sql`
select n.training_code as training, count(*)::int as taken from enrolment n join employee e on e.id = n.employee_id and e.active
where n.training_code = any(${p('codes')}::text[]) and n.state <> 'withdrawn' group by 1`);

/** One page of what is open to whoever a chat speaks as; null for whoever is no employee. */
export const trainingOffers = async (
  runner: Runner,
  { agency }: Pick<City, 'agency'>,
  { contact, wish, now }: { contact: number; wish: OfferWish; now: Date },
): Promise<OfferPage | null> => {
  const employee = await employeeOf(runner, contact);
  if (employee === undefined) return null;
  const [catalogue, mine] = await Promise.all([readCatalogue(runner), findMine(runner, { employee })]);
  const codes = new Set(mine.map(({ training }) => training));
  const { trainings, ...page } = openTrainings(catalogue, wish, codes, localDate(now, agency.zone));
  const seats = await countSeats(runner, { codes: trainings.map(({ code }) => code) });
  const taken = new Map(seats.map((row) => [row.training, row.taken]));
  return {
    ...page,
    offers: trainings.map((training) => {
      const { code, title, provider, sponsor, form, jp } = training;
      const left = seatsLeft(training, taken.get(code) ?? 0);
      return { code, title, provider, sponsor, form, jp, ends: registrationEnds(training), left };
    }),
  };
};
