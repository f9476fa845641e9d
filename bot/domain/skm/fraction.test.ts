import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, fraction, halfUp, product, readDecimal, sum } from './fraction.ts';

test('a half goes up, however small the number', () => {
  expect(halfUp(fraction(1, 8), 2)).toBe('0.13');
  expect(halfUp(fraction(5, 1000), 2)).toBe('0.01');
  expect(halfUp(fraction(4999, 1_000_000), 2)).toBe('0.00');
  expect(halfUp(fraction(199_999, 2000), 2)).toBe('100.00');
  expect(halfUp(fraction(5, 2), 0)).toBe('3');
});

test('a decimal is read with a point or a comma, and comes back as it was', () => {
  expect(halfUp(readDecimal('87,28'), 2)).toBe('87.28');
  expect(halfUp(readDecimal(' 4 '), 3)).toBe('4.000');
  for (const wrong of ['', '-1', '1.', '.5', '1e3', '1.2.3', 'NaN']) {
    expect(() => readDecimal(wrong), wrong).toThrow(RangeError);
  }
});

test('what lies below nothing, or is shared among nobody, is refused', () => {
  expect(() => fraction(-1, 2)).toThrow(RangeError);
  expect(() => fraction(1, 0)).toThrow(RangeError);
});

const numbers = fc.tuple(fc.nat({ max: 9999 }), fc.integer({ min: 1, max: 9999 }));

test('adding, multiplying and comparing are those of school', () => {
  fc.assert(
    fc.property(numbers, numbers, ([a, b], [c, d]) => {
      const [left, right] = [fraction(a, b), fraction(c, d)];
      expect(compare(sum([left, right]), fraction(a * d + c * b, b * d))).toBe(0);
      expect(compare(product(left, right), fraction(a * c, b * d))).toBe(0);
      expect(compare(left, right)).toBe(Math.sign(a * d - c * b));
    }),
  );
});

test('a rounded number is never more than half a unit off', () => {
  fc.assert(
    fc.property(numbers, fc.nat({ max: 4 }), ([over, under], decimals) => {
      const power = 10 ** decimals;
      const units = BigInt(halfUp(fraction(over, under), decimals).replace('.', ''));
      const off = 2n * (units * BigInt(under) - BigInt(over) * BigInt(power));
      expect(off <= BigInt(under) && off > -BigInt(under)).toBe(true);
    }),
  );
});
