import { sql } from 'drizzle-orm';
import { beginning, codeLifeHours, codeTries, newCode, secret } from '../../bot/domain/activation-code.ts';
import { addHours } from '../../bot/domain/local-date.ts';
import { mayGiveCode } from '../../bot/domain/permissions/may-give-code.ts';
import type { Effect } from '../../bot/effects.ts';
import type { Contact, Letter, Random } from '../../bot/ports.ts';
import { Overtaken } from '../overtaken.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { countTry, countWrongTry } from './code-try.ts';
import { addLetters } from './letter.ts';
import { partChat, tellFellows } from './person.ts';
import { tellStaff } from './tell-staff.ts';

const p = sql.placeholder;

const hashOf = (seal: Seal, code: string): Buffer => seal.hash('activation', beginning(code), secret(code));

const findEmployee = prepared<{ id: number; name: string; active: boolean }>(
  sql`select id::int as id, name, active from employee where nip = ${p('nip')}`,
);

const writeCode = prepared<{ beginning: string }>(sql`
insert into activation (beginning, employee_id, hash, expires_at)
select ${p('beginning')}, ${p('employee')}, ${p('hash')}, ${p('expiresAt')}
where not exists (select 1 from activation where beginning = ${p('beginning')} and employee_id <> ${p('employee')})
on conflict (employee_id) do update set beginning = excluded.beginning, hash = excluded.hash,
  expires_at = excluded.expires_at, tries = 0
returning beginning`);

/** Beginnings are few (a million): one that is in use is drawn again. */
const draws = 10;

/** A fresh code for an employee, in place of an earlier one; `unknown` and `left` where there is nobody to give it to. */
export const makeCode = async (
  runner: Runner,
  seal: Seal,
  { nip, now, random }: { nip: string; now: Date; random: Random },
): Promise<{ code: string; name: string; expiresAt: Date } | 'unknown' | 'left'> => {
  const [employee] = await findEmployee(runner, { nip });
  if (!employee) return 'unknown';
  if (!employee.active) return 'left';
  const expiresAt = addHours(now, codeLifeHours);
  for (let draw = 0; draw < draws; draw++) {
    const code = newCode(random);
    if (await keepCode(runner, seal, { employee: employee.id, code, expiresAt }))
      return { code, name: employee.name, expiresAt };
  }
  throw new Error('no free beginning for a code');
};

/** Keeps a code as an employee's one live code; false when its beginning is in use. */
const keepCode = async (
  runner: Runner,
  seal: Seal,
  { employee, code, expiresAt }: { employee: number; code: string; expiresAt: Date },
): Promise<boolean> => {
  const [written] = await writeCode(runner, {
    beginning: beginning(code),
    employee,
    hash: hashOf(seal, code),
    expiresAt: expiresAt.toISOString(),
  });
  return written !== undefined;
};

const findGiver = prepared<{ kind: string; roles: string[] }>(sql`
select e.kind, to_json(e.roles) as roles from staff_link l join employee e on e.id = l.employee_id
where l.contact_id = ${p('contact')} and l.ended_at is null and e.active`);

/**
 * Keeps the code that a personnel officer made in chat. Throws `Overtaken` when its beginning is in use, the employee has
 * left, or whoever made it may no longer: it is then decided again.
 */
export const giveCode = async (
  runner: Runner,
  seal: Seal,
  contact: number,
  { nip, code }: Extract<Effect, { do: 'staff.give-code' }>,
  now: Date,
): Promise<void> => {
  const [[giver], [employee]] = await Promise.all([
    findGiver(runner, { contact }),
    findEmployee(runner, { nip }),
  ]);
  if (!giver || !mayGiveCode(giver)) throw new Overtaken();
  const expiresAt = addHours(now, codeLifeHours);
  const kept = employee?.active && (await keepCode(runner, seal, { employee: employee.id, code, expiresAt }));
  if (!kept) throw new Overtaken();
};

const fits = sql`beginning = ${p('beginning')} and hash = ${p('hash')} and tries < ${sql.raw(String(codeTries))} and expires_at > ${p('now')}`;

const findCode = prepared<{ fits: boolean; tried: string[] }>(sql`
select exists (select 1 from activation join employee on employee.id = employee_id and active where ${fits}) as fits,
  (select coalesce(json_agg(at), '[]') from code_try
    where contact_id = ${p('contact')} and at > ${p('now')}::timestamptz - interval '24 hours') as tried`);

/** Whether a code would link this chat now, and when the chat tried before. Nothing is counted. */
export const lookAtCode = async (
  runner: Runner,
  seal: Seal,
  { code, contact, now }: { code: string; contact: number; now: Date },
): Promise<{ fits: boolean; tried: Date[] }> => {
  const [found] = await findCode(runner, {
    beginning: beginning(code),
    hash: hashOf(seal, code),
    contact,
    now: now.toISOString(),
  });
  return { fits: found?.fits ?? false, tried: (found?.tried ?? []).map((at) => new Date(at)) };
};

const countWrong = prepared(sql`update activation set tries = tries + 1 where beginning = ${p('beginning')}`);

/** Counts a wrong code: against the chat always, against a code when its beginning was right. */
export const missCode = async (
  runner: Runner,
  seal: Seal,
  contact: number,
  code: string,
  now: Date,
): Promise<void> => {
  await Promise.all([
    countWrongTry(runner, seal, contact, now),
    countWrong(runner, { beginning: beginning(code) }),
  ]);
};

const useCode = prepared<{
  told: number | null;
  channel: string | null;
  account: string | null;
  name: string;
  unit: string;
  anew: boolean;
}>(sql`
with used as (
  delete from activation using employee where employee.id = employee_id and active and ${fits} returning employee_id
), ended as (
  update staff_link set ended_at = ${p('now')}, ended_why = 'relinked' from used
  where ended_at is null
    and (contact_id = ${p('contact')} or (staff_link.employee_id = used.employee_id and channel = ${p('channel')}))
  returning contact_id, staff_link.employee_id
), linked as (
  insert into staff_link (employee_id, contact_id, channel, since)
  select employee_id, ${p('contact')}, ${p('channel')}, ${p('now')} from used where (select count(*) from ended) >= 0
  returning id, employee_id
)
select former.id::int as told, former.channel, former.account, e.name, u.name as unit,
  exists (select 1 from ended where contact_id = ${p('contact')} and employee_id <> linked.employee_id) as anew
from linked join employee e on e.id = linked.employee_id join unit u on u.code = e.unit_code left join (select contact.* from contact join ended on ended.contact_id = contact.id and contact.id <> ${p('contact')}) as former on true`);

/**
 * Links a chat by its code, once; the chat of the same channel that was linked before is told, and so are the personnel officers and
 * the employee's chats of other channels. Codes are judged here, under the row's lock:
 * of guesses that arrive together only the first five count. Throws `Overtaken` when the code no longer fits.
 */
export const linkStaff = async (
  runner: Runner,
  seal: Seal,
  { id, address }: Pick<Contact, 'id' | 'address'>,
  code: string,
  now: Date,
): Promise<void> => {
  const [linked] = await useCode(runner, {
    beginning: beginning(code),
    hash: hashOf(seal, code),
    contact: id,
    channel: address.channel,
    now: now.toISOString(),
  });
  if (!linked) throw new Overtaken();
  await countTry(runner, id, now);
  const { told, name, unit, anew } = linked;
  if (told !== null) await partChat(runner, told);
  await tellFellows(runner, seal, { id, address }, anew);
  const notice: Letter = {
    say: { text: { key: 'link.notice', with: { name: { literal: name }, unit: { literal: unit } } } },
    lane: 'interactive',
  };
  await tellStaff(runner, seal, 'hr', notice, id);
  if (told === null) return;
  const former = { id: told, address: { ...address, account: linked.account ?? address.account, id: '' } };
  const letter = { say: { text: { key: 'link.replaced' as const } }, lane: 'interactive' as const };
  await Promise.all(addLetters(runner, seal, former, [letter]));
};

const endLink = prepared(sql`update staff_link set ended_at = ${p('now')}, ended_why = 'unlinked'
  where contact_id = ${p('contact')} and ended_at is null`);

/** The chat no longer speaks as an employee, nor is it one person with their other chats: a phone may be given away. */
export const unlinkStaff = async (runner: Runner, contact: number, now: Date): Promise<void> => {
  await Promise.all([endLink(runner, { contact, now: now.toISOString() }), partChat(runner, contact)]);
};
