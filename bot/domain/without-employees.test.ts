import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutEmployees } from './without-employees.ts';

const office = [
  'Budi Santoso, S.E.',
  'Drs. H. Bagus Wahyu Nugroho, M.Si.',
  'dr. Sri Wahyuni',
  'Nur Hidayah',
  'Al Li',
];
const told = (text: string) => withoutEmployees(text, office, '[…]');

describe('of somebody who works there', () => {
  test.each([
    ['Budi di loket 2 lama sekali', '[…] di loket 2 lama sekali'],
    ['petugas budi santoso ramah', 'petugas […] ramah'],
    ['Terima kasih Pak Bagus Wahyu!', 'Terima kasih Pak […]!'],
    ['pak bagus galak', 'pak […] galak'],
    ['Yang melayani Bagus, kurang senyum', 'Yang melayani […], kurang senyum'],
    ['BU SRI marah-marah', 'BU […] marah-marah'],
    ['dilayani wahyu nugroho sampai selesai', 'dilayani […] sampai selesai'],
    ['Sri, Budi, dan hidayah ada', '[…], […], dan hidayah ada'],
    ['nur hidayah sabar sekali', '[…] sabar sekali'],
  ])('"%s" loses the name', (text, left) => {
    expect(told(text)).toBe(left);
  });
});

test.each([
  'Pelayanan bagus dan cepat.',
  'Bagus sekali, pertahankan.',
  'PELAYANAN BAGUS',
  'Semoga dapat hidayah',
  'Ali al li ada di depan',
  'Se Si M tidak apa-apa',
])('"%s" stays as it was said', (text) => {
  expect(told(text)).toBe(text);
});

test('nothing but names is taken, whatever is said, and a second time nothing', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.constantFrom('Budi', 'santoso', 'bagus', 'Pak', 'antre', '.', ' ', ' ', '\n', '😀'),
          fc.string({ maxLength: 4 }),
        ),
      ),
      (parts) => {
        const text = parts.join('');
        const once = told(text);
        expect(withoutEmployees(text, [], '[…]')).toBe(text);
        expect(once).not.toMatch(/(?<!\p{L})(budi|santoso)(?!\p{L})/iu);
        expect(told(once)).toBe(once);
      },
    ),
  );
});
