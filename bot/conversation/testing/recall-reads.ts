import { limits } from '../../domain/modules/module-limits.ts';
import type { RecallReads } from '../../domain/modules/recall-reads.ts';

const long = (length: number) =>
  'Bahasa terang untuk warga yang membaca sambil berdiri. '.repeat(9).slice(0, length);

const choices = Array.from({ length: limits.choices.to }, (_, nth) => `${nth} ${long(limits.choice - 2)}`);

/** What the database might answer to whoever is asked again what they learnt. */
export const recallReads: RecallReads = {
  recalled: async () => ({
    module: 'm'.repeat(limits.code),
    title: long(limits.title),
    ask: long(limits.ask),
    choices,
    right: 1,
    whyRight: long(limits.told),
    whyWrong: long(limits.told),
    repetition: { question: 'apa-kata-pertama', wrongOn: '2026-11-10', round: 1, dueOn: '2026-11-17' },
    order: [2, 0, 3, 1],
    left: 2,
  }),
  repeatedModule: async () => ({ title: long(limits.title), count: 3 }),
  usedAtWork: async () => ({ title: 'Pelatihan Kepemimpinan Pengawas', is: 'open' }),
};
