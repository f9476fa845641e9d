import type { TrainingCard } from '../../domain/training/training-card.ts';
import type { Offer } from '../../domain/training/training-offers.ts';
import type { Reads } from '../../reads.ts';

const card: TrainingCard = {
  code: 'PP-1',
  title: 'Pelayanan Prima bagi Petugas Loket dan Pengelola Pengaduan Masyarakat',
  provider: 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
  sponsor: 'Universitas Kristen Satya Wacana',
  form: 'bimtek',
  jp: 850,
  startsOn: '2026-12-02',
  endsOn: '2026-12-04',
  place: 'Ruang Plumpungan, Gedung Papak, Jl. Letjen Sukowati No. 51',
  url: 'https://bkpsdm.example/pelatihan/pelayanan-prima',
  ends: '2026-11-27',
  due: '2026-12-04',
  quota: 30,
  left: 0,
  waiting: 12,
  nth: null,
  standing: 'none',
  byOffice: false,
  owedBy: 'position',
  closed: false,
  over: false,
  clash: 'Pengelolaan Arsip Dinamis dan Penyusutan Arsip',
  may: ['wait', 'certificate'],
};

const offer = ({ code, title, provider, sponsor, form, jp, ends, left }: TrainingCard): Offer => ({
  code,
  title,
  provider,
  sponsor,
  form,
  jp,
  ends,
  left,
});

/** What the database might answer about trainings, the same to the same question. */
export const trainingReads: Pick<Reads, 'myTraining' | 'trainingOffers' | 'training'> = {
  myTraining: async () => ({
    standing: {
      year: 2026,
      verified: 1225,
      waiting: 400,
      duty: { is: 'target', jp: 2000 },
      missing: 775,
      above: 0,
      left: { weeks: 6, workingDays: 29, estimate: false },
      pace: { behind: { on: '2026-09-30', due: 1500, missing: 275 }, next: null },
    },
    lines: (['registered', 'waiting', 'certificate', 'duty'] as const).map((is, i) => ({
      code: `PP-${i}`,
      title: card.title,
      is,
      due: card.due,
      nth: is === 'waiting' ? 3 : null,
    })),
  }),
  trainingOffers: async (wish) => {
    const total = wish.words === null ? 14 : wish.words.length % 3;
    return {
      wish,
      total,
      pages: 3,
      groups: ['klasikal', 'nonklasikal'],
      offers: Array.from({ length: Math.min(6, total) }, (_, i) => ({ ...offer(card), code: `PP-${i}` })),
    };
  },
  training: async (code) =>
    code.endsWith('9')
      ? null
      : code.endsWith('2')
        ? { ...card, code, standing: 'waiting', nth: 3, may: ['withdraw'] }
        : code.endsWith('3')
          ? { ...card, code, standing: 'registered', may: ['finish', 'certificate', 'withdraw'] }
          : { ...card, code },
};
