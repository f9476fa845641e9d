import { sql } from 'drizzle-orm';
import type { Effect } from '../../bot/effects.ts';
import type { City, Contact } from '../../bot/ports.ts';
import { Overtaken } from '../overtaken.ts';
import { prepared, type Runner } from '../prepared.ts';
import { ownChats } from '../reads/own-chats.ts';
import { surveyPeriodOf } from '../reads/ratable.ts';
import { threadPlace } from '../reads/survey-thread.ts';
import { threadsAbout } from '../reads/survey-thread-askable.ts';
import type { Seal } from '../sealed.ts';
import { tellAskers } from './survey-thread-letters.ts';

const p = sql.placeholder;

const insertThread = prepared<{ number: string }>(sql`
insert into skm_thread (number, contact_id, locale, unit_code, service_code, opened_at, last_at)
select ${p('number')}, ${p('contact')}::bigint, ${p('locale')}, s.unit_code, s.code, ${p('at')}::timestamptz, ${p('at')}::timestamptz
from service s where s.code = ${p('service')} and s.active and not exists (select from ${threadsAbout})
returning number`);

/**
 * Somebody who rated a service low may be asked further: a record of its own, into which nothing of their form comes.
 * Throws `Overtaken` where it was opened already: it is then decided again.
 */
export const openThread = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { number, service, locale }: Extract<Effect, { do: 'survey-thread.open' }>,
  now: Date,
): Promise<void> => {
  const { from } = surveyPeriodOf(city, now);
  const { zone } = city.agency;
  const blanks = { number, contact, locale, service, at: now.toISOString(), from, zone };
  if ((await insertThread(runner, blanks)).length === 0) throw new Overtaken();
  await tellAskers(runner, seal, city, { number }, now);
};

const putAnswer = prepared<{ done: number }>(sql`
with answered as (
  update skm_thread set state = 'answered', last_at = ${p('at')}, told_at = null
  where number = ${p('number')} and state = 'asked' and contact_id in ${ownChats} returning id
)
insert into skm_line (thread_id, from_whom, sealed, at)
select id, 'citizen', ${p('sealed')}, ${p('at')}::timestamptz from answered returning 1 as done`);

/** What somebody answered goes to the officer who asked. Throws `Overtaken` where nothing was asked, or no more. */
export const answerThread = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { number, words }: Extract<Effect, { do: 'survey-thread.answer' }>,
  now: Date,
): Promise<void> => {
  const sealed = seal.seal('report', threadPlace(number), words);
  const put = await putAnswer(runner, { number, contact, sealed, at: now.toISOString() });
  if (put.length === 0) throw new Overtaken();
  await tellAskers(runner, seal, city, { number }, now);
};

const leave = prepared<{ done: number }>(sql`
update skm_thread set state = 'closed', last_at = ${p('at')}, told_at = null
where number = ${p('number')} and state <> 'closed' and contact_id in ${ownChats} returning 1 as done`);

/** Whoever rated wants to be asked no more; the officer who asked is told. */
export const leaveThread = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { number }: Extract<Effect, { do: 'survey-thread.close' }>,
  now: Date,
): Promise<void> => {
  const left = await leave(runner, { number, contact, at: now.toISOString() });
  if (left.length === 0) throw new Overtaken();
  await tellAskers(runner, seal, city, { number }, now);
};
