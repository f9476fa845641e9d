import { sql } from 'drizzle-orm';
import { addHours, localDate } from '../../bot/domain/local-date.ts';
import { rightsHours } from '../../bot/domain/rights.ts';
import type { Letter } from '../../bot/ports.ts';
import type { Database } from '../database.ts';
import { prepared } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { addLetters } from './letter.ts';
import { findReachable, findReachableAdmins, findRightsOfficer, type Reachable } from './rights-officer.ts';

const p = sql.placeholder;

type Open = {
  id: number;
  number: string;
  contact: number | null;
  asked: string;
  due: string;
  officer: number | null;
};

const findOpen =
  prepared<Open>(sql`select id::int as id, number, contact_id::int as contact, asked_at as asked, due,
    officer_id::int as officer from rights_request where state = 'open' order by due`);

const nameOfficer = prepared(
  sql`update rights_request set officer_id = ${p('officer')} where id = ${p('id')} and state = 'open'`,
);

/** The number and the day, and nothing of the person: what was asked is opened by the named officer only. */
const letterOf = (
  key: 'rights.letter' | 'rights.remind',
  number: string,
  date: string,
  to: Reachable,
): Letter => ({
  say: {
    text: { key, with: { number, date: { date } } },
    choices: [{ id: `go:rights-answer:${number}`, label: { key: 'button.rights-open' } }],
  },
  lane: 'interactive',
  dedupe: `${key}:${number}:${to.employee}`,
});

const lateLetter = (number: string, name: string, to: Reachable): Letter => ({
  say: { text: { key: 'rights.late', with: { number, name: { literal: name } } } },
  lane: 'interactive',
  dedupe: `rights.late:${number}:${to.employee}`,
});

/**
 * Sees to it that no request waits unseen: its officer hears of it, another is named where that one has left or has no
 * chat, a day before the 72 hours are over comes a reminder, and after them the administrators hear. Each once, by the
 * letters' keys. Returns how many requests are open.
 */
export const remindRights = async (
  { sql: pool }: Pick<Database, 'sql'>,
  seal: Seal,
  zone: string,
  now: Date,
): Promise<number> => {
  const send = (to: Reachable, letter: Letter) => Promise.all(addLetters(pool, seal, to.contact, [letter]));
  const open = await findOpen(pool, {});
  for (const { id, number, contact, asked, due, officer } of open) {
    const named = officer === null ? undefined : await findReachable(pool, officer);
    const whose = named ?? (await findRightsOfficer(pool, contact ?? 0));
    const late = now.getTime() > new Date(due).getTime();
    const nearly = now.getTime() >= addHours(new Date(asked), rightsHours.remind).getTime();
    if (whose && !named) await nameOfficer(pool, { id, officer: whose.employee });
    if (whose) {
      const date = localDate(new Date(due), zone);
      await send(whose, letterOf('rights.letter', number, date, whose));
      if (nearly && !late) await send(whose, letterOf('rights.remind', number, date, whose));
    }
    if (late)
      for (const admin of await findReachableAdmins(pool))
        await send(admin, lateLetter(number, whose?.name ?? '–', admin));
  }
  return open.length;
};
