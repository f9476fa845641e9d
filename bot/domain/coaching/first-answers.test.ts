import { expect, test } from 'vitest';
import { seedCalendar, seedCategories } from '../fixtures/seed.ts';
import type { ClockFacts } from '../report-clocks.ts';
import { firstAnswers } from './first-answers.ts';

const rules = { calendar: seedCalendar(), deadlines: seedCategories().deadlines };
const november = { from: '2026-11-01', until: '2026-11-30' };

const due = (day: string) => ({ due: day, estimate: false });
const report = (promised: string, more: Partial<ClockFacts> = {}): ClockFacts => ({
  state: 'diproses',
  since: '2026-10-26',
  verify: due('2026-10-29'),
  firstAnswer: due(promised),
  settle: due('2026-12-30'),
  askings: [],
  plans: [],
  extensionsBefore: 0,
  ...more,
});

test('counts an answer by the day on which it was promised, in time or not', () => {
  const reports = [
    report('2026-11-02', { answeredOn: '2026-10-30' }),
    report('2026-11-30', { answeredOn: '2026-11-30' }),
    report('2026-11-10', { answeredOn: '2026-11-11' }),
    report('2026-11-20'),
    report('2026-10-30', { answeredOn: '2026-11-02' }),
    report('2026-12-01', { answeredOn: '2026-11-02' }),
  ];
  expect(firstAnswers(reports, rules, november)).toEqual({ met: 2, of: 4 });
});

test('neither what waits for the citizen nor what ended without one', () => {
  const waiting = report('2026-11-20', {
    state: 'menunggu_warga',
    askings: [{ askedOn: '2026-11-10' }],
  });
  const archived = report('2026-11-20', { state: 'diarsipkan' });
  expect(firstAnswers([waiting, archived], rules, november)).toEqual({ met: 0, of: 0 });
});

test('a pause moves the promise, into another window where it is long enough', () => {
  const paused = report('2026-11-27', {
    askings: [{ askedOn: '2026-11-23', answeredOn: '2026-11-26' }],
    answeredOn: '2026-12-01',
  });
  expect(firstAnswers([paused], rules, november)).toEqual({ met: 0, of: 0 });
  const december = { from: '2026-12-01', until: '2026-12-31' };
  expect(firstAnswers([paused], rules, december)).toEqual({ met: 1, of: 1 });
});
