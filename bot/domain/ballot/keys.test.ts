import { expect, it } from 'vitest';
import { identity, scalars, writePoint } from './group.ts';
import { isShareOf, members, readKey, readShare, splitKey, writeShare } from './keys.ts';
import { booth, dice, sure } from './testing.ts';

const { publicKey, shares } = splitKey(dice('committee'));
const key = sure(readKey(publicKey));
const none = writePoint(identity);

it('gives three members a share that each can check alone', () => {
  expect(shares.map(({ member }) => member)).toEqual(members);
  expect(shares.every((share) => isShareOf(key, share))).toBe(true);
});

it('notices a share that is changed, of another member or of another cycle', () => {
  const other = splitKey(dice('other committee'));
  for (const { member, secret } of shares) {
    expect(isShareOf(key, { member, secret: scalars.add(secret, 1n) })).toBe(false);
    for (const wrong of members.filter((one) => one !== member))
      expect(isShareOf(key, { member: wrong, secret })).toBe(false);
  }
  expect(other.shares.some((share) => isShareOf(key, share))).toBe(false);
});

it('hands a share out as text and reads it back as people type it', () => {
  for (const share of shares) {
    expect(readShare(writeShare(share))).toEqual(share);
    expect(readShare(`  ${writeShare(share).toUpperCase()}\n`)).toEqual(share);
  }
  const text = writeShare(shares[0] ?? sure(undefined));
  for (const wrong of [
    '',
    `4${text.slice(1)}`,
    text.slice(0, -1),
    `1-${'ff'.repeat(32)}`,
    `1-${'00'.repeat(32)}`,
  ])
    expect(readShare(wrong)).toBeUndefined();
});

it('knows a key that is none', () => {
  expect(readKey({ ...publicKey, key: none })).toBeUndefined();
  expect(readKey({ ...publicKey, slope: none })).toBeUndefined();
  expect(readKey({ ...publicKey, key: 'ff'.repeat(32) })).toBeUndefined();
  expect(readKey({ ...publicKey, slope: '' })).toBeUndefined();
  const bent = { key: writePoint(key.slope.multiplyUnsafe(2n).negate()), slope: publicKey.slope };
  expect(readKey(bent)).toBeUndefined();
});

it('splits another key each time', () => {
  const { publicKey: again } = splitKey(dice('committee again'));
  expect(again).not.toEqual(publicKey);
  expect(booth('a').election.public_key).not.toEqual(booth('b').election.public_key);
});
