import { expect, it } from 'vitest';
import { newReceipt, readReceipt, receiptHash } from './receipt.ts';
import { dice } from './testing.ts';

it('is a code that a voter can type back', () => {
  const code = newReceipt(dice('receipt'));
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}$/);
  expect(readReceipt(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
  expect(readReceipt('not a receipt')).toBeUndefined();
});

it('is kept as its hash alone', () => {
  expect(receiptHash('7K4P-Q2ZX-M09AB')).toBe(
    '07c6043bbb6f894023489540ee7c9cc46f61e66c22e2058fcefa59f258614576',
  );
  expect(receiptHash('7K4P-Q2ZX-M09AC')).not.toBe(receiptHash('7K4P-Q2ZX-M09AB'));
});
