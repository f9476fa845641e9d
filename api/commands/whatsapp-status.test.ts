import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { account } from '../../bot/channels/whatsapp-linked/index.ts';
import { connect, type Database } from '../../db/database.ts';
import { createLinkedDeviceStore } from '../../db/linked-device.ts';
import { createHealthBook, type HealthBook } from '../../db/linked-device-health.ts';
import { createDeviceLease } from '../../db/linked-device-lease.ts';
import { createSeal, type Seal } from '../../db/sealed.ts';
import { seedCity } from '../../db/seed/index.ts';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';
import { workplace } from './testing/run-program.ts';
import { resumeWhatsApp } from './whatsapp-resume.ts';
import { devicePicture } from './whatsapp-status.ts';
import { statusWords } from './whatsapp-status-words.ts';

const key = Buffer.alloc(32, 7);
const seal = createSeal(key);
const zone = 'Asia/Jakarta';
let copy: TestDatabase;
let database: Database;
let book: HealthBook;
beforeAll(async () => {
  copy = await testDatabase();
  database = connect(copy.url);
  await seedCity(database, 'salatiga');
  book = createHealthBook(database, account, zone);
});
afterAll(async () => {
  await database.close();
  await copy.drop();
});
beforeEach(async () => {
  await copy.sql`truncate linked_device, linked_device_health, linked_device_day, linked_device_lease, linked_device_message`;
});

const pictureBy = (by: Seal = seal) => {
  const opened = { database, seal: by, url: copy.url, close: async () => {} };
  return devicePicture(opened, { WHATSAPP_LINKED_DEVICE: true, AGENCY_TIMEZONE: zone });
};
const shown = async (by?: Seal) => statusWords(await pictureBy(by), new Date());

const lease = () => createDeviceLease(copy, account, '6f1c2f2e-3f0a-4d5e-9a53-0d9c55b5a001');

const linkedAs = async (credentials: object) => {
  const fence = (await lease().take()) ?? 0;
  await createLinkedDeviceStore(copy, seal, account, fence).write({
    credentials: JSON.stringify(credentials),
  });
  await lease().release(fence);
};
const number = '6281200000479';
const linked = {
  me: { id: `${number}:3@s.whatsapp.net`, lid: '27182818999:3@lid' },
  account: { details: 'x' },
};

describe('the picture of the linked device', () => {
  test('says that none is linked, and how to link one', async () => {
    const words = await shown();
    expect(words).toMatch(/Number +none is linked\. Link one with "npm run pendopo -- whatsapp pair"/);
    expect(words).toMatch(/State +no service has used it yet/);
  });

  test('does not call a link that was only begun one', async () => {
    await linkedAs({ me: linked.me });
    expect(await shown()).toContain('none is linked');
  });

  test('shows a device that works: the end of its number, who holds it, what it did today and of its limit', async () => {
    await linkedAs(linked);
    await book.tell('open');
    await book.count('heard', 12);
    await book.count('sent', 300);
    await book.count('reconnects');
    await lease().take();
    const words = await shown();
    expect(words).toMatch(/Number +linked, ends in 479$/m);
    expect(words).toMatch(/State +connected, since \d\d:\d\d \(Asia\/Jakarta\)$/m);
    expect(words).toMatch(/Held +by a running service, believed for (2\d|30) s more$/m);
    expect(words).toMatch(/Sending +not paused$/m);
    expect(words).toMatch(
      /Today +12 heard, the last at \d\d:\d\d; 300 sent, 0 refused, 0 that could not be opened, 1 reconnects$/m,
    );
    expect(words).toContain('[###############...............] 300 of 600 a day');
    expect(words).not.toMatch(/Undecided|Why|To do/);
    expect(words.split('\n').slice(-7)).toHaveLength(7);
    expect(words.split('\n').at(-7)).toMatch(/^\d{4}-\d\d-\d\d +12 +300 +0 +0 +1$/);
  });

  test('never shows the whole number, nor the hidden id', async () => {
    await linkedAs(linked);
    await book.tell('open');
    const all = `${await shown()}${JSON.stringify(await pictureBy())}`;
    expect(all).not.toMatch(/\d{9,}|@/);
  });

  test('says what a key that does not fit means', async () => {
    await linkedAs(linked);
    expect(await shown(createSeal(Buffer.alloc(32, 8)))).toContain('this APP_KEY cannot open it');
  });

  test('says that the service has gone which had connected it', async () => {
    await book.tell('open');
    expect(await shown()).toMatch(/Held +by nobody: the service that used it has gone; start the service$/m);
  });

  test.each([
    ['waiting', '428', /WhatsApp closed the connection \(428\)/, /comes back by itself/],
    ['waiting', '500', /does not know \(500\)/, /Three of them within ten minutes/],
    ['waiting', 'breaker', /many times in a row/, /every half hour/],
    ['stopped', '401', /logged out on the phone/, /whatsapp pair --again/],
    ['stopped', '403', /blocked or locked/, /whatsapp resume/],
    ['stopped', '405', /this version of the client/, /Update Pendopo/],
    ['stopped', 'pair-again', /does not know this device/, /whatsapp pair --again/],
    ['stopped', '440', /another program/, /End the other one.*whatsapp resume/],
    ['stopped', 'unreadable', /APP_KEY/, /the key that it was linked with/],
    ['waiting', 'network', /cannot be reached/, /network/],
    ['stopped', 'constructor', /the reason "constructor"/, /service's log/],
  ] as const)('says of %s for %s what it means and what to do', async (state, why, means, todo) => {
    await book.tell(state, why, 2);
    const words = await shown();
    expect(words).toMatch(/Failures +it could not connect 2 times in a row$/m);
    expect(words).toMatch(new RegExp(`^Why +.*${means.source}`, 'm'));
    expect(words).toMatch(new RegExp(`^To do +.*${todo.source}`, 'm'));
  });

  test.each([
    ['refused-463', /no conversation \(463\)/],
    ['time-lock', /writes? to nobody/],
    ['chats-capped', /new conversations/],
    ['daily-most', /limit of a day/],
    ['anything else', /the reason "anything else"/],
  ])('says why nothing is sent: %s', async (why, means) => {
    await book.pause(3_600, why);
    const words = await shown();
    expect(words).toMatch(/^Sending +paused until \d\d:\d\d/m);
    expect(words).toMatch(means);
    expect(words).toMatch(/^To do +.*whatsapp resume/m);
  });

  test('counts what waits to be decided', async () => {
    await book.tell('open');
    await copy.sql`insert into linked_device_message (key, account, stanza) values ('\\x01', ${account}, '\\xaa')`;
    expect(await shown()).toMatch(/Undecided +1 /);
  });
});

describe('whatsapp resume', () => {
  test('says what it lifted, and that there was nothing to lift', async () => {
    await book.tell('stopped', '440');
    await book.pause(3_600, 'refused-463');
    expect(await resumeWhatsApp(database)).toMatchObject({
      kind: 'done',
      words: expect.stringMatching(/Sending goes on.*may try again/),
      data: { wasPaused: true, wasStopped: true },
    });
    expect(await shown()).toMatch(/Why +an operator let it try again/);
    expect(await resumeWhatsApp(database)).toMatchObject({
      kind: 'done',
      words: 'Sending was not paused, and the device had not stopped.',
      data: { wasPaused: false, wasStopped: false },
    });
  });
});

test('both are commands of the operator, in words and for machines', async () => {
  const place = await workplace({
    DATABASE_URL: copy.url,
    DEMO: '1',
    APP_KEY: key.toString('base64'),
    WHATSAPP_LINKED_DEVICE: '1',
  });
  try {
    await book.tell('stopped', '403');
    const [status, resumed] = [
      await place.run('pendopo', 'whatsapp status --json'),
      await place.run('pendopo', 'whatsapp resume'),
    ];
    expect({ code: status.code, err: status.err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(status.out)).toMatchObject({
      on: true,
      zone,
      number: { linked: false },
      health: { state: 'stopped', why: '403' },
      dailyMost: 600,
      leaseSeconds: 0,
      days: expect.any(Array),
      total: expect.any(Object),
    });
    expect(resumed).toMatchObject({ code: 0, out: expect.stringContaining('may try again') });
  } finally {
    await place.leave();
  }
}, 60_000);
