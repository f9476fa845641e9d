import { describe, expect, test } from 'vitest';
import { languages } from '../../bot/i18n/languages.ts';
import { sheetPng } from '../print/sheet-png.ts';
import { faultsOfSheet, wordsOnSheet } from '../print/testing/faults-of-sheet.ts';
import { scanCodes } from '../print/testing/scan-codes.ts';
import { type AttendanceFacts, attendanceDoors, attendanceSheet } from './attendance-sheet.ts';

const doors = { telegram: 'sapa_salatiga_bot', whatsapp: '6281234567890' };

const usual: AttendanceFacts = {
  agency: 'Pemerintah Kota Salatiga',
  training: { title: 'Pelayanan Prima', provider: 'BPSDM Provinsi Jawa Tengah' },
  day: '2026-11-30',
  code: '7K4PQ2',
  doors: attendanceDoors(doors, '7K4PQ2'),
  locale: 'id',
};

const longest: AttendanceFacts = {
  ...usual,
  training: {
    title: 'Pelatihan Pengelolaan Arsip Dinamis dan Penyusunan Jadwal Retensi '.repeat(3),
    provider: 'Pusat Pendidikan dan Pelatihan Pengembangan Sumber Daya Manusia Aparatur '.repeat(2),
  },
};

const sheets = {
  usual,
  longest,
  oneDoor: { ...usual, doors: usual.doors.slice(0, 1) },
  none: { ...usual, doors: [] },
};

describe('the sheet in a room', () => {
  test.each(
    Object.keys(languages).flatMap((locale) =>
      Object.entries(sheets).map(([name, facts]) => [locale, name, { ...facts, locale }] as const),
    ),
  )('in %s, %s: nothing leaves the sheet, no words lie on others', (_, __, facts) => {
    expect(faultsOfSheet(attendanceSheet(facts))).toEqual([]);
  });

  test.each(Object.entries({ usual, longest }))(
    '%s: a phone reads both codes from a picture of 100 dots an inch, 3 cm wide at least',
    async (_, facts) => {
      const codes = await scanCodes(sheetPng(attendanceSheet(facts), 100));
      expect(codes.map(({ text }) => text)).toEqual([
        'https://t.me/sapa_salatiga_bot?start=h_7K4PQ2',
        'https://wa.me/6281234567890?text=HADIR%207K4-PQ2',
      ]);
      for (const { dots } of codes) expect((dots / 100) * 25.4).toBeGreaterThan(29.5);
    },
  );

  test('says what it is for, on which day, and what to type', () => {
    for (const facts of Object.values(sheets)) {
      const words = wordsOnSheet(attendanceSheet(facts));
      for (const said of ['Catat hadir', 'Hanya untuk 30 Nov 2026', 'HADIR 7K4-PQ2', facts.agency])
        expect(words).toContain(said);
    }
    expect(wordsOnSheet(attendanceSheet(usual))).toContain('Pelayanan Prima');
  });
});
