import type { UnitReads } from '../../domain/training/unit-reads.ts';
import { coachingReads } from './coaching-reads.ts';

const duty = { is: 'target', jp: 2000 } as const;

/** What the database might answer to whoever looks after the learning of others. */
export const unitReads: UnitReads = {
  oversight: async () => ({
    own: true,
    units: [
      { code: 'dinas_kesehatan', name: 'Dinas Kesehatan', people: 412 },
      { code: 'dinas_perhubungan', name: 'Dinas Perhubungan', people: 96 },
    ],
  }),
  unitView: async ({ unit, page }) => ({
    unit: unit === null ? null : { code: unit, name: 'Dinas Perhubungan' },
    people: 23,
    owing: 20,
    reached: 8,
    behind: 5,
    due: 3,
    waiting: 2,
    oldest: 7,
    listed: 13,
    page: Math.min(page, 2),
    skills: 4,
    goal: await coachingReads.coaching(7),
    lines: Array.from({ length: page < 2 ? 6 : 1 }, (_, i) => ({
      id: i + 1,
      name: `Rina Astuti Kusumawardhani, S.E., M.Si. ${i}`,
      verified: 1225,
      duty,
      need: {
        is: i % 2 === 0 ? 'late' : 'soon',
        kind: i % 3 === 0 ? 'certificate' : 'complete',
        key: 'complete:PP-01:2026-11-27',
        about: 'Pelayanan Prima bagi Petugas Loket dan Penerima Pengaduan Masyarakat',
        on: '2026-11-27',
      },
    })),
  }),
  unitPerson: async (id) =>
    id % 5 === 4
      ? null
      : {
          id,
          name: 'Rina Astuti',
          position: 'Analis Kebijakan',
          unit: 'Dinas Perhubungan',
          today: '2026-11-20',
          verified: 1200,
          waiting: 400,
          duty,
          missing: 800,
          above: 0,
          reach: id % 2 === 0,
          greeted: id % 3 === 0,
          items: Array.from({ length: id % 8 }, (_, i) => ({
            kind: i === 0 ? 'jp_pace' : 'complete',
            key: `complete:PP-0${i}:2026-11-27`,
            about: 'Pelayanan Prima',
            due: '2026-11-27',
            left: i - 3,
            spoken: i % 2 === 0,
          })),
          certificates: Array.from({ length: id % 9 }, (_, i) => ({
            id: i + 1,
            title: `Bimbingan teknis keselamatan jalan angkatan ${i}`,
            jp: 800,
            date: '2026-03-04',
            status: i % 2 === 0 ? 'sah' : 'menunggu',
          })),
          may: { enrol: true, judge: true },
        },
  fittingTrainings: async (id) =>
    Array.from({ length: id % 13 }, (_, i) => ({
      code: `PP-0${i}`,
      title: `Pelayanan Prima bagi Petugas Loket dan Penerima Pengaduan Masyarakat ${i}`,
      provider: 'Badan Pengembangan Sumber Daya Manusia',
      jp: 800,
      startsOn: i % 2 === 0 ? null : '2026-12-01',
      closes: i % 3 === 0 ? null : '2026-11-27',
      owed: i < 2,
      left: i % 4 === 0 ? 0 : null,
    })),
  unreachedUnits: async () =>
    Array.from({ length: 9 }, (_, i) => ({
      code: i === 0 ? 'dinas_perhubungan' : `unit_${i}`,
      name: `Dinas Perhubungan dan Keselamatan Jalan ${i}`,
      unreached: i * 3,
      people: 40,
    })),
  unreachedOf: async () =>
    Array.from({ length: 30 }, (_, i) => ({
      name: `Budi Santoso ${i}`,
      why: i % 3 === 0 ? 'gone' : i % 3 === 1 ? 'parted' : 'never',
      since: '2026-03-04',
    })),
};
