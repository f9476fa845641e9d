import { describe, expect, test } from 'vitest';
import { caseWeekOf } from './case-week.ts';

const week = [
  '2026-11-23',
  '2026-11-24',
  '2026-11-25',
  '2026-11-26',
  '2026-11-27',
  '2026-11-28',
  '2026-11-29',
];

const toldWith = (...holidays: string[]) => {
  const calendar = { holidays: new Set(holidays), coveredFrom: '2026-01-01', coveredUntil: '2026-12-31' };
  return week.map((day) => caseWeekOf(calendar, day)?.today ?? '-').join(' ');
};

describe('in the week of a case', () => {
  test.each<[string, string[], string]>([
    ['it comes on Monday and ends on Thursday', [], 'case - - ending ending - -'],
    ['a holiday on Monday moves both', week.slice(0, 1), '- case - - ending - -'],
    ['one on Thursday moves the ending', week.slice(3, 4), 'case - - - ending - -'],
    ['a short week ends on its last working day', week.slice(2, 5), 'case ending - - - - -'],
    ['a single working day has no case', week.slice(0, 4), '- - - - - - -'],
    ['a week of holidays has none', week.slice(0, 5), '- - - - - - -'],
  ])('%s', (_, holidays, told) => {
    expect(toldWith(...holidays)).toBe(told);
  });

  test('its days are named', () => {
    const calendar = { holidays: new Set<string>(), coveredFrom: '2026-01-01', coveredUntil: '2026-12-31' };
    expect(caseWeekOf(calendar, '2026-11-23')).toEqual({
      monday: '2026-11-23',
      ends: '2026-11-26',
      today: 'case',
    });
  });
});
