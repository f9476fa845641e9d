import { describe, expect, test } from 'vitest';
import { readEmployees } from './employees.ts';
import { sheet, told } from './testing.ts';

const people = { units: new Set(['dinkes']), above: new Map([['198001012005011001', null]]) };
const employees = (text: string) => readEmployees(sheet(text), people);
const head = 'nip|name|unit_code|position|kind|grade|phone|supervisor_nip|roles|active';
const person = (change: { [column: string]: string }) => {
  const usual: { [column: string]: string } = {
    nip: '198507172010031997',
    name: 'Contoh Satu',
    unit_code: 'dinkes',
    position: 'Analis',
    kind: 'pns',
  };
  return head
    .split('|')
    .map((column) => change[column] ?? usual[column] ?? '')
    .join('|');
};

describe('employees', () => {
  test('are read with everything that can be said of them', () => {
    const row = person({
      nip: "'19850717 201003 1 997",
      grade: 'III/c',
      phone: '0812-0000-0001',
      supervisor_nip: '19800101 200501 1 001',
      roles: 'supervisor, officer¦officer',
      active: 'Tidak',
    });
    expect(employees(`${head}\n${row}`)).toEqual({
      records: [
        {
          nip: '198507172010031997',
          name: 'Contoh Satu',
          unit_code: 'dinkes',
          position: 'Analis',
          kind: 'pns',
          grade: 'III/c',
          phone: '+6281200000001',
          supervisor_nip: '198001012005011001',
          roles: ['officer', 'supervisor'],
          active: false,
        },
      ],
      faults: [],
      notices: [],
      unknown: [],
    });
  });

  test.each([
    [{ nip: '198502292010031997' }, '2 nip nip-birth'],
    [{ nip: '198507172010131997' }, '2 nip nip-month'],
    [{ nip: '198507172010033997' }, '2 nip nip-sex'],
    [{ nip: '198507172010031000' }, '2 nip nip-sequence'],
    [{ nip: '198507171984031997' }, '2 nip nip-before-birth'],
    [{ nip: '19850717201003199' }, '2 nip nip-length'],
    [{ nip: 'budi' }, '2 nip nip-digits'],
    [{ nip: '1.98507172010032e+17' }, '2 nip nip-rounded'],
    [{ kind: 'pppk' }, '2 nip nip-other-kind'],
    [{ kind: 'other', nip: 'thl no 7' }, '2 nip local-id'],
    [{ nip: '' }, '2 nip missing'],
    [{ name: '' }, '2 name missing'],
    [{ unit_code: 'nowhere' }, '2 unit_code unit'],
    [{ unit_code: 'no where' }, '2 unit_code code'],
    [{ position: 'x'.repeat(161) }, '2 position long'],
    [{ kind: 'honorer' }, '2 kind choice'],
    [{ phone: '0298 000000' }, '2 phone mobile'],
    [{ phone: '08120000' }, '2 phone mobile'],
    [{ phone: '+1 202 555 0100' }, '2 phone mobile'],
    [{ supervisor_nip: '199012032019122998' }, '2 supervisor_nip supervisor'],
    [{ supervisor_nip: '198507172010031997' }, '2 supervisor_nip itself'],
    [{ roles: 'officer king' }, '2 roles choice'],
    [{ active: 'mungkin' }, '2 active yes-no'],
  ])('%j', (change, fault) => {
    expect(told(employees(`${head}\n${person(change)}`))).toEqual([fault]);
  });

  test('may have a local id without a NIP, and a number that a spreadsheet took a zero from', () => {
    const found = employees(`${head}\n${person({ kind: 'other', nip: 'THL-7', phone: '81200000001' })}`);
    expect(found.records).toMatchObject([{ nip: 'THL-7', phone: '+6281200000001' }]);
  });

  test('are one person under one number, however it is written', () => {
    const rows = [person({}), person({ nip: '19850717 201003 1 997' })];
    expect(employees(`${head}\n${rows.join('\n')}`).faults).toEqual([
      {
        row: 3,
        column: 'nip',
        value: '19850717 201003 1 997',
        reason: { key: 'import.fault.twice', with: { label: 'nip', number: 2 } },
      },
    ]);
  });

  test('are told of a number that a spreadsheet rounded, not also that it is there twice', () => {
    const row = person({ nip: '1.98507E+17' });
    expect(told(employees(`${head}\n${row}\n${row}`))).toEqual(['2 nip nip-rounded', '3 nip nip-rounded']);
  });

  test('may name a supervisor further down; that row has its own faults alone', () => {
    const rows = [person({ supervisor_nip: '19901203201912' }), person({ nip: '19901203201912' })];
    expect(told(employees(`${head}\n${rows.join('\n')}`))).toEqual(['3 nip nip-length']);
  });

  test('an odd age at the start is noticed, and taken', () => {
    const found = employees(`${head}\n${person({ nip: '198507172001011997' })}`);
    expect(found.records).toHaveLength(1);
    expect(found.notices).toMatchObject([{ row: 2, column: 'nip', reason: { key: 'import.fault.nip-age' } }]);
  });

  test('miss each column once, and are still judged by their cells', () => {
    expect(told(employees('nip|roles\n198507172010031997|king\n198507172010031998|officer'))).toEqual([
      '1 name missing-column',
      '1 unit_code missing-column',
      '1 position missing-column',
      '1 kind missing-column',
      '2 roles choice',
    ]);
  });
});
