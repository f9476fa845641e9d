import { addCalendarDays, endOfLocalDay, type LocalDate, localDate } from '../../bot/domain/local-date.ts';
import type { Effect } from '../../bot/effects.ts';
import type { JobName } from '../../bot/jobs/index.ts';
import { connect, type Database } from '../../db/database.ts';
import { createSeal } from '../../db/sealed.ts';
import { takeStep } from '../../db/stores/step.ts';
import { type OpenHall, openHall } from '../hall.ts';
import { jobsOf } from '../jobs.ts';
import { type TestHall, testKey } from './hall.ts';

type Phoned = ReturnType<TestHall['actor']>;

const hourMs = 3_600_000;

const at = (day: LocalDate, hour: number, zone: string): Date =>
  new Date(endOfLocalDay(addCalendarDays(day, -1), zone).getTime() + 1 + hour * hourMs);

/**
 * Writes down what each phone gets, as `2026-12-17 08 Rina: first line`, by the hall's clock in the agency's zone; `names`
 * stand for tickets.
 */
export const listenIn = (
  { hall }: TestHall,
  people: { [name: string]: Phoned },
  names: ReadonlyMap<string, string>,
): string[] => {
  const rows: string[] = [];
  for (const [name, { phone }] of Object.entries(people))
    phone.subscribe((event) => {
      if (event.kind !== 'message' || event.message.from !== 'bot') return;
      const { zone } = hall.city().agency;
      const day = localDate(hall.clock.now(), zone);
      const hour = Math.floor((hall.clock.now().getTime() - at(day, 0, zone).getTime()) / hourMs);
      const [first = ''] = event.message.text.split('\n');
      const plain = [...names].reduce((said, [ticket, letter]) => said.replaceAll(ticket, letter), first);
      rows.push(`${day} ${String(hour).padStart(2, '0')} ${name}: ${plain}`);
    });
  return rows;
};

/** What somebody does to a report, without the conversation that leads to it. */
export const acting =
  ({ hall }: TestHall) =>
  async (
    { phone }: Phoned,
    ticket: string,
    as: 'citizen' | 'staff',
    ...steps: Extract<Effect, { do: 'report.step' }>['steps']
  ): Promise<void> => {
    const address = { channel: 'telegram', account: '4242', id: String(phone.person.id) } as const;
    const { contact } = await hall.sessions.open(address, true);
    await hall.database.sql.begin((tx) =>
      takeStep(
        tx,
        hall.seal,
        hall.city(),
        contact,
        { do: 'report.step', ticket, as, steps },
        hall.clock.now(),
      ),
    );
    await hall.announce();
  };

/** A second process on the same database, which has the jobs but no bot. */
const neighbour = async ({ databaseUrl, log }: TestHall): Promise<{ hall: OpenHall; database: Database }> => {
  const database = connect(databaseUrl);
  const seal = createSeal(testKey);
  return { database, hall: await openHall({ database, seal, log, publicUrl: 'https://sapa.example' }) };
};

export type Walk = {
  from: LocalDate;
  until: LocalDate;
  hours: readonly number[];
  jobs: readonly JobName[];
  /** What people do at an hour (`2026-12-17 10`), after the jobs. */
  doing?: { [hour: string]: () => Promise<void> };
};

/** Lets local days pass hour by hour. At each the jobs run at once in two processes. */
export const walkCalendar = async (house: TestHall, { from, until, hours, jobs, doing = {} }: Walk) => {
  const { hall } = house;
  const other = await neighbour(house);
  const run = async (of: OpenHall, name: JobName) =>
    jobsOf(of, async () => 0)
      .find((job) => job.name === name)
      ?.run();
  const left = new Set(Object.keys(doing));
  for (let day = from; day <= until; day = addCalendarDays(day, 1))
    for (const hour of hours) {
      const then = at(day, hour, hall.city().agency.zone).getTime() + 30_000;
      await hall.clock.shift(Math.ceil((then - hall.clock.now().getTime()) / 1000));
      await other.hall.clock.refresh();
      await Promise.all(jobs.flatMap((name) => [run(hall, name), run(other.hall, name)]));
      await Promise.all([hall.announce(), other.hall.announce()]);
      await hall.deliver();
      const key = `${day} ${String(hour).padStart(2, '0')}`;
      left.delete(key);
      await doing[key]?.();
      await hall.deliver();
    }
  await other.database.close();
  if (left.size > 0) throw new Error(`these hours did not come: ${[...left].join(', ')}`);
};
