import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPeriod } from '../../bot/domain/skm/survey-period.ts';
import type { Asked, Made } from '../exports/export-kind.ts';
import { exportKinds } from '../exports/index.ts';
import { readPdf } from '../print/testing/read-pdf.ts';
import { scanCodes } from '../print/testing/scan-codes.ts';
import { openTestHall, type TestHall, testKey } from '../testing/hall.ts';
import { plantForms, plantServices } from '../testing/survey-forms.ts';
import { type Workplace, workplace } from './testing/run-program.ts';

const office = 'disdukcapil';
const doors = { telegram: 'sapa_salatiga_bot', whatsapp: '6281234567890' };

let house: TestHall;
let place: Workplace;
const sql = () => house.hall.database.sql;

beforeAll(async () => {
  house = await openTestHall();
  place = await workplace({
    DATABASE_URL: house.databaseUrl,
    APP_KEY: testKey.toString('base64'),
    PUBLIC_URL: 'https://sapa.salatiga.example',
    TELEGRAM_BOT_NAME: doors.telegram,
    WHATSAPP_NUMBER: doors.whatsapp,
  });
  await plantServices(sql(), house.hall.city().units);
  await plantForms(sql(), {
    unit: office,
    service: 'kk',
    counted: '2026-11-10',
    shown: '2026-11-11',
    answers: Array.from({ length: 9 }, () => '333333333'),
  });
  await plantForms(sql(), {
    unit: office,
    service: 'ktp-baru',
    counted: '2026-11-12',
    shown: null,
    answers: ['444444444'],
  });
  await sql()`update skm_answer set sex = case when answered.nth <= 6 then 'L' else 'P' end,
    education = case when answered.nth <= 8 then 'sma' end
    from (select id, row_number() over (order by service_code = 'kk' desc, id) as nth from skm_answer) answered
    where answered.id = skm_answer.id`;
});
afterAll(async () => {
  await place.leave();
  await house.close();
});

const run = (words: string) => place.run('pendopo', `export ${words}`);

/** The same without a process of its own. */
const print = async (kind: 'skm' | 'posters', format: string, said: Partial<Asked> = {}): Promise<Made> => {
  const period = readPeriod('2026-11');
  if ('refused' in period) throw new Error(period.refused);
  const { city, clock } = house.hall;
  const make = exportKinds[kind]?.formats[format];
  if (!make) throw new Error(`${kind} is not printed as ${format}`);
  return make({
    runner: sql(),
    city: { ...city(), publicUrl: 'https://sapa.salatiga.example', doors },
    now: clock.now(),
    period,
    unit: undefined,
    service: undefined,
    locale: 'id',
    ...said,
  });
};
const filesOf = (made: Made) => ('refused' in made ? [] : made.files);
const pdfOf = async (made: Made) => readPdf(filesOf(made)[0]?.bytes ?? new Uint8Array());

describe('an operator who prints the survey', () => {
  test('gets a poster and a report of one office, from all its services', async () => {
    expect(await run(`skm --period 2026-11 --unit ${office} --format pdf --out hasil.pdf`)).toMatchObject({
      code: 0,
      out: 'Written: hasil.pdf\n',
      err: '',
    });
    const { pages, info } = await readPdf(await readFile(join(place.folder, 'hasil.pdf')));
    expect(pages).toHaveLength(2);
    expect(pages[0]?.words).toContain('77,50');
    expect(pages[0]?.words).toContain('10 orang');
    expect(pages[0]?.words).toContain('tidak ditampilkan (di bawah 5 orang)');
    expect(pages[0]?.words).toContain('NOVEMBER 2026');
    expect(pages[1]?.words).toContain('https://sapa.salatiga.example/kinerja');
    expect(info.Author).toBe('Pemerintah Kota Salatiga');
  });

  test('of one service, in another language, counts only its own forms', async () => {
    const { pages, info } = await pdfOf(await print('skm', 'pdf', { service: 'kk', locale: 'en' }));
    expect(pages[0]?.words).toContain('75.00');
    expect(pages[0]?.words).toContain('9 people');
    expect(pages[0]?.words).toContain('SD < 5 · SMP < 5 · SMA 8 ·');
    expect(info.Language).toBe('en');
  });

  test('gets every office in one file where none was named, those without an answer too', async () => {
    const offices = await sql()`select distinct unit_code from service`;
    const { pages } = await pdfOf(await print('skm', 'pdf'));
    expect(pages).toHaveLength(offices.length * 2);
    const empty = pages.filter(({ words }) => words.includes('NILAI IKM Belum ada penilaian'));
    expect(empty).toHaveLength(offices.length - 1);
  });

  test('as SVG has a file for each page', async () => {
    const made = await print('skm', 'svg', { unit: office });
    expect(filesOf(made).map(({ name }) => name)).toEqual(
      [1, 2].map((page) => `skm-2026-11-${office}-${page}.svg`),
    );
    expect(Buffer.from(filesOf(made)[1]?.bytes ?? []).toString()).toContain('77,50');
    expect((await run(`skm --period 2026-11 --unit ${office} --format svg --out hasil.svg`)).out).toBe(
      'Written: hasil.svg, hasil-2.svg\n',
    );
  });

  test('of a service that nobody has is refused', async () => {
    expect(await print('skm', 'pdf', { service: 'nothing' })).toEqual({
      refused: 'There is no service nothing here.',
    });
  });
});

describe('an operator who prints posters', () => {
  test('gets a sheet for every counter of an office, A5 unless said otherwise', async () => {
    const counters =
      await sql()`select 1 from service where unit_code = ${office} and counter_code is not null`;
    const { pages } = await pdfOf(await print('posters', 'pdf', { unit: office }));
    expect(pages).toHaveLength(counters.length);
    expect(Math.round(pages[0]?.width ?? 0)).toBe(420);
  });

  test('gets a picture whose codes open exactly that counter', async () => {
    expect(await run('posters --service kk --format png --size a4 --out kk.png')).toMatchObject({
      code: 0,
      err: '',
    });
    const [counter] = await sql()<
      { code: string }[]
    >`select counter_code as code from service where code = 'kk'`;
    const codes = await scanCodes(await readFile(join(place.folder, 'kk.png')));
    expect(codes.map(({ text }) => text)).toEqual([
      `https://t.me/sapa_salatiga_bot?start=u_${counter?.code}`,
      `https://wa.me/6281234567890?text=NILAI%20${counter?.code}`,
    ]);
  });

  test('on A4 finds what everybody may know: the figure shown, and what was changed here or in the office', async () => {
    const day = house.hall.clock.now().toISOString().slice(0, 10);
    await sql()`update skm_answer set counted_on = ${day}, shown_on = ${day} where service_code = 'kk'`;
    await sql()`insert into skm_change (unit_code, service_code, said, done, at) values
      (${office}, null, 'Antre lama.', 'Loket dibuka lebih awal.', '2026-11-01T00:00:00Z'),
      (${office}, 'ktp-baru', 'Kursi kurang.', 'Bukan untuk loket ini.', '2026-11-02T00:00:00Z')`;
    const of = async (service: string) => {
      const { pages } = await pdfOf(await print('posters', 'pdf', { service, size: 'a4' }));
      return pages[0]?.words ?? '';
    };
    const words = await of('kk');
    expect(words).toContain('75,00');
    expect(words).toContain('dari 9 orang');
    expect(words).toContain('Kami: Loket dibuka lebih awal.');
    expect(words).not.toContain('Bukan untuk loket ini');
    expect(await of('ktp-baru')).not.toContain('100,00');
  });

  test('is told what to set where no chat is known, and where a service has no counter', async () => {
    const { doors: _, ...city } = house.hall.city();
    expect(await print('posters', 'pdf', { city })).toEqual({
      refused: expect.stringContaining('set TELEGRAM_BOT_NAME or WHATSAPP_NUMBER'),
    });
    expect(await print('posters', 'pdf', { service: 'nothing' })).toEqual({
      refused: expect.stringContaining('No service here has a counter'),
    });
  });
});
