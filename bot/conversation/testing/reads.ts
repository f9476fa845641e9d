import type { Known } from '../../domain/known-answer.ts';
import type { ServiceLine, ServiceView } from '../../domain/service.ts';
import type { Reads, ReportView } from '../../reads.ts';
import { staffReads } from './staff-reads.ts';

const view = (ticket: string, seenBy: ReportView['seenBy'], open: boolean): ReportView => ({
  ticket,
  category: 'lampu_jalan',
  state: open ? 'diproses' : 'selesai',
  received: '2026-11-18',
  seenBy,
  unit: 'Dinas Perhubungan',
  place: 'Tingkir',
  words: seenBy === 'reporter' ? 'lampu mati' : null,
  due: '2026-11-25',
  promise: '2026-11-25',
  answered: false,
  may: open ? ['add'] : [],
  question: null,
  answer: null,
  sharesPhone: false,
  mayCall: true,
  confidential: false,
  open,
  events: [{ on: '2026-11-18', action: 'received', blanks: {} }],
});

/** Tickets that the answers below know, by who asks for them. */
export const tickets = {
  mine: 'SLT-7K4PQ2',
  followed: 'SLT-8K4PQ2',
  strange: 'SLT-9K4PQ2',
  done: 'SLT-AK4PQ2',
} as const;

const views = new Map<string, ReportView>([
  [tickets.mine, view(tickets.mine, 'reporter', true)],
  [tickets.followed, view(tickets.followed, 'follower', true)],
  [tickets.strange, view(tickets.strange, 'stranger', true)],
  [tickets.done, view(tickets.done, 'reporter', false)],
]);

const line = (ticket: string) => ({
  ticket,
  category: 'lampu_jalan',
  state: 'diproses',
  received: '2026-11-18',
});

const cards: ServiceView[] = ['KTP-el baru', 'Kartu Keluarga (KK)'].map((name, i) => ({
  code: `layanan-${i}`,
  name,
  unit: 'Dinas Kependudukan dan Pencatatan Sipil',
  requirements: i ? ['Buku nikah', 'KTP-el suami dan istri'] : [],
  steps: i ? ['Datang ke loket', 'Ambil hasilnya'] : [],
  time: i ? '1 hari kerja' : null,
  fee: i ? 'Gratis' : null,
  product: i ? name : null,
  hours: null,
  place: null,
  phone: '0298-000111',
  address: null,
}));
const services = cards.map(({ code, name, unit }): ServiceLine => ({ code, name, unit }));

const answers: Known[] = [
  {
    kind: 'office',
    code: 'disdukcapil',
    name: 'Dinas Kependudukan dan Pencatatan Sipil',
    phone: '0298-000111',
    address: null,
  },
  { kind: 'service', code: 'layanan-1', name: 'Kartu Keluarga (KK)', unit: 'Dinas Kependudukan' },
  {
    kind: 'question',
    code: 'calo',
    name: 'Ada orang yang menawarkan mengurus surat dengan bayaran. Bagaimana?',
    answer: 'Tolak dengan sopan, lalu laporkan.',
    checked: '2026-11-12',
    unit: null,
  },
];

/** What the database might answer, the same to the same question; for conversations, which take facts and not stores. */
export const townReads: Reads = {
  ...staffReads,
  suggestCategories: async (words) => (words.length % 2 === 0 ? ['lampu_jalan', 'jalan_trotoar'] : []),
  regionsLike: async (words) => (words.length % 2 === 0 ? ['33.73.02.1001', '33.73.02.1003'] : []),
  similarReports: async ({ category }) =>
    category === 'lampu_jalan'
      ? [
          { ticket: tickets.strange, metres: 40, days: 0, state: 'diproses' },
          { ticket: tickets.followed, metres: 90, days: 3, state: 'diterima' },
        ]
      : [],
  myReports: async () => [line(tickets.mine), line(tickets.done)],
  report: async (ticket) => views.get(ticket) ?? null,
  askedOf: async () => null,
  answerers: async () => 'now',
  handOver: async () => null,
  askable: async () => null,
  raterThread: async () => null,
  ownThread: async () => null,
  lookAtCode: async (code) => ({ fits: code.endsWith('B'), tried: [] }),
  myChats: async () => [
    { channel: 'telegram', here: true, mine: true, news: false, work: 'linked' },
    { channel: 'whatsapp-cloud', here: false, mine: true, news: true, work: 'none' },
    { channel: 'whatsapp-linked', here: false, mine: false, news: false, work: 'written' },
  ],
  lookAtPairing: async (code) => ({
    is: code.endsWith('B') ? 'fits' : 'no',
    from: 'whatsapp-cloud',
    tried: [],
  }),
  codeHolder: async () => ({ name: 'Sri Wahyuni, S.E.', unit: 'Dinas Perhubungan' }),
  myRecord: async () => ({
    name: 'Sri Wahyuni, S.E.',
    position: 'Analis Kebijakan',
    unit: 'Dinas Perhubungan',
    since: '2026-11-18',
  }),
  caseFor: async () => null,
  myCases: async () => [],
  mainCandidates: async () => [],
  templates: async () => [],
  publication: async () => null,
  myLeave: async () => ({ may: true, running: null, colleagues: [{ id: 1, name: 'Budi Santoso' }] }),
  lookAtMain: async () => ({ fault: null }),
  myDesk: async () => ({ office: 'DISHUB', unit: 'Dinas Perhubungan', kind: 'pns', roles: ['supervisor'] }),
  lookAtPin: async (pin) => ({ guard: null, fits: pin === '4273' }),
  trailOf: async (ticket) =>
    ticket === tickets.mine ? [{ on: '2026-11-18', action: 'read-sensitive', by: 'inspector' }] : null,
  openingOf: async (ticket) =>
    ticket === tickets.mine ? { step: 'free', others: true, reason: null } : null,
  ownData: async () => ({
    since: '2026-11-01',
    locale: 'id',
    noticed: '2026-11-01',
    stopped: false,
    employee: true,
    drafts: 1,
    media: 2,
    ratings: 1,
    questions: 1,
    threads: 1,
    wishes: ['Dinas Kependudukan'],
    follows: [tickets.followed],
    reports: [
      { ticket: tickets.mine, category: 'lampu_jalan', state: 'diproses', ended: null, phone: true },
      { ticket: tickets.done, category: 'lampu_jalan', state: 'selesai', ended: '2026-11-10', phone: false },
    ],
    readers: [{ on: '2026-11-05', role: 'inspector' }],
    consents: ['followup'],
  }),
  ownCopy: async () => ({
    reports: [
      {
        ticket: tickets.mine,
        kind: 'pengaduan',
        category: 'lampu_jalan',
        unit: 'Dinas Perhubungan',
        region: 'Tingkir',
        state: 'diproses',
        received: '2026-11-18',
        confidential: false,
        words: 'lampu mati',
        place: 'Tingkir',
        point: null,
        phone: '+628123456789',
        media: 1,
        rating: null,
        events: [{ on: '2026-11-18', action: 'received', by: 'citizen', blanks: {}, words: null }],
      },
    ],
    consents: [{ purpose: 'followup', given: 'yes', on: '2026-11-18' }],
    requests: [],
    questions: [],
    threads: [],
    wishes: [{ unit: 'Dinas Kependudukan', since: '2026-11-18' }],
    learning: null,
  }),
  rightsCase: async (number) =>
    number === 'D-7K4PQ2' ? { number, words: 'Nama jalan keliru', due: '2026-11-21' } : null,
  subjectOf: async () => null,
  serviceOffices: async () => [{ code: 'disdukcapil', name: 'Dinas Kependudukan' }],
  servicesOf: async () => services,
  servicesLike: async (words) => ({
    sure: words.length % 2 === 0,
    lines: services.slice(0, words.length % 3),
  }),
  answersTo: async (words) => {
    const known = answers.slice(0, words.length % 4);
    return {
      aspects: words.length % 2 === 0 ? ['fee', 'place'] : [],
      vague: words.length % 7 === 0,
      sure: known.length === 1,
      known,
    };
  },
  ratable: async (code) => {
    const card = cards.find((one) => one.code === code);
    return card
      ? {
          code: card.code,
          name: card.name,
          unit: card.unit,
          place: null,
          own: false,
          rated: false,
          ratedQuickly: false,
          ends: '2026-11-30',
        }
      : null;
  },
  attendance: async (code) => ({
    tried: [],
    found: code.endsWith('B')
      ? { training: 'PP-1', title: 'Pelayanan Prima', day: '2026-11-18', last: true, is: 'present' }
      : null,
  }),
  attendanceOffer: async () => ({ title: 'Pelayanan Prima', days: ['2026-11-18', '2026-11-19'] }),
  trainingReview: async () => ({ title: 'Pelayanan Prima', is: 'open' }),
  myCalendar: async () => ({ since: '2026-11-18' }),
  toSnooze: async () => 2,
  changeOffices: async () => [
    { code: 'disdukcapil', name: 'Dinas Kependudukan' },
    { code: 'dinas_kesehatan', name: 'Dinas Kesehatan' },
  ],
  surveyFigure: async () => ({ ikm: '85.25', grade: 'B', respondents: 112, on: '2026-11-18' }),
  service: async (code) => cards.find((one) => one.code === code) ?? null,
};
