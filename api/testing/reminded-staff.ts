import { noExtras } from '../../bot/training-extras.ts';
import { planReminders } from '../../db/reminders/plan-reminders.ts';
import type { TestHall } from './hall.ts';
import { linkStaff } from './staff.ts';

/** An employee with a chat; `id`: their number in the file. */
export type Reminded = { actor: Awaited<ReturnType<typeof linkStaff>>; id: number; name: string };

let count = 0;

/** A house in which people are reminded: its clock, the planner, and people with something to finish. */
export const reminding = (house: TestHall) => {
  const { database, seal, city, clock } = house.hall;
  const { sql } = database;
  return {
    /** Moves the hall's clock to a moment of western time; what was put off in the outbox is due by then. */
    at: async (local: string) => {
      await clock.shift(Math.round((Date.parse(`${local}:00+07:00`) - clock.now().getTime()) / 1000) + 1);
      await sql`update letter set not_before = now() where state = 'waiting'`;
    },
    plan: (extras = noExtras, by = database) =>
      planReminders(by, seal, { city: city(), now: clock.now(), extras }),
    /** An employee who serves under contract, so that no yearly hours are owed; `head`: whom the file puts above them. */
    somebody: async ({ roles = [], head }: { roles?: string[]; head?: Reminded } = {}): Promise<Reminded> => {
      count += 1;
      const name = `Pegawai ${count}`;
      const actor = await linkStaff(house, { name, roles, unit: 'disdukcapil' });
      const [row] = await sql<{ id: number }[]>`
        update employee set created_at = '2026-01-02', kind = 'pppk',
          supervisor_nip = (select nip from employee where id = ${head?.id ?? 0}) where name = ${name} returning id::int as id`;
      return { actor, id: row?.id ?? 0, name };
    },
    /** Written down by the office for a training of their own, to be finished by a day; gives its code. */
    asked: async ({ id }: Reminded, completeBy: string, title = 'Pelayanan Prima'): Promise<string> => {
      const code = `P-${id}-${completeBy}`;
      await sql`insert into training (code, title, provider, form, jp, complete_by, listed_on)
        values (${code}, ${title}, 'BKPSDM', 'e_learning', 800, ${completeBy}, '2026-01-02')`;
      await sql`insert into enrolment (employee_id, training_code, state, source, since, changed_at)
        values (${id}, ${code}, 'registered', 'office', '2026-01-02', now())`;
      await sql`update reminder_look set next_at = '-infinity' where employee_id = ${id}`;
      return code;
    },
    texts: async ({ actor }: Reminded) => (await actor.seen()).map(({ text }) => text),
    letters: async ({ id }: Reminded) => {
      const rows = await sql<{ state: string }[]>`
        select state from letter where dedupe like ${`remind:${id}:%`} order by id`;
      return rows.map(({ state }) => state);
    },
  };
};
