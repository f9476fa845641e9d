import { describe, expect, test } from 'vitest';
import type { TrainingRecord } from '../training/training-record.ts';
import { askNow, type Learner, learningAsk } from './learning-ask.ts';

const certificate = (
  training: string | null,
  date: string,
  status: 'sah' | 'menunggu' | 'ditolak' = 'sah',
): TrainingRecord['certificates'][number] => ({
  id: 1,
  training,
  title: `Pelatihan ${training}`,
  form: null,
  provider: 'BKPSDM',
  place: null,
  batch: null,
  startsOn: null,
  endsOn: null,
  jp: 800,
  number: null,
  date,
  status,
  reason: null,
});

const learner = (changes: Partial<Learner> = {}): Learner => ({
  employee: 7,
  certificates: [],
  due: [],
  asked: [],
  checked: false,
  said: [],
  putOff: [],
  ...changes,
});

const due = (newest: string, title = 'Bahasa terang', count = 2) => ({ title, count, newest });
const said = (milestone: string, day: string, item = 'recall:2026-04-07') => ({ item, milestone, day });

describe('questions that come back', () => {
  const one = { due: [due('2026-04-07')] };

  test.each<[string, Partial<Learner>, string, unknown]>([
    ['on their day', one, '2026-04-07', { is: 'recall', due: '2026-04-07' }],
    ['on the first day that can', one, '2026-04-13', { is: 'recall', due: '2026-04-07' }],
    ['not again on the next days', { ...one, said: [said('0', '2026-04-07')] }, '2026-04-13', undefined],
    [
      'once more after a week',
      { ...one, said: [said('0', '2026-04-07')] },
      '2026-04-14',
      { is: 'recall', due: '2026-04-07', again: '7' },
    ],
    [
      'and then no more',
      { ...one, said: [said('0', '2026-04-07'), said('7', '2026-04-14')] },
      '2026-05-04',
      undefined,
    ],
    [
      'at once where another became due',
      { due: [...one.due, due('2026-04-09', 'Aman')], said: [said('0', '2026-04-07')] },
      '2026-04-09',
      { is: 'recall', due: '2026-04-09' },
    ],
    [
      'not before the day to which they were put off, whatever became due',
      {
        due: [due('2026-04-09')],
        said: [said('0', '2026-04-07')],
        putOff: [{ item: 'recall:2026-04-07', until: '2026-04-13' }],
      },
      '2026-04-10',
      undefined,
    ],
    [
      'on the day to which they were put off',
      {
        ...one,
        said: [said('0', '2026-04-07')],
        putOff: [{ item: 'recall:2026-04-07', until: '2026-04-08' }],
      },
      '2026-04-08',
      { is: 'recall', due: '2026-04-07', again: 'again:2026-04-08' },
    ],
    [
      'after that once more a week later',
      {
        ...one,
        said: [said('0', '2026-04-07'), said('again:2026-04-08', '2026-04-08')],
        putOff: [{ item: 'recall:2026-04-07', until: '2026-04-08' }],
      },
      '2026-04-15',
      { is: 'recall', due: '2026-04-07', again: '7' },
    ],
    ['not after two months', one, '2026-06-07', undefined],
    [
      'before what else learning asks',
      { ...one, certificates: [certificate('PP-1', '2026-02-01')] },
      '2026-04-07',
      { is: 'recall', due: '2026-04-07' },
    ],
  ])('are spoken of %s', (_, changes, today, expected) => {
    expect(learningAsk(learner(changes), today)).toEqual(expected);
  });
});

describe('"dipakai di pekerjaan?" is asked', () => {
  const held = { certificates: [certificate('PP-1', '2026-02-06')] };
  const ask = { is: 'used', training: 'PP-1' };

  test.each<[string, Partial<Learner>, string, unknown]>([
    ['sixty days later', held, '2026-04-07', ask],
    ['not a day before', held, '2026-04-06', undefined],
    ['for thirty days', held, '2026-05-07', ask],
    ['and no longer', held, '2026-05-08', undefined],
    ['once', { ...held, asked: [{ training: 'PP-1', answered: false }] }, '2026-04-08', undefined],
    [
      'of nothing that waits',
      { certificates: [certificate('PP-1', '2026-02-06', 'menunggu')] },
      '2026-04-07',
      undefined,
    ],
    [
      'of no course from elsewhere',
      { certificates: [certificate(null, '2026-02-06')] },
      '2026-04-07',
      undefined,
    ],
  ])('%s', (_, changes, today, expected) => {
    expect(learningAsk(learner(changes), today)).toEqual(expected);
  });
});

describe('the self-check is told of', () => {
  const said = [{ item: 'self-check:2026', milestone: '0', day: '2026-10-05' }];
  test.each<[string, Partial<Learner>, string, unknown]>([
    ['from October on', {}, '2026-10-01', { is: 'self-check', year: '2026' }],
    ['not in September', {}, '2026-09-30', undefined],
    ['once', { said }, '2026-11-24', undefined],
    ['in each year', { said }, '2027-10-01', { is: 'self-check', year: '2027' }],
    ['to nobody who did it', { checked: true }, '2026-10-01', undefined],
  ])('%s', (_, changes, today, expected) => {
    expect(learningAsk(learner(changes), today)).toEqual(expected);
  });
});

describe('when it is sent,', () => {
  test('questions are counted as they are then, by the newest module', () => {
    const recall = { is: 'recall', due: '2026-04-07' } as const;
    const two = learner({ due: [due('2026-04-01', 'Aman', 1), due('2026-04-07')] });
    expect(askNow(recall, two)).toEqual({ is: 'recall', count: 3, modules: 2, title: 'Bahasa terang' });
    expect(askNow(recall, learner())).toBeUndefined();
  });

  test('what was answered, or taken back, is not asked', () => {
    const used = { is: 'used', training: 'PP-1' } as const;
    const held = { certificates: [certificate('PP-1', '2026-02-06')] };
    expect(askNow(used, learner(held))).toEqual({ is: 'used', training: 'PP-1', title: 'Pelatihan PP-1' });
    expect(askNow(used, learner({ ...held, asked: [{ training: 'PP-1', answered: true }] }))).toBeUndefined();
    const refused = { certificates: [certificate('PP-1', '2026-02-06', 'ditolak')] };
    expect(askNow(used, learner(refused))).toBeUndefined();
    const check = { is: 'self-check', year: '2026' } as const;
    expect(askNow(check, learner())).toEqual({ is: 'self-check' });
    expect(askNow(check, learner({ checked: true }))).toBeUndefined();
    expect(askNow({ is: 'week', monday: '2026-04-06' }, learner())).toBeUndefined();
  });
});
