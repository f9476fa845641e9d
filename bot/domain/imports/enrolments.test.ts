import { describe, expect, test } from 'vitest';
import { readEnrolments } from './enrolments.ts';
import type { KnownTrainings } from './personnel-rows.ts';
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
    ['THL-7|ars-1|', '2 training_code choice'],
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

  test('that name an unknown training are told of some that are known', () => {
    const one = { title: 'Etika Digital', startsOn: null };
    const many = Array.from({ length: 12 }, (_, i) => [`T-${10 + i}`, one] as const);
    const knowing = (trainings: KnownTrainings) =>
      readEnrolments(sheet('nip|training_code\nTHL-7|X'), { ...facts, trainings }).faults[0]?.reason.with
        ?.text;
    expect(knowing(new Map(many))).toBe('T-10, T-11, T-12, T-13, T-14, T-15, T-16, T-17, T-18, T-19, …');
    expect(knowing(new Map())).toBe('–');
  });
});
