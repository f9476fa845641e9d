import { sql } from 'drizzle-orm';
import type { Bulletins } from '../bot/bulletin.ts';
import type { ChannelName } from '../bot/conversation/inbound.ts';
import { factsOf, rulesOf } from '../bot/domain/clock-facts.ts';
import { addCalendarDays, endOfLocalDay, localDate } from '../bot/domain/local-date.ts';
import {
  mondayOf,
  noFigures,
  openFigures,
  pastFigures,
  sumOf,
  type WeekFigures,
} from '../bot/domain/week-figures.ts';
import type { City } from '../bot/ports.ts';
import type { Database } from './database.ts';
import { prepared } from './prepared.ts';
import { caseOf } from './reads/case.ts';
import { answeredBetween, type ClockedRow, openPages } from './reads/clocked.ts';
import { readStaffing } from './reads/staffing.ts';
import type { Seal } from './sealed.ts';
import { addLetters } from './stores/letter.ts';

const p = sql.placeholder;

const findGroups = prepared<{ office: string; id: number; channel: string; account: string }>(sql`
select g.unit_code as office, c.id::int as id, c.channel, c.account from office_group g join contact c on c.id = g.contact_id
where g.ended_at is null and c.unreachable_at is null`);

const findWritten = prepared<{ dedupe: string }>(
  sql`select dedupe from letter where dedupe = any(${p('keys')}::text[])`,
);

/** Neither what nobody may count nor what was only tried out. */
const counts = ({ sensitive, circle }: ClockedRow): boolean => sensitive === 'none' && circle === null;

/** Bulletins on PostgreSQL; a letter's key keeps it from being written twice. */
export const createBulletins = (
  { sql: pool }: Pick<Database, 'sql'>,
  seal: Seal,
  city: () => City,
): Bulletins => ({
  staff: async (now) => {
    const { staff, dutyOf } = await readStaffing(pool, now, city());
    return staff
      .filter(({ circle }) => circle === null)
      .map((one) => ({
        hearer: one.hearer,
        employee: one.employee,
        hats: one.hats,
        office: one.office,
        duty: dutyOf(one),
      }));
  },
  groups: async () =>
    new Map(
      (await findGroups(pool, {})).map(({ office, id, channel, account }) => [
        office,
        { id, address: { channel: channel as ChannelName, account, id: '' } },
      ]),
    ),
  unsent: async (keys) => {
    const written = (await findWritten(pool, { keys })).map(({ dedupe }) => dedupe);
    return new Set(keys).difference(new Set(written));
  },
  weeks: async (now) => {
    const rules = rulesOf(city());
    const today = localDate(now, rules.zone);
    const monday = mondayOf(today);
    const weeks = new Map<string, WeekFigures>();
    const add = (row: ClockedRow, figures: WeekFigures) =>
      weeks.set(row.unit, sumOf(weeks.get(row.unit) ?? noFigures, figures));
    const facts = (row: ClockedRow) => {
      const { filed, timeline } = caseOf(row, city());
      return factsOf(filed, timeline, rules);
    };
    for await (const rows of openPages(pool))
      for (const row of rows.filter(counts)) add(row, openFigures(facts(row), rules, today));
    const begins = (day: string) => endOfLocalDay(addCalendarDays(day, -1), rules.zone).toISOString();
    const past = await answeredBetween(pool, {
      from: begins(addCalendarDays(monday, -7)),
      until: begins(monday),
    });
    for (const row of past.filter(counts)) add(row, pastFigures(facts(row), rules, monday));
    return weeks;
  },
  post: async (bulletins) => {
    const keys = bulletins.map(({ letter }) => letter.dedupe);
    const before = await findWritten(pool, { keys });
    await Promise.all(bulletins.flatMap(({ to, letter }) => addLetters(pool, seal, to, [letter])));
    return bulletins.length - before.length;
  },
});
