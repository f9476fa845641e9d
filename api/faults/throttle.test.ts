import { afterEach, describe, expect, test } from 'vitest';
import { atReview } from './at-review.ts';
import type { Citizen } from './citizen.ts';
import { size } from './size.ts';
import { doubledOn, standOf, wrongs } from './tickets.ts';
import { openTown, type Town } from './town.ts';
import { until } from './until.ts';

let town: Town;
afterEach(() => town?.close());

const retryAfter = size(3, 8);
const commands = ['/bantuan', '/bahasa', '/menu'];
const speaks = (method: string) => method === 'sendMessage' || method === 'editMessageText';
const hasTicket = ({ ticket }: Citizen) => ticket() !== undefined;

describe('when Telegram asks for patience', () => {
  test('R6 nothing is said before its retry_after, nothing rides in a response, and all arrives in the order it was asked for', async () => {
    town = await openTown({ processes: 2, seed: 429 });
    const { emulator, database } = town;
    let next = 7_350_000_000;
    const stranger = () => emulator.phone({ id: next++, firstName: 'Warga' });
    const said = (phone: ReturnType<typeof stranger>) =>
      phone.messages().flatMap(({ from, text }) => (from === 'bot' ? [text] : []));
    const calm = stranger();
    for (const command of commands) {
      calm.type(command);
      await calm.next(30_000);
    }
    const usual = said(calm);

    const [slowed] = town.newcomers(1) as [Citizen];
    const chat = slowed.phone.person.id;
    atReview(slowed, () =>
      emulator.faults.add({ kind: 'throttle', method: 'sendMessage', chat, retryAfter, times: 1 }),
    );
    const inForce = async () => (await database.sql`select 1 from pause where until > now()`).length > 0;
    await until('a pause is in force', inForce, town.moved, () => standOf(town, [slowed]));
    const asked = town.calls.find(({ ok, chat: to }) => !ok && to === String(chat));
    const since = town.calls.length;
    emulator.storm({ repeatShare: 0.5, copies: 2, parallel: true });
    const crowd = Array.from({ length: 6 }, stranger);
    for (const phone of crowd) for (const command of commands) phone.type(command);
    await emulator.idle();
    emulator.storm(undefined);
    const early = town.calls
      .slice(since)
      .filter(({ at, method }) => speaks(method) && at < (asked?.at ?? 0) + retryAfter * 1000);
    expect(await inForce(), 'all was asked while the pause was in force').toBe(true);
    expect(early.map(({ method, from, params }) => [method, from, params.text])).toEqual([]);
    const all = () => hasTicket(slowed) && crowd.every((phone) => said(phone).length >= usual.length);
    await until('all has arrived', all, town.moved, () => standOf(town, [slowed]));
    expect(
      town.calls
        .slice(since)
        .filter(({ at, method }) => speaks(method) && at < (asked?.at ?? 0) + retryAfter * 1000),
    ).toEqual([]);
    for (const phone of crowd) expect(said(phone)).toEqual(usual);
    expect(await wrongs(town, [slowed])).toEqual([]);
  }, 180_000);

  test('every receipt arrives once through a while of server errors', async () => {
    town = await openTown({ processes: 2, seed: 500 });
    const people = town.newcomers(5);
    for (const person of people)
      atReview(person, () =>
        town.emulator.faults.add({
          kind: 'server-error',
          method: 'sendMessage',
          chat: person.phone.person.id,
          times: size(1, 4),
        }),
      );
    await until(
      'everyone holds a ticket',
      () => people.every(hasTicket),
      town.moved,
      () => standOf(town, people),
    );
    const refused = town.calls.filter(({ ok, method }) => !ok && method === 'sendMessage').length;
    console.log(`receipts ${people.length}, server errors ${refused}`);
    expect(refused).toBe(people.length * size(1, 4));
    expect(await wrongs(town, people)).toEqual([]);
    expect(people.map(doubledOn)).toEqual(people.map(() => 0));
  }, 180_000);
});
