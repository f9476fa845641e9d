import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallRecord } from '../../bot/channels/telegram/emulator/account.ts';
import { playTranscript } from '../../bot/conversation/transcript.ts';
import { openTestHall, type TestHall } from '../testing/hall.ts';
import { linkStaff, openOffice } from '../testing/staff.ts';
import { everyColumn } from './every-column.ts';
import { size } from './size.ts';

/** So many confidential reports of each kind carry a canary. */
const each = 50;

/** So many of each kind are also pushed to who handles them, read and answered; letters to one chat go out once a second. */
const answered = size(8, each);

type Actor = ReturnType<TestHall['actor']>;
type Planted = { canary: string; reporter: Actor; ticket: string };

let house: TestHall;
const calls: CallRecord[] = [];
const handlers: Actor[] = [];
const planted: Planted[] = [];
const bystanders: Actor[] = [];

/** A word that nobody else writes: letters only, so that nothing reads a number out of it. */
const canaryOf = (n: number): string =>
  `kukila${[...String(n).padStart(3, '0')].map((digit) => 'qwxzvbnmjk'[Number(digit)]).join('')}zuf`;

const tertutup = (canary: string) => `
  > lampu jalan mati di gang ${canary}
  > 1
  > warung ${canary}
  > lewati
  > Tertutup
  > Kirim
  Terima kasih, laporan sudah kami terima ✅
  Nomor: {ticket}
  …
`;

const sensitive = (canary: string) => `
  > petugas loket ${canary} minta uang pungli
  > 1
  > Tidak
  > lewati
  > loket ${canary}
  > (photo: ${canary})
  > Kirim
  Laporan sudah kami terima.
  Nomor: {ticket}
  …
`;

const settle = async () => {
  await house.hall.announce();
  await house.hall.deliver();
};

/** Whoever handles it reads it and answers with the canary in the words; the reporter reads that and says more. */
const readAndAnswered = async ({ canary, reporter, ticket }: Planted, reader: Actor) => {
  await reader.seen();
  await playTranscript(
    `
    > /balas ${ticket}
    > [Kabar lain]
    > Petugas ${canary} datang hari Senin pagi
    > [Kirim ke warga]
    Terkirim ke warga…
    `,
    reader,
  );
  await settle();
  await reporter.seen();
  await playTranscript(
    `> /cek ${ticket}\nLaporan ${ticket}…\n…\n> [Tambah keterangan]\n…\n> masih tentang ${canary}\nTerima kasih…`,
    reporter,
  );
  await settle();
};

beforeAll(async () => {
  house = await openTestHall({ onCall: (call) => calls.push(call), callsKept: 50_000 });
  await openOffice(house.hall);
  const staff = async (name: string, unit: string, ...roles: string[]) =>
    linkStaff(house, { name, unit, roles });
  bystanders.push(
    await staff('Admin', 'inspektorat', 'inspector', 'admin'),
    await staff('Tono', 'inspektorat', 'officer', 'supervisor'),
    await staff('Setyo', 'setda', 'leader'),
    await staff('Wawan', 'dinas_perhubungan', 'supervisor'),
    await staff('Rini', 'dinas_lh', 'officer'),
    house.actor(),
  );
  const plant = async (from: number, until: number, script: (canary: string) => string) => {
    for (let n = from; n < until; n += 2) {
      const reporter = house.actor();
      const canary = canaryOf(n);
      const { names } = await playTranscript(script(canary), reporter);
      planted[n] = { canary, reporter, ticket: names.get('ticket') ?? '' };
    }
  };
  const begun = 2 * (each - answered);
  await Promise.all([plant(0, begun, tertutup), plant(1, begun, sensitive)]);
  await settle();
  const inspector = await staff('Ratna', 'inspektorat', 'inspector');
  const officer = await staff('Budi', 'dinas_perhubungan', 'officer');
  handlers.push(inspector, officer);
  await Promise.all([plant(begun, 2 * each, tertutup), plant(begun + 1, 2 * each, sensitive)]);
  while ((await house.clean()) > 0);
  await settle();
  const answer = async (kind: number, reader: Actor) => {
    for (const one of planted.filter((_, n) => n >= begun && n % 2 === kind))
      await readAndAnswered(one, reader);
  };
  await Promise.all([answer(0, officer), answer(1, inspector)]);
}, 400_000);
afterAll(() => house.close());

const spellings = (canary: string) => [
  canary,
  Buffer.from(canary).toString('hex'),
  Buffer.from(canary).toString('base64').slice(0, 12).toLowerCase(),
];

const found = (text: string, canaries = planted.map(({ canary }) => canary)): string[] =>
  canaries.filter((canary) => spellings(canary).some((spelling) => text.toLowerCase().includes(spelling)));

test('a hundred confidential reports were taken, and some of them read and answered', async () => {
  const [row] = await house.hall.database.sql<
    { n: number; answered: number; read: number; sensitive: number }[]
  >`
    select count(*)::int as n, count(*) filter (where exists (select 1 from report_event e where e.report_id = r.id and e.action = 'answer'))::int as answered,
      count(*) filter (where exists (select 1 from audit a where a.report_id = r.id and a.action = 'read-sensitive'))::int as read,
      count(*) filter (where c.sensitive <> 'none')::int as sensitive
    from report r join category c on c.key = r.category where r.confidential`;
  expect(row).toEqual({ n: 2 * each, answered: 2 * answered, read: answered, sensitive: each });
});

test('no column of any table holds a canary in plain', async () => {
  const all = await everyColumn(house.hall.database);
  expect(all).toContain('dinas_perhubungan');
  expect(found(all)).toEqual([]);
});

test('nothing that was sent to anybody but its reporter and its handler holds one', () => {
  const own = new Map(planted.map(({ canary, reporter }) => [canary, String(reporter.phone.person.id)]));
  const ids = new Set(handlers.map(({ phone }) => String(phone.person.id)));
  const strayed = planted.filter(({ canary }) =>
    calls.some(
      ({ chat, params }) =>
        !ids.has(String(chat)) &&
        String(chat) !== own.get(canary) &&
        found(JSON.stringify(params), [canary]).length > 0,
    ),
  );
  expect(calls.length).toBeGreaterThan(planted.length * 5);
  expect(found(JSON.stringify(calls)).length).toBe(planted.length);
  expect(strayed).toEqual([]);
  const [inspector, officer] = handlers.map(({ phone }) => String(phone.person.id));
  const crossed = calls.filter(({ chat, params }) => {
    const kind = String(chat) === inspector ? 0 : String(chat) === officer ? 1 : undefined;
    return (
      kind !== undefined &&
      found(
        JSON.stringify(params),
        planted.filter((_, n) => n % 2 === kind).map(({ canary }) => canary),
      ).length > 0
    );
  });
  expect(crossed).toEqual([]);
});

test('a push about a sensitive report holds neither its number, its kind nor its office', () => {
  const chats = new Set(
    [...planted.filter((_, n) => n % 2 === 1).map(({ reporter }) => reporter), ...bystanders].map(
      ({ phone }) => String(phone.person.id),
    ),
  );
  const pushed = calls.filter(
    ({ chat, params }) => chats.has(String(chat)) && JSON.stringify(params).includes('Ada kabar baru'),
  );
  expect(pushed.length).toBeGreaterThanOrEqual(answered);
  for (const { params } of pushed) expect(String(params.text)).toMatch(/^Ada kabar baru untuk Bapak\/Ibu\.$/);
});

test('neither log, figures, the tracking page nor what colleagues see holds one', async () => {
  const root = new URL(house.webhookUrl).origin;
  const pages = await Promise.all(
    [
      '/metrics',
      '/kinerja',
      '/kinerja.json',
      '/health/ready',
      ...planted.map(({ ticket }) => `/lacak/${ticket}`),
    ].map(async (path, i) => {
      const address = `198.51.${100 + Math.floor(i / 200)}.${1 + (i % 200)}`;
      const response = await fetch(root + path, { headers: { 'x-forwarded-for': address } });
      return { path, status: response.status, text: await response.text() };
    }),
  );
  expect(found(pages.map(({ text }) => text).join('\n'))).toEqual([]);
  expect(found(JSON.stringify(house.log.lines))).toEqual([]);
  const sealed = new Set(planted.filter((_, n) => n % 2 === 1).map(({ ticket }) => ticket));
  const unknown = pages.filter(({ path }) => sealed.has(path.slice('/lacak/'.length)));
  expect(new Set(unknown.map(({ status }) => status))).toEqual(new Set([404]));
  expect(
    new Set(unknown.map(({ path, text }) => text.replaceAll(path.slice('/lacak/'.length), '#'))).size,
  ).toBe(1);
  for (const { phone } of bystanders) expect(found(JSON.stringify(phone.messages()))).toEqual([]);
});

test('the search itself finds a canary that is planted in plain', async () => {
  const { sql } = house.hall.database;
  const canary = canaryOf(1);
  await sql`update report set words = ${canary} where ticket = ${planted[0]?.ticket ?? ''}`;
  expect(found(await everyColumn(house.hall.database))).toEqual([canary]);
  await sql`update report set words = null, sealed = ${Buffer.from(`x${canary}`)} where ticket = ${planted[0]?.ticket ?? ''}`;
  expect(found(await everyColumn(house.hall.database))).toEqual([canary]);
});
