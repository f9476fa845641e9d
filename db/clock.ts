import { sql } from 'drizzle-orm';
import type { Clock } from '../bot/ports.ts';
import type { Database } from './database.ts';

/** The hall's clock: the database's time, plus a shift that only demo and tests set. `refresh` reads it again; `shift` moves it. */
export type HallClock = Clock & {
  refresh: () => Promise<void>;
  shift: (seconds: number) => Promise<void>;
  /** Of one process alone, as if it were another time; what it does goes by that, whoever ends it. */
  asIf?: true;
};

/** `ahead`: by how many milliseconds it was last known to differ from this machine's clock. */
export const createHallClock = ({ db }: Pick<Database, 'db'>, ahead = 0): HallClock => {
  const refresh = async () => {
    const [row] = await db.execute<{ milliseconds: number }>(
      sql`select (extract(epoch from hall_now()) * 1000)::float8 as milliseconds`,
    );
    ahead = Math.round((row?.milliseconds ?? Date.now()) - Date.now());
  };
  return {
    now: () => new Date(Date.now() + ahead),
    refresh,
    shift: async (seconds) => {
      await db.execute(sql`update hall_clock set shift_seconds = shift_seconds + ${seconds} where id = 1`);
      await refresh();
    },
  };
};
