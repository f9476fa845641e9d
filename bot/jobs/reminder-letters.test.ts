import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hireSomebody } from '../../api/testing/employee.ts';
import { literal, type Reply } from '../conversation/reply.ts';
import type { Letter } from '../ports.ts';
import { createDeliver } from './deliver.ts';
import type { ReminderLetters } from './reminder-letters.ts';
import { openWhatsAppRoom, type WhatsAppRoom } from './testing/whatsapp-room.ts';

let room: WhatsAppRoom;
beforeAll(async () => {
  room = await openWhatsAppRoom();
  await room.sql`insert into unit (code, name) values ('dinas', 'Dinas Perhubungan')`;
});
afterAll(() => room.close());
beforeEach(async () => {
  await room.clear();
  delete room.delivery.reminders;
});

const reminder: Letter = { say: 'remind', lane: 'bulk' };
const words: Reply = { text: literal('Pelayanan Prima, tiga hari kerja lagi.') };

/** An employee who has said hello on WhatsApp. */
const employee = async () => {
  const who = await room.somebody();
  const nip = await hireSomebody(room.sql, { unit: 'dinas' });
  await room.sql`insert into staff_link (employee_id, contact_id, channel, since)
    select id, ${who.session.contact.id}, 'whatsapp-cloud', now() from employee where nip = ${nip}`;
  return who;
};

/** Delivers as the house does, with words that are found at the moment of sending. */
const deliver = (reminders: ReminderLetters) => createDeliver({ ...room.delivery, reminders })();
const found: ReminderLetters = async (letters) => new Map(letters.map(({ id }) => [id, words]));
const nothing: ReminderLetters = async () => new Map();

test('a letter of reminders finds its words when it is sent', async () => {
  const Rina = await employee();
  await room.post(Rina, reminder);
  await deliver(found);
  expect(Rina.heard()).toEqual(['Pelayanan Prima, tiga hari kerja lagi.']);
});

test('one with nothing to say any more is not sent', async () => {
  const Rina = await employee();
  await room.post(Rina, reminder);
  await deliver(nothing);
  expect(Rina.heard()).toEqual([]);
  expect(await room.states()).toEqual(['dropped: nothing to say any more']);
});

test('the words of all that are taken together are asked for at once', async () => {
  const people = await Promise.all(Array.from({ length: 5 }, employee));
  for (const one of people) await room.post(one, reminder);
  const asked: number[] = [];
  await deliver(async (letters) => {
    if (letters.length > 0) asked.push(letters.length);
    return found(letters);
  });
  expect(asked).toEqual([5]);
});

test('outside the hours of free words a template knocks, and tells nothing; the words follow the answer', async () => {
  const Rina = await employee();
  await room.hoursPass(30);
  await room.post(Rina, reminder);
  await deliver(found);
  expect(Rina.heard()).toEqual(['kabar_umum']);
  room.delivery.reminders = found;
  Rina.phone.type('menu');
  await room.emulator.idle();
  await room.retries();
  await deliver(found);
  expect(Rina.heard().filter((one) => one === 'Pelayanan Prima, tiga hari kerja lagi.')).toHaveLength(1);
});

test('on a chat that speaks for nobody any more it is dropped', async () => {
  const Rina = await employee();
  await room.post(Rina, reminder);
  await room.sql`update staff_link set ended_at = now() where contact_id = ${Rina.session.contact.id}`;
  await deliver(found);
  expect(Rina.heard()).toEqual([]);
});
