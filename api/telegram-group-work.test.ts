import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Group } from '../bot/channels/telegram/emulator/index.ts';
import { type TestHall, testToken } from './testing/hall.ts';
import { heard, newGroupId, type Office, openOffice, said, threadOf } from './testing/office-group.ts';

let office: Office;
let house: TestHall;
beforeAll(async () => {
  office = await openOffice();
  house = office.house;
});
afterAll(() => house.close());
beforeEach(() => office.forgetTries());

describe('in a group with topics', () => {
  let group: Group;
  let groupId: number;
  beforeEach(async () => {
    groupId = newGroupId();
    group = await office.linkedGroup({ id: groupId, forum: true });
    for (const who of [office.rina, office.dewi, office.sri, office.wati]) await heard(who);
  });

  test('each report has one topic, however many ask for it at once', async () => {
    const ticket = await office.newReport();
    const rooms = await Promise.all(Array.from({ length: 5 }, () => house.hall.roomOf(office.unit, ticket)));
    expect(new Set(rooms.map((room) => room?.address.id)).size).toBe(1);
    expect(group.topics()).toMatchObject([{ name: `${ticket} · Lampu Jalan (PJU)` }]);
  });

  test('a sensitive report has no place at all', async () => {
    const ticket = await office.newReport({ category: 'kekerasan' }).catch(() => undefined);
    const [row] = await house.hall.database.sql`select key from category where sensitive <> 'none' limit 1`;
    const other = ticket ?? (await office.newReport({ category: row?.key }));
    await house.hall.database.sql`update report set category = ${row?.key} where ticket = ${other}`;
    expect(await house.hall.roomOf(office.unit, other)).toBeUndefined();
    expect(group.topics()).toEqual([]);
  });

  test('a stranger who presses is told that this is for officers, and leaves no trace', async () => {
    const ticket = await office.newReport();
    await office.announce(ticket);
    const before = await office.contacts();
    for (const button of ['Terima', 'Balas']) {
      group.as(office.budi).press(button);
      await office.settled();
      expect(group.callbackAnswer()).toEqual({ text: 'Tombol ini khusus petugas.', alert: false });
    }
    expect(await office.events(ticket)).toEqual(['received', 'forward']);
    expect(await office.contacts()).toBe(before);
  });

  test('of two officers who take a report at once one does, and both hear it by toast only', async () => {
    const ticket = await office.newReport();
    await office.announce(ticket);
    const toasts: string[] = [];
    const stop = group.subscribe((event) => event.kind === 'answer' && toasts.push(event.text));
    group.as(office.rina.person).press('Terima');
    group.as(office.dewi.person).press('Terima');
    await office.settled();
    stop();
    expect((await office.events(ticket)).filter((action) => action === 'accept')).toHaveLength(1);
    expect(toasts).toHaveLength(2);
    expect(toasts.filter((text) => text.includes(ticket))).toHaveLength(2);
    expect(new Set(toasts).size).toBe(2);
    expect(said(group).filter((text) => toasts.includes(text))).toEqual([]);
    expect([await heard(office.rina), await heard(office.dewi)]).toEqual([[], []]);
  });

  test('a press in the middle of an officer’s own report changes nothing of that', async () => {
    const ticket = await office.newReport();
    await office.announce(ticket);
    office.dewi.phone.type('/lapor');
    office.dewi.phone.type('lampu jalan mati di depan pasar');
    const asked = (await heard(office.dewi)).at(-1);
    group.as(office.dewi.person).press('Terima');
    await office.settled();
    expect(await heard(office.dewi)).toEqual([]);
    office.dewi.phone.type('ulang');
    expect((await heard(office.dewi)).at(-1)?.split('\n').at(-1)).toBe(asked?.split('\n').at(-1));
    office.dewi.phone.type('batal');
    office.dewi.phone.type('ya');
    await heard(office.dewi);
  });

  test('a press that begins an answer goes on in the private chat', async () => {
    const ticket = await office.newReport();
    const room = await office.announce(ticket);
    const before = said(group).length;
    group.as(office.rina.person).press('Balas');
    await office.settled();
    expect(group.callbackAnswer()?.text).toBe('Kami lanjutkan di chat pribadi.');
    expect(await heard(office.rina)).toHaveLength(1);
    group.as(office.rina.person).type('/balas', { topic: threadOf(room) });
    await office.settled();
    expect(group.messages().at(-1)?.reactions).toEqual(['👀']);
    expect(await heard(office.rina)).toHaveLength(1);
    expect(said(group)).toHaveLength(before);
    office.rina.phone.type('batal');
    await heard(office.rina);
  });

  test('what officers write in a report’s topic is a note, once, and reaches no citizen', async () => {
    const { id: reporter } = (
      await house.hall.sessions.open(
        { channel: 'telegram', account: '4242', id: String(office.wati.person.id) },
        true,
      )
    ).contact;
    const ticket = await office.newReport({ reporter });
    const thread = threadOf(await office.announce(ticket));
    house.emulator.storm({ repeatShare: 1, copies: 2, parallel: true });
    group.as(office.rina.person).type('tiang nomor 12, bukan milik kita?', { topic: thread });
    group.as(office.dewi.person).type('milik kita, saya cek sore', { topic: thread });
    await office.settled();
    house.emulator.storm(undefined);
    await house.hall.deliver();
    const written = await office.notes(ticket);
    expect(written.toSorted()).toEqual(['milik kita, saya cek sore', 'tiang nomor 12, bukan milik kita?']);
    const marked = group
      .messages()
      .filter(({ from }) => from === 'person')
      .slice(-2);
    expect(marked.map(({ reactions }) => reactions)).toEqual([['✍'], ['✍']]);
    expect([await heard(office.wati), await heard(office.rina), await heard(office.dewi)]).toEqual([
      [],
      [],
      [],
    ]);
    expect(await office.events(ticket)).toEqual(['received', 'forward']);
  });

  test('a note or press that Telegram sends again asks nothing again in the private chat', async () => {
    const ticket = await office.newReport();
    const thread = threadOf(await office.announce(ticket));
    office.rina.phone.type('/lapor');
    await heard(office.rina);
    house.emulator.storm({ repeatShare: 1, copies: 2, parallel: false });
    group.as(office.rina.person).type('saya cek nanti', { topic: thread });
    await office.settled();
    group.as(office.rina.person).press('Terima');
    await office.settled();
    house.emulator.storm(undefined);
    expect((await office.events(ticket)).filter((action) => action === 'accept')).toHaveLength(1);
    expect(await office.notes(ticket)).toEqual(['saya cek nanti']);
    expect(await heard(office.rina)).toEqual([]);
  });

  test('what a stranger or the citizen writes there is nobody’s note', async () => {
    const ticket = await office.newReport();
    const thread = threadOf(await office.announce(ticket));
    const before = await office.contacts();
    group.as(office.budi).type('saya lewat', { topic: thread });
    group.as(office.wati.person).type('kapan selesai?', { topic: thread });
    group.as(office.budi).type('/balas', { topic: thread });
    group.as(office.budi).type('pesan biasa');
    await office.settled();
    expect(await office.notes(ticket)).toEqual([]);
    expect(await office.contacts()).toBe(before);
    expect(group.messages().flatMap(({ reactions }) => reactions)).toEqual([]);
  });

  test('nobody of another office writes notes on a report', async () => {
    const ticket = await office.newReport();
    const thread = threadOf(await office.announce(ticket));
    await house.hall.database
      .sql`update report set unit_code = (select max(code) from unit) where ticket = ${ticket}`;
    group.as(office.rina.person).type('bukan urusan saya', { topic: thread });
    await office.settled();
    expect(await office.notes(ticket)).toEqual([]);
    expect(group.messages().at(-1)?.reactions).toEqual([]);
  });

  test('a report whose topic was deleted is talked about in the group itself', async () => {
    const ticket = await office.newReport();
    const thread = threadOf(await office.announce(ticket));
    await house.emulator.call(testToken, 'deleteForumTopic', { chat_id: groupId, message_thread_id: thread });
    await office.announce(ticket);
    const card = group.last();
    expect(card).toMatchObject({ text: `Laporan baru ${ticket}` });
    expect(card?.thread).toBeUndefined();
    group.as(office.rina.person).type('topiknya terhapus', { replyTo: card?.id ?? 0 });
    await office.settled();
    expect(await office.notes(ticket)).toEqual(['topiknya terhapus']);
  });
});

test('in a group without topics a reply to a report’s message is a note', async () => {
  const group = await office.linkedGroup({ role: 'member' });
  const ticket = await office.newReport();
  await office.announce(ticket);
  group.as(office.dewi.person).type('sudah saya cek', { replyTo: group.last()?.id ?? 0 });
  group.as(office.dewi.person).type('ini bukan catatan');
  await office.settled();
  expect(await office.notes(ticket)).toEqual(['sudah saya cek']);
});
