import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addCalendarDays } from '../local-date.ts';
import { afterAnswer, dueOn, type Repetition, toRepeat } from './repetition.ts';

const wrongOn = '2026-11-02';
const question = 'menjawab-warga/apa-kata-pertama';

/** On which days a question comes back to somebody who answers it rightly, so many days late each time. */
const comesBack = (late: readonly number[]): string[] => {
  const days: string[] = [];
  let one: Repetition | 'known' = toRepeat(question, wrongOn);
  while (one !== 'known') {
    days.push(one.dueOn);
    one = afterAnswer(one, { right: true, on: addCalendarDays(one.dueOn, late[days.length - 1] ?? 0) });
  }
  return days;
};

describe('what was answered wrongly on Monday, 2 November', () => {
  test('comes back after 1, 7, 16 and 35 days, and is then known', () => {
    expect(comesBack([])).toEqual(['2026-11-03', '2026-11-09', '2026-11-18', '2026-12-07']);
  });

  test('keeps its days although a weekend was between', () => {
    expect(comesBack([2, 2, 3])).toEqual(['2026-11-03', '2026-11-09', '2026-11-18', '2026-12-07']);
  });

  test('gives half the pause that was meant to who was long away', () => {
    expect(comesBack([30])).toEqual(['2026-11-03', '2026-12-06', '2026-12-11', '2026-12-21']);
  });

  test('begins again when it is answered wrongly again', () => {
    const third: Repetition = { question, wrongOn, round: 2, dueOn: '2026-11-18' };
    expect(afterAnswer(third, { right: false, on: '2026-11-18' })).toEqual({
      question,
      wrongOn: '2026-11-18',
      round: 0,
      dueOn: '2026-11-19',
    });
  });
});

test('on a day, what is due is asked, the longest waiting first', () => {
  const one = (name: string, due: string): Repetition => ({ question: name, wrongOn, round: 0, dueOn: due });
  const all = [
    one('b', '2026-11-05'),
    one('c', '2026-11-06'),
    one('a', '2026-11-05'),
    one('d', '2026-11-03'),
  ];
  expect(dueOn(all, '2026-11-05').map((due) => due.question)).toEqual(['d', 'a', 'b']);
  expect(dueOn(all, '2026-11-02')).toEqual([]);
});

test('however late, four right answers end it, and no day comes before the one of its answer', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(90), { minLength: 4, maxLength: 4 }), (late) => {
      const days = comesBack(late);
      expect(days).toHaveLength(4);
      days.slice(1).forEach((day, at) => {
        expect(day > addCalendarDays(days[at] ?? '', late[at] ?? 0)).toBe(true);
      });
    }),
  );
});
