import type { CertificateReads } from '../../domain/training/certificate-reads.ts';
import type { CertificateCase, CertifiedTraining } from '../../domain/training/certificate-view.ts';

const training: CertifiedTraining = {
  code: 'PP-1',
  title: 'Pelayanan Prima bagi Petugas Loket dan Pengelola Pengaduan Masyarakat',
  provider: 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
  form: 'bimtek',
  jp: 800,
  place: null,
  startsOn: '2026-11-02',
  endsOn: '2026-11-04',
};

const paper: CertificateCase = {
  ...training,
  id: 12,
  source: 'chat',
  version: '19a0b1c2d3',
  training: training.code,
  batch: null,
  number: '893.3/0123/BKPSDM/2026',
  date: '2026-11-04',
  photo: '0b1f0f5e-7c39-4c0a-9a6e-2f4d0b8a1c11',
  status: 'menunggu',
  reason: null,
  own: false,
  name: 'Rina Astuti',
  unit: 'Dinas Perhubungan',
  judge: null,
  judgedOn: null,
  may: ['verify', 'reject'],
  waiting: 2,
  next: 14,
};

/** What the database might answer about certificates and hours, the same to the same question. */
export const learningReads: CertificateReads = {
  certificateDesk: async (code) => ({
    trainings: [training, { ...training, code: 'KA-2', title: 'Kearsipan Dinamis', endsOn: null }],
    named: code === training.code ? training : null,
    held: [],
  }),
  ownCertificates: async () => [
    { ...paper, id: 15, status: 'ditolak', reason: 'Foto kurang jelas' },
    paper,
    { ...paper, id: 11, date: '2025-03-01', status: 'sah' },
  ],
  certificateCase: async (id) => {
    if (id === 11)
      return { ...paper, id, status: 'sah', judge: 'Budi', judgedOn: '2026-11-05', may: ['revoke'] };
    return id === paper.id ? paper : null;
  },
  waitingCertificates: async () => [
    { id: 12, name: 'Rina Astuti', title: training.title, on: '2026-11-05' },
    { id: 14, name: 'Budi Santoso', title: 'Kearsipan Dinamis', on: '2026-11-06' },
  ],
  myLearning: async () => ({
    standing: {
      year: 2026,
      verified: 1250,
      waiting: 800,
      duty: { is: 'target', jp: 2000 },
      missing: 750,
      above: 0,
      left: { weeks: 5, workingDays: 27, estimate: false },
      pace: {
        behind: { on: '2026-09-30', due: 1500, missing: 250 },
        next: { on: '2026-11-30', due: 2000, missing: 750 },
      },
    },
    competence: {
      points: '22.5',
      parts: [
        { part: 'technical', points: '22.5', fulfilled: true },
        { part: 'seminar', points: '17.5', fulfilled: false },
      ],
    },
    dates: [{ kind: 'kgb', date: '2027-03-01', note: null, asOf: '2026-11-03' }],
    certificates: 3,
  }),
};
