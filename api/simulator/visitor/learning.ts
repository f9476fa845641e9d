import type { LocalDate } from '../../../bot/domain/local-date.ts';
import { careerDates } from '../../../db/seed/demo/career-dates.ts';
import type { InventedLearning } from '../../../db/stores/rehearsal-learning.ts';
import type { Hat } from '../personas.ts';

type StaffHat = Exclude<Hat, 'citizen'>;

/** What the two of a visitor's office have learnt, by codes of the demo's trainings: the officer has hours to go, a module half-way, a question that comes back today and a certificate for the supervisor to verify. */
const learning: { readonly [hat in StaffHat]: Omit<InventedLearning, 'dates'> } = {
  officer: {
    learnt: ['NAS-01', 'TIK-01', 'PRI-01'],
    joins: ['SEM-02'],
    lessons: [
      { code: 'menjawab-warga', share: 1, misses: 1, daysAgo: 1 },
      { code: 'bahasa-terang', share: 0.4, misses: 0, daysAgo: 0 },
    ],
    sends: {
      title: 'Belajar Menyusun Infografik',
      provider: 'Yayasan Literasi Contoh',
      jp: 300,
      number: '214/SERT/INF',
      daysAgo: 9,
    },
  },
  supervisor: {
    learnt: ['PIM-01', 'BEN-01', 'PRI-01', 'SEM-01'],
    joins: ['DAT-01'],
    lessons: [{ code: 'membaca-survei', share: 1, misses: 0, daysAgo: 20 }],
    sends: null,
  },
};

/** The same for everybody with that hat, but the dates, which a number tells. */
export const learningOf = (hat: StaffHat, nip: string, today: LocalDate): InventedLearning => ({
  ...learning[hat],
  dates: careerDates([{ nip, kind: 'pns', roles: [hat] }], today),
});
