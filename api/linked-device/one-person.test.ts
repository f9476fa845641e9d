import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from '../../bot/channels/whatsapp-linked/parse.ts';
import { openTestHall, type TestHall } from '../testing/hall.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

const read = parse('device');
let messages = 0;

/** What the client emits of a message, named by these jids: the first, and the other that may stand beside it. */
const event = (said: string | object, [remoteJid, remoteJidAlt]: readonly string[]) => ({
  messages: [
    {
      key: {
        remoteJid,
        ...(remoteJidAlt && { remoteJidAlt }),
        fromMe: false,
        id: `3EB0${(++messages).toString(16).padStart(16, '0')}`,
      },
      messageTimestamp: Math.floor(Date.now() / 1000),
      message: typeof said === 'string' ? { conversation: said } : said,
    },
  ],
});

const one = (said: string | object, jids: readonly string[]) => {
  const [inbound, ...more] = read(event(said, jids));
  if (!inbound || more.length > 0) throw new Error('one message, one person');
  return [inbound, house.hall.keyOf(inbound.from, inbound.id)] as const;
};

/** Says something as WhatsApp names the sender, and gives the session that it was said in. */
const says = async (said: string | object, ...jids: readonly string[]) =>
  (await house.hall.handle(...one(said, jids))).session;

let people = 0;
/** Names that nobody has yet. */
const somebody = () => {
  people += 1;
  const digits = `${people}`.padStart(6, '0');
  return { number: `62812${digits}@s.whatsapp.net`, lid: `27182818${digits}@lid` };
};

/** The shortest report, message by message; each stands elsewhere, for of two in one place the second joins the first. */
const shortest = () => {
  places += 1;
  const locationMessage = { degreesLatitude: -7.3315 + places * 0.003, degreesLongitude: 110.5 };
  const text = 'lampu jalan mati di depan SMP 2';
  return ['/lapor', text, 'Lampu Jalan (PJU)', { locationMessage }, 'lewati', 'Biasa', 'Kirim'];
};
let places = 0;

/** The reports of a chat. */
const reportsOf = async (contact: number): Promise<string[]> => {
  const rows = await house.hall.database.sql<{ ticket: string }[]>`
    select ticket from report where reporter_id = ${contact} order by id`;
  return rows.map(({ ticket }) => ticket);
};

/** Sends the shortest report, each message named as the next of `names` and the last name from then on. */
const reports = async (...names: readonly (readonly string[])[]): Promise<number> => {
  let contact = 0;
  for (const [i, said] of shortest().entries())
    contact = (await says(said, ...(names[i] ?? names.at(-1) ?? []))).contact.id;
  return contact;
};

const addressOf = async (contact: number) => (await house.hall.sessions.of(contact))?.contact.address.id;

test('whoever began by their number goes on under the hidden id with the same report, and is answered there', async () => {
  const { number, lid } = somebody();
  const contact = await reports([number], [number], [lid, number], [lid], [number]);
  expect(await reportsOf(contact)).toHaveLength(1);
  expect(await addressOf(contact)).toBe(lid);
  for (const names of [[lid], [number], [lid, number], [number, lid]])
    expect((await says('halo', ...names)).contact.id).toBe(contact);
});

test('whoever began by the hidden id alone is found by the number that they show later', async () => {
  const { number, lid } = somebody();
  const contact = await reports([lid], [lid], [lid, number], [number]);
  expect(await reportsOf(contact)).toHaveLength(1);
  expect(await addressOf(contact)).toBe(lid);
});

test('two who turn out to be one go on as whoever has the hidden id; what the other wrote is not handed over', async () => {
  const { number, lid } = somebody();
  const byNumber = await reports([number]);
  const byLid = await reports([lid]);
  expect(byLid).not.toBe(byNumber);
  for (const names of [[lid, number], [number], [lid]])
    expect((await says('halo', ...names)).contact.id).toBe(byLid);
  expect(await reportsOf(byLid)).toHaveLength(1);
  expect(await reportsOf(byNumber)).toHaveLength(1);
  expect(await addressOf(byNumber)).toBe('');
  expect(await addressOf(byLid)).toBe(lid);
});

test('whoever gets a number that was somebody else’s sees nothing of theirs, and they lose nothing', async () => {
  const { number, lid } = somebody();
  const { lid: newcomer } = somebody();
  const first = await reports([lid, number]);
  await says('/lapor', lid);
  const second = await says('halo', newcomer, number);
  expect(second.contact.id).not.toBe(first);
  expect(second.talk?.form).not.toBe('report');
  expect(await reportsOf(second.contact.id)).toEqual([]);
  expect((await says('halo', number)).contact.id).toBe(second.contact.id);
  const again = await says('lampu jalan mati di depan SMP 2', lid);
  expect(again.contact).toMatchObject({ id: first, address: { id: lid } });
  expect(again.talk?.form).toBe('report');
});

test('a new hidden id that nobody has told of is somebody new, for the number may have changed hands', async () => {
  const { number, lid } = somebody();
  const { lid: changed } = somebody();
  const first = await reports([lid, number]);
  const { contact } = await says('halo', changed, number);
  expect(contact.id).not.toBe(first);
  expect(await reportsOf(contact.id)).toEqual([]);
  expect((await says('halo', changed)).contact.id).toBe(contact.id);
  expect(await reportsOf(first)).toHaveLength(1);
});

test('the digits of a hidden id are no phone number', async () => {
  const { number } = somebody();
  const digits = number.split('@')[0] ?? '';
  const named = await says('halo', number);
  const hidden = await says('halo', `${digits}@lid`);
  expect(hidden.contact.id).not.toBe(named.contact.id);
  expect(hidden.contact.address.id).toBe(`${digits}@lid`);
  expect((await says('halo', `${digits}:12@s.whatsapp.net`)).contact.id).toBe(named.contact.id);
});

test('whoever is only known from a group is nobody', () => {
  const { number, lid } = somebody();
  const said = event('halo', ['120363000000000001@g.us']);
  Object.assign(said.messages[0]?.key ?? {}, { participant: lid, participantAlt: number });
  expect(read(said)).toEqual([]);
});
