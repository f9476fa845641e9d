import { sql } from 'drizzle-orm';
import type { ChannelName } from '../../bot/conversation/inbound.ts';
import { agencyHours } from '../../bot/domain/agency-hours.ts';
import { onDuty } from '../../bot/domain/duty-hours.ts';
import { localDate } from '../../bot/domain/local-date.ts';
import type { City, Letter } from '../../bot/ports.ts';
import type { Database } from '../database.ts';
import { prepared, type Runner } from '../prepared.ts';
import { answerersOf, handOverPlace } from '../reads/hand-over.ts';
import { type Listener, onDutyNow } from '../reads/listeners.ts';
import type { Seal } from '../sealed.ts';
import { tellAnswerers } from './hand-over.ts';
import { addLetters } from './letter.ts';

const p = sql.placeholder;

type Waiting = {
  number: string;
  contact: number;
  channel: string;
  account: string;
  due: string;
  sealed: Uint8Array;
  told: boolean;
  reminded: boolean;
  lapsed: boolean;
};

/** Questions about which something is due: nobody was there yet, the day has come, or it has gone. */
const takeWaiting = prepared<Waiting>(sql`
select h.number, c.id::int as contact, c.channel, c.account, h.due, h.sealed, h.told_at is not null as told,
  h.reminded_at is not null as reminded, h.state = 'lapsed' as lapsed
from hand_over h join contact c on c.id = h.contact_id
where h.state <> 'answered' and h.sealed is not null and (h.told_at is null
  or h.state = 'open' and h.due < ${p('today')}::date or h.reminded_at is null and h.due <= ${p('today')}::date)
order by h.id limit 100 for update of h skip locked`);

const mark = prepared(sql`update hand_over set told_at = coalesce(told_at, ${p('told')}::timestamptz),
  reminded_at = coalesce(reminded_at, ${p('reminded')}::timestamptz), state = ${p('state')}
  where number = ${p('number')}`);

/** An office as such, for asking whether it is open: nobody's shift or leave counts. */
const isOpen = (city: City, now: Date): boolean =>
  onDuty('the office', now, { ...agencyHours(city), roster: [], absences: [] });

/** What somebody is told whose question was not answered on the promised day. */
const lapsedLetter = (number: string, { agency }: City): Letter => {
  const { phone, address } = agency.settings.contact;
  return {
    say: {
      text: {
        key: 'handover.lapsed',
        with: { number, phone: { literal: phone }, address: { literal: address } },
      },
    },
    lane: 'interactive',
    dedupe: `handover-lapsed:${number}`,
  };
};

const remindOne = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { row, there, now }: { row: Waiting; there: readonly Listener[]; now: Date },
): Promise<boolean> => {
  const today = localDate(now, city.agency.zone);
  const { number, contact, due } = row;
  const words = seal.open('report', handOverPlace(number), row.sealed);
  const others = there.filter(({ chats }) => !chats.includes(contact));
  const lapses = due < today && !row.lapsed;
  const reminds = row.told && !row.reminded && due <= today && others.length > 0;
  const tells = !row.told && others.length > 0;
  if (!lapses && !reminds && !tells) return false;
  if (tells || reminds) await tellAnswerers(runner, seal, others, { number, contact, words, due }, reminds);
  if (lapses) {
    const address = { channel: row.channel as ChannelName, account: row.account, id: '' };
    await Promise.all(addLetters(runner, seal, { id: contact, address }, [lapsedLetter(number, city)]));
  }
  await mark(runner, {
    number,
    told: tells ? now.toISOString() : null,
    reminded: reminds ? now.toISOString() : null,
    state: due < today ? 'lapsed' : 'open',
  });
  return true;
};

/**
 * In office hours: questions that nobody on duty has seen yet are laid before them, those promised for today are named
 * once more, and whoever was promised an answer for a day that is gone is told so, once. Gives how many were moved.
 */
export const tendQuestions = async (
  { sql: pool }: Pick<Database, 'sql'>,
  seal: Seal,
  city: City,
  now: Date,
): Promise<number> => {
  if (!isOpen(city, now)) return 0;
  return pool.begin(async (tx) => {
    const waiting = await takeWaiting(tx, { today: localDate(now, city.agency.zone) });
    if (waiting.length === 0) return 0;
    const there = await onDutyNow(tx, city, now, await answerersOf(tx, city));
    let moved = 0;
    for (const row of waiting) if (await remindOne(tx, seal, city, { row, there, now })) moved += 1;
    return moved;
  });
};
