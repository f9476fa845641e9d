import { NewChatMessageCappingStatusType as Capping } from '@whiskeysockets/baileys';
import { describe, expect, test } from 'vitest';
import { hesitation } from './hesitation.ts';
import { dayLong, restrictionOfCap, restrictionOfLock } from './restriction.ts';

const now = new Date('2026-11-23T03:00:00Z');
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe('a time lock', () => {
  test.each<[string, Date | undefined, number]>([
    ['until its end', inSeconds(7200), 7200],
    ['for a day where it names none', undefined, dayLong],
    ['a minute at least', inSeconds(-5), 60],
    ['a month at most', inSeconds(365 * 24 * 3600), 31 * 24 * 3600],
    ['for a day where its end is no time', new Date(Number.NaN), dayLong],
  ])('pauses %s', (_, timeEnforcementEnds, seconds) => {
    const lock = { isActive: true, ...(timeEnforcementEnds && { timeEnforcementEnds }) };
    expect(restrictionOfLock(lock, now)).toEqual({ kind: 'pause', why: 'time-lock', seconds });
  });

  test('that is over lifts', () => {
    expect(restrictionOfLock({ isActive: false }, now)).toEqual({ kind: 'lifted' });
  });
});

describe('the count of new chats', () => {
  test('pauses at its end, until the next count or for a day', () => {
    const cycle_end_timestamp = `${inSeconds(3600).getTime() / 1000}`;
    expect(restrictionOfCap({ capping_status: Capping.CAPPED, cycle_end_timestamp }, now)).toEqual({
      kind: 'pause',
      why: 'chats-capped',
      seconds: 3600,
    });
    expect(restrictionOfCap({ capping_status: Capping.CAPPED }, now)).toMatchObject({ seconds: dayLong });
  });

  test('does not before', () => {
    for (const capping_status of [Capping.NONE, Capping.FIRST_WARNING, Capping.SECOND_WARNING])
      expect(restrictionOfCap({ capping_status }, now)).toBeUndefined();
    expect(restrictionOfCap({}, now)).toBeUndefined();
  });
});

describe('a hand', () => {
  const words = (length: number) => ({ text: 'a'.repeat(length) });
  test('hesitates by the dice, longer before long words, never longer than two and a half seconds', () => {
    expect(hesitation(words(10), 0)).toBe(0);
    expect(hesitation(words(10), 0.5)).toBeLessThan(hesitation(words(10), 1));
    expect(hesitation(words(10), 1)).toBeLessThan(hesitation(words(500), 1));
    expect(hesitation(words(4096), 1)).toBe(2_500);
    expect(hesitation({ location: { degreesLatitude: -7.3, degreesLongitude: 110.5 } }, 1)).toBe(1_800);
  });
});
