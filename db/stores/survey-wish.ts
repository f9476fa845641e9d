import { sql } from 'drizzle-orm';
import { localDate } from '../../bot/domain/local-date.ts';
import type { Effect } from '../../bot/effects.ts';
import type { City, Contact } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { ownChats } from '../reads/own-chats.ts';
import { recordConsent } from './consent.ts';

const p = sql.placeholder;

const insertWish = prepared(sql`
insert into skm_wish (contact_id, unit_code, since)
select ${p('contact')}, unit_code, ${p('since')}::date from service where code = ${p('service')} and active
on conflict (contact_id, unit_code) do update set since = excluded.since`);

/** Keeps that somebody wants to hear what the office of a service changes; asked again, it counts from that day. */
export const wishNews = async (
  runner: Runner,
  { agency }: Pick<City, 'agency'>,
  { id: contact }: Pick<Contact, 'id'>,
  { service }: Extract<Effect, { do: 'survey.wish' }>,
  at: Date,
): Promise<void> => {
  await insertWish(runner, { contact, service, since: localDate(at, agency.zone) });
};

/** Of the chats whose wish ends here, those that have none left. */
const endWishes = prepared<{ contact: number }>(sql`
with ended as (
  delete from skm_wish where contact_id in ${ownChats} and unit_code = coalesce(${p('unit')}::text, unit_code) returning contact_id, unit_code
)
select distinct e.contact_id::int as contact from ended e where not exists (
  select from skm_wish w where w.contact_id = e.contact_id and (w.contact_id, w.unit_code) not in (select contact_id, unit_code from ended))`);

/** Ends it, in whichever of the person's chats it began; with the last one the consent is taken back. */
export const endWish = async (
  runner: Runner,
  { id: contact }: Pick<Contact, 'id'>,
  { unit, version }: Extract<Effect, { do: 'survey.unwish' }>,
  at: Date,
): Promise<void> => {
  for (const ended of await endWishes(runner, { contact, unit }))
    await recordConsent(runner, ended.contact, { purpose: 'survey-news', given: 'withdrawn', version }, at);
};

const dropWishes = prepared(sql`delete from skm_wish where contact_id = ${p('contact')}`);

/** Ends all of one chat, where its person takes the consent back. */
export const dropAllWishes = async (runner: Runner, contact: number): Promise<void> => {
  await dropWishes(runner, { contact });
};
