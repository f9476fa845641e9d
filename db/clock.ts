import { sql } from 'drizzle-orm';
import type { Clock } from '../bot/ports.ts';
import { prepared, type Runner } from './prepared.ts';

/** The hall's clock: the database's time, plus a shift that only demo and tests set. `refresh` reads it again; `shift` moves it. */
export type HallClock = Clock & {
  refresh: () => Promise<void>;
  shift: (seconds: number) => Promise<void>;
  /** Of one process alone, as if it were another time; what it does goes by that, whoever ends it. */
  asIf?: true;
};

const p = sql.placeholder;

const readClock = prepared<{ milliseconds: number }>(
  sql`select (extract(epoch from hall_now()) * 1000)::float8 as milliseconds`,
);

const setAhead = prepared(
  sql`update hall_clock set shift_seconds = shift_seconds + ${p('seconds')}::int where id = 1`,
);

/** `ahead`: by how many milliseconds it was last known to differ from this machine's clock. */
export const createHallClock = ({ sql: pool }: { sql: Runner }, ahead = 0): HallClock => {
  const refresh = async () => {
    const [row] = await readClock(pool, {});
    ahead = Math.round((row?.milliseconds ?? Date.now()) - Date.now());
  };
  return {
    now: () => new Date(Date.now() + ahead),
    refresh,
    shift: async (seconds) => {
      await setAhead(pool, { seconds });
      await refresh();
    },
  };
};
