import { expect, test } from 'vitest';
import { halfUp } from '../skm/fraction.ts';
import { type TrainingFacts, trainingResult } from './training-results.ts';
import { usedQuestions } from './used-at-work.ts';

const finished = [
  { person: 'rina', training: 'prima', on: '2026-01-31' },
  { person: 'rina', training: 'arsip', on: '2026-01-20' },
  { person: 'joko', training: 'prima', on: '2026-01-31' },
];
const due = (today: string, asked: { person: string; training: string }[] = [], quiet: string[] = []) =>
  usedQuestions(finished, { asked, quiet, today }).map(({ person, training }) => `${person} ${training}`);

test('sixty days after a training people are asked whether they use it, one question each', () => {
  expect(due('2026-03-20')).toEqual([]);
  expect(due('2026-03-21')).toEqual(['rina arsip']);
  expect(due('2026-04-01')).toEqual(['rina arsip', 'joko prima']);
  expect(due('2026-04-02', [{ person: 'rina', training: 'arsip' }])).toEqual(['joko prima', 'rina prima']);
});

test('nobody is asked twice, after they said STOP, or when it is long ago', () => {
  expect(due('2026-04-02', finished)).toEqual([]);
  expect(due('2026-04-02', [], ['rina', 'joko'])).toEqual([]);
  expect(due('2026-05-03')).toEqual([]);
});

const facts: TrainingFacts = {
  training: 'prima',
  jp: 250,
  cost: 10_000_000,
  finished: 12,
  used: { often: 3, sometimes: 2, not_yet: 3 },
};

test('the share that uses it at work, and what an hour cost to the rupiah', () => {
  const { used, costPerJp, finished: people } = trainingResult(facts);
  expect(used).toEqual({ share: '62.50', often: '37.50', n: 8 });
  expect(people).toBe(12);
  expect(costPerJp && halfUp(costPerJp, 2)).toBe('333333.33');
});

test('answers of fewer than five are hidden', () => {
  const few = trainingResult({ ...facts, finished: 4, used: { often: 4, sometimes: 0, not_yet: 0 } });
  expect(few.used).toBe('hidden');
});

test('without hours, people or a cost there is no cost per hour', () => {
  expect(trainingResult({ ...facts, jp: 0 }).costPerJp).toBeNull();
  expect(trainingResult({ ...facts, finished: 0 }).costPerJp).toBeNull();
  expect(trainingResult({ ...facts, cost: null }).costPerJp).toBeNull();
});
