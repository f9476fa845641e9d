import { expect, test } from 'vitest';
import { maskPhone, readPhone } from './phone.ts';

test.each([
  ['0812-3456-789', '+628123456789'],
  ['+62 812 3456 789', '+628123456789'],
  ['62812 3456 789', '+628123456789'],
  ['628123456789', '+628123456789'],
  ['(0298) 326789', '+62298326789'],
  ['+65 8123 4567', '+6581234567'],
  ['abc', undefined],
  ['123', undefined],
  ['', undefined],
])('"%s" is %s', (typed, e164) => {
  expect(readPhone(typed)).toBe(e164);
});

test('a masked number shows its ends only', () => {
  expect(maskPhone('+628123456789')).toBe('+62 812-••••-789');
  expect(maskPhone('+6281234567789')).toBe('+62 812-••••-789');
  expect(maskPhone('+6581234567')).toBe('+65 812-••••-567');
  expect(maskPhone('rahasia')).toBe('••••');
});
