import { expect, test } from 'vitest';
import { type NominationMade, type Signal, signalsOf } from './signals.ts';
import { usualCycle } from './usual-cycle.ts';

const rules = usualCycle.signals;
const at = (minute: number) => new Date(Date.UTC(2027, 8, 27, 2, minute));
const made = (by: number, nominee: number, minute: number, unit = `unit-${by}`): NominationMade => ({
  by,
  unit,
  nominee,
  category: 'pelaksana',
  at: at(minute),
});
const hours = (n: number) => n * 60;
const told = (all: readonly NominationMade[]): Signal[] => {
  const signals = signalsOf(all, rules);
  expect(signalsOf(all.toReversed(), rules)).toEqual(signals);
  return signals;
};

test('nominations of people who have nothing to do with each other are no signal', () => {
  expect(told([made(1, 10, 0), made(2, 11, 1), made(3, 12, 2), made(10, 13, 3)])).toEqual([]);
});

test('two who name each other are noted once, in whatever categories', () => {
  const back: NominationMade = { ...made(9, 4, 500), category: 'fungsional' };
  expect(told([made(4, 9, 0), back, made(4, 12, 900)])).toEqual([{ is: 'reciprocal', people: [4, 9] }]);
});

test('a unit of which nearly all name one person is noted, not one that names several', () => {
  const unit = [1, 2, 3, 4, 5].map((by) => made(by, 40, hours(by), 'arsip'));
  expect(told(unit)).toEqual([
    { is: 'block', unit: 'arsip', nominee: 40, category: 'pelaksana', nominators: 5 },
  ]);
  const one = made(6, 41, hours(6), 'arsip');
  expect(told([...unit, one])).toHaveLength(1);
  expect(told([...unit, one, made(7, 42, hours(7), 'arsip')])).toEqual([]);
  expect(told(unit.slice(1))).toEqual([]);
});

test('many nominations for one person within half an hour are a burst, told by its fullest stretch', () => {
  const all = [0, 40, 50, 55, 60, 70, 101].map((minute, i) => made(i + 1, 40, minute));
  const burst = { is: 'burst', nominee: 40, category: 'pelaksana', nominators: 5, from: at(40) };
  expect(told(all)).toEqual([burst]);
  expect(told(all.filter((_, i) => i !== 3))).toEqual([]);
});
