import { describe, expect, test } from 'vitest';
import type { Unit } from './agency.ts';
import { officesNamed } from './offices-named.ts';
import { hatsFor, mayAny } from './permissions/may-any.ts';
import { dayOf, lineOf, sensitiveUnit, tiesToSensitive } from './sensitive.ts';

const unit = (code: string, name: string, handles: string[], parent: string | null = 'setda'): Unit => ({
  code,
  name,
  handles,
  region: null,
  parent,
  answers: true,
});

const units = [
  unit('setda', 'Sekretariat Daerah', ['admin_koordinator'], null),
  unit('inspektorat', 'Inspektorat Daerah Kota Salatiga', ['inspektorat']),
  unit('irban_1', 'Inspektur Pembantu I', [], 'inspektorat'),
  unit('dinas_pu', 'Dinas Pekerjaan Umum dan Penataan Ruang', ['dinas_pu']),
  unit('bidang_jalan', 'Bidang Jalan', [], 'dinas_pu'),
  unit('dinas_pppa', 'Dinas Pemberdayaan Perempuan dan Perlindungan Anak', ['dinas_pppa']),
  unit('kec_tingkir', 'Kecamatan Tingkir', ['kecamatan']),
  unit('kec_sidorejo', 'Kecamatan Sidorejo', ['kecamatan']),
];
const bribery = { office: 'inspektorat' };

describe('a sensitive report goes', () => {
  const to = (concerns?: string | null, among = units) => sensitiveUnit(bribery, among, concerns)?.code;

  test('to the Inspektorat, whichever office is complained about', () => {
    expect([to(), to(null), to('dinas_pu'), to('setda')]).toEqual(Array(4).fill('inspektorat'));
  });

  test('to the Sekretaris Daerah where the Inspektorat or a part of it is concerned', () => {
    expect([to('inspektorat'), to('irban_1')]).toEqual(['setda', 'setda']);
  });

  test('nowhere while that office does not answer in chat; never to a coordinator in its stead', () => {
    const off = (code: string) => units.map((one) => (one.code === code ? { ...one, answers: false } : one));
    expect(to(null, off('inspektorat'))).toBeUndefined();
    expect(to('inspektorat', off('setda'))).toBeUndefined();
    expect(
      to(
        null,
        units.filter(({ code }) => code !== 'inspektorat'),
      ),
    ).toBeUndefined();
  });

  test('to the office the city named for the category', () => {
    expect(sensitiveUnit({ office: 'unknown', unitCode: 'dinas_pppa' }, units)?.code).toBe('dinas_pppa');
  });
});

describe('who handles a sensitive report', () => {
  const ties = (
    office: string,
    hats: Parameters<typeof tiesToSensitive>[0]['hats'],
    concerns: string | null,
  ) =>
    tiesToSensitive(
      { office, hats },
      { office: concerns === 'inspektorat' ? 'setda' : 'inspektorat', concerns },
      units,
    );
  const sees = (office: string, hats: Parameters<typeof ties>[1], concerns: string | null) =>
    mayAny(
      hatsFor(hats, { sensitive: 'inspektorat', confidential: true }, ties(office, hats, concerns)),
      'see-text',
    );

  test.each([
    ['inspektorat', ['inspector'], null, 'yes'],
    ['inspektorat', ['inspector'], 'bidang_jalan', 'yes'],
    ['inspektorat', ['officer'], null, 'no'],
    ['inspektorat', ['inspector', 'admin'], null, 'no'],
    ['inspektorat', ['inspector'], 'inspektorat', 'no'],
    ['setda', ['inspector'], 'inspektorat', 'yes'],
    ['setda', ['inspector'], null, 'no'],
    ['dinas_pu', ['inspector'], 'bidang_jalan', 'no'],
    ['setda', ['leader', 'inspector'], 'dinas_pu', 'no'],
  ] as const)('of %s as %j, about %s: %s', (office, hats, concerns, verdict) => {
    expect(sees(office, hats, concerns)).toBe(verdict);
  });

  test('the office complained about and everybody above it are concerned, however deep', () => {
    expect(lineOf('bidang_jalan', units)).toEqual(['bidang_jalan', 'dinas_pu', 'setda']);
    expect(ties('dinas_pu', [], 'bidang_jalan')).toEqual({ assigned: false, concerned: true });
    expect(ties('kec_tingkir', [], 'bidang_jalan')).toEqual({ assigned: false, concerned: false });
  });

  test('a ring in the tree of offices ends', () => {
    const ring = [unit('a', 'A', [], 'b'), unit('b', 'B', [], 'a')];
    expect(lineOf('a', ring)).toEqual(['a', 'b']);
  });
});

describe('an office by the words people have for it', () => {
  const found = (typed: string) => officesNamed(typed, units).map(({ code }) => code);

  test('by its name or a part of it', () => {
    expect(found('dinas pekerjaan umum')).toEqual(['dinas_pu']);
    expect(found('PU')).toEqual(['dinas_pu']);
    expect(found('Kecamatan Tingkir')).toEqual(['kec_tingkir']);
    expect(found('kecamatan')).toEqual(['kec_tingkir', 'kec_sidorejo']);
  });

  test('none by words that every office has, or that none has', () => {
    expect([found('dinas'), found('kantor di kota'), found('sekolah'), found('…')]).toEqual([[], [], [], []]);
  });
});

describe('the day by which a citizen’s step is dated', () => {
  test.each([
    ['Asia/Jakarta', '2026-11-18T16:59:59.999Z', '2026-11-17T17:00:00.000Z'],
    ['Asia/Jakarta', '2026-11-18T17:00:00.000Z', '2026-11-18T17:00:00.000Z'],
    ['Asia/Jayapura', '2026-11-18T16:00:00.123Z', '2026-11-18T15:00:00.000Z'],
  ])('begins at midnight in %s', (zone, at, day) => {
    expect(dayOf(new Date(at), zone).toISOString()).toBe(day);
  });
});
