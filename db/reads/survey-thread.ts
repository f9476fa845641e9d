import { sql } from 'drizzle-orm';
import type { ChannelName } from '../../bot/conversation/inbound.ts';
import { aliasOf } from '../../bot/domain/alias.ts';
import type { OwnThread, RaterThread, ThreadState } from '../../bot/domain/survey-thread.ts';
import type { City, Contact } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { type Listener, onDutyNow } from './listeners.ts';
import { chatsOf } from './own-chats.ts';
import { askerOf, askersOf } from './survey-thread-askers.ts';

const p = sql.placeholder;

/** Where the words of a talk are sealed. */
export const threadPlace = (number: string): string => `survey-thread|${number}`;

/** A talk as it stands; `raters`: the chats of the person who rated, none once they are forgotten. `asked` and `answered`: the last words of each side. */
export type Thread = {
  number: string;
  contact: number | null;
  channel: string | null;
  account: string | null;
  raters: number[];
  unit: string;
  service: string;
  state: ThreadState;
  taker: number | null;
  takerName: string | null;
  asked: Uint8Array | null;
  answered: Uint8Array | null;
};

const lastOf = (whose: 'citizen' | 'officer') =>
  sql`(select sealed from skm_line where thread_id = t.id and from_whom = ${sql.raw(`'${whose}'`)} order by id desc limit 1)`;

const findThread = prepared<Thread>(sql`
select t.number, t.contact_id::int as contact, c.channel, c.account, t.unit_code as unit, s.name as service, t.state,
  t.taken_by::int as taker, e.name as "takerName", ${lastOf('officer')} as asked, ${lastOf('citizen')} as answered,
  case when c.id is null then '[]' else (select json_agg(id) from ${chatsOf(sql`c.id`)} own) end as raters
from skm_thread t join service s on s.code = t.service_code left join contact c on c.id = t.contact_id
left join employee e on e.id = t.taken_by where t.number = ${p('number')}`);

export const threadOf = async (runner: Runner, number: string): Promise<Thread | undefined> =>
  (await findThread(runner, { number }))[0];

/** The chat of whoever rated. */
export const raterOf = ({
  contact,
  channel,
  account,
}: Thread): Pick<Contact, 'id' | 'address'> | undefined =>
  contact === null || channel === null || account === null
    ? undefined
    : { id: contact, address: { channel: channel as ChannelName, account, id: '' } };

/** The name of whoever rated, the same for every officer. */
export const threadAlias = (seal: Seal, { number, contact }: Thread) =>
  aliasOf(seal.hash('alias', number, String(contact)));

/** What the citizen or the officer said last. */
export const wordsOf = (seal: Seal, number: string, sealed: Uint8Array | null): string | null =>
  sealed && seal.open('report', threadPlace(number), sealed);

/** How an employee stands to a talk: `mine` once they took it, or whoever took it is not there when it is the office's turn. */
export type Standing = { thread: Thread; asker: Listener } & Pick<RaterThread, 'may' | 'mine'>;

const standing = (thread: Thread, asker: Listener, there: readonly Listener[]): Standing => {
  const { state, taker } = thread;
  const took = taker === asker.employee;
  const left = state === 'answered' && !there.some(({ employee }) => employee === taker);
  const mine = state !== 'open' && (took || left);
  const held = { thread, asker, mine };
  if (thread.contact === null) return { ...held, mine: false, may: 'nothing' };
  switch (state) {
    case 'open':
      return { ...held, may: 'ask' };
    case 'asked':
      return { ...held, may: took ? 'wait' : 'leave' };
    case 'answered':
      return { ...held, may: mine ? 'ask' : 'leave' };
    case 'closed':
      return { ...held, may: 'nothing' };
    default:
      return state satisfies never;
  }
};

/** What the employee behind a chat may do in a talk; undefined for whoever may take no part, and for a number nobody has. */
export const standingOf = async (
  runner: Runner,
  city: City,
  { number, contact, now }: { number: string; contact: number; now: Date },
): Promise<Standing | undefined> => {
  const thread = await threadOf(runner, number);
  const asker = thread && (await askerOf(runner, city, { ...thread, contact }));
  if (!asker) return undefined;
  const waits = thread.state === 'answered' && thread.taker !== asker.employee;
  return standing(
    thread,
    asker,
    waits ? await onDutyNow(runner, city, now, await askersOf(runner, city, thread)) : [],
  );
};

/** The same for a conversation. */
export const raterThread = async (
  runner: Runner,
  seal: Seal,
  city: City,
  who: { number: string; contact: number; now: Date },
): Promise<RaterThread | null> => {
  const found = await standingOf(runner, city, who);
  if (!found) return null;
  const { thread, asker, may, mine } = found;
  return {
    number: thread.number,
    alias: threadAlias(seal, thread),
    service: thread.service,
    office: city.units.find(({ code }) => code === asker.office)?.name ?? city.agency.name,
    may,
    mine,
    taker: thread.takerName,
    words: wordsOf(seal, thread.number, thread.answered),
  };
};

/** A talk for whoever rated, in any of their chats; null for everybody else. */
export const ownThread = async (
  runner: Runner,
  seal: Seal,
  { number, contact }: { number: string; contact: number },
): Promise<OwnThread | null> => {
  const thread = await threadOf(runner, number);
  if (!thread?.raters.includes(contact)) return null;
  return {
    number,
    service: thread.service,
    state: thread.state,
    words: wordsOf(seal, number, thread.asked),
  };
};
