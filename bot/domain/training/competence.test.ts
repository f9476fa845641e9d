import { describe, expect, test } from 'vitest';
import { halfUp } from '../skm/fraction.ts';
import { competenceOf, competencePoints } from './competence.ts';
import { positionGroups, usualIpAsn } from './ip-asn-rules.ts';
import type { TrainingForm } from './training-form.ts';

const held = (form: TrainingForm | null, date: string, jp = 800) => ({
  form,
  date,
  jp,
  status: 'sah' as const,
});

const points = (certificates: Parameters<typeof competenceOf>[0], group: (typeof positionGroups)[number]) =>
  halfUp(competencePoints(competenceOf(certificates, group, 2026)), 1);

const leadership = held('struktural', '2011-05-20', 90_000);
const functional = held('fungsional', '2015-08-03', 30_000);
const technical = held('teknis', '2026-04-10', 2000);
const seminar = held('seminar', '2025-09-09', 300);

describe('the parts of each position, of 40 points', () => {
  test.each([
    ['struktural', [leadership, technical, seminar], '40.0'],
    ['struktural', [leadership], '15.0'],
    ['struktural', [technical], '15.0'],
    ['struktural', [seminar], '10.0'],
    ['struktural', [functional], '0.0'],
    ['fungsional', [functional, technical, seminar], '40.0'],
    ['fungsional', [functional], '15.0'],
    ['fungsional', [leadership], '0.0'],
    ['pelaksana', [technical, seminar], '40.0'],
    ['pelaksana', [technical], '22.5'],
    ['pelaksana', [seminar], '17.5'],
    ['pelaksana', [leadership, functional], '0.0'],
    ['pelaksana', [], '0.0'],
  ] as const)('%s, case %#', (group, certificates, expected) => {
    expect(points(certificates, group)).toBe(expected);
  });
});

describe('technical training is 20 JP in the year', () => {
  test.each([
    ['in one course', [technical], true],
    ['in two', [held('teknis', '2026-01-02', 1250), held('bimtek', '2026-12-31', 750)], true],
    ['with a hundredth missing', [held('teknis', '2026-04-10', 1999)], false],
    ['a year ago', [held('teknis', '2025-12-31', 2000)], false],
    ['a year later', [held('teknis', '2027-01-01', 2000)], false],
    ['by a certificate that still waits', [{ ...technical, status: 'menunggu' as const }], false],
    ['by one of an unknown form', [held(null, '2026-04-10', 2000)], false],
  ])('%s', (_, certificates, fulfilled) => {
    const part = competenceOf(certificates, 'pelaksana', 2026).find((one) => one.part === 'technical');
    expect(part?.fulfilled).toBe(fulfilled);
  });
});

test('a seminar counts for two years, a leadership course for good', () => {
  expect(points([held('seminar', '2024-12-31')], 'struktural')).toBe('0.0');
  expect(points([held('seminar', '2025-01-01')], 'struktural')).toBe('10.0');
  expect(points([held('struktural', '1999-01-01')], 'struktural')).toBe('15.0');
});

test('what BKN has not confirmed is data: an agency may ask for other forms and points', () => {
  const rules = {
    ...usualIpAsn,
    parts: { ...usualIpAsn.parts, seminar: { forms: ['e_learning' as const], atLeast: 100, years: 1 } },
    competence: { ...usualIpAsn.competence, pelaksana: { seminar: '40' } },
  };
  const parts = competenceOf([held('e_learning', '2026-02-02', 100)], 'pelaksana', 2026, rules);
  expect(parts).toEqual([{ part: 'seminar', points: '40', fulfilled: true }]);
});

test('every position can reach exactly 40', () => {
  for (const group of positionGroups) {
    const all = competenceOf([], group, 2026).map((part) => ({ ...part, fulfilled: true }));
    expect(halfUp(competencePoints(all), 2)).toBe('40.00');
  }
});
