import { describe, expect, test } from 'vitest';
import { seedCalendar } from '../fixtures/seed.ts';
import type { Enrolment } from '../training/enrolment.ts';
import type { Training } from '../training/training.ts';
import type { HeldCertificate, TrainingRecord } from '../training/training-record.ts';
import { trainingOf } from '../training/training-settings.ts';
import { type ItemFacts, itemsOf } from './items-of.ts';

const course = (code: string, changes: Partial<Training> = {}): Training => ({
  code,
  title: `Pelatihan ${code}`,
  provider: 'BKPSDM',
  form: 'teknis',
  jp: 800,
  startsOn: null,
  endsOn: null,
  registerBy: null,
  completeBy: null,
  url: null,
  place: null,
  quota: null,
  sponsor: null,
  owing: [],
  listedOn: '2026-02-02',
  ...changes,
});

const enrolled = (training: string, changes: Partial<Enrolment> = {}): Enrolment => ({
  training,
  state: 'registered',
  source: 'self',
  completeBy: null,
  since: '2026-03-02',
  attendedOn: null,
  finishedOn: null,
  reviewed: false,
  ...changes,
});

const paper = (changes: Partial<HeldCertificate> = {}): HeldCertificate => ({
  id: 1,
  training: null,
  title: 'Pelatihan',
  form: 'teknis',
  provider: 'BKPSDM',
  place: null,
  batch: null,
  startsOn: null,
  endsOn: null,
  jp: 800,
  number: '1/2026',
  date: '2026-03-20',
  status: 'sah',
  reason: null,
  ...changes,
});

const rina = (changes: Partial<TrainingRecord> = {}): TrainingRecord => ({
  employee: 1,
  name: 'Rina Astuti',
  unit: 'dishub',
  position: 'Analis',
  group: 'pelaksana',
  kind: 'pns',
  since: '2025-05-05',
  enrolments: [],
  certificates: [],
  dates: [],
  owed: [],
  ...changes,
});

const facts = (
  trainings: readonly Training[],
  today: string,
  changes: Partial<ItemFacts> = {},
): ItemFacts => ({
  catalogue: new Map(trainings.map((one) => [one.code, one])),
  settings: trainingOf({}),
  calendar: seedCalendar(),
  touches: new Map(),
  asker: 'BKPSDM Kota Salatiga',
  today,
  ...changes,
});

/** Keys of open items, those of the year's hours left out. */
const open = (record: TrainingRecord, at: ItemFacts): string[] =>
  itemsOf(record, at)
    .filter(({ kind, done }) => !done && kind !== 'jp_pace')
    .map(({ key }) => key);

describe('a training that somebody takes part in', () => {
  const training = course('PP-01', { startsOn: '2026-04-06', endsOn: '2026-04-10' });

  test('is open until its end, then its certificate is, and a certificate ends both', () => {
    const at = facts([training], '2026-04-01');
    const doing = rina({ enrolments: [enrolled('PP-01')] });
    expect(open(doing, at)).toEqual(['complete:PP-01:2026-04-10']);
    const done = rina({ enrolments: [enrolled('PP-01', { finishedOn: '2026-04-10' })] });
    expect(open(done, at)).toEqual(['certificate:PP-01:2026-04-24']);
    const sent = { ...done, certificates: [paper({ training: 'PP-01', status: 'menunggu' })] };
    expect(open(sent, at)).toEqual([]);
    const refused = { ...done, certificates: [paper({ training: 'PP-01', status: 'ditolak' })] };
    expect(open(refused, at)).toEqual(['certificate:PP-01:2026-04-24']);
  });

  test('is not asked of who waits or withdrew, and has the last day that was agreed with this person', () => {
    const at = facts([training], '2026-04-01');
    for (const state of ['waiting', 'withdrawn'] as const)
      expect(open(rina({ enrolments: [enrolled('PP-01', { state })] }), at)).toEqual([]);
    const later = rina({ enrolments: [enrolled('PP-01', { completeBy: '2026-05-01' })] });
    expect(open(later, at)).toEqual(['complete:PP-01:2026-05-01']);
    expect(open(rina({ enrolments: [enrolled('PP-01')] }), facts([course('PP-01')], '2026-04-01'))).toEqual(
      [],
    );
  });

  test('is spoken of from the day after somebody registered themselves, or on the day their office did', () => {
    const since = (source: Enrolment['source']) =>
      itemsOf(rina({ enrolments: [enrolled('PP-01', { source })] }), facts([training], '2026-04-01'))[0]
        ?.since;
    expect(since('self')).toBe('2026-03-03');
    expect(since('office')).toBe('2026-03-02');
  });

  test('tells why: the own word, the office, or a duty', () => {
    const source = (record: TrainingRecord) =>
      itemsOf(record, facts([training], '2026-04-01'))[0]?.reason.source;
    expect(source(rina({ enrolments: [enrolled('PP-01')] }))).toBe('own_registration');
    expect(source(rina({ enrolments: [enrolled('PP-01', { source: 'office' })] }))).toBe(
      'enrolled_by_office',
    );
    expect(source(rina({ enrolments: [enrolled('PP-01')], owed: ['PP-01'] }))).toBe('mandatory');
  });
});

describe('a duty', () => {
  const listed = course('W-1', { registerBy: '2026-06-01', startsOn: '2026-06-08', endsOn: '2026-06-09' });

  test('is to register, until somebody has, waits, or holds its certificate', () => {
    const at = facts([listed], '2026-05-01');
    expect(open(rina({ owed: ['W-1'] }), at)).toEqual(['register:W-1:2026-06-01']);
    expect(open(rina({ owed: ['W-1'], enrolments: [enrolled('W-1')] }), at)).toEqual([
      'complete:W-1:2026-06-09',
    ]);
    expect(open(rina({ owed: ['W-1'], enrolments: [enrolled('W-1', { state: 'waiting' })] }), at)).toEqual(
      [],
    );
    expect(open(rina({ owed: ['W-1'], enrolments: [enrolled('W-1', { state: 'withdrawn' })] }), at)).toEqual([
      'register:W-1:2026-06-01',
    ]);
    expect(open(rina({ owed: ['W-1'], certificates: [paper({ training: 'W-1' })] }), at)).toEqual([]);
  });

  test('where nobody needs to register is to complete, once, also for who takes part in it', () => {
    const online = facts([course('E-1', { completeBy: '2026-06-30' })], '2026-05-01');
    expect(open(rina({ owed: ['E-1'] }), online)).toEqual(['complete:E-1:2026-06-30']);
    expect(open(rina({ owed: ['E-1'], enrolments: [enrolled('E-1')] }), online)).toEqual([
      'complete:E-1:2026-06-30',
    ]);
  });

  test('is spoken of from the day it was listed, or on which the person came', () => {
    const since = (record: TrainingRecord) => itemsOf(record, facts([listed], '2026-05-01'))[0]?.since;
    expect(since(rina({ owed: ['W-1'] }))).toBe('2026-02-02');
    expect(since(rina({ owed: ['W-1'], since: '2026-04-20' }))).toBe('2026-04-20');
  });
});

describe('the hours of the year', () => {
  const pace = (record: TrainingRecord, today: string) =>
    itemsOf(record, facts([], today)).find(({ kind }) => kind === 'jp_pace');

  test('are asked of a PNS who is behind on that day, never of a PPPK', () => {
    expect(pace(rina(), '2026-02-01')).toMatchObject({ key: 'jp_pace:2026-12-31', done: true });
    expect(pace(rina(), '2026-04-01')).toMatchObject({ done: false, reason: { about: '2026', jp: 2000 } });
    const some = rina({ certificates: [paper({ date: '2026-01-20' })] });
    expect(pace(some, '2026-04-01')).toMatchObject({ done: true });
    expect(pace(some, '2026-07-01')).toMatchObject({ done: false, reason: { jp: 1200 } });
    expect(pace(rina({ kind: 'pppk' }), '2026-04-01')).toBeUndefined();
  });

  test('count a certificate of New Year in the year of its date', () => {
    const newYear = rina({ certificates: [paper({ date: '2027-01-04', jp: 2000 })] });
    expect(pace(newYear, '2026-12-30')).toMatchObject({ done: false });
    expect(pace(newYear, '2027-12-01')).toMatchObject({ key: 'jp_pace:2027-12-31', done: true });
  });
});

test('dates of the personnel file are told with the day of that file, and what was done about an item stands on it', () => {
  const record = rina({ dates: [{ kind: 'kgb', date: '2026-09-01', note: null, asOf: '2026-03-03' }] });
  const at = new Date('2026-06-02T02:00:00Z');
  const touches = new Map([['date:kgb:2026-09-01', { snoozedUntil: '2026-06-09', at }]]);
  const item = itemsOf(record, facts([], '2026-06-03', { touches })).find(({ kind }) => kind === 'date');
  expect(item).toEqual({
    key: 'date:kgb:2026-09-01',
    kind: 'date',
    due: '2026-09-01',
    since: '2026-03-03',
    done: false,
    reason: { about: 'kgb', source: 'personnel_file', asker: 'BKPSDM Kota Salatiga', asOf: '2026-03-03' },
    touchedAt: at,
    snoozedUntil: '2026-06-09',
  });
});
