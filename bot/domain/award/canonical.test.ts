import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Canonical, canonical } from './canonical.ts';

describe('the examples of RFC 8785', () => {
  test('3.2.2: numbers, texts and words are written as ECMAScript writes them', () => {
    const text = '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/';
    expect(
      canonical({
        numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
        string: text,
        literals: [null, true, false],
      }),
    ).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('3.2.3: names stand in the order of their UTF-16 units', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
    const written = canonical(Object.fromEntries(names.map((name) => [name, name])));
    expect(Object.keys(JSON.parse(written)).toSorted()).toEqual(sorted);
    expect([...written.matchAll(/"([^"]+)":/g)].map(([, name]) => JSON.parse(`"${name}"`))).toEqual(sorted);
  });
});

test('what has no form is refused, not left out', () => {
  for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, '\ud83d', { '\udead': 1 }, [[Number.NaN]]]) {
    expect(() => canonical(wrong)).toThrow(RangeError);
  }
  expect(() => canonical({ a: undefined } as unknown as Canonical)).toThrow(RangeError);
});

const { value: values } = fc.letrec<{ value: Canonical }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'grapheme', maxLength: 4 }), tie('value'), { maxKeys: 4 }),
  ),
}));

/** The same data with the properties of every object written in the opposite order. */
const turned = (value: Canonical): Canonical =>
  Array.isArray(value)
    ? value.map(turned)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .toReversed()
            .map(([name, one]) => [name, turned(one)]),
        )
      : value;

test('the same data has one form, whatever order it was written in, and no other data has it', () => {
  fc.assert(
    fc.property(values, values, (one, other) => {
      const written = canonical(one);
      expect(canonical(turned(one))).toBe(written);
      expect(canonical(JSON.parse(written))).toBe(written);
      expect(written === canonical(other)).toBe(canonical(JSON.parse(JSON.stringify(other))) === written);
    }),
  );
});
