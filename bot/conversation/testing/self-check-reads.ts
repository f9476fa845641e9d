import { skills } from '../../domain/paths/self-check.ts';
import type { SelfCheckReads } from '../../domain/paths/self-check-reads.ts';

const titles = ['Menjawab warga dengan baik', 'BerAKHLAK dan Pancasila sehari-hari', 'x'.repeat(90)];

/** What the database might answer to whoever checks themselves, or plans what a unit learns. */
export const selfCheckReads: SelfCheckReads = {
  selfCheckLook: async () => ({ year: 2026, position: 'pelaksana', before: { listen: 2, plain_words: 4 } }),
  helpfulModules: async (asked) =>
    asked.flatMap((skill, at) => (titles[at] ? [{ code: `modul-${skill}`, title: titles[at] }] : [])),
  unitSkills: async (unit) => ({
    unit: 'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana',
    year: 2026,
    people: unit === '11' ? null : 17,
    missing: skills.map((skill, at) => ({
      skill,
      module: at < 4 ? { code: `modul-${at}`, title: titles[at % 3] ?? '' } : null,
    })),
  }),
};
