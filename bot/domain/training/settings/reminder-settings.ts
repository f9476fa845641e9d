import type { Milestones, Schedule } from '../../reminding/milestones.ts';
import { isUnfit, type KnownTrainingSetting, type Unfit } from './known-setting.ts';

const most = { days: 12, before: 730, after: -60 } as const;

const saidOf = (schedule: Schedule | undefined): string => {
  const days = schedule && ('daysLeft' in schedule ? schedule.daysLeft : schedule.yearDays);
  return days && days.length > 0 ? days.join(',') : 'none';
};

/** Days that are left, each once, the farthest first. */
const readDays = (text: string): number[] | Unfit => {
  if (text.toLowerCase() === 'none') return [];
  const words = text.split(',').map((word) => word.trim());
  if (!words.every((word) => /^-?\d{1,3}$/.test(word))) return 'shape';
  const days = [...new Set(words.map(Number))].toSorted((one, other) => other - one);
  if (days.length > most.days)
    return { refused: `more than ${most.days} reminders of one thing are too many` };
  return days.some((day) => day > most.before || day < most.after) ? 'shape' : days;
};

const allowed = `days left, ${most.before} to ${most.after}, as in 30,7,0,-1 (0 is the day itself), or none`;

const daily = (kind: 'register' | 'complete' | 'certificate'): KnownTrainingSetting => ({
  name: `reminders.${kind}`,
  allowed,
  read: (text) => {
    const daysLeft = readDays(text);
    if (isUnfit(daysLeft)) return daysLeft;
    if (kind === 'register' && daysLeft.some((day) => day < 0))
      return { refused: 'nobody can register any more once that day is over' };
    return { milestones: { [kind]: { daysLeft } } };
  },
  said: ({ milestones }) => saidOf(milestones[kind]),
});

const before = 'reminders.date.';

const dated = (kind: string): KnownTrainingSetting => ({
  name: `${before}${kind}`,
  allowed,
  read: (text, { milestones }) => {
    const daysLeft = readDays(text);
    return isUnfit(daysLeft)
      ? daysLeft
      : { milestones: { date: { ...milestones.date, [kind]: { daysLeft } } } };
  },
  said: ({ milestones: { date } }) => saidOf(Object.hasOwn(date, kind) ? date[kind] : date.else),
});

/** When people hear of each kind of thing, and of each kind of date that has days of its own; the others go by `else`. */
export const reminderSettings = ({ date }: Pick<Milestones, 'date'>): KnownTrainingSetting[] => [
  daily('register'),
  daily('complete'),
  daily('certificate'),
  ...Object.keys(date)
    .toSorted((one, other) => Number(one === 'else') - Number(other === 'else'))
    .map(dated),
];

/** The setting of a kind of date that has none of its own yet, named as the personnel file names it. */
export const newDateSetting = (name: string): KnownTrainingSetting | undefined =>
  name.startsWith(before) && /^[a-z][a-z0-9_]{1,29}$/.test(name.slice(before.length))
    ? dated(name.slice(before.length))
    : undefined;
