import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Status } from '../channels/channel.ts';
import { openWhatsAppRoom, type WhatsAppRoom } from './testing/whatsapp-room.ts';

let room: WhatsAppRoom;
beforeAll(async () => {
  room = await openWhatsAppRoom();
});
afterAll(() => room.close());
beforeEach(() => room.clear());

type State = Status['state'];

const orders = (states: readonly State[]): State[][] =>
  states.length === 0
    ? [[]]
    : states.flatMap((one) => orders(states.filter((other) => other !== one)).map((rest) => [one, ...rest]));

const all = orders(['sent', 'delivered', 'read', 'failed']);

/** A letter that was sent, how its message is named, and what the platform may say of it. */
const sentLetter = async () => {
  const sri = await room.somebody();
  await room.post(sri, 'kabar');
  await room.deliver();
  const { params, result } = room.emulator.calls().at(-1) ?? {};
  const letter = String(params?.biz_opaque_callback_data);
  const { messages } = result as { messages: [{ id: string }] };
  const [{ id: message }] = messages;
  const told = (state: State, code = 131000 + 51): Status => ({
    message,
    letter,
    state,
    at: room.now(),
    ...(state === 'failed' && { code }),
  });
  return { sri, message, told };
};

const letterNow = async () => (await room.sql`select state, rank, body is not null as kept from letter`)[0];

/** Failed is final, unless it is known by then that the message arrived. */
const comesTo = (order: readonly State[]) => {
  const before = order.slice(0, order.indexOf('failed'));
  const arrived = before.includes('delivered') || before.includes('read');
  return arrived ? { state: 'sent', rank: 3, kept: false } : { state: 'dead', rank: 9, kept: true };
};

describe('what the platform tells of a letter', () => {
  test('in any of the 24 orders of four comes to the same, one after the other or together', async () => {
    expect(all).toHaveLength(24);
    for (const order of all)
      for (const together of [false, true]) {
        await room.clear();
        const { told } = await sentLetter();
        const statuses = order.map((state) => told(state));
        if (together) await room.settle(statuses);
        else for (const one of [...statuses, ...statuses]) await room.settle([one]);
        expect([order, await letterNow()]).toEqual([order, comesTo(order)]);
        expect(room.alarms).toHaveLength(comesTo(order).state === 'dead' ? 1 : 0);
      }
  });

  test('keeps its words until they have arrived, so that what failed can go again', async () => {
    const { told } = await sentLetter();
    expect(await letterNow()).toEqual({ state: 'sent', rank: 1, kept: true });
    await room.settle([told('delivered')]);
    expect(await letterNow()).toEqual({ state: 'sent', rank: 2, kept: false });
  });

  test('brings back whom the platform had given up, once they got something', async () => {
    const { sri, told } = await sentLetter();
    const given = async () =>
      (await room.sql`select unreachable_why as why from contact where id = ${sri.session.contact.id}`)[0]
        ?.why;
    await room.sql`update contact set unreachable_at = now(), unreachable_why = 'unreachable' where id = ${sri.session.contact.id}`;
    await room.settle([told('sent')]);
    expect(await given()).toBe('unreachable');
    await room.settle([told('delivered')]);
    expect(await given()).toBeNull();
  });

  test('finds it by the message, where the platform does not say our name back', async () => {
    const { message } = await sentLetter();
    await room.settle([{ message, state: 'read', at: room.now() }]);
    expect(await letterNow()).toMatchObject({ rank: 3 });
  });

  test.each(['sent', 'read', 'failed'] as const)('may come before the call returns: %s', async (state) => {
    const sri = await room.somebody();
    await room.post(sri, 'kabar');
    room.wire.before = async () => {
      const [row] = await room.sql`select id, fence from letter where state = 'sending'`;
      const letter = `${row?.id}.${row?.fence}`;
      const code = 131051;
      await room.settle([{ message: 'wamid.early', letter, state, code, at: room.now() }]);
    };
    await room.deliver();
    const wanted = { sent: 'sent', read: 'sent', failed: 'dead' }[state];
    expect(await letterNow()).toEqual({
      state: wanted,
      rank: { sent: 1, read: 3, failed: 9 }[state],
      kept: state !== 'read',
    });
  });

  test('of a try that failed says nothing of the next one', async () => {
    const { sri, told } = await sentLetter();
    await room.settle([told('failed', 131000)]);
    expect(await room.states()).toEqual(['waiting: unknown']);
    await room.settle([told('sent'), told('failed', 131000), told('delivered')]);
    expect(await letterNow()).toEqual({ state: 'waiting', rank: 0, kept: true });
    await room.retries();
    await room.deliver();
    await room.settle([told('sent'), told('failed', 131000)]);
    expect(await letterNow()).toEqual({ state: 'sent', rank: 1, kept: true });
    expect(sri.heard()).toEqual(['kabar', 'kabar']);
  });

  test('settles a call that gave no answer: what is known to have gone is not sent again', async () => {
    const [sri, budi] = [await room.somebody(), await room.somebody()];
    room.emulator.statuses({ read: false });
    for (const one of [sri, budi]) await room.post(one, 'kabar');
    room.emulator.faults.add({ kind: 'lost-reply', to: sri.phone.person.waId ?? '', times: 1 });
    room.emulator.faults.add({ kind: 'server-error', to: budi.phone.person.waId ?? '', times: 1 });
    await room.deliver();
    expect(await room.states()).toEqual(['waiting: unknown', 'waiting: unknown']);
    room.clock.advance(2000);
    await room.emulator.idle();
    await room.retries();
    await room.deliver();
    expect([sri.heard(), budi.heard()]).toEqual([['kabar'], ['kabar']]);
    expect(await room.states()).toEqual(['sent', 'sent']);
  });

  test('settles a sender that was killed behind its call: none of the letters goes twice', async () => {
    const sri = await room.somebody();
    await room.post(sri, 'kabar 1', 'kabar 2');
    const { sent } = room.outbox;
    room.outbox.sent = () => Promise.reject(new Error('killed'));
    await expect(room.deliver()).rejects.toThrow('killed');
    room.outbox.sent = sent;
    const { params } = room.emulator.calls().at(-1) ?? {};
    const letter = String(params?.biz_opaque_callback_data);
    await room.settle([{ message: 'wamid.y', letter, state: 'delivered', at: room.now() }]);
    await room.sql`update letter set lease_until = now() - interval '1 second'`;
    await room.deliver();
    expect(sri.heard()).toEqual(['kabar 1\n\nkabar 2']);
    expect(await room.states()).toEqual(['sent', 'sent']);
  });

  test('reaches every letter of a message that held several', async () => {
    const sri = await room.somebody();
    await room.post(sri, 'kabar 1', 'kabar 2');
    await room.deliver();
    const { params } = room.emulator.calls().at(-1) ?? {};
    const letter = String(params?.biz_opaque_callback_data);
    await room.settle([{ message: 'wamid.x', letter, state: 'failed', code: 131047, at: room.now() }]);
    expect(await room.states()).toEqual(['waiting: outside-window', 'waiting: outside-window']);
    await room.deliver();
    expect(sri.heard()).toEqual(['kabar 1\n\nkabar 2', 'kabar_umum']);
  });

  test('of a template that knocked is not what became of the letter', async () => {
    const sri = await room.somebody();
    room.hoursPass(25);
    await room.post(sri, 'kabar');
    await room.deliver();
    const { params } = room.emulator.calls().at(-1) ?? {};
    const told = { message: 'wamid.k', letter: String(params?.biz_opaque_callback_data), at: room.now() };
    expect(told.letter).toMatch(/^knock:/);
    await room.settle([{ ...told, state: 'read' }]);
    expect(await letterNow()).toEqual({ state: 'waiting', rank: 0, kept: true });
    await room.settle([{ ...told, state: 'failed', code: 131026 }]);
    expect(await room.states()).toEqual(['dropped: unreachable']);
  });

  test('in words that nobody here wrote changes nothing', async () => {
    await sentLetter();
    const letters = ['', '1', '1.1 or 1=1', `${'9'.repeat(30)}.1`, '0.0', 'knock:', '999999.1'];
    for (const letter of letters)
      await room.settle([
        { message: 'wamid.zz', letter, state: 'read', at: room.now() },
        { message: 'wamid.zz', letter, state: 'failed', at: room.now() },
      ]);
    expect(await letterNow()).toEqual({ state: 'sent', rank: 1, kept: true });
    expect(room.alarms).toEqual([]);
  });
});
