import { sql } from 'drizzle-orm';
import { coordinatorOf } from '../../bot/domain/agency.ts';
import { aliasOf } from '../../bot/domain/alias.ts';
import { mayAny } from '../../bot/domain/permissions/may-any.ts';
import { isGranted } from '../../bot/domain/permissions/verdict.ts';
import { hatsOf } from '../../bot/domain/roles.ts';
import type { City } from '../../bot/ports.ts';
import type { HandOverView } from '../../bot/reads.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { type Listener, listenersOf, type Presence, presenceOf } from './listeners.ts';

const p = sql.placeholder;

/** Everybody in chat who may answer, or the employee of one chat. */
export const answerersOf = async (runner: Runner, city: City, contact?: number): Promise<Listener[]> => {
  const desk = coordinatorOf(city.units)?.code;
  return (await listenersOf(runner, city, contact)).filter((one) => {
    const on = one.office === desk ? 'own' : 'other';
    const hats = hatsOf({ ...one, active: true }).map((role) => ({ role, on }) as const);
    return isGranted(mayAny(hats, 'answer-person'));
  });
};

/** Whether somebody is there to answer. */
export const answerersThere = async (runner: Runner, city: City, now: Date): Promise<Presence> =>
  presenceOf(runner, city, now, await answerersOf(runner, city));

/** Where the words of a question, and of its answer, are sealed. */
export const handOverPlace = (number: string): string => `handover|${number}`;

/** The name of whoever asks, the same for everybody who may answer. */
export const handOverAlias = (seal: Seal, number: string, contact: number) =>
  aliasOf(seal.hash('alias', number, String(contact)));

const findOne = prepared<{
  number: string;
  contact: number | null;
  due: string;
  state: 'open' | 'answered' | 'lapsed';
  sealed: Uint8Array | null;
  taker: string | null;
}>(sql`
select h.number, h.contact_id::int as contact, h.due, h.state, h.sealed, e.name as taker
from hand_over h left join employee e on e.id = h.taken_by where h.number = ${p('number')}`);

/** A question as the employee behind a chat may answer it; null for whoever may not, and for one nobody waits for any more. */
export const handOverView = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { number, contact }: { number: string; contact: number },
): Promise<HandOverView | null> => {
  const [[row], [answerer]] = await Promise.all([
    findOne(runner, { number }),
    answerersOf(runner, city, contact),
  ]);
  if (!row || !answerer || row.contact === null || !row.sealed) return null;
  return {
    number,
    alias: handOverAlias(seal, number, row.contact),
    words: seal.open('report', handOverPlace(number), row.sealed),
    due: row.due,
    answered: row.state === 'answered',
    taker: row.taker,
  };
};
