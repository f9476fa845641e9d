import { expect, test } from 'vitest';
import { holdsTeamCases, readTeamCases } from './team-case.ts';

const good = `---
jenis: kasus-mingguan
---

# Kasus: Loket tutup

Nilai: Berorientasi Pelayanan

Pukul 14.55. Mbah Sarmi
baru turun dari angkot.

- Besok saja.
  Akibat: Ia pulang.
- Diperiksa sekarang.
  Akibat: Ia tersenyum.

Bahas: Apa yang kita siapkan?
`;

test('a case of the week reads with its value, its choices and its question', () => {
  expect(holdsTeamCases(good)).toBe(true);
  expect(readTeamCases(good)).toEqual({
    cases: [
      {
        id: 'loket-tutup',
        title: 'Loket tutup',
        value: 'berorientasi_pelayanan',
        text: 'Pukul 14.55. Mbah Sarmi baru turun dari angkot.',
        choices: [
          { label: 'Besok saja.', consequence: 'Ia pulang.' },
          { label: 'Diperiksa sekarang.', consequence: 'Ia tersenyum.' },
        ],
        discuss: 'Apa yang kita siapkan?',
      },
    ],
  });
});

test.each([
  ['a value that is none', 'Berorientasi Pelayanan', 'jujur', 7, 'choice'],
  ['no value', 'Nilai: Berorientasi Pelayanan', '', 5, 'field'],
  ['no question', /Bahas:.*/, '', 5, 'field'],
  ['no consequence', '  Akibat: Ia pulang.\n', '', 12, 'field'],
  ['a next scene, which no weekly case has', 'Bahas:', 'Lanjut:', 17, 'outside'],
  ['no case at all', /# Kasus[\s\S]*/, '', 3, 'no-case'],
  ['a card', '# Kasus', '# Kartu', 5, 'section'],
])('%s is named', (_, was, becomes, line, code) => {
  const read = readTeamCases(good.replace(was, becomes));
  expect('faults' in read ? read.faults : []).toContainEqual(
    expect.objectContaining({ line, key: `module.fault.${code}` }),
  );
});

test('a module is none', () => {
  expect(holdsTeamCases('---\nkode: jenis\n---\n# Kartu: x\n')).toBe(false);
});
