import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { counts, dua, lookedAtNext, type PersonnelOffice, personnelOffice, satu, thl } from './testing.ts';

let office: PersonnelOffice;
beforeAll(async () => {
  office = await personnelOffice();
});
afterAll(() => office.close());
beforeEach(async () => {
  await office.clear();
  await office.import(
    'trainings',
    'code|title|provider|form|jp|starts_on|ends_on|place\nARS-1|Tata Kelola Arsip|Universitas Contoh|bimtek|24|2026-03-02|2026-03-04|Aula\nELE-1|Etika Digital|LAN|e-learning|4|||',
  );
  await office.sql`update reminder_look set next_at = '2027-01-01'`;
});

const rows = () => office.sql`
  select c.xmin::text, nip, training_code as code, title, form, provider, place, starts_on::text, jp, number, date::text, source, status
  from certificate c join employee e on e.id = c.employee_id order by nip, date, c.id`;
const enrolments = () => office.sql`
  select nip, training_code as code, state, finished_on::text from enrolment n join employee e on e.id = n.employee_id order by nip, code`;
const begin = (nip: string, code: string, state = 'registered') => office.sql`
  insert into enrolment (employee_id, training_code, state, source, since, changed_at)
  select id, ${code}, ${state}, 'self', '2026-01-10', '2026-01-10T05:00:00Z' from employee where nip = ${nip}`;
const send = (
  nip: string,
  one: { title: string; number?: string; status?: string; code?: string },
) => office.sql`
  insert into certificate (employee_id, training_code, title, provider, jp, number, date, source, status, sent_at)
  select id, ${one.code ?? null}, ${one.title}, 'Yang Mengirim', 800, ${one.number ?? null}, '2026-03-04', 'chat', ${one.status ?? 'menunggu'}, '2026-03-05T05:00:00Z'
  from employee where nip = ${nip}`;

const head = 'nip|training_code|title|jp|certificate_number|certificate_date';
const file = [
  head,
  `${satu}|ARS-1||24|001/ARS/2026|2026-03-04`,
  `${thl}||Seminar Pelayanan|2,5|-|2025-12-31`,
].join('\n');

test('a trial says what would happen and writes nothing', async () => {
  expect(await office.import('completions', file, { apply: false })).toMatchObject(counts(2, 0, 0));
  expect(await rows()).toEqual([]);
});

test('completions are certificates that count, by what the training is; the same file again touches no row', async () => {
  const found = await office.import('completions', file);
  expect(found).toMatchObject(counts(2, 0, 0));
  expect(found.notices).toMatchObject([{ row: 3, column: 'provider' }]);
  const before = await rows();
  expect(before).toMatchObject([
    {
      nip: satu,
      code: 'ARS-1',
      title: 'Tata Kelola Arsip',
      form: 'bimtek',
      provider: 'Universitas Contoh',
      place: 'Aula',
      starts_on: '2026-03-02',
      jp: 2400,
      number: '001/ARS/2026',
      date: '2026-03-04',
      source: 'file',
      status: 'sah',
    },
    { nip: thl, code: null, title: 'Seminar Pelayanan', form: null, jp: 250, number: null, status: 'sah' },
  ]);
  expect(await lookedAtNext(office)).toEqual([satu, thl]);
  await office.sql`update reminder_look set next_at = '2027-01-01'`;
  const later = { now: new Date('2026-12-24T05:00:00Z') };
  expect(await office.import('completions', file, later)).toMatchObject(counts(0, 0, 2));
  expect(await rows()).toEqual(before);
  expect(await lookedAtNext(office)).toEqual([]);
});

test('other hours, and what else a later file says, change the certificate; columns it does not have stay', async () => {
  await office.import('completions', file);
  const hours = `nip|title|jp|certificate_date|provider\n${thl}|Seminar Pelayanan|3|2025-12-31|Universitas Lain`;
  expect(await office.import('completions', hours)).toMatchObject(counts(0, 1, 0));
  const numbered = `nip|training_code|jp|certificate_date\n${satu}|ARS-1|24|2026-03-04`;
  expect(await office.import('completions', numbered)).toMatchObject(counts(0, 0, 1));
  expect(await rows()).toMatchObject([
    { number: '001/ARS/2026' },
    { jp: 300, provider: 'Universitas Lain', source: 'file' },
  ]);
});

describe('a certificate that was sent in chat', () => {
  test('and waits becomes valid by the file, and no second one', async () => {
    await send(satu, { title: 'tata kelola arsip' });
    expect(await office.import('completions', file)).toMatchObject(counts(1, 1, 0));
    expect(await rows()).toMatchObject([
      { nip: satu, code: 'ARS-1', jp: 2400, number: '001/ARS/2026', source: 'chat', status: 'sah' },
      { nip: thl },
    ]);
    expect(await office.import('completions', file)).toMatchObject(counts(0, 0, 2));
  });

  test('and was refused stays refused, which is said', async () => {
    await send(satu, { title: 'Arsip', number: '001 ARS 2026', status: 'ditolak' });
    await begin(satu, 'ARS-1');
    const found = await office.import('completions', file);
    expect(found).toMatchObject(counts(1, 0, 1));
    expect(found.notices).toMatchObject([
      { row: 2, column: 'certificate_date', reason: { key: 'import.fault.refused-before' } },
      { row: 3, column: 'provider' },
    ]);
    expect(await rows()).toMatchObject([{ nip: satu, jp: 800, status: 'ditolak' }, { nip: thl }]);
    expect(await enrolments()).toMatchObject([{ finished_on: null }]);
  });

  test('and was refused, then sent again, is the one that was sent again', async () => {
    await send(satu, { title: 'Tata Kelola Arsip', status: 'ditolak' });
    await send(satu, { title: 'Tata Kelola Arsip', number: '001/ARS/2026' });
    const found = await office.import('completions', file);
    expect(found.notices).toMatchObject([{ column: 'provider' }]);
    expect((await rows()).map(({ status }) => status)).toEqual(['ditolak', 'sah', 'sah']);
  });

  test('without its number is one of two papers of that day only', async () => {
    await send(satu, { title: 'Tata Kelola Arsip' });
    const two = [head, ...['1/A', '2/A'].map((number) => `${satu}|ARS-1||24|${number}|2026-03-04`)].join(
      '\n',
    );
    expect(await office.import('completions', two)).toMatchObject(counts(1, 1, 0));
    expect((await rows()).map(({ number }) => number)).toEqual(['1/A', '2/A']);
    expect(await office.import('completions', two)).toMatchObject(counts(0, 0, 2));
  });
});

describe('who took part', () => {
  test('is done from the day of the certificate on, also who was on the waiting list', async () => {
    await begin(satu, 'ARS-1');
    await begin(dua, 'ARS-1', 'waiting');
    const both = `${head}\n${satu}|ARS-1||24||2026-03-04\n${dua}|ARS-1||24||2026-03-05`;
    await office.import('completions', both);
    expect(await enrolments()).toEqual([
      { nip: satu, code: 'ARS-1', state: 'registered', finished_on: '2026-03-04' },
      { nip: dua, code: 'ARS-1', state: 'registered', finished_on: '2026-03-05' },
    ]);
  });

  test('registers after the file, and the same file then ends it', async () => {
    await office.import('completions', file);
    await begin(satu, 'ARS-1');
    expect(await office.import('completions', file)).toMatchObject(counts(0, 1, 1));
    expect(await office.import('completions', file)).toMatchObject(counts(0, 0, 2));
  });

  test('is not done by a certificate of the year before, nor are those who withdrew', async () => {
    await begin(satu, 'ARS-1');
    await begin(dua, 'ARS-1', 'withdrawn');
    const old = `${head}\n${satu}|ARS-1||24||2025-03-04\n${dua}|ARS-1||24||2026-03-04`;
    await office.import('completions', old);
    expect(await enrolments()).toMatchObject([
      { state: 'registered', finished_on: null },
      { state: 'withdrawn', finished_on: null },
    ]);
    expect(await rows()).toMatchObject([{ place: null, starts_on: null }, { place: 'Aula' }]);
  });
});

test('one fault, and nothing is written', async () => {
  await begin(satu, 'ARS-1');
  const found = await office.import('completions', `${file}\n${dua}|ELE-1||4||2026-11-21`);
  expect(found.faults).toMatchObject([{ row: 4, reason: { key: 'import.fault.future' } }]);
  expect(await rows()).toEqual([]);
  expect(await enrolments()).toMatchObject([{ finished_on: null }]);
});
