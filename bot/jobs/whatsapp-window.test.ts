import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { forgetPerson } from '../../db/retention/forget-person.ts';
import { rules } from '../../db/retention/rules.ts';
import type { Channel } from '../channels/channel.ts';
import { can as telegram } from '../channels/telegram/can.ts';
import { can as linked } from '../channels/whatsapp-linked/can.ts';
import type { ChannelName } from '../conversation/inbound.ts';
import { literal, say } from '../conversation/reply.ts';
import { keepDays } from '../domain/retention.ts';
import { createPace, paces } from '../pace.ts';
import type { Letter } from '../ports.ts';
import { openWhatsAppRoom, type WhatsAppRoom } from './testing/whatsapp-room.ts';

let room: WhatsAppRoom;
beforeAll(async () => {
  room = await openWhatsAppRoom({ pairLimit: { burst: 6 } });
});
afterAll(() => room.close());
beforeEach(() => room.clear());

/** Another app in which people hear us. */
const otherApp = (name: ChannelName, can: Channel<string>['can']) => {
  const heard: string[] = [];
  const channel: Channel<string> = {
    name,
    account: '7',
    can,
    parse: () => [],
    encode: (_, { texts }) => [...texts],
    send: async (text) => {
      heard.push(text);
      return { ok: true, id: `${heard.length}` };
    },
    fetch: async () => ({ ok: false, again: false, detail: '' }),
  };
  return { channel, heard };
};

/** A contact in another app, of the same person. */
const alsoOn = async (channel: ChannelName, contact: number, hoursAgo: number, chosen = false) => {
  const other = await room.sessions.open({ channel, account: '7', id: `p${contact}` }, true);
  const spoke = new Date(room.clock.now() - hoursAgo * 3_600_000).toISOString();
  const ids = [contact, other.contact.id];
  await room.sql`update contact set person = '0194d3a0-0000-7000-8000-000000000001' where id in ${room.sql(ids)}`;
  await room.sql`update talk set spoke_at = ${spoke} where contact_id = ${other.contact.id}`;
  if (chosen) await room.sql`update contact set chosen_at = now() where id = ${other.contact.id}`;
  return other;
};

const clearPeople = () => room.sql`update contact set person = null, chosen_at = null`;

const shown = (text: string): Letter => ({
  say: { text: literal(text), choices: [{ id: 'go:menu', label: literal('Menu') }] },
  lane: 'interactive',
});

test('two hundred letters to fifty people, half of them late: none refused, each of the right kind, in order', async () => {
  const people = await Promise.all(Array.from({ length: 50 }, () => room.somebody()));
  const late = people.slice(0, 25);
  const early = people.slice(25);
  room.hoursPass(23);
  for (const one of early) one.phone.type('menu');
  await room.emulator.idle();
  room.hoursPass(2);
  const before = new Map(people.map((one) => [one, one.heard().length]));
  const since = (one: (typeof people)[number]) => one.heard().slice(before.get(one));
  for (const n of [1, 2, 3, 4])
    await Promise.all(people.map((one) => room.post(one, n % 2 ? `kabar ${n}` : shown(`kabar ${n}`))));
  const pace = createPace(paces['whatsapp-cloud'], { now: room.now });
  room.delivery.pace = (contact) => pace(contact, false);
  room.delivery.wait = async (milliseconds) => room.clock.advance(milliseconds);
  await room.deliver();
  const inOrder = ['kabar 1\n\nkabar 2', 'kabar 3\n\nkabar 4'];
  for (const one of early) expect(since(one)).toEqual(inOrder);
  for (const one of late) expect(since(one)).toEqual(['kabar_umum']);
  const waits = { 'waiting: knocked': 100, sent: 100 };
  const states = Object.groupBy((await room.states()).slice(-200), (state) => state);
  expect({ 'waiting: knocked': states['waiting: knocked']?.length, sent: states.sent?.length }).toEqual(
    waits,
  );
  for (const one of late) {
    one.phone.press('Baca kabar');
    room.clock.advance(1000);
  }
  await room.emulator.idle();
  for (const one of late)
    expect(since(one)).toEqual(['kabar_umum', ...inOrder, 'Tidak ada kabar lain saat ini.']);
  expect(room.emulator.stats).toMatchObject({ refused: 0, failed: 0 });
  expect(room.alarms).toEqual([]);
  Object.assign(room.delivery, { pace: () => 0, wait: async () => {} });
});

/** Until everything has gone, as the sweep would; `refused` are the platform's refusals meanwhile. */
const sweepAll = async (): Promise<number> => {
  const before = room.emulator.stats.refused;
  for (let turn = 0; turn < 100 && (await room.states()).some((state) => state !== 'sent'); turn++) {
    await room.deliver();
    room.clock.advance(2000);
    await room.retries();
  }
  return room.emulator.stats.refused - before;
};

const many = Array.from({ length: 24 }, (_, n) => shown(`kabar ${n}`));

test('many letters to one person go as slowly as Meta wants, in order, and nobody else waits', async () => {
  const [sri, budi] = [await room.somebody(), await room.somebody()];
  const pace = createPace(paces['whatsapp-cloud'], { now: room.now });
  Object.assign(room.delivery, {
    pace: (contact: number) => pace(contact, false),
    wait: async (milliseconds: number) => room.clock.advance(milliseconds),
  });
  room.clock.advance(60_000);
  await room.post(sri, ...many);
  await room.post(budi, 'warta');
  const refused = await sweepAll();
  Object.assign(room.delivery, { pace: () => 0, wait: async () => {} });
  expect(refused).toBe(0);
  expect(sri.heard()).toEqual(many.map((_, n) => `kabar ${n}`));
  expect(budi.heard()).toEqual(['warta']);
});

test('without that pace Meta refuses, and everything still arrives in order', async () => {
  const sri = await room.somebody();
  room.clock.advance(60_000);
  await room.post(sri, ...many);
  expect(await sweepAll()).toBeGreaterThan(0);
  expect(sri.heard()).toEqual(many.map((_, n) => `kabar ${n}`));
});

test('news goes to the chat that was chosen for it, answers do not', async () => {
  const sri = await room.somebody();
  const { channel, heard } = otherApp('telegram', telegram);
  room.add(channel);
  await alsoOn('telegram', sri.session.contact.id, 900, true);
  await room.post(sri, 'kabar', { ...shown('jawaban'), answer: true }, 'warta');
  await room.deliver({ contact: sri.session.contact.id });
  expect(sri.heard()).toEqual(['jawaban']);
  expect(heard).toEqual(['kabar', 'warta']);
  expect(await room.states()).toEqual(['sent', 'sent', 'sent']);
  await clearPeople();
});

test('news of a sensitive report stays in its chat, whatever was chosen', async () => {
  const sri = await room.somebody();
  const { channel, heard } = otherApp('telegram', telegram);
  room.add(channel);
  await alsoOn('telegram', sri.session.contact.id, 900, true);
  const door = { id: 'go:track:SLT-7K4PQ2', label: say('button.open') };
  await room.post(sri, { say: { text: say('news.neutral'), choices: [door] }, lane: 'interactive' });
  await room.deliver();
  expect(sri.heard()).toEqual(['Ada kabar baru untuk Bapak/Ibu.']);
  expect(heard).toEqual([]);
  await clearPeople();
});

test('where no template is approved news goes to another chat of the person', async () => {
  const sri = await room.somebody();
  const { channel, heard } = otherApp('telegram', telegram);
  room.add(channel);
  await alsoOn('telegram', sri.session.contact.id, 900);
  room.hoursPass(25);
  room.emulator.faults.add({ kind: 'refuse', code: 132001 });
  await room.post(sri, 'kabar');
  await room.deliver();
  expect([sri.heard(), heard]).toEqual([[], ['kabar']]);
  await clearPeople();
});

test('a linked device never writes outside the hours, and what waited follows the person’s word', async () => {
  const { channel, heard } = otherApp('whatsapp-linked', linked);
  room.add(channel);
  const at = { channel: 'whatsapp-linked', account: '7', id: 'budi@lid' } as const;
  const budi = await room.sessions.open(at, true);
  await room.post({ session: budi }, 'kabar');
  await room.deliver();
  await room.retries();
  await room.deliver();
  expect(heard).toEqual([]);
  expect(await room.states()).toEqual(['waiting: outside window']);
  await room.sql`update talk set spoke_at = ${room.now().toISOString()} where contact_id = ${budi.contact.id}`;
  await room.retries();
  await room.deliver();
  expect(heard).toEqual(['kabar']);
});

test('news that nobody came for in thirty days is not kept, however often it was looked at', async () => {
  const sri = await room.somebody();
  room.hoursPass(25);
  await room.post(sri, 'kabar');
  await room.deliver();
  await room.sql`update letter set created_at = now() - interval '31 days'`;
  const before = new Date(Date.now() - keepDays.unsentLetters * 86_400_000).toISOString();
  const rule = rules.findLast(({ table }) => table === 'letter');
  expect(await rule?.take(room.sql, { before, most: 10 }, room.seal)).toBe(1);
  expect(await room.states()).toEqual([]);
});

test('whoever is forgotten leaves no news behind that waited for their word', async () => {
  const sri = await room.somebody();
  room.hoursPass(25);
  await room.post(sri, 'kabar');
  await room.deliver();
  expect(await room.states()).toEqual(['waiting: knocked']);
  await room.post(sri, 'datanya sudah dihapus');
  await forgetPerson(room.sql, room.seal, sri.session.contact.id, new Date(Date.now() + 1000));
  expect(await room.states()).toEqual(['waiting']);
});

test('nobody there any more: news finds the person’s other chat', async () => {
  const sri = await room.somebody();
  const { channel, heard } = otherApp('telegram', telegram);
  room.add(channel);
  await alsoOn('telegram', sri.session.contact.id, 900);
  room.emulator.faults.add({ kind: 'refuse', code: 131026 });
  await room.post(sri, 'kabar');
  await room.deliver();
  expect([sri.heard(), heard]).toEqual([[], ['kabar']]);
  await clearPeople();
});
