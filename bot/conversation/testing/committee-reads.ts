import type { CommitteeReads } from '../../domain/award/committee-reads.ts';
import type { CandidateLine, CandidateView } from '../../domain/award/committee-view.ts';

const verifying = { run: 0, is: 'in', phase: 'verifikasi' } as const;
const scoring = { run: 0, is: 'in', phase: 'penilaian' } as const;

const line: CandidateLine = {
  id: 12,
  name: 'Rina Astuti Kusumawardhani, S.E., M.Si.',
  office: 'Dinas Kependudukan dan Pencatatan Sipil',
  category: 'pelaksana',
  state: 'waiting',
  may: ['accept', 'ask', 'refuse'],
  marked: false,
};

const candidate: CandidateView = {
  id: 12,
  version: '0',
  name: line.name,
  position: 'Analis Sumber Daya Manusia Aparatur Ahli Madya',
  office: line.office,
  category: line.category,
  standing: verifying,
  ends: '2026-12-18',
  bar: null,
  may: line.may,
  state: 'waiting',
  forwardReason: 'Antrean loket turun separuh sejak jalur khusus lansia dibuka.',
  consent: 'agreed',
  verdict: null,
  verdictReason: null,
  reply: null,
  judge: null,
  judgedOn: null,
  evidence: {
    unit: { ikm: { value: '85.25', respondents: 112 }, onTime: { percent: '92', reports: 40 } },
    person: { jp: 2400, mentoring: 400 },
    nominations: 7,
  },
  kept: false,
  innovation: 'Jalur khusus lansia dan formulir besar.',
  stories: Array.from({ length: 3 }, () => ({
    value: 'berorientasi_pelayanan' as const,
    words: 'Setiap Jumat menjemput berkas warga lansia ke rumahnya, di luar jam loket.',
  })),
  rules: {
    status: 'met',
    masa_kerja: 'met',
    predikat: 'met',
    disiplin: 'unknown',
    jp: 'unmet',
    pemenang: 'met',
    konsen: 'unknown',
  },
  eligibility: 'ineligible',
  notes: [
    { is: 'reciprocal' },
    { is: 'block', unit: line.office, nominators: 6 },
    { is: 'burst', nominators: 5, minutes: 30 },
  ],
  mine: null,
  mean: null,
  progress: { done: 3, of: 5 },
  reasonLeast: 20,
};

/** What the database might answer to a member of the committee, and to whom it asks. */
export const committeeReads: CommitteeReads = {
  committeeDesk: async () => ({
    title: 'ASN Berprestasi 2026',
    standing: verifying,
    ends: '2026-12-18',
    verifiesFrom: '2026-12-14',
    nominees: [{ category: 'pelaksana', count: 7 }],
    lines: Array.from({ length: 7 }, (_, i) => ({ ...line, id: 12 + i, name: `${line.name} ${i}` })),
    objections: ['S-7K4PQ2'],
    noted: 2,
  }),
  candidate: async (id) => {
    if (id === candidate.id) return candidate;
    return id % 2 === 0 ? null : { ...candidate, id, standing: scoring, may: ['mark'], state: 'accepted' };
  },
  committeeQuestion: async (id) =>
    id % 2 === 0
      ? {
          title: 'ASN Berprestasi 2026',
          category: 'pelaksana',
          question: 'Berapa lama antrean sebelum dan sesudah jalur khusus dibuka?',
          reply: null,
          open: true,
          until: '2026-12-18',
        }
      : null,
};
