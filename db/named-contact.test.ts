import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../api/testing/hall.ts';
import type { Address, Inbound } from '../bot/conversation/inbound.ts';
import { createHandle, type Handle } from '../bot/handle.ts';
import { identities } from './fixtures/identities.ts';
import { createSessions } from './sessions.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

let count = 0;

type Place = Pick<Address, 'channel' | 'account'>;

/** The one who must be meant, where it happens, and the event. */
const eventOf = (text: string, run: number): { who: string; inbound: Inbound } => {
  const [who = '', ...words] = text.split(' ');
  const place: Place = {
    channel: words.includes('linked') ? 'whatsapp-linked' : 'whatsapp-cloud',
    account: words.includes('second') ? '2' : '1',
  };
  const idOf = (word: string): string => {
    const number = `${run}${word.slice(1)}`.padStart(9, '0');
    if (word.startsWith('F')) return `ID.1349${number}`;
    if (word.startsWith('L')) return `18${number}@lid`;
    return place.channel === 'whatsapp-linked' ? `628${number}@s.whatsapp.net` : `628${number}`;
  };
  const ids = (some: readonly string[]): string[] => some.filter((word) => /^[FLN]\d/.test(word)).map(idOf);
  const turns = words.indexOf('>');
  const [id = '', ...known] = ids(turns < 0 ? words : words.slice(0, turns));
  count += 1;
  return {
    who,
    inbound: {
      id: `event-${count}`,
      from: { ...place, id },
      at: new Date(),
      content: turns < 0 ? { kind: 'text', text: 'halo' } : { kind: 'unsupported', what: 'other' },
      ...(turns < 0
        ? known.length > 0 && { known }
        : { identity: { was: [id, ...known], now: ids(words.slice(turns)) } }),
    },
  };
};

/** Another process on the same database. */
const process = (cache: boolean): Handle =>
  createHandle({
    ...house.hall.parts,
    sessions: createSessions(house.hall.database, house.hall.seal, { cache, city: house.hall.city }),
  });

const take = (handle: Handle, inbound: Inbound) =>
  handle(inbound, house.hall.keyOf(inbound.from, inbound.id));

const houses = [
  ['one process', () => [house.hall.handle]],
  ['two processes in turn', () => [process(true), process(true)]],
  ['processes that remember nothing', () => [process(false), process(false)]],
] as const;

test('there are thirty fixtures of identity and more', () => {
  expect(identities.length).toBeGreaterThanOrEqual(30);
  expect(new Set(identities.map(([name]) => name)).size).toBe(identities.length);
});

const contacts = async (): Promise<number> =>
  Number((await house.hall.database.sql`select count(*)::int as n from contact`)[0]?.n);

let runs = 0;

test.each(houses.flatMap(([where, open]) => identities.map((one) => [where, ...one, open] as const)))(
  'nobody is dropped and nobody is taken for another in %s: %s',
  async (_, __, ...rest) => {
    const open = rest.at(-1) as () => readonly Handle[];
    const moments = rest.slice(0, -1) as string[];
    const handles = open();
    runs += 1;
    const run = runs;
    const met = new Map<string, number>();
    const before = await contacts();
    let i = 0;
    for (const moment of moments) {
      const events = moment.split(' & ').map((text) => eventOf(text, run));
      const handled = await Promise.all(
        events.map(({ inbound }) => take(handles[i++ % handles.length] ?? house.hall.handle, inbound)),
      );
      for (const [k, { session, repeated }] of handled.entries()) {
        const { who = '' } = events[k] ?? {};
        expect(repeated, moment).toBe(false);
        const contact = met.get(who) ?? session.contact.id;
        expect({ moment, contact: session.contact.id }).toEqual({ moment, contact });
        met.set(who, contact);
      }
    }
    expect(new Set(met.values()).size, 'merged').toBe(met.size);
    expect((await contacts()) - before, 'made for nobody').toBe(met.size);
  },
);

test('forty new people, of each of whom messages come to three processes at one moment, are forty; so they are while their ids change', async () => {
  const handles = [process(true), process(true), process(false)];
  const before = await contacts();
  const people = Array.from({ length: 40 }, (_, i) => i);
  const met = new Set<string>();
  for (const moment of [
    ['F1 N1', 'F1', 'F1 N1'],
    ['F1 N2', 'F1 N1 > F2 N2', 'F1'],
  ])
    await Promise.all(
      people.flatMap((i) =>
        moment.map(async (text, k) => {
          const { inbound } = eventOf(`A ${text}`, 50_000 + i);
          const { session } = await take(handles[k] ?? house.hall.handle, inbound);
          met.add(`${i} is ${session.contact.id}`);
        }),
      ),
    );
  expect(met.size).toBe(40);
  expect((await contacts()) - before).toBe(40);
});
