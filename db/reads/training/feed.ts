import { sql } from 'drizzle-orm';
import { type LocalDate, localDate } from '../../../bot/domain/local-date.ts';
import type { Item } from '../../../bot/domain/reminding/item.ts';
import { itemsOf } from '../../../bot/domain/reminding/items-of.ts';
import type { CalendarLook } from '../../../bot/domain/training/attendance-view.ts';
import type { Training } from '../../../bot/domain/training/training.ts';
import type { TrainingRecord } from '../../../bot/domain/training/training-record.ts';
import { trainingOf } from '../../../bot/domain/training/training-settings.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import type { Seal } from '../../sealed.ts';
import { readCatalogue } from './catalogue.ts';
import { learnerOf } from './learner.ts';
import { readTrainingRecords } from './records.ts';

const p = sql.placeholder;

/** What is kept of the secret part of a calendar's address. */
export const hashOfFeed = (seal: Seal, token: string): Buffer => seal.hash('calendar', token);

const findSince = prepared<{ since: LocalDate }>(sql`
select f.since::text as since from calendar_feed f join staff_link l on l.employee_id = f.employee_id and l.ended_at is null
where l.contact_id = ${p('contact')}`);

/** Whether an address stands for the calendar of this chat's employee; null for whoever is none. */
export const lookAtCalendar = async (runner: Runner, contact: number): Promise<CalendarLook | null> => {
  const learner = await learnerOf(runner, contact);
  if (!learner) return null;
  const [standing] = await findSince(runner, { contact });
  return { since: standing?.since ?? null };
};

const findOwner = prepared<{ id: number }>(sql`
select e.id::int as id from calendar_feed f join employee e on e.id = f.employee_id and e.active where f.hash = ${p('hash')}`);

/** A person's dates: what they are registered for, what is open, and what the personnel file says. */
export type OwnCalendar = {
  trainings: readonly { training: Training; since: LocalDate }[];
  items: readonly Item[];
  dates: TrainingRecord['dates'];
};

/** Whose the secret part of an address is, as a calendar; `undefined` for one that nobody has, read the same way. */
export const readFeed = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { token, now }: { token: string; now: Date },
): Promise<OwnCalendar | undefined> => {
  const [owner] = await findOwner(runner, { hash: hashOfFeed(seal, token) });
  if (!owner) return undefined;
  const catalogue = await readCatalogue(runner);
  const [record] = await readTrainingRecords(runner, city, { employees: [owner.id], catalogue });
  if (!record) return undefined;
  const { agency, calendar } = city;
  const items = itemsOf(record, {
    catalogue,
    calendar,
    settings: trainingOf(agency.settings),
    touches: new Map(),
    asker: agency.name,
    today: localDate(now, agency.zone),
  });
  return {
    trainings: record.enrolments.flatMap(({ training: code, state, since }) => {
      const training = catalogue.get(code);
      return training && state === 'registered' ? [{ training, since }] : [];
    }),
    items: items.filter(({ done }) => !done),
    dates: record.dates,
  };
};
