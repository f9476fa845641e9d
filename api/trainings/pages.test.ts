import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addCalendarDays, localDate } from '../../bot/domain/local-date.ts';
import { openBrowser } from '../testing/browser.ts';
import { openTestHall, type TestHall } from '../testing/hall.ts';
import { plantCourse, plantLearners } from './testing/trained-city.ts';

let house: TestHall;
let root: string;
const sql = () => house.hall.database.sql;
const inDays = (n: number) => addCalendarDays(localDate(house.hall.clock.now(), 'Asia/Jakarta'), n);

/** Answers about a training: the first has the lowest number of all, as the first five do. */
const plantReviews = async (code: string, five: number, answers: readonly string[]) => {
  for (const [nth, [material, trainer, benefit, organisation]] of answers.map((one) => [...one]).entries())
    await sql()`insert into training_review (id, training_code, material, trainer, benefit, organisation)
      values (${`0000000${five}-0000-4000-8000-${String(nth).padStart(12, '0')}`}::uuid, ${code}, ${Number(material)}, ${Number(trainer)}, ${Number(benefit)}, ${Number(organisation)})`;
};

/** Answers to whether a training is used at work, as they are counted in fives. */
const plantUses = async (code: string, five: number, answers: readonly string[]) => {
  for (const [nth, answer] of answers.entries())
    await sql()`insert into training_use (id, training_code, answer)
      values (${`0000000${five}-0000-4000-8000-${code.charCodeAt(0)}${String(nth).padStart(10, '0')}`}::uuid, ${code}, ${answer})`;
};

beforeAll(async () => {
  house = await openTestHall();
  root = new URL(house.webhookUrl).origin;
  await plantCourse(sql(), {
    code: 'PP-1',
    title: 'Pelayanan Prima <b>dasar</b>',
    startsOn: inDays(20),
    endsOn: inDays(22),
    registerBy: inDays(10),
    completeBy: inDays(30),
    quota: 7,
    sponsor: 'Kementerian PANRB',
    url: 'https://belajar.example/pp',
    place: 'Aula Setda',
  });
  await plantCourse(sql(), { code: 'LAMA/1', title: 'Arsip', startsOn: inDays(-40), endsOn: inDays(-39) });
  await plantCourse(sql(), {
    code: 'UN-1',
    title: 'Data Terbuka',
    provider: 'Universitas Contoh',
    url: 'javascript:alert(1)',
  });
  await plantCourse(sql(), { code: 'UN-2', title: 'Etika', provider: 'UNIVERSITAS  CONTOH' });
  await plantCourse(sql(), { code: 'KC-1', title: 'Kelas Kecil', provider: 'Lembaga Kecil' });
  await plantLearners(sql(), 'PP-1', 5);
  await plantLearners(sql(), 'LAMA/1', 6, { done: true });
  await plantLearners(sql(), 'KC-1', 4, { done: true });
  await plantReviews('LAMA/1', 0, ['4321', '4321', '4322', '4422', '3332']);
  await plantReviews('LAMA/1', 1, ['1111', '1111', '1111', '1111']);
  await plantReviews('KC-1', 2, ['4444', '4444', '4444', '4444']);
  await plantUses('LAMA/1', 0, ['often', 'not_yet', 'sometimes', 'often', 'not_yet']);
  await plantUses('LAMA/1', 1, ['not_yet', 'not_yet', 'not_yet', 'not_yet']);
  await plantUses('KC-1', 0, ['often', 'often', 'often', 'often']);
});
afterAll(() => house.close());

const look = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${root}${path}`, { headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
};

describe('whoever looks at the trainings', () => {
  test('finds what is open with its days, hours, seats and who pays, and none of what is over', async () => {
    const { status, text } = await look('/pelatihan');
    expect(status).toBe(200);
    for (const seen of [
      'Pelatihan pegawai',
      'Pelayanan Prima &lt;b&gt;dasar&lt;/b&gt;',
      'BPSDM Provinsi Jawa Tengah',
      '8,5 JP',
      'Kementerian PANRB',
      `<time datetime="${inDays(10)}">`,
      '<dd>2</dd>',
      'href="/pelatihan/PP-1.ics"',
      'href="https://belajar.example/pp"',
    ])
      expect(text).toContain(seen);
    expect(text).not.toContain('Arsip');
    expect(text).not.toContain('javascript:');
    expect((await look('/pelatihan?bahasa=en')).text).toContain('<html lang="en">');
  });

  test('finds of a provider the averages of whole fives, rounded half up, and how often its trainings were finished', async () => {
    const { text } = await look('/pelatihan/penyedia/bpsdm-provinsi-jawa-tengah');
    for (const seen of [
      '6 kali peserta menyelesaikan pelatihannya.',
      'Rata-rata dari 5 jawaban, skala 1 sampai 4.',
      '<span>Materi</span> <b>3,80 dari 4</b>',
      '<span>Pengajar</span> <b>3,20 dari 4</b>',
      '<span>Manfaat untuk pekerjaan</span> <b>2,20 dari 4</b>',
      '<span>Penyelenggaraan</span> <b>1,60 dari 4</b>',
      'Arsip',
      'Sudah lewat',
      'Dipakai di pekerjaan: 60% dari 5 jawaban, dua bulan sesudah pelatihan.',
    ])
      expect(text).toContain(seen);
  });

  test('finds nothing from fewer than five, in words and in data', async () => {
    const { text } = await look('/pelatihan/penyedia/lembaga-kecil');
    expect(text).toContain('Yang menyelesaikan pelatihannya belum sampai 5 orang.');
    expect(text).toContain('Nilainya tampil setelah sedikitnya 5 jawaban.');
    expect(text).not.toMatch(/4,00|4 kali|Dipakai di pekerjaan/);
    const { providers } = JSON.parse((await look('/pelatihan.json')).text);
    expect(providers.find(({ slug }: { slug: string }) => slug === 'lembaga-kecil')).toMatchObject({
      completed: null,
      answers: null,
      material: null,
      used_at_work_answers: null,
      used_at_work_percent: null,
    });
  });

  test('finds one provider where two files wrote its name differently', async () => {
    const { text } = await look('/pelatihan/penyedia/universitas-contoh');
    expect(text).toContain('Data Terbuka');
    expect(text).toContain('Etika');
  });

  test('is told kindly of a provider that nobody has', async () => {
    for (const slug of ['tidak-ada', '__proto__', '%3Cscript%3E']) {
      const { status, text } = await look(`/pelatihan/penyedia/${slug}`);
      expect(status).toBe(404);
      expect(text).toContain('Penyelenggara itu tidak kami kenal.');
      expect(text).not.toContain('<script');
    }
  });

  test('comes there from the page about services', async () => {
    expect((await look('/kinerja')).text).toContain('<a href="/pelatihan">Pelatihan pegawai</a>');
    expect((await look('/kinerja?bahasa=jv')).text).toContain('<a href="/pelatihan?bahasa=jv">');
  });
});

describe('whoever takes it as data', () => {
  test('gets what is open and every provider, numbers as numbers, from any site', async () => {
    const { text, headers } = await look('/pelatihan.json');
    const { trainings, providers } = JSON.parse(text);
    expect(trainings.map(({ code }: { code: string }) => code)).toEqual(['PP-1', 'UN-1', 'UN-2', 'KC-1']);
    expect(trainings[0]).toMatchObject({
      code: 'PP-1',
      jp: 8.5,
      seats_left: 2,
      register_by: inDays(10),
      calendar: 'https://sapa.example/pelatihan/PP-1.ics',
      provider: 'bpsdm-provinsi-jawa-tengah',
    });
    expect(providers[0]).toMatchObject({ completed: 6, answers: 5, material: 3.8, organisation: 1.6 });
    expect(providers[0]).toMatchObject({ used_at_work_answers: 5, used_at_work_percent: 60 });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    const again = await look('/pelatihan.json', { 'if-none-match': headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    expect(text).not.toContain('Pegawai PP-1');
  });

  test('gets a calendar file that another program reads; of a code that nobody has, nothing', async () => {
    const { text, headers } = await look('/pelatihan/PP-1.ics');
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    expect(events.map((event) => new ICAL.Event(event).uid)).toEqual([
      'PP-1@sapa.example',
      'register-PP-1@sapa.example',
      'complete-PP-1@sapa.example',
    ]);
    expect((await look('/pelatihan/PP-1.ics')).text).toBe(text);
    expect((await look('/pelatihan/LAMA%2F1.ics')).text).toContain('SUMMARY:Arsip');
    for (const without of ['NOTHING', 'UN-2'])
      expect((await look(`/pelatihan/${without}.ics`)).status).toBe(404);
    expect((await look('/pelatihan')).text).not.toContain('UN-2.ics');
  });
});

test('the pages are open to everybody: axe finds nothing narrow or wide, in both themes, and nothing is cut off', async () => {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const long =
    'Pusatpendidikandanpelatihanpengembangansumberdayamanusia Aparatur Sipil Negara Provinsi Jawa Tengah';
  await plantCourse(sql(), {
    code: 'PJ-1',
    title: `${long} lanjutan`,
    provider: long,
    place: long,
    sponsor: long,
    quota: 0,
  });
  const browser = await openBrowser();
  try {
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [320, 1280]) {
        const page = await browser.newPage({
          viewport: { width, height: 640 },
          colorScheme,
          bypassCSP: true,
        });
        for (const path of [
          '/pelatihan',
          '/pelatihan?bahasa=jv',
          '/pelatihan/penyedia/bpsdm-provinsi-jawa-tengah?bahasa=en',
          '/pelatihan/penyedia/lembaga-kecil',
          '/pelatihan/penyedia/tidak-ada',
        ]) {
          await page.goto(`${root}${path}`);
          await page.evaluate(axe);
          const { violations } = await page.evaluate<AxeResults>('axe.run()');
          expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        }
        await page.close();
      }
  } finally {
    await browser.close();
  }
}, 120_000);
