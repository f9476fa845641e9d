import fc from 'fast-check';
import type { Reads } from '../../reads.ts';
import { tickets, townReads } from './reads.ts';
import { cases, category, one, person, said, state, unit, views, yes } from './reports-of-any-kind.ts';

/** What everything that has a number is called here. */
export const numbers = { handover: 'B-7K4PQ2', rights: 'D-7K4PQ2', thread: 'N-7K4PQ2' } as const;

const lines = fc.array(
  fc.record({ category, state, due: fc.constant('2026-11-25'), late: yes, mine: yes, taken: yes }),
  { maxLength: 17 },
);

const colleagues = fc.array(person, { maxLength: 14 });

const ticketOf = (nth: number): string => `SLT-${'23456789ABCDEFGHJKMNPQ'[nth]}K4PQ2`;

/** What may be so in a town: any report, person and office, with words as long as people may write them. */
export const worlds = fc.record({
  view: fc.option(views, { freq: 8 }),
  work: fc.option(cases, { freq: 8 }),
  lines,
  colleagues,
  running: fc.option(
    fc.record({
      from: fc.constant('2026-11-20'),
      until: fc.constant('2026-11-27'),
      standIn: fc.option(person),
    }),
  ),
  away: yes,
  roles: fc.subarray([
    'officer',
    'coordinator',
    'supervisor',
    'leader',
    'hr',
    'inspector',
    'committee',
    'admin',
  ]),
  staff: fc.option(person, { freq: 8 }),
  unit,
  there: one('now' as const, 'later' as const, 'none' as const),
  wrong: one(0, 1, 4, 5),
  guarded: yes,
  fits: yes,
  step: one(
    'free' as const,
    'waits' as const,
    'judge' as const,
    'agreed' as const,
    'refused' as const,
    'shown' as const,
  ),
  others: yes,
  words: said,
  asked: fc.option(fc.constant(tickets.mine)),
  near: fc.array(fc.option(fc.nat(900)), { maxLength: 9 }),
  fault: one(
    null,
    null,
    null,
    'itself' as const,
    'unknown' as const,
    'secrecy' as const,
    'closed' as const,
    'office' as const,
  ),
  photos: fc.array(fc.record({ id: fc.uuid(), after: yes }), { maxLength: 5 }),
  live: yes,
  answered: yes,
  pairing: one(
    'fits' as const,
    'fits' as const,
    'same' as const,
    'joined' as const,
    'staff' as const,
    'no' as const,
  ),
  seen: yes,
  thread: one('none' as const, 'running' as const, 'over' as const),
  turn: one('ask' as const, 'ask' as const, 'wait' as const, 'leave' as const, 'nothing' as const),
  talk: one('asked' as const, 'asked' as const, 'open' as const, 'answered' as const, 'closed' as const),
});

export type World = typeof worlds extends fc.Arbitrary<infer W> ? W : never;

/** The same as the database would answer, the same to the same question: for conversations of all who may come. */
export const readsOf = (w: World): Reads => ({
  ...townReads,
  report: async (ticket) => w.view && { ...w.view, ticket },
  myReports: async () =>
    w.lines.map(({ category, state }, i) => ({
      ticket: ticketOf(i),
      category,
      state,
      received: '2026-11-18',
    })),
  askedOf: async () => w.asked,
  answerers: async () => w.there,
  handOver: async (number) =>
    w.staff
      ? {
          number,
          alias: { plant: 'Bugenvil', number: 27 },
          words: w.words,
          due: '2026-11-19',
          answered: w.answered,
          taker: w.seen ? w.staff : null,
        }
      : null,
  askable: async (service) => ({
    service,
    name: 'Kartu Keluarga (KK) baru atau perubahan',
    unit: w.unit,
    rated: w.fits,
    there: w.there,
    thread: w.thread,
  }),
  raterThread: async (number) =>
    w.staff
      ? {
          number,
          alias: { plant: 'Bugenvil', number: 27 },
          service: 'Kartu Keluarga (KK) baru atau perubahan',
          office: w.unit,
          may: w.turn,
          mine: w.answered,
          taker: w.seen ? w.staff : null,
          words: w.answered ? w.words : null,
        }
      : null,
  ownThread: async (number) =>
    w.live
      ? { number, service: 'Kartu Keluarga (KK) baru atau perubahan', state: w.talk, words: w.words }
      : null,
  ratable: async (code) => {
    const found = await townReads.ratable(code);
    return (
      found && {
        ...found,
        unit: w.unit,
        place: w.seen ? 'Loket 2 lantai 3 Mal Pelayanan Publik' : null,
        own: w.wrong === 5,
        rated: w.wrong === 4,
        ratedQuickly: w.answered,
      }
    );
  },
  surveyFigure: async (service) => (w.live ? townReads.surveyFigure(service) : null),
  lookAtCode: async () => ({ fits: w.fits, tried: [] }),
  lookAtPairing: async () => ({ is: w.pairing, from: 'whatsapp-cloud', tried: [] }),
  codeHolder: async () => (w.staff ? { name: w.staff, unit: w.unit } : null),
  myRecord: async () =>
    w.staff
      ? { name: w.staff, position: 'Analis Kebijakan Ahli Muda', unit: w.unit, since: '2026-11-18' }
      : null,
  caseFor: async (ticket) => w.work && { ...w.work, ticket },
  myCases: async () => w.lines.map((line, i) => ({ ...line, ticket: ticketOf(i) })),
  mainCandidates: async () => w.near.map((metres, i) => ({ ticket: ticketOf(i), metres })),
  lookAtMain: async () => ({ fault: w.fault }),
  templates: async () =>
    w.colleagues.map((_, i) => ({
      key: `t${i}`,
      label: i % 2 ? 'Lampu diganti' : 'Sudah dijadwalkan bersama dinas lain untuk bulan depan',
      shape: (['done', 'planned', 'cannot'] as const)[i % 3] ?? 'done',
      words: i % 2 ? w.words : 'Kami perbaiki tanggal {tanggal} di {tempat}, karena {alasan}. {nama_dinas}',
    })),
  publication: async () =>
    w.staff ? { words: w.words, photos: w.photos, waiting: w.wrong, live: w.live } : null,
  myLeave: async () =>
    w.staff
      ? { may: w.away, running: w.running, colleagues: w.colleagues.map((name, id) => ({ id, name })) }
      : null,
  changeOffices: async () =>
    w.staff ? w.colleagues.map((_, i) => ({ code: `kantor_${i}`, name: `${w.unit} ${i}` })) : [],
  myDesk: async () => (w.staff ? { office: 'DISHUB', unit: w.unit, kind: 'pns', roles: w.roles } : null),
  lookAtPin: async () => ({
    guard: w.guarded ? { wrong: w.wrong, last: w.wrong ? '2026-11-18T02:00:00Z' : null } : null,
    fits: w.fits,
  }),
  trailOf: async () =>
    w.staff
      ? w.lines.map(() => ({ on: '2026-11-18', action: 'read-sensitive' as const, by: 'inspector' as const }))
      : null,
  openingOf: async () =>
    w.staff ? { step: w.step, others: w.others, reason: w.seen ? w.words : null } : null,
  rightsCase: async (number) => (w.staff ? { number, words: w.words, due: '2026-11-21' } : null),
  subjectOf: async () => null,
});
