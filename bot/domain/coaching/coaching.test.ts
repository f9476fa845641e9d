import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addCalendarDays } from '../local-date.ts';
import { checksDue } from './coaching-checks.ts';
import { type CoachingProposal, coachingProposals, type UnitFigures } from './coaching-proposals.ts';
import { beforeAfter, type Figure, shownFigure, windowBefore } from './figure.ts';
import { type ModuleAim, moduleFor } from './module-for.ts';

const modules: ModuleAim[] = [
  { code: 'menjawab', minutes: 9, offices: [], elements: ['pengaduan', 'perilaku'] },
  { code: 'waktu-loket', minutes: 8, offices: ['loket'], elements: ['waktu'] },
  { code: 'waktu-umum', minutes: 8, offices: [], elements: ['waktu', 'prosedur'] },
];
const days = { from: '2026-06-01', until: '2026-06-30' };
const complaints = (count: number): Figure => ({ ...days, kind: 'complaints', count });
const onTime = (met: number, of: number): Figure => ({ ...days, kind: 'on-time', met, of });
const waktu = (sum: number, count: number): Figure => ({
  ...days,
  kind: 'element',
  element: 'waktu',
  sum,
  count,
});
const unit = (figures: readonly Figure[], past: readonly number[] = [6, 6, 6]): UnitFigures => ({
  unit: 'dishub',
  office: 'lapangan',
  past,
  figures,
});
const proposed = (one: UnitFigures, made: readonly CoachingProposal[] = []) =>
  coachingProposals([one], { modules, made, today: '2026-07-01' });

describe('a module and a goal are proposed', () => {
  test.each([
    ['more than half as many complaints again as usual', complaints(10), 'pengaduan', '6'],
    ['first answers late', onTime(15, 20), 'waktu', '80'],
    ['an element that is worse than Baik', waktu(30, 10), 'waktu', '76.61'],
  ] as const)('for %s', (_, figure, element, aim) => {
    expect(proposed(unit([figure]))).toMatchObject([
      { unit: 'dishub', element, half: '2026-S2', goal: { now: figure, aim } },
    ]);
  });

  test.each([
    ['half as many again, and no more', complaints(9)],
    ['four of five late reports', onTime(16, 20)],
    ['four people', waktu(4, 4)],
    ['four late answers', onTime(0, 4)],
    ['a value that is printed as the threshold itself', waktu(15_322, 5000)],
  ])('not for %s', (_, figure) => {
    expect(proposed(unit([figure]))).toEqual([]);
  });

  test('not for complaints of a unit that has no past of its own to be held against', () => {
    expect(proposed(unit([complaints(40)], [6, 6]))).toEqual([]);
    expect(proposed(unit([complaints(5)], [0, 0, 0]))).toHaveLength(1);
  });

  test('once for a unit, an element and a half-year, and what the survey says goes first', () => {
    const first = proposed(unit([onTime(0, 20), waktu(20, 10)]));
    expect(first.map(({ goal }) => goal.now.kind)).toEqual(['element']);
    expect(proposed(unit([onTime(0, 20)]), first)).toEqual([]);
    const next = coachingProposals([unit([onTime(0, 20)])], { modules, made: first, today: '2027-01-01' });
    expect(next).toMatchObject([{ half: '2027-S1', element: 'waktu' }]);
  });
});

test('the module is the one for that kind of office that names fewest other elements; there may be none', () => {
  expect(moduleFor('waktu', 'loket', modules)).toBe('waktu-loket');
  expect(moduleFor('waktu', 'lapangan', modules)).toBe('waktu-umum');
  expect(moduleFor('waktu', null, modules)).toBe('waktu-umum');
  expect(moduleFor('sarana', 'loket', modules)).toBeNull();
});

describe('before and after', () => {
  test('fewer complaints, more answers in time and a higher value are better', () => {
    expect(beforeAfter(complaints(12), complaints(7)).now).toBe('better');
    expect(beforeAfter(onTime(10, 20), onTime(15, 20)).now).toBe('better');
    expect(beforeAfter(waktu(40, 10), waktu(30, 10)).now).toBe('worse');
    expect(beforeAfter(onTime(2, 6), onTime(4, 12)).now).toBe('same');
  });

  test('are told with the number they stand on, and nothing of fewer than five', () => {
    expect(shownFigure(waktu(31, 10))).toEqual({ value: '77.50', n: 10 });
    expect(shownFigure(onTime(2, 6))).toEqual({ value: '33', n: 6 });
    expect(beforeAfter(waktu(15, 5), waktu(16, 4))).toEqual({
      before: { value: '75.00', n: 5 },
      after: 'hidden',
      now: 'unknown',
    });
    expect(beforeAfter(complaints(12), complaints(2))).toEqual({
      before: { value: '12', n: 12 },
      after: 'hidden',
      now: 'better',
    });
  });

  test('of different kinds are not compared', () => {
    expect(() => beforeAfter(complaints(5), onTime(5, 5))).toThrow(RangeError);
  });

  test('never show a figure that fewer than five stand on', () => {
    fc.assert(
      fc.property(fc.nat({ max: 30 }), fc.nat({ max: 30 }), (met, of) => {
        const shown = shownFigure(onTime(Math.min(met, of), of));
        expect(shown === 'hidden').toBe(of < 5);
      }),
    );
  });
});

test('plays through half a year: a bad June, one proposal, the same figure after 30 and 90 days, told once each', () => {
  /** First answers: half of them late until the team learnt in July. */
  const measured = ({ from, until }: { from: string; until: string }): Figure => ({
    from,
    until,
    kind: 'on-time',
    met: until < '2026-07-20' ? 10 : 17,
    of: 20,
  });
  const made: CoachingProposal[] = [];
  const told: { on: string; day: number; now: string }[] = [];
  for (let today = '2026-07-01'; today <= '2026-12-31'; today = addCalendarDays(today, 1)) {
    const figures = [measured(windowBefore(today, 30))];
    made.push(...coachingProposals([unit(figures)], { modules, made, today }));
    for (const proposal of made)
      for (const { day, window } of checksDue(
        proposal,
        told.map((one) => one.day),
        today,
      ))
        told.push({ on: today, day, now: beforeAfter(proposal.goal.now, measured(window)).now });
  }
  expect(made).toMatchObject([
    { on: '2026-07-01', module: 'waktu-umum', goal: { now: { met: 10, of: 20 } } },
  ]);
  expect(told).toEqual([
    { on: '2026-07-31', day: 30, now: 'better' },
    { on: '2026-09-29', day: 90, now: 'better' },
  ]);
});

test('a look back that is told late shows the days it was meant for', () => {
  expect(checksDue({ on: '2026-07-01' }, [], '2026-07-30')).toEqual([]);
  expect(checksDue({ on: '2026-07-01' }, [30], '2026-12-01')).toEqual([
    { day: 90, window: { from: '2026-08-30', until: '2026-09-28' } },
  ]);
});
