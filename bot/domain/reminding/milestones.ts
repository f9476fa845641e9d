import type { Item, ItemKind } from './item.ts';

/** Occasions by the days that are left (negative: days late), or by fixed days of the deadline's year (`MM-DD`). */
export type Schedule = { daysLeft: readonly number[] } | { yearDays: readonly string[] };

/** When each kind of item is spoken of; dates of the personnel file by their own kind, `else` for those not named. */
export type Milestones = { [kind in Exclude<ItemKind, 'date'>]: Schedule } & {
  date: { readonly [about: string]: Schedule; else: Schedule };
};

/** The day itself: it passes every snooze and may add a message to the day's. */
export const lastCall = '0';

/**
 * What an agency starts with; all of it is a setting. No regulation fixes these days: PP 11/2017 and PerLAN 10/2018 ask for
 * the hours only. A registration that is over is not spoken of. KGB: its letter is issued two months before (PP 7/1977
 * art. 13), so the person hears of it a month earlier. The end of a contract 6 and 3 months before.
 */
export const startingMilestones: Milestones = {
  register: { daysLeft: [30, 14, 7, 3, 1, 0] },
  complete: { daysLeft: [30, 14, 7, 3, 1, 0, -1] },
  certificate: { daysLeft: [7, 0, -7] },
  jp_pace: { yearDays: ['03-31', '06-30', '09-30', '11-30'] },
  date: {
    kgb: { daysLeft: [90, 60, 30] },
    pangkat: { daysLeft: [90, 30] },
    pensiun: { daysLeft: [365, 180, 90] },
    kontrak: { daysLeft: [180, 90] },
    else: { daysLeft: [30, 7, 1, 0] },
  },
};

/** The schedule an item goes by. */
export const scheduleOf = (
  { kind, reason }: Pick<Item, 'kind' | 'reason'>,
  milestones: Milestones,
): Schedule =>
  kind === 'date'
    ? Object.hasOwn(milestones.date, reason.about)
      ? (milestones.date[reason.about] ?? milestones.date.else)
      : milestones.date.else
    : milestones[kind];
