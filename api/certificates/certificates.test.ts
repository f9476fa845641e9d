import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { announce, countVote, decide, freezeVote, plantNominee } from '../award/testing/planted-vote.ts';
import type { Asked } from '../exports/export-kind.ts';
import { exportKinds } from '../exports/index.ts';
import { readPdf } from '../print/testing/read-pdf.ts';
import { scanCodes } from '../print/testing/scan-codes.ts';
import { plantAward } from '../testing/award.ts';
import { openTestHall, type TestHall } from '../testing/hall.ts';
import { certificatePages } from './index.ts';

const number = 'SRT-2026-7K4PQ2';
let house: TestHall;
let app: ReturnType<typeof certificatePages>;
const sql = () => house.hall.database.sql;

beforeAll(async () => {
  house = await openTestHall();
  app = certificatePages(house.hall);
  const { id } = await plantAward(house.hall);
  await plantNominee(sql(), id, { name: 'Dewi <i>Lestari</i>', unit: 'dinas_perhubungan' });
  await plantNominee(sql(), id, { name: 'Bima Kedua', unit: 'disdukcapil' });
  await freezeVote(sql(), id, [{ unit: 'disdukcapil', voters: 8, voted: 8 }]);
  await countVote(sql(), id);
  await announce(sql(), id);
  await decide(sql(), id);
});
afterAll(() => house.close());

const look = async (path: string, pages = app) => {
  const response = await pages.request(path);
  return {
    status: response.status,
    headers: response.headers,
    text: await response.clone().text(),
    response,
  };
};

describe('whoever has the number of a certificate', () => {
  test('hears whose it is and what for, however the number is typed', async () => {
    for (const typed of [number, 'srt-2026-7k4pq2', `%20${number}`]) {
      const { status, text } = await look(`/${typed}`);
      expect(status).toBe(200);
      for (const seen of [
        'Sertifikat ini benar dari kami.',
        'Dewi &lt;i&gt;Lestari&lt;/i&gt;',
        'kategori Manajerial',
        'Dinas Perhubungan',
        '30 Nov 2026',
        `href="/sertifikat/${number}.pdf"`,
      ])
        expect(text).toContain(seen);
    }
  });

  test('also with the name that stands on it, and not with another', async () => {
    expect((await look(`/${number}?nama=dewi%20%20%3Ci%3Elestari%3C/i%3E`)).status).toBe(200);
    const { status, text } = await look(`/${number}?nama=Dewi%20Lestari%2C%20S.E.`);
    expect(status).toBe(404);
    expect(text).toContain('Nomor dan nama itu tidak cocok');
    expect(text).not.toContain('Dinas Perhubungan');
  });

  test('takes it as a PDF and as a picture whose code leads back here', async () => {
    const pdf = await look(`/${number}.pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    const { pages } = await readPdf(new Uint8Array(await pdf.response.arrayBuffer()));
    expect(pages[0]?.words).toContain('Dewi <i>Lestari</i>');
    const png = await look(`/${number}.png`);
    const codes = await scanCodes(new Uint8Array(await png.response.arrayBuffer()));
    expect(codes.map(({ text }) => text)).toEqual([`https://sapa.example/sertifikat/${number}`]);
    expect(png.headers.get('cache-control')).toBe('no-store');
  });
});

describe('whoever has not', () => {
  test('is told politely that there is none, for any changed letter', async () => {
    for (const wrong of [
      'SRT-2026-7K4PQ3',
      'SRT-2025-7K4PQ2',
      'x',
      `${number}X`,
      '%3Cscript%3E',
      'x.pdf',
      'x.png',
    ]) {
      const { status, text, headers } = await look(`/${wrong}`);
      expect([wrong, status]).toEqual([wrong, 404]);
      expect(text).toContain('tidak ada pada kami');
      expect(text).not.toContain('<script');
      expect(headers.get('x-robots-tag')).toBe('noindex');
    }
  });

  test('and whoever is second has no number, nor anybody before the decision', async () => {
    await sql()`update award_cycle set decided_at = null`;
    expect((await look(`/${number}`)).status).toBe(404);
    expect((await look(`/${number}.pdf`)).status).toBe(404);
    await sql()`update award_cycle set decided_at = timestamptz '2026-11-29T20:00:00Z'`;
    expect((await look(`/${number}`)).status).toBe(200);
  });

  test('waits a minute after twenty wrong ones, or twenty drawings', async () => {
    let now = 0;
    const pages = certificatePages(house.hall, () => now);
    for (let n = 0; n < 20; n += 1) expect((await look(`/SRT-2026-${n}`, pages)).status).toBe(404);
    const refused = await look(`/${number}`, pages);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect((await look(`/${number}.pdf`, pages)).status).toBe(429);
    now = 60_001;
    expect((await look(`/${number}`, pages)).status).toBe(200);
    for (let n = 0; n < 20; n += 1) expect((await look(`/${number}.png`, pages)).status).toBe(200);
    expect((await look(`/${number}.png`, pages)).status).toBe(429);
    expect((await look(`/${number}`, pages)).status).toBe(200);
  });

  test('may type it into a form', async () => {
    expect((await look('/')).text).toContain('<input id="nomor" name="nomor"');
    const { status, headers } = await look('/?nomor=srt-2026%2Fx&bahasa=en');
    expect([status, headers.get('location')]).toEqual([302, '/sertifikat/srt-2026%2Fx?bahasa=en']);
  });
});

describe('the story of a winner', () => {
  const asked = (): Asked => ({
    runner: sql(),
    city: house.hall.city(),
    now: house.hall.clock.now(),
    period: { name: '2099', length: 'year', from: '2099-01-01', until: '2099-12-31' },
    unit: undefined,
    service: undefined,
    locale: 'id',
  });
  const cards = () => exportKinds['award-story']?.formats.png?.(asked());

  test('is drawn only once the winner has agreed, and nobody else is', async () => {
    expect(await cards()).toHaveProperty('refused');
    await sql()`update award_nominee set story_consent = false`;
    expect(await cards()).toHaveProperty('refused');
    await sql()`update award_nominee set story_consent = true`;
    const made = await cards();
    expect(made).toMatchObject({ data: [{ category: 'manajerial', name: 'Dewi <i>Lestari</i>' }] });
    if (!made || 'refused' in made) throw new Error('no card');
    expect(made.files.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^ASN-\d{4}-manajerial-1\.png$/),
    ]);
  });
});
