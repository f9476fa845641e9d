import { expect, test } from 'vitest';
import { usualCoaching } from './coaching-rules.ts';
import { knownCoachingSettings } from './known-coaching-settings.ts';

const read = (name: string, text: string) =>
  knownCoachingSettings.find((known) => known.name === `coaching.${name}`)?.read(text);

test.each([
  ['element-below', '80', { elementBelow: '80.00' }],
  ['element-below', '76,6', { elementBelow: '76.60' }],
  ['on-time-below', '100', { onTimeBelow: 100 }],
  ['complaint-times', '2,25', { times: '2.25' }],
  ['complaint-times', '1', { times: '1.00' }],
])('coaching.%s may be %s', (name, text, part) => {
  expect(read(name, text)).toEqual(part);
});

test.each([
  ['element-below', '24.99'],
  ['element-below', '100.01'],
  ['element-below', 'baik'],
  ['on-time-below', '0'],
  ['on-time-below', '101'],
  ['on-time-below', '80.5'],
  ['complaint-times', '0.99'],
  ['complaint-times', '10'],
])('coaching.%s may not be %s', (name, text) => {
  expect(read(name, text)).toBeUndefined();
});

test('what is printed can be typed again', () => {
  for (const { read: again, said } of knownCoachingSettings)
    expect(said({ ...usualCoaching, ...again(said(usualCoaching)) })).toBeTruthy();
});
