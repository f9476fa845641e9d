import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../testing/browser.ts';
import { openTestHall, type TestHall } from '../testing/hall.ts';
import { plantRatedCity } from '../testing/rated-city.ts';
import { plantForms } from '../testing/survey-forms.ts';

let house: TestHall;
let root: string;
const sql = () => house.hall.database.sql;

beforeAll(async () => {
  house = await openTestHall();
  root = new URL(house.webhookUrl).origin;
  await plantRatedCity(sql(), house.hall.city().units);
  await sql()`insert into skm_change (unit_code, service_code, said, done, at)
    select 'disdukcapil', null, 'Perubahan ' || n, 'Sudah ' || n, timestamptz '2026-11-01T03:00:00Z' + n * interval '1 day'
    from generate_series(1, 7) n`;
  await sql()`insert into skm_change (unit_code, service_code, said, done, at)
    values ('disdukcapil', 'ktp-baru', 'Antre lama <b>sekali</b>', 'Loket 2 dibuka tiap pagi', '2026-11-15T03:00:00Z')`;
  await sql()`insert into skm_quick (unit_code, service_code, counted_on, shown_on, score)
    select 'disdukcapil', 'ktp-baru', '2026-11-10', '2026-11-10', case when n <= 6 then 4 else 2 end from generate_series(1, 9) n`;
});
afterAll(() => house.close());

const look = async (path = '', headers: Record<string, string> = {}) => {
  const response = await fetch(`${root}/kinerja${path}`, { headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
};
type Row = { [column: string]: string | number | null };
type Figures = {
  period: string;
  from: string;
  until: string;
  updated: string | null;
  weight: string;
  skm: Row[];
};
const figures = async (query = ''): Promise<Figures> => JSON.parse((await look(`.json${query}`)).text);
const rowOf = ({ skm }: Figures, unit: string, service = '') =>
  skm.find((row) => row.unit === unit && row.service === service);

describe('whoever reads how the offices do', () => {
  test('finds each index with its grade, how many answered, and what to mend most', async () => {
    const { status, text } = await look('?periode=2026-11');
    expect(status).toBe(200);
    for (const seen of [
      'Kinerja layanan',
      '3 kantor sudah punya nilai. Tertinggi Dinas Kependudukan dan Pencatatan Sipil',
      'A · Sangat Baik',
      '<span class="people">135 orang</span>, sebelumnya 75,00',
      'Perlu perhatian: ',
      'Responden: 135 dari ',
      'Bobot tiap unsur: tepat 1/9.',
      'Mutu: A\u00a088,31–100,00 · B\u00a076,61–88,30 · ',
      'Data sampai 12 Nov 2026.',
      'Dari 9 orang yang menjawab satu pertanyaan singkat, 67% menjawab baik atau sangat baik.',
    ])
      expect(text).toContain(seen);
  });

  test('reads what the office changed, five things at most, the newest first and none as markup', async () => {
    const { text } = await look('?periode=2026-11');
    expect(text).toContain('“Antre lama &lt;b&gt;sekali&lt;/b&gt;”');
    const told = [...text.matchAll(/<p>“([^”]+)”<\/p>/g)].map(([, said]) => said);
    expect(told.slice(1)).toEqual(['Perubahan 7', 'Perubahan 6', 'Perubahan 5', 'Perubahan 4']);
  });

  test('never finds a group of four, nor forms that have not moved yet, only how many are missing', async () => {
    const { text } = await look('?periode=2026-11');
    const all = await figures('?period=2026-11');
    const four = await sql()<{ unit: string; name: string }[]>`
      select t.unit_code as unit, u.name from skm_tally t join unit u on u.code = t.unit_code where respondents = 4`;
    expect(four).toHaveLength(1);
    for (const { unit, name } of four) {
      expect(text).not.toContain(name);
      expect(all.skm.map((row) => row.unit)).not.toContain(unit);
    }
    expect(all.skm.every(({ respondents }) => Number(respondents) >= 5)).toBe(true);
    expect(rowOf(all, 'disdukcapil', 'ktp-ganti')).toBeUndefined();
    expect(rowOf(all, 'disdukcapil')?.respondents).toBe(135);
    expect(text).toMatch(
      /<p class="note">\d+ kantor belum tampil, karena yang menilai di sana belum sampai 5 orang\.<\/p>/,
    );
  });

  test('may choose any period, also in the words of the export, and keeps the language', async () => {
    for (const query of ['?periode=2026-10', '?period=2026-10']) {
      const { text } = await look(query);
      expect(text).toContain('Baru satu kantor punya nilai');
      expect(text).toContain('<option value="2026-10" selected>Oktober 2026</option>');
    }
    const { text } = await look('?periode=2026-11&bahasa=en');
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('3 offices have an index');
    expect(text).toContain('75.00');
    expect(text).toContain('<input type="hidden" name="bahasa" value="en">');
    expect(text).toContain('<span lang="id">Dinas Kependudukan dan Pencatatan Sipil</span>');
  });

  test('is told kindly of a period that is none, and of one without figures', async () => {
    expect((await look('?periode=kemarin')).text).toContain(
      'Periode itu tidak kami kenal, jadi yang tampil Tahun ',
    );
    const { status, text } = await look('?periode=2019-S1');
    expect(status).toBe(200);
    expect(text).toContain('Belum ada kantor dengan sedikitnya 5 penilaian untuk Semester I Tahun 2019.');
    expect(text).toContain('/nilai');
    expect(text).not.toContain('belum tampil');
  });

  test('never sees on the page what was typed into the address', async () => {
    const { text } = await look('?periode=%3Cscript%3Ealert(1)%3C%2Fscript%3E&bahasa=%22%3E%3Cscript%3E');
    expect(text).not.toContain('<script');
    expect(text).not.toContain('alert');
  });
});

describe('whoever takes the figures as data', () => {
  test('gets the rows of the export as objects, numbers as numbers', async () => {
    const all = await figures('?period=2026-11');
    expect(all).toMatchObject({
      period: '2026-11',
      from: '2026-11-01',
      until: '2026-11-30',
      updated: '2026-11-12',
      weight: 'exact',
    });
    expect(Object.keys(all.skm[0] ?? {}).slice(0, 16)).toEqual(
      'unit service period respondents needed ikm grade persyaratan prosedur waktu biaya produk kompetensi perilaku pengaduan sarana'.split(
        ' ',
      ),
    );
    const kk = rowOf(all, 'disdukcapil', 'kk');
    expect(kk).toMatchObject({
      period: '2026-11',
      respondents: 23,
      ikm: 87.56,
      grade: 'B',
      waktu: 4,
      produk: 3.522,
      sarana: 4,
    });
    expect(typeof kk?.ikm).toBe('number');
  });

  test('or as a table', async () => {
    const { text, headers } = await look('.csv?period=2026-11');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(text.startsWith('unit,service,')).toBe(true);
    const bytes = new Uint8Array(await (await fetch(`${root}/kinerja.csv`)).arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows: Row[] = parse(text, { bom: true, columns: true });
    expect(rows).toHaveLength((await figures('?period=2026-11')).skm.length);
  });

  test('gets the running year unless said, and no answer to what is no period', async () => {
    const year = String(house.hall.clock.now().getFullYear());
    expect((await figures()).period).toBe(year);
    for (const kind of ['.json', '.csv']) expect((await look(`${kind}?period=2026-13`)).status).toBe(400);
    expect(await figures('?period=2001')).toMatchObject({ updated: null, skm: [] });
  });

  test('from any site, keeps it a while, and is told when nothing moved', async () => {
    const { headers } = await look('.json?period=2026-11');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cache-control')).toBe('public, max-age=300');
    const again = await look('.json?period=2026-11', { 'if-none-match': headers.get('etag') ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await look()).headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('cannot cut five forms of a month apart by asking for days', async () => {
    const unit = 'disdukcapil';
    for (const [day, form] of [
      ['2026-03-02', '111111111'],
      ['2026-03-09', '444444444'],
    ] as const)
      await plantForms(sql(), {
        unit,
        service: 'kk',
        counted: day,
        shown: day,
        answers: Array(5).fill(form),
      });
    const whole = await figures('?period=2026-03-02..2026-03-02');
    expect(whole.period).toBe('2026-03-01..2026-03-31');
    for (const days of ['2026-03-02..2026-03-08', '2026-03-03..2026-03-31', '2026-03']) {
      const { skm } = await figures(`?period=${days}`);
      expect(rowOf({ ...whole, skm }, unit)).toMatchObject({ respondents: 10, ikm: 62.5 });
    }
    expect((await look('?periode=2026-03-02..2026-03-02')).text).toContain('dihitung per bulan penuh');
  });
});

test('a keyboard alone chooses a period and unfolds what is folded, without scripts', async () => {
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${root}/kinerja?periode=2026-10`);
    await page.keyboard.press('Tab');
    await page.keyboard.type('November 2026');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/periode=2026-11/);
    const folded = page.getByText('Kartu Keluarga', { exact: false }).first();
    expect(await folded.isVisible()).toBe(false);
    await page.getByText('Tiap layanan (2)').focus();
    await page.keyboard.press('Enter');
    expect(await folded.isVisible()).toBe(true);
  } finally {
    await browser.close();
  }
}, 60_000);

test('the page is open to everybody: axe finds nothing narrow or wide, in both themes, folded or unfolded, and nothing is cut off', async () => {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await sql()`update unit set name = 'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana' where code = 'disdukcapil'`;
  await house.hall.refresh();
  const browser = await openBrowser();
  try {
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [320, 1280]) {
        const page = await browser.newPage({
          viewport: { width, height: 640 },
          colorScheme,
          bypassCSP: true,
        });
        for (const query of ['?periode=2026-11', '?periode=2026-11&bahasa=jv', '?periode=2019']) {
          await page.goto(`${root}/kinerja${query}`);
          await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
          await page.evaluate(axe);
          const { violations } = await page.evaluate<AxeResults>('axe.run()');
          expect(violations.map(({ id, nodes }) => `${query} ${id}: ${nodes[0]?.html}`)).toEqual([]);
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        }
        await page.close();
      }
  } finally {
    await browser.close();
  }
}, 120_000);
