import { sql } from 'drizzle-orm';

/** Held to the end of the transaction: of two processes that start at once, one seeds, the other then finds the work done. */
export const seedLock = sql`select pg_advisory_xact_lock(hashtext('pendopo seed'))`;
