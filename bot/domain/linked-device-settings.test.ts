import { expect, test } from 'vitest';
import { knownLinkedDeviceSettings, linkedDeviceOf } from './linked-device-settings.ts';

const [dailyMost] = knownLinkedDeviceSettings;

test.each([
  ['50', 50],
  ['600', 600],
  ['5000', 5000],
])('a limit of a day may be %s', (text, wanted) => {
  expect(dailyMost?.read(text)).toEqual({ dailyMost: wanted });
});

test.each(['49', '5001', '050', '6e2', '-60', '', 'banyak'])('and not %j', (text) => {
  expect(dailyMost?.read(text)).toBeUndefined();
});

test('is six hundred until an agency decides, and reads back as it is said', () => {
  expect(linkedDeviceOf({})).toEqual({ dailyMost: 600 });
  const own = linkedDeviceOf({ linkedDevice: { dailyMost: 200 } });
  expect(dailyMost?.said(own)).toBe('200');
});
