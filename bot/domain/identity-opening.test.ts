import { describe, expect, test } from 'vitest';
import { mayAskAgain, type Opening, openingStep } from './identity-opening.ts';

const asker = 1;
const other = 2;
const at = (hours: number): Date => new Date(Date.UTC(2026, 10, 18) + hours * 3_600_000);
const asked = (then: Partial<Opening> = {}): Opening => ({
  askedBy: asker,
  askedAt: at(0),
  agreedAt: null,
  refusedAt: null,
  shownAt: null,
  ...then,
});
const seen = (opening: Opening | undefined, hours: number) => [
  openingStep(opening, asker, at(hours)),
  openingStep(opening, other, at(hours)),
];

describe('a request to open an identity, as who asked and another see it', () => {
  test.each([
    ['none was made', undefined, 0, ['free', 'free']],
    ['it was just made', asked(), 0, ['waits', 'judge']],
    ['it was made 71 hours ago', asked(), 71, ['waits', 'judge']],
    ['it was made 72 hours ago', asked(), 72, ['free', 'free']],
    ['it was agreed to late', asked({ agreedAt: at(70) }), 80, ['agreed', 'free']],
    ['the agreement was not used for 72 hours', asked({ agreedAt: at(1) }), 73, ['free', 'free']],
    ['it was refused', asked({ refusedAt: at(1) }), 2, ['refused', 'free']],
    ['it was shown', asked({ agreedAt: at(1), shownAt: at(2) }), 3, ['shown', 'free']],
    ['it was shown long ago', asked({ agreedAt: at(1), shownAt: at(2) }), 999, ['shown', 'free']],
  ])('when %s', (_, opening, hours, steps) => {
    expect(seen(opening, hours)).toEqual(steps);
  });

  test('stands in the way of another only while it waits or is agreed to', () => {
    const steps = ['free', 'waits', 'judge', 'agreed', 'refused', 'shown'] as const;
    expect(steps.filter(mayAskAgain)).toEqual(['free', 'refused', 'shown']);
  });
});
