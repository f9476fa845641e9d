import { describe, expect, test } from 'vitest';
import { readEnrolments } from './enrolments.ts';
import { sheet, told } from './testing.ts';

const facts = {
  employees: new Set(['198507172010031997', 'THL-7']),
  trainings: new Map([
    ['ARS-1', { title: 'Tata Kelola Arsip', startsOn: '2026-03-02' }],
    ['ELE-1', { title: 'Etika Digital', startsOn: null }],
  ]),
};
const read = (text: string, head = 'nip|training_code|complete_by') =>
  readEnrolments(sheet(`${head}\n${text}`), facts);

describe('enrolments', () => {
  test('are read, with a last day of one’s own or none', () => {
    expect(read("'19850717 201003 1 997|ARS-1|2026-03-31\nTHL-7|ELE-1|")).toEqual({
      records: [
        { nip: '198507172010031997', training_code: 'ARS-1', complete_by: '2026-03-31' },
        { nip: 'THL-7', training_code: 'ELE-1', complete_by: null },
      ],
      faults: [],
      notices: [],
      unknown: [],
    });
    expect(read('THL-7|ELE-1', 'nip|training_code').records).toEqual([
      { nip: 'THL-7', training_code: 'ELE-1' },
    ]);
  });

  test.each([
    ['|ARS-1|', '2 nip missing'],
    ['199012032019122998|ARS-1|', '2 nip employee'],
    ['1.98507172010032e+17|ARS-1|', '2 nip nip-rounded'],
    ['THL-7||', '2 training_code missing'],
    ['THL-7|ars-1|', '2 training_code training'],
    ['THL-7|ARS 1|', '2 training_code code'],
    ['THL-7|ARS-1|31-03-2026', '2 complete_by date'],
    ['THL-7|ARS-1|2026-03-01', '2 complete_by before'],
    ['THL-7|ARS-1|\nTHL-7|ARS-1|2026-03-31', '3 training_code twice'],
    ['19850717 201003 1 997|ARS-1|\nTHL-7|ARS-1|\n198507172010031997|ARS-1|', '4 training_code twice'],
  ])('%j', (text, fault) => {
    expect(told(read(text))).toEqual([fault]);
  });

  test('may end on the day the training begins, and any day where it has none', () => {
    expect(told(read('THL-7|ARS-1|2026-03-02\nTHL-7|ELE-1|2020-01-01'))).toEqual([]);
  });

  test('beyond the seats are odd, once a training, and taken', () => {
    const seats = new Map([['ARS-1', { quota: 1, taken: new Set(['THL-7']) }]]);
    const of = (text: string) => readEnrolments(sheet(`nip|training_code\n${text}`), { ...facts, seats });
    expect(of('THL-7|ARS-1').notices).toEqual([]);
    const found = of('THL-7|ARS-1\n198507172010031997|ELE-1\n198507172010031997|ARS-1');
    expect(found.records).toHaveLength(3);
    expect(found.notices).toMatchObject([
      {
        row: 4,
        column: 'training_code',
        value: 'ARS-1',
        reason: { key: 'import.fault.over-quota', with: { count: 1 } },
      },
    ]);
  });

  test('of somebody who withdrew are odd, and taken', () => {
    const withdrawn = [{ nip: 'THL-7', training: 'ARS-1' }];
    const text = 'nip|training_code\nTHL-7|ELE-1\nTHL-7|ARS-1';
    expect(readEnrolments(sheet(text), { ...facts, withdrawn }).notices).toMatchObject([
      { row: 3, column: 'training_code', reason: { key: 'import.fault.withdrawn' } },
    ]);
  });
});
