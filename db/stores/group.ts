import { sql } from 'drizzle-orm';
import { codeLifeHours, newCode } from '../../bot/domain/activation-code.ts';
import { addHours } from '../../bot/domain/local-date.ts';
import type { Effect } from '../../bot/effects.ts';
import type { Contact, Random } from '../../bot/ports.ts';
import { Overtaken } from '../overtaken.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { makeContact } from './contact.ts';
import { addLetters } from './letter.ts';

const p = sql.placeholder;

/** What is kept of a group's code. */
export const hashOfGroupCode = (seal: Seal, code: string): Buffer => seal.hash('group-code', code);

const writeCode = prepared<{ name: string }>(sql`
with written as (
  insert into group_code (unit_code, hash, expires_at)
  select code, ${p('hash')}, ${p('expiresAt')} from unit where code = ${p('unit')}
  on conflict (unit_code) do update set hash = excluded.hash, expires_at = excluded.expires_at
  returning unit_code
)
select name from unit join written on written.unit_code = unit.code`);

/** Makes a code the one live code of an office's group, in place of an earlier one; undefined where there is no such office. */
export const keepGroupCode = async (
  runner: Runner,
  seal: Seal,
  { unit, code, now }: { unit: string; code: string; now: Date },
): Promise<{ name: string; expiresAt: Date } | undefined> => {
  const expiresAt = addHours(now, codeLifeHours);
  const [written] = await writeCode(runner, {
    unit,
    hash: hashOfGroupCode(seal, code),
    expiresAt: expiresAt.toISOString(),
  });
  return written && { name: written.name, expiresAt };
};

/** A fresh code for an office's group. */
export const makeGroupCode = async (
  runner: Runner,
  seal: Seal,
  { unit, now, random }: { unit: string; now: Date; random: Random },
): Promise<{ code: string; name: string; expiresAt: Date } | 'unknown'> => {
  const code = newCode(random);
  const kept = await keepGroupCode(runner, seal, { unit, code, now });
  return kept ? { code, ...kept } : 'unknown';
};

const rememberTry = prepared(
  sql`insert into code_try (contact_id, at) values (${p('contact')}, ${p('now')})`,
);

/** Counts a wrong code against the chat of whoever typed it: groups are made faster than employees. */
export const missGroupCode = async (runner: Runner, contact: number, now: Date): Promise<void> => {
  await rememberTry(runner, { contact, now: now.toISOString() });
};

const useCode = prepared<{ told: number | null; channel: string | null; account: string | null }>(sql`
with room as (
  update contact set unreachable_at = null, unreachable_why = null where key = ${p('key')} returning id
), used as (
  delete from group_code where hash = ${p('hash')} and unit_code = ${p('unit')} and expires_at > ${p('now')} returning unit_code
), ended as (
  update office_group set ended_at = ${p('now')} from used, room
  where ended_at is null and (office_group.contact_id = room.id or office_group.unit_code = used.unit_code)
  returning office_group.contact_id
), linked as (
  insert into office_group (unit_code, contact_id, topics, since)
  select used.unit_code, room.id, ${p('topics')}, ${p('now')} from used, room where (select count(*) from ended) >= 0
  returning contact_id
)
select former.id::int as told, former.channel, former.account from linked left join (
  select contact.* from contact join ended on ended.contact_id = contact.id) as former on former.id <> linked.contact_id`);

/**
 * Links a group to an office by its code, once; the office's former group is told. The code is judged here under its
 * row's lock. Throws `Overtaken` when it no longer fits.
 */
export const linkGroup = async (
  runner: Runner,
  seal: Seal,
  { id, address }: Pick<Contact, 'id' | 'address'>,
  { unit, code, chat, topics }: Extract<Effect, { do: 'group.link' }>,
  now: Date,
): Promise<void> => {
  const { channel, account } = address;
  const key = seal.hash('contact', channel, account, chat);
  const sealed = seal.seal('address', `${channel}|${account}`, chat);
  const [, [linked]] = await Promise.all([
    makeContact(runner, { key, channel, account, address: sealed }),
    useCode(runner, {
      key,
      hash: hashOfGroupCode(seal, code),
      unit,
      topics: topics ? 'yes' : 'no',
      now: now.toISOString(),
    }),
    rememberTry(runner, { contact: id, now: now.toISOString() }),
  ]);
  if (!linked) throw new Overtaken();
  if (linked.told === null) return;
  const former = { id: linked.told, address: { ...address, account: linked.account ?? account, id: '' } };
  const letter = { say: { text: { key: 'group.replaced' as const } }, lane: 'interactive' as const };
  await Promise.all(addLetters(runner, seal, former, [letter]));
};

export const endGroup = prepared(sql`update office_group set ended_at = ${p('now')} from contact
  where contact.id = office_group.contact_id and contact.key = ${p('key')} and ended_at is null`);

export const moveGroup = prepared(sql`update contact set key = ${p('to')}, address = ${p('address')}
  where key = ${p('key')} and not exists (select 1 from contact there where there.key = ${p('to')})`);

export const setTopics = prepared(sql`update office_group set topics = ${p('topics')} from contact
  where contact.id = office_group.contact_id and contact.key = ${p('key')} and ended_at is null`);
