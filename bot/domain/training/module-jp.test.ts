import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moduleJp } from './module-jp.ts';

const decree = '800/17/BKPSDM/2026';

test.each([
  ['before anybody approved it', 90, null, 0],
  ['approved without a decree number', 90, { decree: '', jp: 200 }, 0],
  ['approved by a dash', 90, { decree: '-', jp: 200 }, 0],
  ['approved for what its minutes hold', 90, { decree, jp: 200 }, 200],
  ['approved for less', 90, { decree, jp: 100 }, 100],
  ['approved for more than its minutes hold', 90, { decree, jp: 400 }, 200],
  ['of ten minutes', 10, { decree, jp: 100 }, 22],
  ['of no minutes', 0, { decree, jp: 100 }, 0],
])('a module %s', (_, minutes, approval, jp) => {
  expect(moduleJp({ minutes, approval })).toBe(jp);
});

test('never more than its minutes, never more than the decree', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(100_000), (minutes, jp) => {
      const worth = moduleJp({ minutes, approval: { decree, jp } });
      expect(worth * 45).toBeLessThanOrEqual(minutes * 100);
      expect(worth).toBeLessThanOrEqual(jp);
    }),
  );
});
