import type { VoteReads } from '../../domain/award/vote-reads.ts';
import type { CandidatePage } from '../../domain/award/vote-view.ts';

const candidate = (i: number): CandidatePage => ({
  name: `Wahyu Nugroho Kusumawardhana, S.Kom., M.Si. ${i}`,
  unit: 'Dinas Kependudukan dan Pencatatan Sipil',
  forwarded:
    i % 2 === 0
      ? { by: 'Hadi Prabowo', reason: 'Memotong antrean KTP dari tiga hari menjadi satu jam.'.repeat(4) }
      : null,
  values: ['berorientasi_pelayanan', 'kolaboratif'],
  evidence: {
    unit: {
      ikm: { value: '85.25', respondents: 112 },
      onTime: i % 3 === 0 ? null : { percent: '96.5', reports: 40 },
    },
    person: { jp: 2400, mentoring: 600 },
    nominations: 7,
  },
});

/** Any point of the group will do: no ballot is decrypted here. */
const generator = 'e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2d76';

/** What the database might answer about the ballot; the first letter of a sealed choice tells which candidate. */
export const voteReads: VoteReads = {
  voting: async () => ({
    is: 'open',
    title: 'ASN Berprestasi 2026',
    until: '2026-11-10',
    categories: [
      { category: 'manajerial', candidates: 3, voted: true },
      { category: 'fungsional', candidates: 5, voted: false },
      { category: 'pelaksana', candidates: 14, voted: false },
    ],
  }),
  voteList: async (category) =>
    category === 'manajerial'
      ? null
      : {
          category,
          candidates: Array.from({ length: category === 'pelaksana' ? 14 : 4 }, (_, i) => ({
            name: candidate(i).name,
            unit: candidate(i).unit,
            look: 'x'.repeat(48),
          })),
          blank: 'b'.repeat(48),
        },
  voteChoice: async ({ sealed }) =>
    sealed.length !== 48
      ? null
      : {
          category: 'fungsional',
          candidate: sealed.startsWith('b') ? null : candidate(2),
          cast: 'c'.repeat(48),
          ballot: {
            cycle: 1,
            election: {
              cycle: 'ASN-2026',
              rules_hash: '0'.repeat(64),
              public_key: { key: generator, slope: generator },
            },
            candidates: ['Wahyu Nugroho'],
            entry: 0,
          },
        },
  voteReceipt: async (code) =>
    code.startsWith('0')
      ? { is: 'later', until: '2026-11-10' }
      : code.startsWith('1')
        ? { is: 'unlisted' }
        : { is: 'listed', category: 'fungsional', title: 'ASN Berprestasi 2026' },
};
