import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Effect } from '../../bot/effects.ts';
import type { City, Contact } from '../../bot/ports.ts';
import { Overtaken } from '../overtaken.ts';
import { prepared, type Runner } from '../prepared.ts';
import { ownChats } from '../reads/own-chats.ts';
import { markOf, type RatingKind, surveyPeriodOf, worksThere } from '../reads/ratable.ts';
import type { Seal } from '../sealed.ts';

const p = sql.placeholder;

/** Where a filled form is sealed. */
export const urnPlace = (id: string): string => `urn|${id}`;

const chatsOfPerson = prepared<{ id: number }>(sql`select id::int as id from ${ownChats} mine`);

const drop = prepared<{ done: number }>(sql`
with marked as (
  insert into skm_mark (hash, ends)
  select decode(${p('hash')}, 'hex'), ${p('ends')}::date from service s
  where s.code = ${p('service')} and s.active and not ${worksThere}
    and not exists (select from skm_mark where hash = any(array(select decode(unnest(${p('others')}::text[]), 'hex'))))
  on conflict do nothing returning 1
)
insert into skm_urn (id, kind, service_code, at, sealed)
select ${p('id')}::uuid, ${p('kind')}, ${p('service')}, ${p('at')}::timestamptz, ${p('sealed')} from marked
returning 1 as done`);

/**
 * Lays a form into the urn and marks that this contact rated the service in this survey period, both or neither. Throws
 * `Overtaken` where that was done already, from another chat too, or the service is the person's own: it is then decided again.
 */
export const rateService = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  effect: Extract<Effect, { do: 'skm.rate' | 'skm.quick' }>,
  now: Date,
): Promise<void> => {
  const kind: RatingKind = effect.do === 'skm.rate' ? 'survey' : 'quick';
  const period = surveyPeriodOf(city, now);
  const chats = await chatsOfPerson(runner, { contact });
  const hex = (chat: number) => markOf(seal, kind, chat, effect.service, period).toString('hex');
  const id = randomUUID();
  const content = effect.do === 'skm.rate' ? effect.form : effect.score;
  const laid = await drop(runner, {
    contact,
    hash: hex(contact),
    others: chats.map(({ id: chat }) => hex(chat)),
    ends: period.until,
    id,
    kind,
    service: effect.service,
    at: now.toISOString(),
    sealed: seal.seal('survey', urnPlace(id), JSON.stringify(content)),
  });
  if (laid.length === 0) throw new Overtaken();
};
