import type { CoachingLook, CoachingReads } from '../../domain/coaching/coaching-reads.ts';

/** A proposal with everything at its longest. */
const look = async (id: number): Promise<CoachingLook | null> =>
  id > 20
    ? null
    : {
        id,
        unit: {
          code: 'dp3ap2kb',
          name: 'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana',
        },
        element: 'pengaduan',
        on: '2026-07-01',
        kind: 'element',
        days: 30,
        until: '2026-06-30',
        before: { value: '62.50', n: 1000 },
        aim: '76.61',
        module: {
          code: 'membaca-survei',
          title: 'Membaca survei dan laporan unit sendiri, lalu berbuat sesuatu',
          minutes: 10,
        },
        answer: id % 2 ? null : 'declined',
        checks: [
          { day: 30, before: { value: '62.50', n: 1000 }, after: 'hidden', now: 'unknown' },
          {
            day: 90,
            before: { value: '62.50', n: 1000 },
            after: { value: '100.00', n: 1000 },
            now: 'better',
          },
        ],
        answers: id % 2 ? ['taken', 'declined'] : ['taken'],
        next: 12,
      };

/** What the database might answer to whoever looks at what was proposed to offices. */
export const coachingReads: CoachingReads = {
  coaching: look,
  coachingGoals: async (page) => {
    const goals = await Promise.all([1, 2, 3, 4, 5].map(look));
    return { goals: goals.flatMap((goal) => goal ?? []), page: Math.min(page, 2), last: 2 };
  },
};
