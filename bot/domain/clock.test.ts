import { expect, test } from 'vitest';
import { deadline, settlementClock } from './clock.ts';
import { seedCategories } from './fixtures/seed.ts';

const { categories, deadlines } = seedCategories();
const category = (key: string) => {
  const found = categories.find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found;
};

test('an ordinary complaint is settled in 14 working days, one that examines a person in 60', () => {
  expect(settlementClock('pengaduan', category('jalan'), deadlines)).toMatchObject({
    key: 'tidak_berkadar_pengawasan',
    n: 14,
    confidence: 'source',
  });
  expect(settlementClock('pengaduan', category('pungli'), deadlines)).toMatchObject({
    key: 'berkadar_pengawasan',
    n: 60,
  });
});

test('the kind wins over the category', () => {
  expect(settlementClock('permintaan_informasi', category('pungli'), deadlines).n).toBe(5);
  expect(settlementClock('aspirasi', category('jalan'), deadlines)).toMatchObject({
    n: 14,
    confidence: 'proposal',
  });
});

test('a city with its own number of days is shown as its own proposal', () => {
  const quick = { ...category('lampu_jalan'), deadlineWorkingDays: 7 };
  expect(settlementClock('pengaduan', quick, deadlines)).toMatchObject({ n: 7, confidence: 'proposal' });
});

test('every clock names the law or practice it comes from', () => {
  for (const clock of deadlines) expect(clock.legalReference, clock.key).not.toBe('');
  expect(deadline(deadlines, 'pdp_breach')).toMatchObject({ n: 72, unit: 'jam' });
});

test('a missing clock is a fault of the data', () => {
  expect(() => deadline(deadlines, 'besok')).toThrow('besok');
});
