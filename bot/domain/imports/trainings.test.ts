import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sheet, told } from './testing.ts';
import { readTrainings } from './trainings.ts';

const facts = { units: new Set(['dinkes', 'DPU.2']) };
const head =
  'code|title|provider|form|jp|starts_on|ends_on|register_by|complete_by|url|place|quota|mandatory_for|sponsor|cost';
const training = (change: { [column: string]: string }) => {
  const usual: { [column: string]: string } = {
    code: 'ARS-1',
    title: 'Pengelolaan Arsip Dinamis',
    provider: 'Universitas Contoh',
    form: 'Bimtek',
    jp: '8',
  };
  return head
    .split('|')
    .map((column) => change[column] ?? usual[column] ?? '')
    .join('|');
};
const read = (...rows: { [column: string]: string }[]) =>
  readTrainings(sheet([head, ...rows.map(training)].join('\n')), facts);

describe('trainings', () => {
  test('are read with everything that can be said of them', () => {
    const found = read({
      form: 'E-Learning',
      jp: '2,5',
      register_by: '2026-02-20',
      starts_on: '2026-03-02',
      ends_on: '2026-03-04',
      complete_by: '2026-03-31',
      url: 'https://belajar.contoh.go.id/arsip?gelombang=1',
      place: 'Aula',
      quota: '40',
      mandatory_for: 'Pelaksana¦ dinkes ¦DPU.2¦dinkes',
      sponsor: 'Bank Contoh',
      cost: '12500000',
    });
    expect(found).toEqual({
      records: [
        {
          code: 'ARS-1',
          title: 'Pengelolaan Arsip Dinamis',
          provider: 'Universitas Contoh',
          form: 'e_learning',
          jp: 250,
          starts_on: '2026-03-02',
          ends_on: '2026-03-04',
          register_by: '2026-02-20',
          complete_by: '2026-03-31',
          url: 'https://belajar.contoh.go.id/arsip?gelombang=1',
          place: 'Aula',
          quota: 40,
          mandatory_for: [{ unit: 'dinkes' }, { unit: 'DPU.2' }, { group: 'pelaksana' }],
          sponsor: 'Bank Contoh',
          cost: 12_500_000,
        },
      ],
      faults: [],
      notices: [],
      unknown: [],
    });
  });

  test('may have no days, no quota and nobody who owes them', () => {
    expect(read({}).records).toMatchObject([
      { starts_on: null, complete_by: null, quota: null, mandatory_for: [], sponsor: null },
    ]);
  });

  test('leave what is known of a column that the file does not have', () => {
    const [record] = readTrainings(sheet('code|title|provider|form|jp\nA|Arsip|LAN|kursus|1'), facts).records;
    expect(record).toEqual({ code: 'A', title: 'Arsip', provider: 'LAN', form: 'kursus', jp: 100 });
  });

  test.each([
    [{ code: '' }, '2 code missing'],
    [{ code: 'arsip dinamis' }, '2 code code'],
    [{ title: '' }, '2 title missing'],
    [{ title: 'x'.repeat(201) }, '2 title long'],
    [{ provider: '' }, '2 provider missing'],
    [{ form: 'Diklat' }, '2 form choice'],
    [{ form: 'constructor' }, '2 form choice'],
    [{ jp: '0' }, '2 jp between'],
    [{ jp: '-8' }, '2 jp between'],
    [{ jp: '2000,01' }, '2 jp between'],
    [{ jp: '1.000' }, '2 jp between'],
    [{ jp: 'delapan' }, '2 jp between'],
    [{ starts_on: '2026-02-30' }, '2 starts_on date'],
    [{ ends_on: '1/2/2026' }, '2 ends_on date'],
    [{ url: 'belajar.contoh.go.id' }, '2 url link'],
    [{ url: 'javascript:alert(1)' }, '2 url link'],
    [{ url: 'ftp://contoh.go.id' }, '2 url link'],
    [{ url: 'https://' }, '2 url link'],
    [{ url: 'https://contoh.go.id/a b' }, '2 url link'],
    [{ url: 'https://budi:rahasia@contoh.go.id' }, '2 url link'],
    [{ url: `https://contoh.go.id/${'x'.repeat(500)}` }, '2 url long'],
    [{ url: 'https://:rahasia@contoh.go.id' }, '2 url link'],
    [{ quota: '0' }, '2 quota whole'],
    [{ quota: '2,5' }, '2 quota whole'],
    [{ quota: 'banyak' }, '2 quota whole'],
    [{ mandatory_for: 'dinkes¦nowhere' }, '2 mandatory_for mandatory'],
    [{ mandatory_for: 'DINKES' }, '2 mandatory_for mandatory'],
    [{ provider: 'x'.repeat(161) }, '2 provider long'],
    [{ sponsor: 'x'.repeat(161) }, '2 sponsor long'],
    [{ cost: '0' }, '2 cost whole'],
    [{ cost: '-5000000' }, '2 cost whole'],
    [{ cost: '2500000,50' }, '2 cost whole'],
    [{ cost: '2.500.000' }, '2 cost whole'],
    [{ cost: 'Rp 2500000' }, '2 cost whole'],
    [{ cost: '100000000001' }, '2 cost whole'],
    [{ cost: '9999999999999999' }, '2 cost whole'],
  ])('%j', (change, fault) => {
    expect(told(read(change))).toEqual([fault]);
  });

  test.each(['1', '1000000000', '100000000000'])('may cost %s rupiah in all', (cost) => {
    expect(read({ cost }).records).toMatchObject([{ cost: Number(cost) }]);
  });

  test('have one row a code', () => {
    expect(told(read({}, {}))).toEqual(['3 code twice']);
  });

  test('are told which of those who owe them nobody knows', () => {
    expect(read({ mandatory_for: 'dinkes¦nowhere¦elsewhere' }).faults).toMatchObject([
      { value: 'dinkes|nowhere|elsewhere', reason: { with: { text: 'nowhere, elsewhere' } } },
    ]);
  });

  test('keep their page as it is typed', () => {
    const url = 'HTTPS://Contoh.go.id/Arsip#bab-2';
    expect(read({ url }).records).toMatchObject([{ url }]);
  });

  test('are held to the hours that the agency says are the most', () => {
    const own = readTrainings(sheet(`${head}\n${training({ jp: '31' })}`), {
      ...facts,
      rules: { most: 3000 },
    });
    expect(own.faults).toMatchObject([{ column: 'jp', reason: { with: { from: '0.01', to: '30' } } }]);
  });
});

describe('people who owe a training', () => {
  const [struktural, fungsional, pelaksana] = ['struktural', 'fungsional', 'pelaksana'].map((group) => ({
    group,
  }));

  test.each([
    ['struktural', [struktural]],
    ['Manajerial', [struktural]],
    ['nonmanajerial', [fungsional, pelaksana]],
    ['pelaksana¦fungsional', [fungsional, pelaksana]],
    ['semua¦pelaksana', [struktural, fungsional, pelaksana]],
    ['fungsional, dinkes; DPU.2', [{ unit: 'dinkes' }, { unit: 'DPU.2' }, fungsional]],
    ['¦', []],
  ])('written %s', (mandatory_for, owing) => {
    expect(read({ mandatory_for }).records[0]?.mandatory_for).toEqual(owing);
  });
});

describe('the days of a training', () => {
  const dates = (register_by: string, starts_on: string, ends_on: string, complete_by: string) =>
    read({ register_by, starts_on, ends_on, complete_by });
  const [one, two, three, four] = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'] as const;

  test.each([
    [one, two, three, four],
    [one, one, one, one],
    ['', two, '', two],
    [one, '', '', four],
    [two, one, '', ''],
    [three, one, three, four],
  ])('%s %s %s %s are in their order', (register, starts, ends, complete) => {
    expect(told(dates(register, starts, ends, complete))).toEqual([]);
  });

  test.each([
    ['', two, one, '', '2 ends_on before'],
    ['', '', two, one, '2 complete_by before'],
    [two, '', one, '', '2 ends_on before'],
    [four, '', '', one, '2 complete_by before'],
    ['', four, '', three, '2 complete_by before'],
    ['', one, four, three, '2 complete_by before'],
    [four, one, three, four, '2 ends_on before'],
    [four, one, '', three, '2 complete_by before'],
  ] as const)('%s %s %s %s are not', (register, starts, ends, complete, fault) => {
    expect(told(dates(register, starts, ends, complete))).toEqual([fault]);
  });

  test('are taken when each is at or after all before it, and only then, but for late comers', () => {
    const days = fc.tuple(...Array.from({ length: 4 }, () => fc.constantFrom('', one, two, three, four)));
    fc.assert(
      fc.property(days, ([register = '', starts = '', ends = '', complete = '']) => {
        const isOrdered = (...all: string[]) => {
          const given = all.filter(Boolean);
          return given.join() === given.toSorted().join();
        };
        const ordered = isOrdered(register, ends, complete) && isOrdered(starts, ends, complete);
        expect(told(dates(register, starts, ends, complete)).length === 0).toBe(ordered);
      }),
    );
  });

  test('let late comers register, which is odd, and taken', () => {
    expect(dates(two, one, three, '').notices).toMatchObject([
      {
        row: 2,
        column: 'register_by',
        value: two,
        reason: { key: 'import.fault.late-register', with: { label: `starts_on ${one}` } },
      },
    ]);
    expect(dates(one, one, '', '').notices).toEqual([]);
  });

  test('are told by what they come before, and only those that are days', () => {
    expect(dates('', four, '', one).faults).toMatchObject([
      { value: one, reason: { with: { label: 'starts_on' } } },
    ]);
    expect(told(dates(four, '2026-13-01', three, ''))).toEqual(['2 starts_on date', '2 ends_on before']);
  });
});
