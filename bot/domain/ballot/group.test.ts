import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  drawScalar,
  generator,
  identity,
  readPoint,
  readScalar,
  scalars,
  times,
  writeScalar,
} from './group.ts';
import { dice } from './testing.ts';

const ff = 'ff'.repeat(30);

it.each([
  ['a field element not below the prime', `ed${ff}7f`],
  ['another one', `f3${ff}7f`],
  ['the high bit set', `00ff${ff}`],
  ['a negative field element', `01${'00'.repeat(31)}`],
  ['minus one', `ec${ff}7f`],
  ['no square', '26948d35ca62e643e26a83177332e6b6afeb9d08e4268b650f1f5bbd8d81d371'],
  ['capitals', generator.toHex().toUpperCase()],
  ['a digit too few', generator.toHex().slice(1)],
  ['a byte too many', `${generator.toHex()}00`],
  ['a line end', `${generator.toHex()}\n`],
  ['nothing', ''],
])('takes no point from %s', (_, text) => {
  expect(readPoint(text)).toBeUndefined();
});

it('reads the generator and its double as RFC 9496, appendix A.1, writes them', () => {
  expect(generator.toHex()).toBe('e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2d76');
  expect(generator.double().toHex()).toBe('6a493210f7499cd17fecb510ae0cea23a110e8d5b901f8acadd3095c73a3b919');
  expect(readPoint('00'.repeat(32))?.is0()).toBe(true);
});

it('writes a scalar least significant byte first and reads it back, and nothing from the order up', () => {
  expect(writeScalar(258n)).toBe(`0201${'00'.repeat(30)}`);
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: scalars.ORDER - 1n }), (scalar) => {
      expect(readScalar(writeScalar(scalar))).toBe(scalar);
    }),
  );
  fc.assert(
    fc.property(fc.bigInt({ min: scalars.ORDER, max: 2n ** 256n - 1n }), (scalar) => {
      expect(readScalar(writeScalar(scalar))).toBeUndefined();
    }),
  );
});

it('multiplies by nothing and multiplies nothing', () => {
  expect(times(generator, 0n).is0()).toBe(true);
  expect(times(identity, 5n).is0()).toBe(true);
});

it('refuses dice that are out of bytes or always show 0', () => {
  expect(() => drawScalar(() => new Uint8Array(63))).toThrow(RangeError);
  expect(() => drawScalar((bytes) => new Uint8Array(bytes))).toThrow(RangeError);
  expect(drawScalar(dice('a'))).not.toBe(drawScalar(dice('b')));
});
