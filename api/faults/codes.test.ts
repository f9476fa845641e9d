import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginning, codeTries, newCode } from '../../bot/domain/activation-code.ts';
import { makeCode } from '../../db/stores/activation.ts';
import { hireSomebody } from '../testing/employee.ts';
import { openTestHall, type TestHall } from '../testing/hall.ts';
import { isLong } from './size.ts';

const guesses = isLong ? 100_000 : 5_000;
const perChat = 5;
const atOnce = 20;

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

/** A guess with the beginning of a code that is open, which everybody may have seen. */
const guessAt = (code: string): string => beginning(code) + newCode(randomBytes).replaceAll('-', '').slice(4);

test(`${guesses} guessed codes from many chats at once link nobody, and burn what they are aimed at`, async () => {
  const { database, seal, clock, handle, keyOf } = house.hall;
  const open: string[] = [];
  for (let i = 0; i < 40; i++) {
    const nip = await hireSomebody(database.sql);
    const made = await makeCode(database.sql, seal, { nip, now: clock.now(), random: randomBytes });
    if (typeof made !== 'string') open.push(made.code);
  }
  const [spared = '', ...aimedAt] = open;
  let sent = 0;
  const ask = async (chat: number, code: string) => {
    const from = { channel: 'telegram', account: '4242', id: String(chat) } as const;
    const id = `guess-${sent++}`;
    const inbound = { id, from, at: new Date(), content: { kind: 'text', text: `/masuk ${code}` } } as const;
    return handle(inbound, keyOf(from, id));
  };
  const guesser = async (first: number) => {
    for (let chat = first; chat < guesses / perChat; chat += atOnce)
      for (let i = 0; i < perChat; i++) {
        const target = aimedAt[(chat * perChat + i) % (2 * aimedAt.length)];
        await ask(50_000_000 + chat, target ? guessAt(target) : newCode(randomBytes));
      }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, i) => guesser(i)));

  expect(sent).toBe(guesses);
  expect(await database.sql`select 1 from staff_link`).toHaveLength(0);
  const tries = await database.sql<
    { beginning: string; tries: number }[]
  >`select beginning, tries from activation`;
  for (const code of aimedAt)
    expect(tries.find((row) => row.beginning === beginning(code))?.tries).toBeGreaterThanOrEqual(codeTries);
  const [counted] = await database.sql`select count(*)::int as tries from code_try`;
  expect(counted?.tries).toBe(guesses);

  const late = await ask(60_000_000, aimedAt[0] ?? '');
  expect(JSON.stringify(late.say)).toContain('link.no');
  const owner = await ask(60_000_001, spared);
  expect(JSON.stringify(owner.say)).toContain('link.done');
}, 600_000);

test('of a code typed in twenty chats at once, one is linked', async () => {
  const { database, seal, clock, handle, keyOf } = house.hall;
  const nip = await hireSomebody(database.sql);
  const made = await makeCode(database.sql, seal, { nip, now: clock.now(), random: randomBytes });
  const code = typeof made === 'string' ? '' : made.code;
  const before = await database.sql`select 1 from staff_link`;
  const said = await Promise.all(
    Array.from({ length: 20 }, (_, i) => {
      const from = { channel: 'telegram', account: '4242', id: String(70_000_000 + i) } as const;
      const id = `together-${i}`;
      const content = { kind: 'text', text: `/masuk ${code}` } as const;
      return handle({ id, from, at: new Date(), content }, keyOf(from, id));
    }),
  );
  const told = said.map(({ say }) => JSON.stringify(say));
  expect(told.filter((text) => text.includes('link.done'))).toHaveLength(1);
  expect(told.filter((text) => text.includes('link.no'))).toHaveLength(19);
  expect(await database.sql`select 1 from staff_link`).toHaveLength(before.length + 1);
});
