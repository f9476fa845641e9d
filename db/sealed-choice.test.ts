import { expect, test } from 'vitest';
import { createSeal } from './sealed.ts';
import { openChoice, sealChoice } from './sealed-choice.ts';

const seal = createSeal(Buffer.alloc(32, 7));
const Rina = { contact: 41, step: 'cast' } as const;
const choice = { cycle: 3, category: 'fungsional', entry: 2 } as const;

test('a choice opens for whom and for what it was sealed, and for nobody and nothing else', () => {
  const sealed = sealChoice(seal, Rina, choice);
  expect(openChoice(seal, Rina, sealed)).toEqual(choice);
  expect(openChoice(seal, { ...Rina, contact: 42 }, sealed)).toBeUndefined();
  expect(openChoice(seal, { ...Rina, step: 'look' }, sealed)).toBeUndefined();
  expect(openChoice(createSeal(Buffer.alloc(32, 8)), Rina, sealed)).toBeUndefined();
  const bytes = Buffer.from(sealed, 'base64url');
  const changed = Array.from(bytes, (byte, at) =>
    Buffer.from(bytes.with(at, byte ^ 1)).toString('base64url'),
  );
  for (const wrong of ['', 'x', sealed.slice(0, -4), ...changed])
    expect(openChoice(seal, Rina, wrong), wrong).toBeUndefined();
});

test('it fits a button of 64 bytes, is never twice the same, and is as long whatever was chosen', () => {
  const all = [0, 1, 9, 36, 1000].map((entry) =>
    sealChoice(seal, Rina, { ...choice, cycle: 36 ** 4 - 1, entry }),
  );
  expect(new Set(all.map((one) => one.length)).size).toBe(1);
  for (const one of all) expect(`go:vote-cast:${one}`.length).toBeLessThanOrEqual(64);
  expect(sealChoice(seal, Rina, choice)).not.toBe(sealChoice(seal, Rina, choice));
});
