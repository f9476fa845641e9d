import { describe, expect, test } from 'vitest';
import { readServices } from './services.ts';
import { sheet, told } from './testing.ts';

const known = { units: new Set(['dukcapil', 'dpu']), counters: new Map([['LOKET-1', 'ktp']]) };
const services = (text: string, header = 'code|unit_code|name|requirements|counter_code|users') =>
  readServices(sheet(`${header}\n${text}`), known);

describe('services', () => {
  test('are read, a list by its lines, a counter in capitals', () => {
    expect(services('kk|dukcapil|Kartu Keluarga|Buku nikah¦ KTP asli ¦|loket-2|1200')).toMatchObject({
      records: [
        {
          code: 'kk',
          unit_code: 'dukcapil',
          name: 'Kartu Keluarga',
          requirements: ['Buku nikah', 'KTP asli'],
          counter_code: 'LOKET-2',
          users: 1200,
        },
      ],
      faults: [],
    });
  });

  test('may say nothing of a component, or have no column for it', () => {
    expect(services('kk|dukcapil|Kartu Keluarga|||').records).toEqual([
      {
        code: 'kk',
        unit_code: 'dukcapil',
        name: 'Kartu Keluarga',
        requirements: [],
        counter_code: null,
        users: null,
      },
    ]);
  });

  test('have lists with line breaks in a cell of a spreadsheet', () => {
    const rows = [
      ['code', 'unit_code', 'name', 'steps'],
      ['kk', 'dukcapil', 'Kartu Keluarga', 'Daftar\nTunggu\n\nAmbil'],
    ];
    expect(readServices(rows, known).records[0]?.steps).toEqual(['Daftar', 'Tunggu', 'Ambil']);
  });

  test.each([
    ['kk|nowhere|Kartu Keluarga|||', '2 unit_code unit'],
    ['k k|dukcapil|Kartu Keluarga|||', '2 code code'],
    ['kk|dukcapil||||', '2 name missing'],
    [`kk|dukcapil|${'x'.repeat(121)}|||`, '2 name long'],
    [`kk|dukcapil|KK|${'x'.repeat(301)}||`, '2 requirements long'],
    ['kk|dukcapil|KK||loket 2|', '2 counter_code counter'],
    ['kk|dukcapil|KK||loket.2|', '2 counter_code counter'],
    ['kk|dukcapil|KK||loket|', '2 counter_code counter'],
    ['kk|dukcapil|KK|||banyak', '2 users whole'],
    ['kk|dukcapil|KK|||\nkk|dpu|KK|||', '3 code twice'],
    ['kk|dukcapil|KK||a-2|\npbg|dpu|PBG||A-2|', '3 counter_code twice'],
    ['kk|dukcapil|KK||loket-1|', '2 counter_code counter-taken'],
  ])('%j', (text, fault) => {
    expect(told(services(text))).toEqual([fault]);
  });

  test('may hand a counter over, when the file says that the other gives it up', () => {
    expect(told(services('kk|dukcapil|KK||loket-1|\nktp|dukcapil|KTP|||'))).toEqual([]);
    expect(told(services('kk|dukcapil|KK||loket-1|\nktp|dukcapil|KTP||loket-9|'))).toEqual([]);
    expect(told(services('ktp|dukcapil|KTP||loket-1|'))).toEqual([]);
  });
});
