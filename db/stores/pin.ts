import { sql } from 'drizzle-orm';
import type { PinGuard, PinLook } from '../../bot/domain/pin.ts';
import { Overtaken } from '../overtaken.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { writeAudit } from './audit.ts';

const p = sql.placeholder;

const hashOf = (seal: Seal, contact: number, pin: string): Buffer => seal.hash('pin', String(contact), pin);

const findPin = prepared<{ fits: boolean; wrong: number; last: string | null }>(
  sql`select hash = ${p('hash')}::bytea as fits, wrong, last_wrong_at as last from thread_pin where contact_id = ${p('contact')}`,
);

/** How a PIN stands against the one that was set; nothing is counted. */
export const lookAtPin = async (
  runner: Runner,
  seal: Seal,
  { contact, pin }: { contact: number; pin: string | null },
): Promise<PinLook> => {
  const [found] = await findPin(runner, { contact, hash: hashOf(seal, contact, pin ?? '') });
  if (!found) return { guard: null, fits: false };
  const { fits, wrong, last } = found;
  const guard: PinGuard = { wrong, last: last === null ? null : new Date(last).toISOString() };
  return { guard, fits: fits && pin !== null };
};

const writePin = prepared<{ contact_id: number }>(sql`
insert into thread_pin (contact_id, hash) values (${p('contact')}, ${p('hash')})
on conflict (contact_id) do update set hash = excluded.hash, wrong = 0, last_wrong_at = null
  where thread_pin.hash = ${p('old')}::bytea
returning contact_id`);

/** Sets a PIN. Throws `Overtaken` where another stands and `old` is not it. */
export const setPin = async (
  runner: Runner,
  seal: Seal,
  contact: number,
  { pin, old }: { pin: string; old?: string },
): Promise<void> => {
  const [written] = await writePin(runner, {
    contact,
    hash: hashOf(seal, contact, pin),
    old: old === undefined ? null : hashOf(seal, contact, old),
  });
  if (!written) throw new Overtaken();
};

const countWrong = prepared(
  sql`update thread_pin set wrong = wrong + 1, last_wrong_at = ${p('at')} where contact_id = ${p('contact')}`,
);

/** Counts a wrong PIN. The audit log is told that there was one, not whose. */
export const missPin = async (runner: Runner, seal: Seal, contact: number, at: Date): Promise<void> => {
  await Promise.all([
    countWrong(runner, { contact, at: at.toISOString() }),
    writeAudit(runner, seal, { action: 'pin-wrong' }, at),
  ]);
};

const forgiveWrong = prepared(
  sql`update thread_pin set wrong = 0, last_wrong_at = null where contact_id = ${p('contact')}`,
);

/** The right PIN was typed: earlier slips count no more. */
export const rightPin = async (runner: Runner, contact: number): Promise<void> => {
  await forgiveWrong(runner, { contact });
};
