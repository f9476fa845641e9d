import { officeOf } from '../bot/domain/office.ts';
import { learningDigest } from '../bot/flows/supervisor/learning-digest.ts';
import { weekLine } from '../bot/flows/supervisor/week-line.ts';
import type { City } from '../bot/ports.ts';
import type { TrainingExtras } from '../bot/training-extras.ts';
import type { Database } from '../db/database.ts';
import { monthFiguresByHead } from '../db/reads/training/month-figures.ts';
import { weekChanges } from '../db/reads/week-changes.ts';

/** So long figures stand before they are read again (milliseconds): a run asks batch by batch, and a letter once more when it is sent. */
const freshMs = 10 * 60_000;

/** Reads what was asked for, unless the same was read a while ago. */
const remembered = <V>(
  now: () => Date,
  read: (what: string) => Promise<V>,
): ((what: string) => Promise<V>) => {
  let last: { what: string; at: number; value: Promise<V> } | undefined;
  return (what) => {
    const at = now().getTime();
    if (last?.what !== what || Math.abs(at - last.at) > freshMs) last = { what, at, value: read(what) };
    const { value } = last;
    value.catch(() => {
      last = undefined;
    });
    return value;
  };
};

/** What stands below the reminders of a day: the office's week for citizens, and to heads the month of learning; figures of all units in one read. */
export const createTrainingExtras = (
  { sql }: Pick<Database, 'sql'>,
  city: () => City,
  now: () => Date,
): TrainingExtras => {
  const weeks = remembered(now, (monday) => weekChanges(sql, city(), monday));
  const digests = remembered(now, (month) => monthFiguresByHead(sql, city(), month));
  return {
    weekLines: async (wanted, monday) => {
      const { units, categories } = city();
      const changes = await weeks(monday);
      return new Map(
        wanted.flatMap((unit) => {
          const change = changes.get(officeOf(unit, units, categories));
          const line = change && weekLine(change);
          return line ? [[unit, line] as const] : [];
        }),
      );
    },
    digests: async (supervisors, month) => {
      const figures = await digests(month);
      return new Map(
        supervisors.flatMap((one) => {
          const found = figures.get(one);
          return found ? [[one, learningDigest(found, month)] as const] : [];
        }),
      );
    },
  };
};
