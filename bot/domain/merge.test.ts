import { describe, expect, test } from 'vitest';
import { type Case, type Comer, judge } from './case.ts';
import { seedCalendar, seedCategories } from './fixtures/seed.ts';
import { mergeFault } from './merge.ts';
import type { ReportState } from './report-state.ts';

const promise = { due: '2026-11-30', estimate: false };
const report = (over: Partial<Case> = {}): Case => {
  const state: ReportState = over.state ?? 'diteruskan';
  return {
    sensitive: 'none',
    confidential: false,
    office: 'dishub',
    state,
    filed: {
      receivedOn: '2026-11-23',
      verify: promise,
      firstAnswer: promise,
      settle: { ...promise, days: 5 },
    },
    timeline: [{ action: 'forward', by: 'clock', at: new Date(0), from: 'diterima', to: state }],
    ...over,
  };
};

const officer: Comer = { as: 'staff', hats: ['asn', 'officer'], office: 'dishub' };
const coordinator: Comer = { as: 'staff', hats: ['asn', 'coordinator'], office: 'setda' };
const one = { ticket: 'SLT-7K4PQ2', case: report() };
const into = (over: Partial<Case> = {}, who = officer) =>
  mergeFault(one, { ticket: 'SLT-8K4PQ2', case: report(over), who });

describe('a report is handled under another', () => {
  test('of the same office, by its officer', () => expect(into()).toBeUndefined());
  test('of another office, by the coordinator alone', () => {
    expect(into({ office: 'dinas_pu' })).toBe('office');
    expect(into({ office: 'dinas_pu' }, coordinator)).toBeUndefined();
  });
  test('never under itself, a closed one, one of another secrecy, or one that was merged itself', () => {
    expect(mergeFault(one, { ...one, who: officer })).toBe('itself');
    expect(into({ state: 'selesai' })).toBe('closed');
    expect(into({ state: 'digabung' })).toBe('closed');
    expect(into({ confidential: true })).toBe('secrecy');
  });
  test('of a sensitive one nothing is told but what is told of a number nobody has', () => {
    expect(into({ sensitive: 'inspektorat' })).toBe('unknown');
    expect(mergeFault(one, undefined)).toBe('unknown');
  });
});

describe('the step itself', () => {
  const rules = { ...seedCategories(), calendar: seedCalendar(), zone: 'Asia/Jakarta' };
  const wanted = { action: 'merge' as const, given: { main_ticket: 'SLT-8K4PQ2' } };
  const at = new Date('2026-11-24T03:00:00Z');
  test('is refused where something keeps the two apart, and where nobody looked', () => {
    expect(judge(report(), officer, wanted, at, rules, 'secrecy')).toEqual({
      refused: 'apart',
      why: 'secrecy',
    });
    expect(judge(report(), officer, wanted, at, rules)).toEqual({ refused: 'apart', why: 'unknown' });
  });
  test('is taken where nothing does', () => {
    expect(judge(report(), officer, wanted, at, rules, null)).toMatchObject({ event: { to: 'digabung' } });
  });
});
