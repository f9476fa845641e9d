import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { literal } from '../conversation/reply.ts';
import type { Letter } from '../ports.ts';
import { type LetterRoom, openLetterRoom } from './testing/letter-room.ts';

let room: LetterRoom;
beforeAll(async () => {
  room = await openLetterRoom();
});
afterAll(() => room.close());
beforeEach(() => room.clear());

const accounts = [{ name: 'telegram', account: '4242' }] as const;

const bulk = (text: string): Letter => ({ say: { text: literal(text) }, lane: 'bulk' });

describe('letters', () => {
  test('of one person arrive in the order they were written, those of others beside them', async () => {
    const [sri, budi] = [await room.somebody(), await room.somebody()];
    for (const n of [1, 2, 3]) {
      await room.post(sri, `kabar ${n}`);
      await room.post(budi, `warta ${n}`);
    }
    expect(await room.deliver()).toBe(6);
    expect(sri.heard()).toEqual(['kabar 1', 'kabar 2', 'kabar 3']);
    expect(budi.heard()).toEqual(['warta 1', 'warta 2', 'warta 3']);
    expect(await room.sql`select 1 from letter where body is not null`).toHaveLength(0);
  });

  test('wait behind one that failed, and then keep their order', async () => {
    const sri = await room.somebody();
    await room.post(sri, 'kabar 1', 'kabar 2');
    room.emulator.faults.add({ kind: 'server-error', times: 1 });
    expect(await room.deliver()).toBe(1);
    expect(await room.states()).toEqual(['waiting: unknown', 'waiting']);
    await room.timePasses();
    await room.deliver();
    expect(sri.heard()).toEqual(['kabar 1', 'kabar 2']);
  });

  test('that answer go before those that were not asked for', async () => {
    const [sri, budi] = [await room.somebody(), await room.somebody()];
    await room.post(sri, bulk('ingat'), 'jawaban');
    await room.post(budi, bulk('ingat juga'));
    const [first] = await room.outbox.claim({ accounts, most: 1 });
    expect(first).toMatchObject({ contact: sri.session.contact.id, bulk: false });
    if (first) await room.outbox.later(first, 0, '');
    await room.deliver();
    expect(sri.heard()).toEqual(['jawaban', 'ingat']);
  });

  test('that are too fast stop the whole account for as long as Telegram says', async () => {
    const [sri, budi] = [await room.somebody(), await room.somebody()];
    await room.post(sri, 'kabar');
    room.emulator.faults.add({ kind: 'throttle', retryAfter: 3600, times: 1 });
    await room.deliver();
    await room.post(budi, 'warta');
    const calls = room.emulator.stats.calls;
    expect(await room.deliver()).toBe(0);
    expect(room.emulator.stats.calls).toBe(calls);
    expect(await room.outbox.nextDue(accounts)).toBeLessThanOrEqual(3600);
    const [pause] = await room.sql`select extract(epoch from until - now())::int as seconds from pause`;
    expect(pause?.seconds).toBeGreaterThan(3590);
    await room.timePasses();
    await room.deliver();
    expect([...sri.heard(), ...budi.heard()]).toEqual(['kabar', 'warta']);
  });

  test('that had to wait often, as the platform asked, have all their tries before them', async () => {
    const sri = await room.somebody();
    await room.post(sri, 'kabar');
    room.emulator.faults.add({ kind: 'throttle', retryAfter: 1, times: 12 });
    for (let wait = 1; wait <= 12; wait++) {
      await room.deliver();
      await room.timePasses();
    }
    room.emulator.faults.add({ kind: 'server-error', times: 1 });
    await room.deliver();
    expect(room.alarms).toEqual([]);
    expect(await room.states()).toEqual(['waiting: unknown']);
    await room.timePasses();
    await room.deliver();
    expect(sri.heard()).toEqual(['kabar']);
  });

  test('that nobody answers for are shown to a person after twelve tries', async () => {
    const sri = await room.somebody();
    await room.post(sri, 'kabar', 'kabar lain');
    room.emulator.faults.add({ kind: 'server-error', times: 12 });
    for (let attempt = 1; attempt <= 12; attempt++) {
      expect(room.alarms).toEqual([]);
      await room.timePasses();
      await room.deliver();
    }
    expect(room.alarms).toEqual(['unknown 500']);
    expect(await room.states()).toEqual(['dead: unknown', 'sent']);
    expect(sri.heard()).toEqual(['kabar lain']);
  });

  test('that Telegram refuses are shown at once, and hold up nobody', async () => {
    const sri = await room.somebody();
    await room.post(sri, 'kabar', 'kabar lain');
    room.emulator.faults.add({ kind: 'refuse', times: 1 });
    await room.deliver();
    expect(room.alarms).toEqual(['rejected 400']);
    expect(await room.states()).toEqual(['dead: rejected', 'sent']);
  });

  test('to somebody who blocked the bot are dropped, and that is known of them', async () => {
    const sri = await room.somebody();
    sri.phone.block();
    await room.post(sri, 'kabar');
    await room.deliver();
    expect(await room.states()).toEqual(['dropped: blocked']);
    const [row] =
      await room.sql`select unreachable_why as why from contact where id = ${sri.session.contact.id}`;
    expect(row?.why).toBe('blocked');
  });

  test('that were not asked for stop when somebody says so, answers do not', async () => {
    const sri = await room.somebody();
    await room.tell(sri, { kind: 'text', text: '/berhenti' });
    await room.post(sri, bulk('ingat'), 'jawaban');
    await room.deliver();
    expect(sri.heard()).toEqual(['jawaban']);
    expect(await room.states()).toEqual(['dropped: stopped', 'sent']);
  });

  test('whose words do not open hold up nobody else, and wait for the key to come back', async () => {
    const [sri, budi] = [await room.somebody(), await room.somebody()];
    await room.post(sri, 'rusak');
    await room.post(budi, 'warta');
    await room.sql`update letter set body = set_byte(body, 20, 255 - get_byte(body, 20)) where contact_id = ${sri.session.contact.id}`;
    await room.deliver();
    await room.deliver();
    expect([...sri.heard(), ...budi.heard()]).toEqual(['warta']);
    expect(await room.states()).toEqual(['waiting: unreadable', 'sent']);
    await room.sql`update letter set body = set_byte(body, 20, 255 - get_byte(body, 20)) where body is not null`;
    await room.timePasses();
    await room.deliver();
    expect(sri.heard()).toEqual(['rusak']);
  });

  test('of another account wait for the process that has it', async () => {
    const other = await room.sessions.open({ channel: 'telegram', account: '5151', id: '1' }, true);
    await room.sessions.post(other, [{ say: { text: literal('kabar') }, lane: 'interactive' }]);
    await room.deliver();
    expect(await room.states()).toEqual(['waiting']);
  });
});

describe('a sender that comes back late', () => {
  test.each(['sent', 'later', 'ended'] as const)('changes nothing by "%s"', async (verb) => {
    await room.post(await room.somebody(), 'kabar');
    const [late] = await room.outbox.claim({ accounts, most: 1 });
    await room.sql`update letter set lease_until = now() - interval '1 second'`;
    const [present] = await room.outbox.claim({ accounts, most: 1 });
    if (!late || !present) throw new Error('nothing was claimed');
    expect(present).toMatchObject({ id: late.id, fence: late.fence + 1 });
    const marks = {
      sent: () => room.outbox.sent(late),
      later: () => room.outbox.later(late, 0, 'x'),
      ended: () => room.outbox.ended(late, 'dead', 'x'),
    };
    expect(await room.outbox.hold(late, 600)).toBe(false);
    await marks[verb]();
    expect(await room.states()).toEqual(['sending']);
    expect(await room.outbox.hold(present, 600)).toBe(true);
    const [letter] =
      await room.sql`select extract(epoch from lease_until - now())::int as seconds from letter`;
    expect(letter?.seconds).toBeGreaterThan(590);
    await room.outbox.sent(present);
    expect(await room.states()).toEqual(['sent']);
  });
});
