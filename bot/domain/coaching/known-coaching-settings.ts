import { compare, halfUp, readDecimal } from '../skm/fraction.ts';
import type { CoachingSettings } from './coaching-settings.ts';

/** A threshold as an operator types it: `read` gives what it changes, or `undefined` for what it may not be. */
export type KnownCoachingSetting = {
  name: `coaching.${string}`;
  /** What it may be, in words. */
  allowed: string;
  read: (text: string) => Partial<CoachingSettings> | undefined;
  said: (now: CoachingSettings) => string;
};

/** A number of the given shape from one bound up to and including another, with two decimals. */
const within = (
  text: string,
  shape: RegExp,
  [least, most]: readonly [string, string],
): string | undefined => {
  if (!shape.test(text)) return undefined;
  const value = readDecimal(text);
  const fits = compare(value, readDecimal(least)) >= 0 && compare(value, readDecimal(most)) <= 0;
  return fits ? halfUp(value, 2) : undefined;
};

/** When a unit is offered help, each threshold by its name (`coaching-rules.ts` says what they mean). */
export const knownCoachingSettings: readonly KnownCoachingSetting[] = [
  {
    name: 'coaching.element-below',
    allowed: '25.00 to 100.00',
    read: (text) => {
      const elementBelow = within(text, /^\d{2,3}([.,]\d{1,2})?$/, ['25', '100']);
      return elementBelow === undefined ? undefined : { elementBelow };
    },
    said: ({ elementBelow }) => elementBelow,
  },
  {
    name: 'coaching.on-time-below',
    allowed: 'whole percent, 1 to 100',
    read: (text) => {
      const onTimeBelow = /^\d{1,3}$/.test(text) ? Number(text) : 0;
      return onTimeBelow >= 1 && onTimeBelow <= 100 ? { onTimeBelow } : undefined;
    },
    said: ({ onTimeBelow }) => `${onTimeBelow}`,
  },
  {
    name: 'coaching.complaint-times',
    allowed: '1.00 to 9.99',
    read: (text) => {
      const times = within(text, /^\d([.,]\d{1,2})?$/, ['1', '9.99']);
      return times === undefined ? undefined : { times };
    },
    said: ({ times }) => times,
  },
];
