import { describe, expect, test } from 'vitest';
import type { QuestionOrder } from '../skm/question-order.ts';
import { readPapers } from './skm.ts';
import { sheet, told } from './testing.ts';

const head =
  'unit_code|service_code|date|sex|age|education|work|persyaratan|prosedur|waktu|biaya|produk|kompetensi|perilaku|pengaduan|sarana|comment|form';
const numbered = 'unit_code|date|u1|u2|u3|u4|u5|u6|u7|u8|u9';

const facts = {
  units: new Set(['dukcapil', 'dinkes']),
  services: new Map([['ktp', 'dukcapil']]),
  today: '2026-11-22',
};
const read = (text: string, order?: QuestionOrder) => readPapers(sheet(text), { ...facts, order });
const row = (cells: { [column: string]: string }) =>
  head
    .split('|')
    .map((name) => cells[name] ?? { unit_code: 'dukcapil', date: '2026-11-20', waktu: '3' }[name] ?? '')
    .join('|');
const one = (cells: { [column: string]: string }) => read(`${head}\n${row(cells)}`);

describe('a paper form', () => {
  test('is read with its blanks left blank', () => {
    const [record] = one({
      service_code: 'ktp',
      sex: 'p',
      age: '34',
      education: 'D-III',
      work: 'Swasta',
      sarana: '4',
      biaya: '-',
    }).records;
    expect(record).toMatchObject({
      unit_code: 'dukcapil',
      service_code: 'ktp',
      date: '2026-11-20',
      sex: 'P',
      age: '30-39',
      education: 'd1-d4',
      work: 'swasta',
      waktu: 3,
      sarana: 4,
      biaya: null,
      prosedur: null,
    });
  });

  test.each([
    ['sex', 'Laki-laki', 'L'],
    ['sex', 'PEREMPUAN', 'P'],
    ['age', '17', 'under-20'],
    ['age', '60', 'over-59'],
    ['age', '20–29', '20-29'],
    ['education', 'SLTA', 'sma'],
    ['education', 'S3', 's2'],
    ['work', 'Wiraswasta', 'wirausaha'],
  ])('may say %s as %s', (column, text, value) => {
    expect(one({ [column]: text })).toMatchObject({ faults: [], records: [{ [column]: value }] });
  });

  test.each([
    [{ unit_code: 'dpu' }, '2 unit_code unit'],
    [{ unit_code: '' }, '2 unit_code missing'],
    [{ service_code: 'kk' }, '2 service_code service'],
    [{ unit_code: 'dinkes', service_code: 'ktp' }, '2 service_code service-unit'],
    [{ date: '20/11/2026' }, '2 date date'],
    [{ date: '2026-11-23' }, '2 date future'],
    [{ date: '2016-11-21' }, '2 date old-date'],
    [{ sex: 'X' }, '2 sex choice'],
    [{ sex: 'constructor' }, '2 sex choice'],
    [{ age: '4' }, '2 age age'],
    [{ age: 'tua' }, '2 age age'],
    [{ waktu: '5' }, '2 waktu whole'],
    [{ waktu: '0' }, '2 waktu whole'],
    [{ waktu: '2.5' }, '2 waktu whole'],
    [{ waktu: '' }, '2 null no-answer'],
    [{ waktu: '-' }, '2 null no-answer'],
  ])('%j is told of', (cells, fault) => {
    expect(told(one(cells))).toEqual([fault]);
  });

  test('of today, and of ten years ago to the day, is taken', () => {
    for (const date of ['2026-11-22', '2016-11-22']) expect(told(one({ date }))).toEqual([]);
  });
});

describe('numbered columns', () => {
  const answers = '1|1|1|1|1|1|1|2|4';
  const file = `${numbered}\ndukcapil|2026-11-20|${answers}`;

  test('are the elements in the order that is said, and in none without', () => {
    expect(read(file, 'questionnaire').records).toMatchObject([{ sarana: 2, pengaduan: 4 }]);
    expect(read(file, 'list').records).toMatchObject([{ sarana: 4, pengaduan: 2 }]);
    expect(told(read(file))).toEqual(['1 null order-missing']);
    expect(read(file).records).toEqual([]);
  });

  test('may be of an order of one’s own, and named by the digit alone, in any place', () => {
    const own: QuestionOrder = [
      'sarana',
      'pengaduan',
      'perilaku',
      'kompetensi',
      'produk',
      'biaya',
      'waktu',
      'prosedur',
      'persyaratan',
    ];
    const found = read('9|8|7|6|5|4|3|2|1|date|unit_code\n4|3|1|1|1|1|1|1|2|2026-11-20|dukcapil', own);
    expect(found.records).toMatchObject([{ persyaratan: 4, prosedur: 3, sarana: 2 }]);
  });

  test('that name their elements besides, or contradict an order, or are not nine, are refused', () => {
    expect(told(read(`${file.replace('date|', 'date|sarana|')}|1`, 'list'))).toEqual(['1 null order-mixed']);
    expect(told(read(`${head}\n${row({})}`, 'list'))).toEqual(['1 null order-named']);
    expect(told(read(file.replace('|u9', '|u0'), 'list'))).toEqual(['1 null not-nine']);
    expect(told(read(`\n${file.replaceAll(/\bu\d/g, 'x')}`, 'list'))).toEqual(['2 null no-elements']);
  });

  test('have their faults told by the number on the paper', () => {
    expect(told(read(file.replace('2|4', '7|4'), 'list'))).toEqual(['2 u8 whole']);
    const twice = read(`${file.replace('|u1|', '|U1|1|')}|1`, 'list').faults;
    expect(twice).toMatchObject([{ column: '1', reason: { with: { label: '1' } } }]);
  });
});

test('an element that has no column is odd, and counts as left blank', () => {
  const found = read('unit_code|date|waktu|sarana\ndukcapil|2026-11-20|3|4');
  expect(found.faults).toEqual([]);
  expect(found.notices.map(({ row: at, column }) => `${at} ${column}`)).toEqual(
    ['persyaratan', 'prosedur', 'biaya', 'produk', 'kompetensi', 'perilaku', 'pengaduan'].map(
      (element) => `1 ${element}`,
    ),
  );
});

describe('which form it is', () => {
  const same = (text: string, order?: QuestionOrder) =>
    read(text, order).records.map(({ sameAs }) => sameAs.join('|'));

  test('is told by all its cells; of two that are alike each is one', () => {
    const [a, b, c, d] = same(
      [head, row({}), row({}), row({ form: '7' }), row({ comment: 'Baik' })].join('\n'),
    );
    expect(new Set([a, b, c, d]).size).toBe(4);
    expect(same(`${head}\n${row({})}\n${row({})}`)).toEqual([a, b]);
  });

  test('does not hang on the order of columns, nor on how they are titled', () => {
    const named = same('date|unit_code|waktu|sarana\n2026-11-20|dukcapil|3|4');
    expect(same('unit_code|sarana|date|waktu|biaya\nDukcapil|4|2026-11-20|3|-'.replace('D', 'd'))).toEqual(
      named,
    );
    expect(same(`${numbered}\ndukcapil|2026-11-20|||3|||||4|`, 'questionnaire')).toEqual(named);
  });
});
