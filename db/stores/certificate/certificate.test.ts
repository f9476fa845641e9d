import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { linkStaff, openOffice } from '../../../api/testing/staff.ts';
import type { SentCertificate } from '../../../bot/domain/training/certificate-view.ts';
import { Overtaken } from '../../overtaken.ts';
import { ownCertificates } from '../../reads/training/certificates.ts';
import { correctCertificate } from './correct.ts';
import { judgeCertificate } from './judge.ts';
import { sendCertificate } from './send.ts';

let house: TestHall;
let sql: TestHall['hall']['database']['sql'];
const chats = new Map<string, number>();

beforeAll(async () => {
  house = await openTestHall();
  sql = house.hall.database.sql;
  await openOffice(house.hall, '2026-11-18');
  for (const [name, roles, unit] of [
    ['Rina', [], 'dinas_perhubungan'],
    ['Budi', [], 'dinas_perhubungan'],
    ['Hadi', ['supervisor'], 'dinas_perhubungan'],
    ['Sari', ['supervisor'], 'dinas_perhubungan'],
    ['Tono', ['supervisor'], 'dinas_pu'],
    ['Wati', ['officer', 'coordinator', 'leader', 'inspector', 'committee', 'admin'], 'dinas_perhubungan'],
  ] as const) {
    await linkStaff(house, { name, roles: [...roles], unit });
    const [row] = await sql<
      { id: number }[]
    >`select l.contact_id::int as id from staff_link l join employee e on e.id = l.employee_id where e.name = ${name}`;
    chats.set(name, row?.id ?? 0);
  }
});
afterAll(() => house.close());
beforeEach(async () => {
  await sql`delete from certificate`;
  await sql`delete from letter`;
});

const chat = (name: string) => ({ id: chats.get(name) ?? 0 });
const now = () => house.hall.clock.now();

const paper = (more: Partial<SentCertificate> = {}): SentCertificate => ({
  training: null,
  title: 'Seminar Keselamatan Jalan',
  form: 'seminar',
  provider: 'Kementerian Perhubungan',
  place: null,
  batch: null,
  startsOn: null,
  endsOn: null,
  jp: 600,
  number: 'KP/17/2026',
  date: '2026-11-03',
  ...more,
});

const photoOf = async (name: string): Promise<string> => {
  const [row] = await sql<{ id: string }[]>`insert into media (id, contact_id, channel, account, kind, file)
    select gen_random_uuid(), id, channel, account, 'photo', 'x' from contact where id = ${chat(name).id} returning id`;
  return row?.id ?? '';
};

const send = async (name: string, certificate: SentCertificate, photo: string) => {
  const effect = { do: 'certificate.send', certificate, photo } as const;
  return sql.begin((tx) =>
    sendCertificate(tx, house.hall.seal, house.hall.city(), chat(name), effect, now()),
  );
};

const judge = (
  name: string,
  id: number,
  version: string,
  action: 'verify' | 'reject' | 'revoke' = 'verify',
) =>
  sql.begin((tx) =>
    judgeCertificate(
      tx,
      house.hall.seal,
      house.hall.city(),
      chat(name),
      { do: 'certificate.judge', id, version, action, reason: 'Foto kurang jelas' },
      now(),
    ),
  );

const rows = () =>
  sql<{ id: number; version: string; status: string; photo: string | null; jp: number }[]>`
    select id::int as id, to_hex((extract(epoch from sent_at) * 1000)::bigint) as version, status, media_id as photo, jp from certificate order by id`;

const one = async (name = 'Rina') => {
  await send(name, paper(), await photoOf(name));
  const [row] = await rows();
  if (!row) throw new Error('nothing was sent');
  return row;
};

test('the same paper sent from two chats at once is kept once', async () => {
  const photos = [await photoOf('Rina'), await photoOf('Rina')];
  const both = await Promise.allSettled(photos.map((photo) => send('Rina', paper(), photo)));
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(both.flatMap((done) => (done.status === 'rejected' ? [done.reason] : []))[0]).toBeInstanceOf(
    Overtaken,
  );
  expect(await rows()).toHaveLength(1);
});

test('of ten heads who verify at once one does, with one line in the audit log and one letter', async () => {
  const { id, version } = await one();
  await sql`delete from letter`;
  const names = Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? 'Hadi' : 'Sari'));
  const [before] = await sql<{ n: number }[]>`select count(*)::int as n from audit`;
  const done = await Promise.allSettled(names.map((name) => judge(name, id, version)));
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const [after] = await sql<{ audit: number; letters: number }[]>`
    select (select count(*)::int from audit) as audit, (select count(*)::int from letter) as letters`;
  expect(after).toEqual({ audit: (before?.n ?? 0) + 1, letters: 1 });
});

test('a photo that another chat sent is not attached', async () => {
  await send('Rina', paper(), await photoOf('Budi'));
  expect(await rows()).toMatchObject([{ photo: null }]);
});

test('a certificate with a fault, or of a citizen, is dropped', async () => {
  const photo = await photoOf('Rina');
  for (const fault of [
    { jp: 0 },
    { date: '2026-11-19' },
    { title: ' ' },
    { number: 'tanpa' },
    { jp: 1_000_000 },
  ])
    await send('Rina', paper(fault), photo);
  const stranger = house.actor();
  await stranger.type('halo');
  await stranger.seen();
  const [row] = await sql<{ id: number }[]>`select max(id)::int as id from contact`;
  chats.set('nobody', row?.id ?? 0);
  await send('nobody', paper(), photo);
  expect(await rows()).toEqual([]);
});

test.each(['Rina', 'Budi', 'Tono', 'Wati'])('%s may not decide about it', async (name) => {
  const { id, version } = await one();
  for (const action of ['verify', 'reject', 'revoke'] as const)
    await expect(judge(name, id, version, action)).rejects.toBeInstanceOf(Overtaken);
  expect(await rows()).toMatchObject([{ status: 'menunggu' }]);
});

test('nobody decides about another paper than they saw, or takes back what was never verified', async () => {
  const { id, version } = await one();
  await expect(judge('Hadi', id, 'abc')).rejects.toBeInstanceOf(Overtaken);
  await expect(judge('Hadi', id, version, 'revoke')).rejects.toBeInstanceOf(Overtaken);
  await judge('Hadi', id, version);
  await expect(judge('Sari', id, version, 'reject')).rejects.toBeInstanceOf(Overtaken);
  expect(await rows()).toMatchObject([{ status: 'sah' }]);
});

test('only its owner corrects it, and nothing that is verified', async () => {
  const { id, version } = await one();
  const correct = (name: string, seen = version, photo?: string) =>
    sql.begin((tx) =>
      correctCertificate(
        tx,
        house.hall.seal,
        house.hall.city(),
        chat(name),
        {
          do: 'certificate.correct',
          id,
          version: seen,
          certificate: paper({ jp: 400 }),
          ...(photo && { photo }),
        },
        now(),
      ),
    );
  await expect(correct('Budi')).rejects.toBeInstanceOf(Overtaken);
  const photo = await photoOf('Rina');
  await correct('Rina', version, photo);
  const [row] = await rows();
  expect(row).toMatchObject({ jp: 400, photo, status: 'menunggu' });
  expect(row?.version).not.toBe(version);
  await expect(correct('Rina')).rejects.toBeInstanceOf(Overtaken);
  await judge('Hadi', id, row?.version ?? '');
  await expect(correct('Rina', row?.version)).rejects.toBeInstanceOf(Overtaken);
  expect((await ownCertificates(sql, chat('Budi').id)).length).toBe(0);
  expect(await ownCertificates(sql, chat('Rina').id)).toMatchObject([{ id, jp: 400, status: 'sah' }]);
});

test('what was sent on a Friday evening is laid before a head on Monday morning', async () => {
  const at = new Date('2026-11-20T13:30:00Z');
  await sql.begin(async (tx) =>
    sendCertificate(
      tx,
      house.hall.seal,
      house.hall.city(),
      chat('Rina'),
      { do: 'certificate.send', certificate: paper(), photo: await photoOf('Rina') },
      at,
    ),
  );
  const letters = await sql<{ hours: number; bulk: boolean }[]>`
    select round(extract(epoch from not_before - now()) / 3600)::int as hours, bulk from letter`;
  expect(letters).toHaveLength(2);
  for (const { hours, bulk } of letters) {
    expect(bulk).toBe(true);
    expect(hours).toBe(59);
  }
});

test('a head is no longer asked about what was decided or corrected before the office opened', async () => {
  const waiting = async () => (await sql`select 1 from letter where state = 'waiting' and bulk`).length;
  const { id, version } = await one();
  expect(await waiting()).toBe(2);
  await judge('Hadi', id, version, 'reject');
  expect(await waiting()).toBe(0);
  await sql.begin((tx) =>
    correctCertificate(
      tx,
      house.hall.seal,
      house.hall.city(),
      chat('Rina'),
      { do: 'certificate.correct', id, version, certificate: paper({ jp: 400 }) },
      now(),
    ),
  );
  expect(await waiting()).toBe(2);
});
