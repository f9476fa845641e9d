import { localDate } from '../../../bot/domain/local-date.ts';
import { itemsOf } from '../../../bot/domain/reminding/items-of.ts';
import { startOfDay } from '../../../bot/domain/reminding/office-days.ts';
import { planOf } from '../../../bot/domain/reminding/plan.ts';
import { nextWriting } from '../../../bot/domain/reminding/writing-hours.ts';
import type { Training } from '../../../bot/domain/training/training.ts';
import type { TrainingRecord } from '../../../bot/domain/training/training-record.ts';
import { trainingOf } from '../../../bot/domain/training/training-settings.ts';
import type { City } from '../../../bot/ports.ts';
import type { reminded } from '../../schema/index.ts';

/** The last occasion of each open item before the day of `until`, as if it had been spoken of then: whoever links a chat in the demo hears of what comes, not of all that was. */
export const remindedBefore = (
  { agency, calendar }: Pick<City, 'agency' | 'calendar'>,
  records: readonly TrainingRecord[],
  catalogue: ReadonlyMap<string, Training>,
  until: Date,
): (typeof reminded.$inferInsert)[] => {
  const { zone } = agency;
  const today = localDate(until, zone);
  const settings = trainingOf(agency.settings);
  const office = { zone, calendar, hours: agency.settings.officeHours, seasons: settings.seasons };
  const worker = { office, leave: [] };
  const facts = { catalogue, settings, calendar, touches: new Map(), asker: agency.name, today };
  return records.flatMap((record) =>
    itemsOf(record, facts)
      .filter(({ done }) => !done)
      .flatMap((item) => {
        const last = planOf(item, settings.milestones, worker).findLast(
          ({ on }) => item.since <= on && on < today,
        );
        const at = last && nextWriting(worker, startOfDay(office, last.on));
        return last && at
          ? [
              {
                employeeId: record.employee,
                item: item.key,
                milestone: last.milestone,
                lane: 'day' as const,
                day: last.on,
                at,
              },
            ]
          : [];
      }),
  );
};
