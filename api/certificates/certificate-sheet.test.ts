import { describe, expect, test } from 'vitest';
import { languages } from '../../bot/i18n/languages.ts';
import { sizeOf } from '../print/paper.ts';
import { sheetPng } from '../print/sheet-png.ts';
import { faultsOfSheet, wordsOnSheet } from '../print/testing/faults-of-sheet.ts';
import { readPdf } from '../print/testing/read-pdf.ts';
import { scanCodes } from '../print/testing/scan-codes.ts';
import { certificatePdf, certificatePng } from './certificate-files.ts';
import { type CertificateFacts, certificateSheet } from './certificate-sheet.ts';
import { storyDots, storySheet } from './story-sheet.ts';

const longestName = 'Raden Ayu Wahyuningtyas Kusumawardhani Prawirodirdjo, S.Sos.';
const longestUnit =
  'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana';

const usual: CertificateFacts = {
  number: 'SRT-2026-7K4PQ2',
  name: 'Sri Wahyuni, S.E.',
  title: 'Piagam penghargaan',
  lines: ['sebagai pemenang ASN Berprestasi 2026 kategori Manajerial', 'Dinas Sosial'],
  agency: 'Pemerintah Kota Pematangsiantar',
  place: 'Kota Pematangsiantar',
  date: '2026-11-29',
  url: 'https://sapa.pematangsiantar.example/sertifikat/SRT-2026-7K4PQ2',
  locale: 'id',
};

const facts = {
  usual,
  shortest: { ...usual, name: 'Ai' },
  longest: { ...usual, name: longestName, lines: [usual.lines[0] ?? '', longestUnit] },
  oneWord: { ...usual, name: 'W'.repeat(60) },
  learning: {
    ...usual,
    title: 'Sertifikat pembelajaran',
    lines: ['telah menyelesaikan', `${longestUnit} `.repeat(2), '4 JP'],
  },
};

const widthAndHeight = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

describe('a certificate', () => {
  test('is measured with names of two and of sixty letters', () => {
    expect([facts.shortest.name.length, longestName.length]).toEqual([2, 60]);
  });

  test.each(
    Object.keys(languages).flatMap((locale) =>
      Object.entries(facts).map(([name, one]) => [locale, name, { ...one, locale }] as const),
    ),
  )('in %s, %s: nothing leaves the sheet, no words lie on others', (_, __, one) => {
    expect(faultsOfSheet(certificateSheet(one))).toEqual([]);
  });

  test('makes a long name smaller or lays it in two lines, and cuts nothing off', () => {
    const sizes = (name: string) =>
      certificateSheet({ ...usual, name }).marks.flatMap((mark) =>
        mark.kind === 'text' && name.includes(mark.text) ? [mark.size] : [],
      );
    expect(sizes('Ai')).toEqual([36]);
    expect(sizes(longestName)).toHaveLength(2);
    expect(wordsOnSheet(certificateSheet(facts.longest))).toContain(longestName);
    expect(sizes('W'.repeat(60)).every((size) => size < 36)).toBe(true);
  });

  test.each(Object.entries(facts))('%s: as a PDF another program reads it word by word', async (_, one) => {
    const { pages, info } = await readPdf(await certificatePdf(one, new Date('2026-12-01T00:00:00Z')));
    expect(pages).toHaveLength(1);
    const [page] = pages;
    const { width, height } = sizeOf('a4-landscape');
    expect([page?.width, page?.height].map((side) => Math.round(side ?? 0))).toEqual(
      [width, height].map(Math.round),
    );
    const said = (page?.words ?? '').replaceAll(' ', '');
    for (const words of [
      one.name,
      one.number,
      ...one.lines,
      '29 Nov 2026',
      'belum bertanda tangan elektronik',
    ])
      expect(said).toContain(words.replaceAll(' ', ''));
    expect(info).toMatchObject({ Title: `${one.title}: ${one.name}`, Author: one.agency });
  });

  test.each(Object.entries(facts))('%s: a phone reads the code from the picture', async (_, one) => {
    const png = certificatePng(one);
    expect((await scanCodes(png)).map(({ text }) => text)).toEqual([one.url]);
    expect(widthAndHeight(png)).toEqual([1754, 1240]);
  });
});

describe('a story card', () => {
  const story = {
    agency: 'Pemerintah Kota Salatiga',
    title: 'ASN Berprestasi 2026',
    category: 'Fungsional',
    name: 'Ai',
    unit: 'Dinas Sosial',
    value: 'Berorientasi Pelayanan',
    words: 'Antre tiga jam kini sepuluh menit.',
    locale: 'id',
  };
  const cards = {
    usual: story,
    longest: {
      ...story,
      name: longestName,
      unit: longestUnit,
      words: 'Warga mengantre lama. '.repeat(23).slice(0, 500),
    },
    wide: { ...story, name: 'W'.repeat(60), unit: longestUnit, words: 'W'.repeat(500) },
    bare: { ...story, value: null, words: null },
  };
  test.each(
    Object.keys(languages).flatMap((locale) =>
      Object.entries(cards).map(([name, one]) => [locale, name, { ...one, locale }] as const),
    ),
  )('in %s, %s: nothing leaves the picture, no words lie on others, all of them are there', (_, __, one) => {
    const sheet = storySheet(one);
    expect(faultsOfSheet(sheet)).toEqual([]);
    const said = wordsOnSheet(sheet).replaceAll(' ', '');
    for (const words of [one.name, one.unit, one.words ?? ''])
      expect(said).toContain(words.replaceAll(' ', ''));
  });

  test('is 1080 by 1350', () => {
    expect(widthAndHeight(sheetPng(storySheet(cards.longest), storyDots))).toEqual([1080, 1350]);
  });
});
