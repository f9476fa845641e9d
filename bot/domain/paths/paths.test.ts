import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { officeKinds } from '../modules/office-kind.ts';
import { type Answer, scale } from '../skm/elements.ts';
import { positionGroups } from '../training/ip-asn-rules.ts';
import { hardest } from './hardest.ts';
import { missingSkills } from './missing-skills.ts';
import { moduleForSkill } from './module-for-skill.ts';
import { officeKindOf } from './office-kind-of.ts';
import { nextOnPath, pathFor } from './path-for.ts';
import { isWhole, type SelfCheck, selfCheckDue, selfCheckOf } from './self-check.ts';

test.each([
  ['puskesmas_sidorejo', 'Puskesmas Sidorejo', [], 'kesehatan'],
  ['dinas_pendidikan', 'Dinas Pendidikan dan Kebudayaan', ['dinas_pendidikan'], 'pendidikan'],
  ['disdukcapil', 'Dinas Kependudukan dan Pencatatan Sipil', ['disdukcapil'], 'loket'],
  ['kec_tubei', 'Kecamatan Tubei', ['kecamatan'], 'kewilayahan'],
  ['dinas_perhubungan', 'Dinas Perhubungan', ['dinas_perhubungan'], 'lapangan'],
  ['perumda_air', 'Perumda Air Minum', ['perumda_air'], 'lapangan'],
  ['bkpsdm', 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia', [], null],
  ['inspektorat', 'Inspektorat Daerah', ['inspektorat'], null],
])('%s is an office of its kind', (code, name, handles, kind) => {
  expect(officeKindOf({ code, name, handles })).toBe(kind);
});

const everyone = { minutes: 9, offices: [], positions: [] } as const;
const modules = [
  { ...everyone, code: 'berakhlak' },
  { ...everyone, code: 'bahasa-terang' },
  { ...everyone, code: 'membaca-survei' },
  { ...everyone, code: 'menjawab-warga' },
  { ...everyone, code: 'aman-informasi' },
  { ...everyone, code: 'rekam-medis', offices: ['kesehatan'] as const },
  { ...everyone, code: 'singkat', minutes: 4 },
];
const codes = (office: (typeof officeKinds)[number] | null, position: (typeof positionGroups)[number]) =>
  pathFor({ office, position }, modules).map(({ code }) => code);

describe('a path', () => {
  test('begins with what that kind of office needs first, and ends with what no rule names', () => {
    expect(codes('kesehatan', 'fungsional')).toEqual([
      'aman-informasi',
      'menjawab-warga',
      'bahasa-terang',
      'berakhlak',
      'membaca-survei',
      'rekam-medis',
      'singkat',
    ]);
    expect(codes('loket', 'pelaksana').slice(0, 2)).toEqual(['menjawab-warga', 'bahasa-terang']);
    expect(codes(null, 'struktural')[0]).toBe('membaca-survei');
  });

  test('holds every module for that person once, and none that is for others', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...officeKinds, null),
        fc.constantFrom(...positionGroups),
        (office, position) => {
          const mine = modules
            .filter(({ offices }) => offices.length === 0 || office === 'kesehatan')
            .map(({ code }) => code);
          expect(codes(office, position).toSorted()).toEqual(mine.toSorted());
        },
      ),
    );
  });

  test('goes on with the first module that is not passed', () => {
    const path = pathFor({ office: 'loket', position: 'pelaksana' }, modules);
    expect(nextOnPath(path, ['menjawab-warga'])?.code).toBe('bahasa-terang');
    expect(
      nextOnPath(
        path,
        path.map(({ code }) => code),
      ),
    ).toBeUndefined();
  });
});

const all = (answer: Answer, position: (typeof positionGroups)[number] = 'pelaksana'): SelfCheck =>
  Object.fromEntries(selfCheckOf(position).map((skill) => [skill, answer]));

describe('the yearly self-check', () => {
  test('asks ten different questions, whatever the position', () => {
    for (const position of positionGroups) expect(new Set(selfCheckOf(position)).size).toBe(10);
  });

  test('is whole with ten answers, no less and no other', () => {
    expect(isWhole(all(2), 'pelaksana')).toBe(true);
    const { listen: _, ...nine } = all(2);
    expect(isWhole(nine, 'pelaksana')).toBe(false);
    expect(isWhole({ ...all(2), plan_work: 3 }, 'pelaksana')).toBe(false);
    expect(isWhole(all(2), 'struktural')).toBe(false);
  });

  test('is due once in a calendar year', () => {
    expect(selfCheckDue(null, '2026-11-22')).toBe(true);
    expect(selfCheckDue('2026-01-02', '2026-12-31')).toBe(false);
    expect(selfCheckDue('2026-12-31', '2027-01-01')).toBe(true);
  });
});

const aims = [{ code: 'biaya', minutes: 5, offices: [], elements: ['biaya'] as const }];
const unit = (checks: readonly SelfCheck[]) =>
  missingSkills({ unit: 'loket-1', office: 'loket', checks }, aims);

describe('the list of a unit', () => {
  test('names what half of its people cannot do yet, weakest first, with a module that may help', () => {
    const checks = [1, 1, 2, 3, 4].map((fees) => ({
      ...all(4),
      explain_fees: fees as Answer,
      values: 2 as Answer,
    }));
    expect(unit(checks)).toEqual({
      unit: 'loket-1',
      missing: [
        { skill: 'values', n: 5, average: '2.00', module: null },
        { skill: 'explain_fees', n: 5, average: '2.20', module: 'biaya' },
      ],
    });
  });

  test('is not shown where fewer than five answered, nor a skill that fewer than five were asked about', () => {
    expect(unit([all(1), all(1), all(1), all(1)])).toEqual({ unit: 'loket-1', hidden: true });
    const mixed = unit([
      ...Array.from({ length: 5 }, () => all(1)),
      ...Array.from({ length: 4 }, () => all(1, 'struktural')),
    ]);
    const named = 'missing' in mixed ? mixed.missing.map(({ skill }) => skill) : [];
    expect(named).toContain('explain_fees');
    expect(named).not.toContain('coach_team');
  });

  test('never stands on fewer than five people', () => {
    const checks = fc.array(
      fc.constantFrom(...scale).map((answer) => all(answer)),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(checks, (given) => {
        const list = unit(given);
        expect('hidden' in list).toBe(given.length < 5);
        if ('missing' in list) expect(list.missing.filter(({ n }) => n < 5)).toEqual([]);
      }),
    );
  });
});

describe('what somebody finds hardest', () => {
  test('is what they cannot do by themselves, hardest first, three at most', () => {
    expect(hardest({ ...all(3), keep_time: 2, values: 1 })).toEqual(['values', 'keep_time']);
    expect(hardest(all(1))).toHaveLength(3);
    expect(hardest(all(3))).toEqual([]);
  });

  test('leads to a module written for it as long as that is taught, else to one for its element', () => {
    const taught = [...aims, { code: 'aman-informasi', minutes: 9, offices: [], elements: [] }];
    expect(moduleForSkill('protect_data', 'loket', taught)).toBe('aman-informasi');
    expect(moduleForSkill('protect_data', 'loket', aims)).toBeNull();
    expect(moduleForSkill('explain_fees', 'loket', taught)).toBe('biaya');
    expect(moduleForSkill('share_knowledge', null, taught)).toBeNull();
  });
});
