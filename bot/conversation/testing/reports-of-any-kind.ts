import fc from 'fast-check';
import { actionsOn, type ReportAction, reportStates } from '../../domain/report-state.ts';
import type { CaseView, ReportView } from '../../reads.ts';
import type { MediaKind } from '../inbound.ts';

export const one = <V>(...of: readonly V[]): fc.Arbitrary<V> => fc.constantFrom(...of);
export const yes = fc.boolean();

/** As long as people may write, and as an office may be called. */
export const said = one(
  'lampu mati',
  '*lampu* _mati_ <b> & `gelap` sekali, hubungi 0812 3456 7890',
  `${'Jalan di depan rumah kami rusak parah sejak hujan kemarin. '.repeat(17)}Mohon bantuannya.`.slice(
    0,
    1000,
  ),
  'gelap 🔥'.repeat(140).slice(0, 999),
);
export const unit = one(
  'Dinas Perhubungan',
  'Dinas Pengendalian Penduduk, Keluarga Berencana, Pemberdayaan Perempuan dan Perlindungan Anak Kota Salatiga',
);
export const person = one(
  'Sri Wahyuni, S.E.',
  'Raden Mas Haryo Sastrodiningrat Kusumonegoro, S.Sos., M.Si., M.A.P.',
);
const place = one(null, 'Tingkir', 'Kutowinangun Kidul, Tingkir, di depan warung Bu Tini sebelah SMP 2');
export const category = one('lampu_jalan', 'jalan_trotoar', 'tidak_dikenal');
export const state = one(...reportStates);
const media = fc.array(
  fc.record({ id: fc.uuid(), kind: one<MediaKind>('photo', 'voice', 'video'), after: yes }),
  { maxLength: 4 },
);

/** A state, and some or all of what may be done in it. */
const may: fc.Arbitrary<[(typeof reportStates)[number], ReportAction[]]> = state.chain((now) =>
  fc.tuple(fc.constant(now), fc.oneof(fc.subarray(actionsOn(now)), fc.constant(actionsOn(now)))),
);

/** A report as its reporter, a follower or a stranger may see it. */
export const views: fc.Arbitrary<Omit<ReportView, 'ticket'>> = fc
  .record({
    seenBy: one('reporter' as const, 'follower' as const, 'stranger' as const),
    category,
    unit,
    place,
    words: fc.option(said),
    answered: yes,
    question: fc.option(said),
    answer: fc.option(fc.record({ on: fc.constant('2026-11-19'), words: said })),
    sharesPhone: yes,
    mayCall: yes,
    confidential: yes,
    open: yes,
    photos: one('open' as const, 'closed' as const),
    stands: may,
    sensitive: yes,
    media,
    guard: one(null, { wrong: 0, last: null }),
  })
  .map(({ stands: [now, all], sensitive, media, guard, ...view }) => ({
    ...view,
    state: now,
    may: all,
    received: '2026-11-18',
    due: '2026-11-25',
    promise: '2026-11-26',
    events: [{ on: '2026-11-18', action: 'received' as const, blanks: {} }],
    ...(sensitive &&
      view.seenBy === 'reporter' && {
        thread: { pin: guard, said: [{ on: '2026-11-19', words: view.words ?? 'baik' }], media },
      }),
  }));

/** A report as an employee may work on it. */
export const cases: fc.Arbitrary<Omit<CaseView, 'ticket'>> = fc
  .record({
    category,
    office: one('DISHUB', 'DPUPR'),
    unit,
    confidential: yes,
    sensitive: yes,
    words: fc.option(said),
    place,
    point: fc.option(fc.constant({ lat: -7.3315, lon: 110.5125 })),
    media,
    phone: fc.option(fc.constant('+628123456789')),
    extensions: one(0, 1, 2),
    answered: yes,
    noAsking: one(null, null, 'asked_twice' as const, 'days_used_up' as const),
    taker: fc.option(person),
    mine: yes,
    stands: may,
    mayNote: yes,
    mayApprove: yes,
    more: said,
    by: one('citizen' as const, 'officer' as const, 'coordinator' as const),
    notes: fc.array(fc.record({ on: fc.constant('2026-11-19'), by: person, words: said }), { maxLength: 3 }),
  })
  .map(({ stands: [now, all], more, by, ...view }) => ({
    ...view,
    state: now,
    may: all,
    alias: { plant: 'Bugenvil', number: 27 },
    received: '2026-11-18',
    due: '2026-11-25',
    said: [
      {
        on: '2026-11-18',
        by: 'citizen' as const,
        action: 'citizen_answers' as const,
        words: more,
        date: null,
      },
      { on: '2026-11-19', by, action: 'answer' as const, words: view.words, date: '2026-11-25' },
    ],
  }));
