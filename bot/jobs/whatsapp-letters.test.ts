import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { literal, type Reply, say } from '../conversation/reply.ts';
import type { Letter } from '../ports.ts';
import { openWhatsAppRoom, type WhatsAppRoom } from './testing/whatsapp-room.ts';

let room: WhatsAppRoom;
beforeAll(async () => {
  room = await openWhatsAppRoom();
});
afterAll(() => room.close());
beforeEach(() => room.clear());

const news = (words: string, about?: string): Letter => ({
  say: {
    text: literal(words),
    choices: [{ id: 'go:track:SLT-7K4PQ2', label: literal('Lihat') }],
    ...(about && { about }),
  },
  lane: 'interactive',
});

describe('letters on WhatsApp', () => {
  test('go freely while the last word of a person is fresh', async () => {
    const sri = await room.somebody();
    await room.post(sri, news('kabar 1'), news('kabar 2'));
    await room.deliver();
    expect(sri.heard()).toEqual(['kabar 1', 'kabar 2']);
    expect(await room.states()).toEqual(['sent', 'sent']);
  });

  test('knock once outside the hours, and follow in order when the person presses, before the answer', async () => {
    const sri = await room.somebody();
    room.hoursPass(25);
    await room.post(sri, news('kabar 1', 'report:SLT-7K4PQ2'), news('kabar 2'));
    await room.deliver();
    await room.retries();
    await room.deliver();
    expect(sri.heard()).toEqual(['kabar_laporan']);
    expect(await room.states()).toEqual(['waiting: knocked', 'waiting: knocked']);
    expect(sri.phone.last()?.text).toContain('SLT-7K4PQ2');
    sri.phone.press('Baca kabar');
    await room.emulator.idle();
    expect(sri.heard()).toEqual(['kabar_laporan', 'kabar 1', 'kabar 2', 'Tidak ada kabar lain saat ini.']);
    expect(room.emulator.stats).toMatchObject({ refused: 0, failed: 0 });
  });

  test('knock again a day later, only if there is news since', async () => {
    const sri = await room.somebody();
    room.hoursPass(25);
    await room.post(sri, news('kabar 1'));
    await room.deliver();
    room.hoursPass(25);
    await room.retries();
    await room.deliver();
    expect(sri.heard()).toEqual(['kabar_umum']);
    await room.post(sri, news('kabar 2'));
    await room.retries();
    await room.deliver();
    expect(sri.heard()).toEqual(['kabar_umum', 'kabar_umum']);
    sri.phone.type('menu');
    await room.emulator.idle();
    expect(sri.heard().slice(2, 4)).toEqual(['kabar 1', 'kabar 2']);
  });

  test('of a sensitive thread say nothing of it outside the hours either', async () => {
    const sri = await room.somebody();
    room.hoursPass(25);
    const neutral: Reply = {
      text: say('news.neutral'),
      choices: [{ id: 'go:track:SLT-7K4PQ2', label: say('button.open') }],
    };
    await room.post(sri, { say: neutral, lane: 'interactive' });
    await room.deliver();
    expect(sri.phone.last()).toMatchObject({ template: 'kabar_umum' });
    expect(sri.phone.last()?.text).not.toContain('SLT-');
  });

  test('wait for the hours that end between the claim and the call', async () => {
    const sri = await room.somebody();
    room.hoursPass(23.9);
    await room.post(sri, news('kabar'));
    const wait = room.delivery.wait;
    room.delivery.pace = () => 5000;
    room.delivery.wait = async () => room.hoursPass(0.2);
    await room.deliver().finally(() => Object.assign(room.delivery, { wait, pace: () => 0 }));
    expect(sri.heard()).toEqual(['kabar_umum']);
    expect(room.emulator.stats).toMatchObject({ refused: 0, failed: 0 });
  });

  test.each(['call', 'status'] as const)(
    'that the platform finds too late (told at the %s) wait again, and it is knocked',
    async (at) => {
      const sri = await room.somebody();
      const code = 131047;
      room.emulator.faults.add({ kind: at === 'call' ? 'refuse' : 'fails-later', code, times: 1 });
      await room.post(sri, news('kabar'));
      await room.deliver();
      if (at === 'status') {
        room.clock.advance(1000);
        await room.emulator.idle();
        expect(await room.states()).toEqual(['waiting: outside-window']);
        await room.deliver();
      }
      expect(sri.heard()).toEqual(['kabar_umum']);
      expect(await room.states()).toEqual(['waiting: knocked']);
      sri.phone.press('Baca kabar');
      await room.emulator.idle();
      expect(sri.heard()).toEqual(['kabar_umum', 'kabar', 'Tidak ada kabar lain saat ini.']);
    },
  );

  test('that waited are not forgotten where the person writes while one is being looked at', async () => {
    const sri = await room.somebody();
    room.hoursPass(25);
    await room.post(sri, news('kabar'));
    const accounts = [{ name: 'whatsapp-cloud', account: '1001' }] as const;
    const [taken] = await room.outbox.claim({ accounts, most: 1 });
    if (!taken) throw new Error('nothing was claimed');
    sri.phone.type('menu');
    await room.emulator.idle();
    await room.outbox.wait(taken, 3600, 'outside window');
    await room.deliver();
    expect(sri.heard()[0]).toBe('kabar');
  });

  test('use Indonesian where a template is not approved in English, and the alarm comes once', async () => {
    const sri = await room.somebody();
    await room.sql`update contact set locale = 'en' where id = ${sri.session.contact.id}`;
    room.hoursPass(25);
    room.emulator.faults.add({ kind: 'refuse', code: 132001, times: 1 });
    await room.post(sri, news('kabar'));
    await room.deliver();
    expect(sri.phone.last()).toMatchObject({
      template: 'kabar_umum',
      text: expect.stringContaining('Ada kabar'),
    });
    expect(room.alarms).toEqual(['no-template 132001 kabar_umum en']);
  });

  test('wait, with one alarm, where no template is approved', async () => {
    const [sri, budi] = [await room.somebody(), await room.somebody()];
    room.hoursPass(25);
    room.emulator.faults.add({ kind: 'refuse', code: 132001 });
    await room.post(sri, news('kabar'));
    await room.deliver();
    await room.post(budi, news('kabar'));
    await room.retries();
    await room.deliver();
    expect(room.alarms).toEqual(['no-template 132001 kabar_umum id']);
    expect(await room.states()).toEqual(['waiting: outside window', 'waiting: outside window']);
    const [tries] = await room.sql`select sum(attempts)::int as n from letter`;
    expect(tries?.n).toBe(0);
  });

  test('to somebody who is not there any more are dropped, and that is known of them', async () => {
    const sri = await room.somebody();
    sri.phone.leave();
    await room.post(sri, 'kabar');
    await room.deliver();
    room.clock.advance(1000);
    await room.emulator.idle();
    expect(await room.states()).toEqual(['dropped: unreachable']);
    const [row] =
      await room.sql`select unreachable_why as why from contact where id = ${sri.session.contact.id}`;
    expect(row?.why).toBe('unreachable');
  });

  test('to somebody who was given up and writes again go before the answer', async () => {
    const sri = await room.somebody();
    await room.sql`update contact set unreachable_at = now(), unreachable_why = 'unreachable'
      where id = ${sri.session.contact.id}`;
    await room.post(sri, 'kabar');
    await room.deliver();
    expect(await room.states()).toEqual(['waiting: outside window']);
    sri.phone.type('/berhenti');
    await room.emulator.idle();
    expect(sri.heard()).toEqual([
      expect.stringMatching(/^kabar\n\nBaik, kami tidak akan mengirim kabar lagi/),
    ]);
  });

  test('too many to one person make only that person wait', async () => {
    const [sri, budi] = [await room.somebody(), await room.somebody()];
    room.emulator.faults.add({ kind: 'refuse', code: 131056, times: 1 });
    await room.post(sri, 'kabar');
    await room.deliver();
    await room.post(budi, 'warta');
    await room.deliver();
    expect(budi.heard()).toEqual(['warta']);
    expect(await room.states()).toEqual(['waiting: paired', 'sent']);
  });

  test('a message of ours is remembered by a hash alone, and a reply to it finds its subject', async () => {
    const sri = await room.somebody();
    await room.post(sri, news('kabar', 'report:SLT-7K4PQ2'));
    await room.deliver();
    const { id = '' } = sri.phone.last() ?? {};
    const [row] = await room.sql`select message from letter`;
    expect(row?.message).toMatch(/^[0-9a-f]{32}$/);
    expect(id).toMatch(/^wamid\./);
    expect(await room.readsOf(sri.session).subjectOf(id)).toBe('report:SLT-7K4PQ2');
  });
});

describe('letters that wait one behind the other', () => {
  test('are one message, where nothing is to be chosen above', async () => {
    const sri = await room.somebody();
    await room.post(sri, 'kabar 1', 'kabar 2', news('kabar 3'), 'kabar 4');
    await room.deliver();
    expect(sri.heard()).toEqual(['kabar 1\n\nkabar 2\n\nkabar 3', 'kabar 4']);
    expect(await room.states()).toEqual(['sent', 'sent', 'sent', 'sent']);
    const rows = await room.sql`select message from letter order by id`;
    expect(new Set(rows.slice(0, 3).map(({ message }) => message)).size).toBe(1);
  });

  test('are told apart again when the one message fails', async () => {
    const sri = await room.somebody();
    await room.post(sri, 'kabar 1', 'kabar 2');
    room.emulator.faults.add({ kind: 'server-error', times: 1 });
    await room.deliver();
    expect(await room.states()).toEqual(['waiting: unknown', 'waiting: unknown']);
    await room.retries();
    await room.deliver();
    expect(sri.heard()).toEqual(['kabar 1\n\nkabar 2']);
  });

  test('and one is not joined where its buttons would be lost', async () => {
    const sri = await room.somebody();
    const long = 'x'.repeat(1000);
    await room.post(sri, long, news('kabar'.repeat(20)));
    await room.deliver();
    expect(sri.heard()).toHaveLength(2);
  });
});
