import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { languages } from '../../bot/i18n/languages.ts';
import { sheetPng } from '../print/sheet-png.ts';
import { sheetSvg } from '../print/sheet-svg.ts';
import { sheetsPdf } from '../print/sheets-pdf.ts';
import { faultsOfSheet, wordsOnSheet } from '../print/testing/faults-of-sheet.ts';
import { readPdf } from '../print/testing/read-pdf.ts';
import { scanCodes } from '../print/testing/scan-codes.ts';
import { posterSheet } from './poster-sheet.ts';
import { footTop, reportSheet } from './report-sheet.ts';
import { factsOf, longOffice, longService } from './testing.ts';

const about = {
  title: 'IKM',
  author: 'Pemerintah Kota Salatiga',
  language: 'id',
  at: new Date('2026-11-20T03:00:00Z'),
};
const sheetsOf = (facts: ReturnType<typeof factsOf>) => [posterSheet(facts), reportSheet(facts)];

const cases = {
  'nobody yet': factsOf(0),
  'one woman': factsOf(1),
  'four people': factsOf(4, { users: 300 }),
  '112 of 291': factsOf(112, { users: 1200 }),
  '384 people, twelve of them odd': factsOf(384, { users: 1200, flagged: 12 }),
  'a name of 120 letters': factsOf(384, { unit: longOffice, users: 1_000_000, flagged: 384 }),
  'a service named by its regulation': factsOf(112, {
    unit: longOffice,
    service: longService,
    users: 1200,
    flagged: 3,
  }),
  'another weight': factsOf(384, { weight: 'printed_0_11', service: 'KTP-el baru' }),
} as const;

const everywhere = (Object.keys(languages) as (keyof typeof languages)[]).flatMap((locale) =>
  Object.entries(cases).map(([name, facts]) => [locale, name, { ...facts, locale }] as const),
);

describe('a result on paper', () => {
  test.each(everywhere)('in %s of %s: nothing leaves the sheet, no words lie on others', (_, __, facts) => {
    for (const sheet of sheetsOf(facts)) {
      expect(faultsOfSheet(sheet)).toEqual([]);
      expect(() => new Resvg(sheetSvg(sheet), { font: { loadSystemFonts: false } })).not.toThrow();
    }
  });

  test.each(everywhere)('in %s of %s: the place to sign is above the foot', (_, __, facts) => {
    const places = reportSheet(facts).marks.flatMap((mark) =>
      mark.kind === 'box' && mark.dashed ? [mark.y + mark.height] : [],
    );
    expect(places).toHaveLength(1);
    expect(places[0]).toBeLessThan(footTop - 2);
  });

  test('says the number at no less than 120 points, with its grade and who answered', () => {
    const poster = posterSheet(cases['384 people, twelve of them odd']);
    const figure = poster.marks.find((mark) => mark.kind === 'text' && mark.text === '88,30');
    expect(figure).toMatchObject({ weight: 'bold' });
    for (const facts of Object.values(cases).filter(({ result }) => result.index)) {
      const sizes = posterSheet(facts).marks.flatMap((mark) => (mark.kind === 'text' ? [mark.size] : []));
      expect(Math.max(...sizes)).toBeGreaterThanOrEqual(120);
    }
    const words = wordsOnSheet(poster).replaceAll('\u00a0', ' ');
    for (const said of [
      'INDEKS KEPUASAN MASYARAKAT (IKM)',
      'DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL',
      'KOTA SALATIGA · SEMESTER II TAHUN 2026',
      'NILAI IKM',
      'Mutu B · Baik',
      'NAMA LAYANAN Seluruh layanan',
      'RESPONDEN Jumlah 384 orang',
      'L 171 · P 213',
      'SD 21 · SMP 48 · SMA 197 · D1–D4 44 · S1 66 · S2 ke atas 8',
      'Periode survei 1 Jul–20 Nov 2026',
      'TERIMA KASIH ATAS PENILAIAN YANG TELAH ANDA BERIKAN',
    ])
      expect(words).toContain(said);
  });

  test('tells behind it what is strong and weak, how it was reckoned, and who is to sign', () => {
    const words = wordsOnSheet(reportSheet(cases['384 people, twelve of them odd']));
    for (const said of [
      'Terkuat: Kompetensi Pelaksana (97,20); Biaya/Tarif (94,47); Sarana dan Prasarana (91,73).',
      'Perlu perhatian: Penanganan Pengaduan, Saran dan Masukan (80,53); Persyaratan (80,60); Waktu Penyelesaian (83,40).',
      'Bobot tiap unsur: tepat 1/9.',
      'Responden: 384 dari 291 yang dibutuhkan (Krejcie–Morgan): cukup.',
      'tetap dihitung (12). IKM dengan semua jawaban 88,30 (B); tanpa yang ditandai 88,28 (B).',
      'Rencana perbaikan',
      'belum bertanda tangan elektronik',
      'Jabatan Nama NIP',
    ])
      expect(words).toContain(said);
    const short = wordsOnSheet(reportSheet(cases['112 of 291']));
    expect(short).toContain('112 dari 291 yang dibutuhkan (Krejcie–Morgan): belum cukup, kurang 179.');
    const few = wordsOnSheet(reportSheet(cases['a service named by its regulation']));
    expect(few).toContain('tetap dihitung (< 5)');
    expect(wordsOnSheet(reportSheet(cases['another weight']))).toContain('Bobot tiap unsur: 0,11');
  });

  test('without an answer has no number and no grade', () => {
    const [poster, report] = sheetsOf(cases['nobody yet']).map(wordsOnSheet);
    expect(poster).toContain('Belum ada penilaian');
    expect(poster).not.toMatch(/Mutu/);
    expect(report).toContain('Belum ada penilaian');
    expect(report).not.toContain('Terkuat');
  });

  test('of one person shows the number and warns, and says nothing of who it was', () => {
    const both = sheetsOf(cases['one woman']).map(wordsOnSheet).join(' ');
    expect(both).toContain('100,00');
    expect(both).toContain('Responden masih sedikit (1 orang)');
    expect(both).toContain('Semua unsur mendapat nilai yang sama.');
    expect(both).not.toMatch(/[LP]\u00a0\d|SMA/);
  });

  test('of which the forms are gone says so in place of groups', () => {
    const facts = factsOf(384);
    const words = wordsOnSheet(posterSheet({ ...facts, respondents: { ...facts.respondents, forms: 100 } }));
    expect(words).toContain('rincian sudah dihapus');
    expect(words).not.toContain('171');
  });

  test('is opened by another program: two pages, their sizes, every word', async () => {
    const facts = cases['a service named by its regulation'];
    const { pages, info } = await readPdf(await sheetsPdf(sheetsOf(facts), about));
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
      [842, 595],
      [595, 842],
    ]);
    const plain = (text: string) => text.replace(/\s+/g, '');
    expect(plain(pages[0]?.words ?? '')).toContain(plain(longOffice.toUpperCase()));
    expect(plain(pages[0]?.words ?? '')).toContain(plain(longService));
    expect(pages[0]?.words).toContain('88,29');
    expect(plain(pages[1]?.words ?? '')).toContain(plain(longOffice));
    expect(pages[1]?.words).toContain('PermenPANRB 14/2017');
    expect(info).toMatchObject({ Title: 'IKM', Author: 'Pemerintah Kota Salatiga', Language: 'id' });
  });

  test('leads a phone to the page of the newest figures', async () => {
    const codes = await scanCodes(sheetPng(reportSheet(cases['112 of 291']), 150));
    expect(codes.map(({ text }) => text)).toEqual(['https://sapa.salatiga.example/kinerja']);
  });
});
