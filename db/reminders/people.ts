import { sql } from 'drizzle-orm';
import type { ChannelName } from '../../bot/conversation/inbound.ts';
import type { LocalDate } from '../../bot/domain/local-date.ts';
import { addCalendarDays, localDate } from '../../bot/domain/local-date.ts';
import type { Given, Lane } from '../../bot/domain/reminding/item.ts';
import { itemsOf, type Touch } from '../../bot/domain/reminding/items-of.ts';
import { officeOfTown, personnelOffice } from '../../bot/domain/reminding/office-of-town.ts';
import type { Training } from '../../bot/domain/training/training.ts';
import { trainingOf } from '../../bot/domain/training/training-settings.ts';
import type { City } from '../../bot/ports.ts';
import type { Remindable } from '../../bot/training-reminders.ts';
import { prepared, type Runner } from '../prepared.ts';
import { staffChat } from '../reads/staff-chat.ts';
import { readTrainingRecords } from '../reads/training/records.ts';

const p = sql.placeholder;

/** A leave of so long ago moves no occasion any more. */
const leaveDays = 60;

/** Who has fallen silent for so long is in no conversation, whatever was left open (milliseconds). */
export const talkMs = 2 * 3_600_000;

type ChatRow = {
  employee: number;
  contact: number;
  channel: string;
  account: string;
  stopped: boolean;
  talking: boolean;
};

const findChats = prepared<ChatRow>(sql`
select s.employee_id::int as employee, s.id::int as contact, s.channel, s.account, c.stopped_at is not null as stopped,
  coalesce(t.form is not null and t.spoke_at > ${p('quiet')}::timestamptz, false) as talking
from ${staffChat} s join contact c on c.id = s.id left join talk t on t.contact_id = s.id
where s.employee_id = any(${p('employees')}::bigint[]) and s.unreachable_at is null`);

const findTouches = prepared<{ employee: number; item: string; until: string | null; at: string }>(sql`
select employee_id::int as employee, item, snoozed_until::text as until, at::text as at from reminder_touch
where employee_id = any(${p('employees')}::bigint[])`);

const findLeave = prepared<{ employee: number; from: string; until: string; ended: string | null }>(sql`
select employee_id::int as employee, from_day::text as from, until_day::text as until, ended_at::text as ended from absence
where employee_id = any(${p('employees')}::bigint[]) and until_day >= ${p('since')}::date`);

const findGiven = prepared<{ employee: number; item: string; milestone: string; lane: Lane; at: string }>(sql`
select employee_id::int as employee, item, milestone, lane, at::text as at from reminded
where employee_id = any(${p('employees')}::bigint[]) and (item = any(${p('items')}::text[]) or day >= ${p('since')}::date)`);

/** What is asked of whom: the catalogue is handed in, for a round asks about many. */
export type Asked = { employees: readonly number[]; catalogue: ReadonlyMap<string, Training>; now: Date };

const grouped = <R extends { employee: number }>(rows: readonly R[]) =>
  Map.groupBy(rows, ({ employee }) => employee);

/** Who came back early was away until the day before. */
const leaveOf = (
  { from, until, ended }: { from: LocalDate; until: LocalDate; ended: string | null },
  zone: string,
): { from: LocalDate; until: LocalDate }[] => {
  const back = ended === null ? undefined : addCalendarDays(localDate(new Date(ended), zone), -1);
  const last = back !== undefined && back < until ? back : until;
  return from <= last ? [{ from, until: last }] : [];
};

/** Everybody as far as reminding goes, with everything they may have to be reminded of today; set by set, however many they are. */
export const readPeople = async (
  runner: Runner,
  city: City,
  { employees, catalogue, now }: Asked,
): Promise<Map<number, Remindable>> => {
  const { agency, calendar } = city;
  const today = localDate(now, agency.zone);
  const quiet = new Date(now.getTime() - talkMs).toISOString();
  const [records, chats, touches, leave] = await Promise.all([
    readTrainingRecords(runner, city, { employees, catalogue }),
    findChats(runner, { employees, quiet }),
    findTouches(runner, { employees }),
    findLeave(runner, { employees, since: addCalendarDays(today, -leaveDays) }),
  ]);
  const [chatOf, touchesOf, leaveBy] = [
    new Map(chats.map((one) => [one.employee, one])),
    grouped(touches),
    grouped(leave),
  ];
  const facts = {
    catalogue,
    settings: trainingOf(agency.settings),
    calendar,
    asker: personnelOffice(city),
    today,
  };
  const people = records.map((record): Remindable => {
    const { employee } = record;
    const touched = (touchesOf.get(employee) ?? []).map(({ item, until, at }): [string, Touch] => [
      item,
      { snoozedUntil: until, at: new Date(at) },
    ]);
    const chat = chatOf.get(employee);
    return {
      record,
      office: officeOfTown(city),
      leave: (leaveBy.get(employee) ?? []).flatMap((one) => leaveOf(one, agency.zone)),
      items: itemsOf(record, { ...facts, touches: new Map(touched) }),
      given: [],
      stopped: chat?.stopped ?? false,
      talking: chat?.talking ?? false,
      chat: chat && {
        id: chat.contact,
        address: { channel: chat.channel as ChannelName, account: chat.account, id: '' },
      },
    };
  });
  const items = people.flatMap((one) => one.items.filter(({ done }) => !done).map(({ key }) => key));
  const since = addCalendarDays(today, -31);
  const given = grouped(await findGiven(runner, { employees, items: [...new Set(items)], since }));
  return new Map(
    people.map((one) => [
      one.record.employee,
      {
        ...one,
        given: (given.get(one.record.employee) ?? []).map(
          ({ item, milestone, lane, at }): Given => ({ item, milestone, lane, at: new Date(at) }),
        ),
      },
    ]),
  );
};
