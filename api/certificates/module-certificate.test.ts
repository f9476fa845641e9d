import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPdf } from '../print/testing/read-pdf.ts';
import { scanCodes } from '../print/testing/scan-codes.ts';
import { hireSomebody } from '../testing/employee.ts';
import { openTestHall, type TestHall } from '../testing/hall.ts';
import { certificatePages } from './index.ts';

let house: TestHall;
let app: ReturnType<typeof certificatePages>;
const sql = () => house.hall.database.sql;

const longest =
  'Raden Ajeng Siti Nurhaliza Kusumawardhani Prawirodirdjo Sastroamidjojo, S.K.M., M.Kes., Ph.D.';
const title = 'Keamanan Informasi untuk Kantor yang Sibuk dari Hari ke Hari';

/** A certificate as somebody holds it; hours only with a decree. */
const given = async (number: string, name: string, jp = 0) => {
  const nip = await hireSomebody(sql(), { name, roles: [], unit: 'dinas_perhubungan' });
  await sql()`
    insert into module_certificate (number, employee_id, module_code, name, unit_name, title, minutes, percent, jp, decree, date)
    select ${number}, e.id, (select min(code) from learning_module), e.name, 'Dinas Perhubungan', ${title}, 45, 83, ${jp}::int,
      ${jp > 0 ? '893.3/0123/BKPSDM/2026' : null}, '2026-11-20' from employee e where e.nip = ${nip}`;
};

beforeAll(async () => {
  house = await openTestHall();
  app = certificatePages(house.hall);
  await given('BLJ-2026-AAAAAA', 'Adi');
  await given('BLJ-2026-ZZZZZZ', longest, 100);
});
afterAll(() => house.close());

const look = async (path: string) => {
  const response = await app.request(path);
  return { status: response.status, text: await response.clone().text(), response };
};

test('a stranger with the number hears who learnt what, where, and what it is worth, but not how well', async () => {
  const { status, text } = await look('/blj-2026-aaaaaa');
  expect(status).toBe(200);
  for (const seen of [
    'Adi',
    `yang telah menyelesaikan modul ${title}`,
    'Dinas Perhubungan',
    '45 menit, tanpa JP',
  ])
    expect(text).toContain(seen);
  expect(text).not.toContain('83');
  const worth = await look('/BLJ-2026-ZZZZZZ');
  expect(worth.text).toContain('1 JP, keputusan nomor 893.3/0123/BKPSDM/2026');
  expect(worth.text).not.toContain('83');
});

test.each([
  ['BLJ-2026-AAAAAA', 'Adi'],
  ['BLJ-2026-ZZZZZZ', longest],
])('%s is one page with the whole name, and its code leads back to it', async (number, name) => {
  const pdf = await look(`/${number}.pdf`);
  expect(pdf.response.headers.get('content-type')).toBe('application/pdf');
  const { pages } = await readPdf(new Uint8Array(await pdf.response.arrayBuffer()));
  expect(pages).toHaveLength(1);
  const words = pages[0]?.words.replace(/\s+/g, ' ') ?? '';
  for (const seen of [name, number, title, 'Dinas Perhubungan']) expect(words).toContain(seen);
  const png = await look(`/${number}.png`);
  const codes = await scanCodes(new Uint8Array(await png.response.arrayBuffer()));
  expect(codes.map((code) => code.text)).toEqual([`https://sapa.example/sertifikat/${number}`]);
});

test('another number or another name is not confirmed', async () => {
  expect((await look('/BLJ-2026-AAAAAA?nama=adi')).status).toBe(200);
  for (const wrong of [
    'BLJ-2026-AAAAAB',
    'BLJ-2025-AAAAAA',
    'SRT-2026-AAAAAA',
    'BLJ-2026-AAAAAA?nama=Adi%20Nugroho',
    'BLJ-2026-ZZZZZZ?nama=Adi',
  ]) {
    const { status, text } = await look(`/${wrong}`);
    expect([wrong, status]).toEqual([wrong, 404]);
    expect(text).not.toContain('Dinas Perhubungan');
  }
});

test('once an employee is forgotten nobody holds it', async () => {
  await sql()`delete from employee where name = 'Adi'`;
  for (const path of ['/BLJ-2026-AAAAAA', '/BLJ-2026-AAAAAA.pdf', '/BLJ-2026-AAAAAA.png'])
    expect((await look(path)).status).toBe(404);
});
