import { describe, expect, test } from 'vitest';
import { numberFault } from '../training/certificate.ts';
import { readCompletions } from './completions.ts';
import { sheet, told } from './testing.ts';

const facts = {
  employees: new Set(['198507172010031997', 'THL-7']),
  trainings: new Map([
    ['ARS-1', { title: 'Tata Kelola Arsip', startsOn: '2026-03-02' }],
    ['ELE-1', { title: 'Etika Digital', startsOn: null }],
  ]),
  today: '2026-11-22',
};
const head = 'nip|training_code|title|jp|certificate_number|certificate_date';
const read = (text: string, header = head) => readCompletions(sheet(`${header}\n${text}`), facts);

describe('completions', () => {
  test('are read, of a known training or of one elsewhere', () => {
    const rows =
      '19850717 201003 1 997|ARS-1||8|00123/BKPSDM/2026|2026-03-04\nTHL-7||Seminar Pelayanan|2,5|-|2025-12-31';
    expect(read(rows)).toEqual({
      records: [
        {
          nip: '198507172010031997',
          training_code: 'ARS-1',
          title: null,
          jp: 800,
          certificate_number: '00123/BKPSDM/2026',
          certificate_date: '2026-03-04',
        },
        {
          nip: 'THL-7',
          training_code: null,
          title: 'Seminar Pelayanan',
          jp: 250,
          certificate_number: null,
          certificate_date: '2025-12-31',
        },
      ],
      faults: [],
      notices: [],
      unknown: [],
    });
  });

  test.each([
    ['|ELE-1||8||2026-03-04', '2 nip missing'],
    ['198001012005011001|ELE-1||8||2026-03-04', '2 nip employee'],
    ['1.98507172010032e+17|ELE-1||8||2026-03-04', '2 nip nip-rounded'],
    ['THL-7|ELE-2||8||2026-03-04', '2 training_code training'],
    ['THL-7|ELE-2|Seminar|8||2026-03-04', '2 training_code training'],
    ['THL-7|||8||2026-03-04', '2 title training-or-title'],
    [`THL-7||${'x'.repeat(201)}|8||2026-03-04`, '2 title long'],
    ['THL-7|ELE-1||||2026-03-04', '2 jp missing'],
    ['THL-7|ELE-1||0||2026-03-04', '2 jp between'],
    ['THL-7|ELE-1||2001||2026-03-04', '2 jp between'],
    [`THL-7|ELE-1||8|${'1'.repeat(81)}|2026-03-04`, '2 certificate_number long'],
    ['THL-7|ELE-1||8||', '2 certificate_date missing'],
    ['THL-7|ELE-1||8||4 Maret 2026', '2 certificate_date date'],
    ['THL-7|ELE-1||8||2026-11-23', '2 certificate_date future'],
    ['THL-7|ELE-1||8||1975-12-31', '2 certificate_date old-date'],
    ['THL-7|ELE-1||8||0026-03-04', '2 certificate_date old-date'],
  ])('%j', (text, fault) => {
    expect(told(read(text))).toEqual([fault]);
  });

  test('of today, and of fifty years ago, are taken', () => {
    expect(told(read('THL-7|ELE-1||8||2026-11-22\nTHL-7|ELE-1||8||1976-01-01'))).toEqual([]);
  });

  test('of before the training begins are odd, and taken', () => {
    const found = read('THL-7|ARS-1||8||2026-03-01\nTHL-7|ARS-1||8||2026-03-02');
    expect(found.records).toHaveLength(2);
    expect(found.notices).toMatchObject([
      { row: 2, column: 'certificate_date', reason: { with: { label: 'starts_on 2026-03-02' } } },
    ]);
  });

  test('elsewhere name their provider, or are told once whose name stands for it', () => {
    const odd = { ...facts, unnamedProvider: 'Pemerintah Kota Contoh' };
    const of = (text: string) =>
      readCompletions(sheet(`nip|training_code|title|jp|certificate_date|provider\n${text}`), odd);
    expect(of('THL-7||Seminar|2|2026-03-04|Universitas Contoh')).toMatchObject({
      records: [{ provider: 'Universitas Contoh' }],
      notices: [],
    });
    const rows = ['ELE-1|', '|Seminar', '|Lokakarya'].map((what) => `THL-7|${what}|2|2026-03-04|`);
    expect(of(rows.join('\n')).notices).toMatchObject([
      { row: 3, column: 'provider', reason: { with: { text: 'Pemerintah Kota Contoh' } } },
    ]);
  });

  test('that were refused are told so, and taken no further', () => {
    const titles = ['Seminar Pelayanan'];
    const refused = new Map([['THL-7', [{ number: '7/B', date: '2026-03-04', titles }]]]);
    const of = (text: string) => readCompletions(sheet(`${head}\n${text}`), { ...facts, refused });
    expect(of('THL-7||Seminar|2|7 / b|2026-03-04').notices).toMatchObject([
      { row: 2, column: 'certificate_date', reason: { key: 'import.fault.refused-before' } },
    ]);
    expect(of('THL-7||Seminar|2|8/B|2026-03-04').notices).toEqual([]);
    expect(of('198507172010031997||Seminar|2|7/B|2026-03-04').notices).toEqual([]);
  });

  test('need one of two columns, and are told so once', () => {
    const bare = 'nip|jp|certificate_date';
    expect(told(read('THL-7|8|2026-03-04\nTHL-7|8|2026-03-05', bare))).toEqual(['1 title missing-column']);
    expect(told(read('', `\n\n${bare}`))).toEqual(['3 title missing-column']);
    expect(told(read('THL-7||8|2026-03-04', 'nip|training_code|jp|certificate_date'))).toEqual([
      '2 training_code training-or-title',
    ]);
    expect(told(read('THL-7|ELE-1|8|2026-03-04', 'nip|Training_Code|jp|certificate_date'))).toEqual([]);
  });
});

describe('a certificate’s number', () => {
  test.each([
    ['-', null],
    ['Tidak ada', null],
    ['00123 / BKPSDM', '00123 / BKPSDM'],
    ['800/1\r\n/2026', '800/1 /2026'],
  ])('typed %j is %j', (text, number) => {
    const rows = [head.split('|'), ['THL-7', 'ELE-1', '', '8', text, '2026-03-04']];
    expect(readCompletions(rows, facts).records).toMatchObject([{ certificate_number: number }]);
  });

  test('is never one that a certificate could not have', () => {
    for (const text of ['7'.repeat(80), '-', '800/1'])
      for (const record of read(`THL-7|ELE-1||8|${text}|2026-03-04`).records)
        expect(
          record.certificate_number ? numberFault(record.certificate_number) : undefined,
        ).toBeUndefined();
    expect(numberFault('7'.repeat(81))?.fault).toBe('long');
  });

  test('on two days is odd, and taken', () => {
    const found = read('THL-7|ELE-1||8|7/B|2026-03-04\nTHL-7|ELE-1||8|7/b|2026-03-05');
    expect(found.records).toHaveLength(2);
    expect(found.notices).toMatchObject([
      { row: 3, column: 'certificate_number', reason: { key: 'import.fault.twice' } },
    ]);
  });
});

describe('one certificate of a day counts once', () => {
  test.each([
    ['its number', 'ELE-1||8|7/B', '|Arsip|8|7 / b', '3 certificate_number twice'],
    ['the training', 'ELE-1||8|', 'ELE-1||6|', '3 certificate_date twice'],
    ['the title', '|Arsip  Baru|8|', '|arsip baru|8|', '3 certificate_date twice'],
    ['the training, of which one has a number', 'ELE-1||8|7/B', 'ELE-1||8|', '3 certificate_date twice'],
    ['the training, of which the other has one', 'ELE-1||8|-', 'ELE-1||8|7/B', '3 certificate_date twice'],
    ['the title of a training', 'ELE-1||8|', '|ETIKA DIGITAL|8|', '3 certificate_date twice'],
    ['the training, with a title of its own', 'ELE-1|Etika|8|', 'ELE-1||8|', '3 certificate_date twice'],
  ])('by %s', (_, one, other, fault) => {
    expect(told(read(`THL-7|${one}|2026-03-04\nTHL-7|${other}|2026-03-04`))).toEqual([fault]);
  });

  test.each([
    ['of two people', 'THL-7|ELE-1||8|7/B|2026-03-04\n198507172010031997|ELE-1||8|7/B|2026-03-04'],
    ['of two numbers', 'THL-7||Seminar|2|7/B|2026-03-04\nTHL-7||Seminar|2|8/B|2026-03-04'],
    ['of two days', 'THL-7|ELE-1||8||2026-03-04\nTHL-7|ELE-1||8||2026-03-05'],
    ['of two trainings', 'THL-7|ELE-1||8||2026-03-04\nTHL-7|ARS-1||8||2026-03-04'],
    ['of a code and a title that reads like it', 'THL-7|ELE-1||8||2026-03-04\nTHL-7||ELE-1|8||2026-03-04'],
  ])('but those %s are two', (_, text) => {
    expect(told(read(text))).toEqual([]);
  });

  test('and the second is told of the first, by all that makes them one', () => {
    const rows = ['THL-7|ELE-1||8||2026-03-04', 'THL-7||Lain|8||2026-03-04', 'THL-7|ELE-1||8||2026-03-04'];
    expect(read(rows.join('\n')).faults).toMatchObject([
      { row: 4, reason: { with: { label: 'nip, training_code / title, certificate_date', number: 2 } } },
    ]);
  });
});
