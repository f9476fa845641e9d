import { describe, expect, test } from 'vitest';
import { languages } from '../../bot/i18n/languages.ts';
import { sheetPng } from '../print/sheet-png.ts';
import { sheetSvg } from '../print/sheet-svg.ts';
import { sheetsPdf } from '../print/sheets-pdf.ts';
import { faultsOfSheet, wordsOnSheet } from '../print/testing/faults-of-sheet.ts';
import { readPdf } from '../print/testing/read-pdf.ts';
import { scanCodes } from '../print/testing/scan-codes.ts';
import { longOffice, longService } from '../results/testing.ts';
import { counterDoors } from './counter-doors.ts';
import { counterSheet } from './counter-sheet.ts';
import type { PosterFacts } from './poster-facts.ts';

const doors = { telegram: 'sapa_salatiga_bot', whatsapp: '6281234567890' };

const bare: PosterFacts = {
  place: 'Kota Salatiga',
  counter: {
    code: 'DUK-1',
    service: { code: 'ktp-baru', name: 'KTP-el baru' },
    unit: { code: 'disdukcapil', name: 'Dinas Kependudukan dan Pencatatan Sipil' },
  },
  doors: counterDoors(doors, 'DUK-1'),
  figure: null,
  changes: [],
  locale: 'id',
};

const full: PosterFacts = {
  ...bare,
  figure: { ikm: '85.25', grade: 'B', respondents: 112, on: '2026-11-19' },
  changes: [
    { said: 'Antre terlalu lama di pagi hari.', done: 'Loket 2 dibuka setengah jam lebih awal.' },
    { said: 'Tidak ada kursi untuk orang tua.', done: 'Dua belas kursi ditambahkan.' },
  ],
};

const longest: PosterFacts = {
  ...full,
  counter: {
    code: 'KTP-SIDOMUKTI-LOKET-12',
    service: { code: 'x', name: longService },
    unit: { code: 'y', name: longOffice },
  },
  doors: counterDoors(
    { telegram: 'sapa_pematangsiantar_resmi_bot', whatsapp: '6281234567890' },
    'KTP-SIDOMUKTI-LOKET-12',
  ),
  changes: [
    { said: 'antre lama '.repeat(18), done: 'dibuka lebih awal '.repeat(16) },
    { said: 'kursi kurang '.repeat(15), done: 'kursi ditambah '.repeat(20) },
  ],
};

const oneDoor: PosterFacts = { ...bare, doors: counterDoors({ telegram: 'sapa_salatiga_bot' }, 'DUK-1') };
const papers = ['a4', 'a5'] as const;
const everywhere = (Object.keys(languages) as (keyof typeof languages)[]).flatMap((locale) =>
  papers.flatMap((paper) =>
    Object.entries({ bare, full, longest, oneDoor }).map(
      ([name, facts]) => [locale, paper, name, { ...facts, locale }] as const,
    ),
  ),
);

describe('the sheet at a counter', () => {
  test.each(everywhere)(
    'in %s on %s, %s: nothing leaves the sheet, no words lie on others',
    (_, paper, __, facts) => {
      const sheet = counterSheet(facts, paper);
      expect(faultsOfSheet(sheet)).toEqual([]);
      expect(sheetSvg(sheet).length).toBeLessThan(300_000);
    },
  );

  test.each(
    papers.flatMap((paper) =>
      Object.entries({ bare, full, longest }).map(([name, facts]) => [paper, name, facts] as const),
    ),
  )(
    'on %s, %s: a phone reads both codes from a picture of 100 dots an inch, 3 cm wide at least',
    async (paper, _, facts) => {
      const codes = await scanCodes(sheetPng(counterSheet(facts, paper), 100));
      expect(codes.map(({ text }) => text)).toEqual(facts.doors.map(({ link }) => link));
      for (const { dots, ecLevel } of codes) {
        expect((dots / 100) * 25.4).toBeGreaterThan(29.5);
        expect(ecLevel).toBe('M');
      }
    },
  );

  test('leads to the counter, in Telegram by its link and in WhatsApp by words already typed', () => {
    expect(bare.doors).toEqual([
      { app: 'telegram', link: 'https://t.me/sapa_salatiga_bot?start=u_DUK-1', name: '@sapa_salatiga_bot' },
      {
        app: 'whatsapp-cloud',
        link: 'https://wa.me/6281234567890?text=NILAI%20DUK-1',
        name: '+62 812 3456 7890',
      },
    ]);
  });

  test('has one code where the operator named one app', async () => {
    const sheet = counterSheet(oneDoor, 'a5');
    const codes = await scanCodes(sheetPng(sheet, 100));
    expect(codes.map(({ text }) => text)).toEqual(['https://t.me/sapa_salatiga_bot?start=u_DUK-1']);
    expect(wordsOnSheet(sheet)).toContain('Pindai kode ini');
    expect(wordsOnSheet(sheet)).not.toContain('WhatsApp');
  });

  test('says in words what the codes are for, what to type and what it costs', async () => {
    const about = {
      title: 'Poster',
      author: 'Pemerintah Kota Salatiga',
      language: 'id',
      at: new Date('2026-11-20T03:00:00Z'),
    };
    const { pages } = await readPdf(
      await sheetsPdf([counterSheet(bare, 'a5'), counterSheet(oneDoor, 'a5')], about),
    );
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
      [420, 595],
      [420, 595],
    ]);
    for (const said of [
      'Nilai pelayanan kami',
      'KTP-el baru · DUK-1',
      'Telegram',
      'WhatsApp',
      'NILAI DUK-1',
      '2 menit · Gratis · Nama tidak dicatat',
    ])
      expect(pages[0]?.words).toContain(said);
  });

  test('on A4 tells the last figure and what was changed; on A5 there is no room for it', () => {
    const large = wordsOnSheet(counterSheet(full, 'a4'));
    for (const said of [
      '85,25',
      'Mutu B · Baik',
      'dari 112 orang, per 19 Nov 2026',
      'Anda bilang, kami lakukan',
      'Kami: Dua belas kursi ditambahkan.',
    ])
      expect(large).toContain(said);
    expect(wordsOnSheet(counterSheet(full, 'a5'))).not.toContain('85,25');
    expect(wordsOnSheet(counterSheet(bare, 'a4'))).not.toContain('kami lakukan');
  });
});
