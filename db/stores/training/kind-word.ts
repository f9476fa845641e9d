import { sql } from 'drizzle-orm';
import type { Address } from '../../../bot/conversation/inbound.ts';
import { type LocalDate, localDate } from '../../../bot/domain/local-date.ts';
import { nextWriting } from '../../../bot/domain/reminding/writing-hours.ts';
import { mayForColleague } from '../../../bot/domain/training/answers-for.ts';
import { openItems } from '../../../bot/domain/training/help-needed.ts';
import { wasGreeted, wasSpokenOf } from '../../../bot/domain/training/kind-word.ts';
import { trainingOf } from '../../../bot/domain/training/training-settings.ts';
import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { staffChat } from '../../reads/staff-chat.ts';
import { readLearners } from '../../reads/training/learners.ts';
import { kindWordKey } from '../../reads/training/open-kind-words.ts';
import { colleagueOf, kindWordsTo } from '../../reads/training/unit-person.ts';
import type { Seal } from '../../sealed.ts';
import { addLetters } from '../letter.ts';

const p = sql.placeholder;

/** Of two who have a kind word for one person at the same moment, one comes first. */
const lockEmployee = prepared<{ id: number }>(
  sql`select id::int as id from employee where id = ${p('employee')}::bigint and active for no key update`,
);

const findChat = prepared<{
  id: number;
  channel: Address['channel'];
  account: string;
  leave: { from: LocalDate; until: LocalDate }[];
}>(sql`
select c.id::int as id, c.channel, c.account,
  (select coalesce(json_agg(json_build_object('from', a.from_day, 'until', a.until_day)), '[]') from absence a
    where a.employee_id = c.employee_id and a.ended_at is null and a.until_day >= ${p('today')}::date) as leave
from ${staffChat} c join contact own on own.id = c.id
where c.employee_id = ${p('employee')}::bigint and c.unreachable_at is null and own.stopped_at is null`);

const insertWord = prepared(sql`insert into kind_word (employee_id, item, by_id, at)
  values (${p('employee')}, ${p('item')}, ${p('by')}, ${p('at')})`);

/**
 * A kind word to a colleague about one thing that is open, in the next hour in which they may be written to; its words are
 * found when it is sent. Dropped where they had one today or about it this week, cannot be reached, are done meanwhile, or
 * are none of the asker's people.
 */
export const sendKindWord = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { employee, item: key }: Extract<Effect, { do: 'kind-word.send' }>,
  at: Date,
): Promise<void> => {
  await lockEmployee(runner, { employee });
  const { agency, calendar, units } = city;
  const { zone, settings } = agency;
  const today = localDate(at, zone);
  const both = await colleagueOf(runner, city, { contact, employee });
  if (!both || !mayForColleague(both.me, both.colleague, 'enrol-others', units)) return;
  const [learner] = await readLearners(runner, city, { employees: [employee], now: at });
  const item = learner && openItems(learner.items, today).find((one) => one.key === key);
  const words = await kindWordsTo(runner, zone, { employee, today });
  const [chat] = await findChat(runner, { employee, today });
  if (!item || !chat || wasGreeted(words, today) || wasSpokenOf(words, key, today)) return;
  const office = { zone, calendar, hours: settings.officeHours, seasons: trainingOf(settings).seasons };
  const due = nextWriting({ office, leave: chat.leave }, at);
  if (!due) return;
  await insertWord(runner, { employee, item: key, by: both.me.id, at: at.toISOString() });
  const dedupe = kindWordKey(employee, key, today);
  const to = { id: chat.id, address: { channel: chat.channel, account: chat.account, id: '' } };
  const delay = due.getTime() - at.getTime();
  await Promise.all(addLetters(runner, seal, to, [{ say: 'remind', lane: 'bulk', dedupe, delay }]));
};
