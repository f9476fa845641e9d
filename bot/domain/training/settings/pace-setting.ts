import { isLocalDate } from '../../local-date.ts';
import type { PaceMilestone } from '../training-rules.ts';
import { type KnownTrainingSetting, readPairs, readWhole } from './known-setting.ts';

const most = 12;

/** In the order of the year. 29 February is in no ordinary year. */
const readPace = (text: string): PaceMilestone[] | undefined => {
  const pairs = [...(readPairs(text) ?? [])];
  const pace = pairs
    .map(([on, percent]) => ({ on, percent: readWhole(percent, 1, 100) ?? 0 }))
    .toSorted((one, other) => (one.on < other.on ? -1 : 1));
  const fits = pace.every(({ on, percent }) => isLocalDate(`2027-${on}`) && percent > 0);
  return fits && pace.length > 0 && pace.length <= most ? pace : undefined;
};

/** By which day of the year what part of the hours should be done; people are reminded on these very days. */
export const paceSetting: KnownTrainingSetting = {
  name: 'training.pace',
  allowed: 'days of the year with percent, as in 03-31:25,06-30:50,09-30:75,11-30:100',
  read: (text) => {
    const pace = readPace(text);
    if (!pace) return 'shape';
    const falls = pace.some(({ percent }, at) => percent < (pace[at - 1]?.percent ?? 0));
    if (falls) return { refused: 'less is asked for on a later day' };
    return { rules: { pace }, milestones: { jp_pace: { yearDays: pace.map(({ on }) => on) } } };
  },
  said: ({ rules }) =>
    rules.pace
      .toSorted((one, other) => (one.on < other.on ? -1 : 1))
      .map(({ on, percent }) => `${on}:${percent}`)
      .join(','),
};
