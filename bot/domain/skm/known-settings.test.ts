import { expect, test } from 'vitest';
import { elements } from './elements.ts';
import { knownSettings } from './known-settings.ts';
import { type SurveySettings, usualSurvey } from './survey-settings.ts';

const read = (name: string, text: string) =>
  knownSettings.find((known) => known.name === name)?.read(text, usualSurvey);

test('every decision about a survey has a name', () => {
  expect(knownSettings.map(({ name }) => name).sort()).toEqual(
    Object.keys(usualSurvey)
      .map((key) => `skm.${key}`)
      .sort(),
  );
});

test.each([
  ['skm.weight', 'printed_0_111', { weight: 'printed_0_111' }],
  ['skm.period', 'semester', { period: 'semester' }],
  ['skm.order', 'LIST', { order: 'list' }],
  ['skm.order', elements.toReversed().join(', '), { order: elements.toReversed() }],
  ['skm.low', '70', { low: { below: '70.00', leastAnswers: 5 } }],
  ['skm.low', '70,5', { low: { below: '70.50', leastAnswers: 5 } }],
  ['skm.low', '100.00', { low: { below: '100.00', leastAnswers: 5 } }],
  ['skm.low', '25', { low: { below: '25.00', leastAnswers: 5 } }],
] as const satisfies [string, string, Partial<SurveySettings>][])('%s may be %s', (name, text, part) => {
  expect(read(name, text)).toEqual(part);
});

test.each([
  ['skm.weight', '0.11'],
  ['skm.weight', ''],
  ['skm.period', 'week'],
  ['skm.period', 'own'],
  ['skm.order', 'waktu,waktu'],
  ['skm.order', 'usual'],
  ['skm.low', '24.99'],
  ['skm.low', '100.01'],
  ['skm.low', '76.605'],
  ['skm.low', '-70'],
  ['skm.low', 'NaN'],
])('%s may not be "%s"', (name, text) => {
  expect(read(name, text)).toBeUndefined();
});

test('what was read is said as it is typed', () => {
  for (const { read: readOne, said } of knownSettings) {
    const text = said(usualSurvey);
    expect(said({ ...usualSurvey, ...readOne(text, usualSurvey) })).toBe(text);
  }
});
