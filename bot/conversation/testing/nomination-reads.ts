import { type AwardTold, mostFound, type NominationReads } from '../../domain/award/nomination-reads.ts';
import { usualCycle } from '../../domain/award/usual-cycle.ts';

const told: AwardTold = {
  title: 'ASN Berprestasi 2026',
  standing: { run: 0, is: 'in', phase: 'nominasi' },
  phases: [
    { name: 'nominasi', days: 10, from: '2026-11-16', until: '2026-11-27' },
    { name: 'koreksi', days: 3, from: '2026-12-07', until: '2026-12-09' },
  ],
  categories: ['manajerial', 'fungsional', 'pelaksana'],
};

const colleague = (id: number) => ({
  id,
  name: `Rina Astuti Kusumawardhani, S.E., M.Si. ${id}`,
  position: 'Analis Sumber Daya Manusia Aparatur Ahli Madya',
  unit: 'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana',
  kind: 'pns' as const,
  proposed: 'fungsional' as const,
  declined: [],
});

const story = 'x'.repeat(500);

/** What the database might answer to whoever names somebody, is named, or heads an office. */
export const nominationReads: NominationReads = {
  awardLook: async () => ({
    ...told,
    weights: usualCycle.score.weights,
    announced: false,
    doors: ['nominate', 'forward', 'vote', 'committee', 'object'],
    cards: [{ id: 7, category: 'pelaksana' }],
  }),
  nominating: async () => ({
    me: { id: 1, hats: ['asn', 'supervisor'] },
    award: { ...told, nomination: usualCycle.nomination },
    made: ['manajerial'],
    heads: true,
  }),
  colleaguesLike: async (words) =>
    words.length % 2 ? [] : Array.from({ length: mostFound }, (_, i) => colleague(i + 2)),
  colleague: async (id) => (id < 50 ? colleague(id) : null),
  nomineeCard: async (id) =>
    id === 7
      ? {
          ...told,
          id,
          year: 2026,
          category: 'pelaksana',
          unit: 'Dinas Perhubungan',
          named: 12,
          values: ['akuntabel', 'kolaboratif'],
          consent: 'agreed',
          sawRecord: false,
          forwarded: true,
          verdict: null,
          innovation: story,
          rules: [
            { name: 'status', judged: 'met' },
            { name: 'konsen', judged: 'unknown' },
          ],
          record: {
            predicates: [
              { year: 2025, predicate: 'sangat_baik' },
              { year: 2024, predicate: null },
            ],
            attendance: '98.50',
            jp: 2400,
            evidence: {
              unit: {
                ikm: { value: '85.25', respondents: 112 },
                onTime: { percent: '90.00', reports: 40 },
              },
              person: { jp: 2400, mentoring: 600 },
              nominations: 12,
            },
          },
          may: ['agree', 'decline', 'innovate', 'confirm', 'object'],
        }
      : null,
  ownStories: async () => Array.from({ length: 5 }, () => ({ value: 'akuntabel' as const, story })),
  forwarding: async (nominee) => ({
    me: 1,
    award: { ...told, nomination: usualCycle.nomination },
    heads: 'dinas_perhubungan',
    office: 'Dinas Perhubungan',
    nominees: [2, 3, 4].map((id) => ({
      id,
      employee: id,
      name: `Rina Astuti Kusumawardhani, S.E., M.Si. ${id}`,
      position: 'Analis Kebijakan',
      category: 'pelaksana' as const,
      named: 3,
      declined: false,
      forwarded: false,
    })),
    stories: nominee === null ? [] : [{ value: 'akuntabel', story }],
  }),
};
