import { describe, expect, test } from 'vitest';
import { officeFor, type Unit, unitFor } from './agency.ts';

const office = (code: string, more: Partial<Unit> = {}): Unit => ({
  code,
  name: `Kantor ${code}`,
  handles: [],
  region: null,
  parent: null,
  answers: true,
  ...more,
});

const units = [
  office('setda', { handles: ['admin_koordinator'] }),
  office('dishub', { handles: ['dinas_perhubungan'] }),
  office('inspektorat', { handles: ['inspektorat'] }),
  office('sidorejo', { handles: ['kecamatan'], region: '33.73.01' }),
  office('tingkir', { handles: ['kecamatan'], region: '33.73.02' }),
];
const lamps = { office: 'dinas_perhubungan', sensitive: 'none' } as const;
const off = (code: string) => units.map((unit) => ({ ...unit, answers: unit.code !== code }));

describe('a report', () => {
  test('goes straight to the office of its category once that office answers in chat', () => {
    expect(officeFor(lamps, units)).toEqual({ unit: units[1], waits: false });
  });

  test('waits at the coordinator while its office does not answer yet', () => {
    expect(officeFor(lamps, off('dishub'))).toEqual({ unit: units[0], waits: true });
  });

  test('is not held up by another office that does not answer', () => {
    expect(officeFor(lamps, off('tingkir'))).toMatchObject({ unit: { code: 'dishub' }, waits: false });
    const kecamatan = { office: 'kecamatan', sensitive: 'none' } as const;
    expect(officeFor(kecamatan, off('tingkir'), '33.73.02.1006')).toMatchObject({
      unit: { code: 'setda' },
      waits: true,
    });
    expect(officeFor(kecamatan, off('tingkir'), '33.73.01.1001')).toMatchObject({
      unit: { code: 'sidorejo' },
      waits: false,
    });
  });

  test.each(['inspektorat', 'restricted'] as const)(
    'that is sensitive (%s) never lies with the coordinator',
    (sensitive) => {
      const matter = { office: 'inspektorat', sensitive };
      expect(officeFor(matter, off('inspektorat'))).toMatchObject({
        unit: { code: 'inspektorat' },
        waits: false,
      });
    },
  );

  test('of the coordinator itself waits for nobody, nor does one in a city without a coordinator', () => {
    const own = { office: 'admin_koordinator', sensitive: 'none' } as const;
    expect(officeFor(own, off('setda'))).toMatchObject({ unit: { code: 'setda' }, waits: false });
    const [, ...without] = off('dishub');
    expect(officeFor(lamps, without)).toMatchObject({ unit: { code: 'dishub' }, waits: false });
  });

  test('goes to the office the city names itself, before any of that kind', () => {
    expect(unitFor({ ...lamps, unitCode: 'tingkir' }, units).code).toBe('tingkir');
  });
});
