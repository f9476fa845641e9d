import { describe, expect, test } from 'vitest';
import { type AnswerShape, answerFault, isConcrete, isExtension, noticeOf } from './answer-shape.ts';

const planned = (on: string): AnswerShape => ({ shape: 'planned', on });
const promise = { due: '2026-12-10', extensions: 0 };
const today = '2026-11-25';

test('only something concrete is the first answer; kind words are delivered and the clock runs on', () => {
  expect(isConcrete({ shape: 'done' })).toBe(true);
  expect(isConcrete(planned('2026-12-01'))).toBe(true);
  expect(isConcrete({ shape: 'cannot', because: 'jalan nasional' })).toBe(true);
  expect(isConcrete({ shape: 'plain' })).toBe(false);
});

test('a day up to the promise extends nothing, a day after it does', () => {
  expect(isExtension(planned('2026-12-10'), promise)).toBe(false);
  expect(isExtension(planned('2026-12-11'), promise)).toBe(true);
  expect(isExtension({ shape: 'done' }, promise)).toBe(false);
});

describe('an answer is held back', () => {
  test('when its day has passed or does not exist, though today will do', () => {
    expect(answerFault(planned('2026-11-24'), promise, today)).toBe('past_date');
    expect(answerFault(planned('2026-11-25'), promise, today)).toBeUndefined();
    expect(answerFault(planned('2026-11-31'), promise, today)).toBe('no_such_date');
    expect(answerFault(planned('besok'), promise, today)).toBe('no_such_date');
  });

  test('when it would move the promise a third time; naming an earlier day stays possible', () => {
    const twice = { ...promise, extensions: 2 };
    expect(answerFault(planned('2026-12-11'), { ...promise, extensions: 1 }, today)).toBeUndefined();
    expect(answerFault(planned('2026-12-11'), twice, today)).toBe('third_extension');
    expect(answerFault(planned('2026-12-09'), twice, today)).toBeUndefined();
  });

  test('when it refuses and says not why', () => {
    expect(answerFault({ shape: 'cannot', because: ' \n' }, promise, today)).toBe('empty_reason');
    expect(answerFault({ shape: 'cannot', because: 'milik provinsi' }, promise, today)).toBeUndefined();
  });
});

test('a refusal is told as one, so that the citizen learns how to object', () => {
  expect(noticeOf({ shape: 'cannot', because: 'milik provinsi' })).toBe('refused');
  expect(noticeOf(planned('2026-12-01'))).toBe('planned');
  expect(noticeOf({ shape: 'done' })).toBe('answered');
  expect(noticeOf({ shape: 'plain' })).toBe('answered');
});
