import type { ResultReads } from '../../domain/award/result-reads.ts';

/** What the database might answer of an award's result and of objections. */
export const resultReads: ResultReads = {
  awardResult: async () => null,
  objecting: async (nominee) =>
    (nominee ?? 0) % 2 === 0
      ? {
          is: 'open',
          about: nominee === null ? 'result' : 'record',
          nominee,
          category: nominee === null ? null : 'pelaksana',
          refused: (nominee ?? 0) % 4 === 0,
          title: 'ASN Berprestasi 2026',
          least: 20,
          until: '2026-11-25',
          closes: '2026-11-23',
        }
      : { is: 'waiting', number: 'S-7K4PQ2' },
  awardObjection: async (number) => ({
    number,
    about: 'result',
    refused: false,
    category: null,
    name: null,
    words: 'Nilai inovasi calon kedua belum memuat lampiran.',
    by: '2026-11-25',
    late: false,
    least: 20,
    follows: 'restarts',
    answered: number.endsWith('2') ? { outcome: 'upheld', name: 'Budi Santoso' } : null,
    mine: true,
  }),
  waitingObjections: async () =>
    Array.from({ length: 3 }, (_, i) => ({
      number: `S-7K4PQ${i + 3}`,
      about: i === 0 ? 'result' : 'record',
      refused: i === 1,
      by: '2026-11-25',
      late: i === 2,
      mine: i !== 2,
    })),
  storyAsked: async (nominee) => ({
    nominee: nominee ?? 1,
    category: 'pelaksana',
    title: 'ASN Berprestasi 2026',
    told: nominee === null ? null : nominee % 2 === 0,
  }),
};
