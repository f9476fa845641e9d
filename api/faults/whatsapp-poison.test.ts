import { afterAll, beforeAll, expect, test } from 'vitest';
import { say } from '../../bot/conversation/reply.ts';
import { translate } from '../../bot/i18n/translate.ts';
import { failuresMost } from '../../db/dead-updates.ts';
import { until } from './until.ts';
import { doubled, whatsappCitizen } from './whatsapp-citizen.ts';
import { openWhatsAppHouse, type WhatsAppHouse } from './whatsapp-house.ts';

let house: WhatsAppHouse;
beforeAll(async () => {
  house = await openWhatsAppHouse();
});
afterAll(() => house.close());

const apology = translate('id', say('trouble')).replace(/[\uE000-\uE003]/g, '');
const problem = 'lampu jalan mati di depan rumah nomor 1000';

test('one message that can never be written, among good ones and news of ours in one delivery, is set aside with an apology and holds up nobody', async () => {
  const { sql, emulator } = house;
  await sql`alter table report add constraint refused check (words not like '%nomor 1000') not valid`;
  const sri = emulator.phone({ name: 'Sri', waId: '6281200000501', userId: 'ID.501' });
  const budi = emulator.phone({ name: 'Budi', waId: '6281200000502' });
  const tini = emulator.phone({ name: 'Tini', userId: 'ID.503' });
  const said = (phone: typeof sri) =>
    phone.messages().flatMap(({ from, text }) => (from === 'bot' ? [text] : []));
  const one = whatsappCitizen(sri, problem, { lat: -7.3315, lon: 110.5125 }, () => emulator.hold());
  await until(
    'Sri is about to send',
    () => one.standing() === '$review',
    () => emulator.stats.calls,
  );
  budi.type('/lapor');
  sri.type('sudah belum ya');
  tini.type('/lapor');
  const failed = emulator.stats.failedDeliveries;
  expect(emulator.release('values')).toBeGreaterThanOrEqual(4);
  await until('the apology is on the phone', () => said(sri).includes(apology));
  await house.settled();

  const dead =
    await sql`select attempts, dead_at is not null as dead, payload is not null as sealed from dead_update`;
  expect(dead).toEqual([{ attempts: failuresMost, dead: true, sealed: true }]);
  expect(emulator.stats.failedDeliveries - failed).toBe(failuresMost - 1);
  expect(said(sri).filter((text) => text === apology)).toHaveLength(1);
  for (const phone of [budi, tini]) {
    expect(said(phone)).toHaveLength(1);
    expect(said(phone)[0]).toContain('ceritakan masalahnya');
  }
  expect(await sql`select 1 from report`).toHaveLength(0);
  expect(said(sri).at(-1)).not.toBe(apology);

  await sql`alter table report drop constraint refused`;
  sri.press(translate('id', say('button.send')));
  await until('Sri holds a ticket', () => one.ticket() !== undefined);
  expect(await sql`select words from report`).toEqual([{ words: problem }]);
});

test('a conversation that was spoilt in the database gets one apology for a message that came five times, and its neighbours hear nothing of it', async () => {
  const { sql, emulator } = house;
  const phone = emulator.phone({ name: 'Warga', waId: '6281200000504' });
  phone.type('/lapor');
  await phone.next();
  await sql`update talk set sealed = '\\x01ff00', revision = revision + 1 where contact_id = (select max(id) from contact)`;
  phone.type('lampu mati di gang');
  expect((await phone.next(30_000)).text).toBe(apology);
  await house.settled();
  expect(phone.messages().filter(({ text }) => text === apology)).toHaveLength(1);
  const neighbour = whatsappCitizen(
    emulator.phone({ name: 'Tetangga', waId: '6281200000505' }),
    'selokan mampet di belakang sekolah',
    { lat: -7.332, lon: 110.5 },
  );
  await until('the neighbour holds a ticket', () => neighbour.ticket() !== undefined);
  expect(doubled(neighbour)).toEqual([]);
});
