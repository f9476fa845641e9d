import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question } from './module.ts';
import { neededRight, quizResult } from './quiz.ts';

const question = (id: string, right: number): Question => ({
  kind: 'question',
  id,
  ask: id,
  choices: ['satu', 'dua', 'tiga'],
  right,
  whyRight: 'ya',
  whyWrong: 'belum',
});
const five = { pass: 80, steps: ['a', 'b', 'c', 'd', 'e'].map((id, at) => question(id, at % 3)) };
const allRight = new Map(five.steps.map(({ id, right }) => [id, right]));

describe('of five questions with a pass mark of 80', () => {
  test.each([
    ['all right', {}, 5, 100, true, []],
    ['one wrong', { c: 0 }, 4, 80, true, ['c']],
    ['two wrong, which is not enough', { a: 2, c: 0 }, 3, 60, false, ['a', 'c']],
  ])('%s', (_, taken, right, percent, passed, wrong) => {
    const answers = new Map([...allRight, ...Object.entries(taken)]);
    expect(quizResult(five, answers)).toEqual({ right, of: 5, percent, passed, wrong });
  });

  test('an unanswered one is not right, an answer to a question that is gone counts for nothing', () => {
    expect(
      quizResult(
        five,
        new Map([
          ['a', 0],
          ['z', 1],
        ]),
      ),
    ).toMatchObject({ right: 1, of: 5, passed: false });
  });

  test('four are needed', () => {
    expect(neededRight(five)).toBe(4);
  });
});

test('nobody reads the pass mark and has not passed, and who has the needed number passes', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 50, max: 100 }),
      fc.nat(12),
      (of, pass, n) => {
        const steps = Array.from({ length: of }, (_, at) => question(String(at), 1));
        const answers = new Map(steps.map(({ id }, at) => [id, at < n ? 1 : 0]));
        const { percent, passed, right } = quizResult({ steps, pass }, answers);
        expect(percent >= pass).toBe(passed);
        expect(right >= neededRight({ steps, pass })).toBe(passed);
      },
    ),
  );
});

test('a module without questions is not passed', () => {
  expect(quizResult({ steps: [], pass: 50 }, new Map())).toMatchObject({ percent: 0, passed: false });
});
