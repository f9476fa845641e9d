import { setTimeout as sleep } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';

const insufficientPrivilege = '42501';
const tries = 20;
const pause = 250;

/**
 * Deletes a database of a test or benchmark, also while somebody is connected to it. A worker of autovacuum in it belongs
 * to the superuser and may not be ended by an ordinary owner: it is waited for.
 */
export const dropDatabase = async (keeper: Sql, name: string): Promise<void> => {
  for (let attempt = 1; ; attempt++) {
    try {
      await keeper`drop database if exists ${keeper(name)} with (force)`;
      return;
    } catch (error) {
      const vacuumed = error instanceof postgres.PostgresError && error.code === insufficientPrivilege;
      if (!vacuumed || attempt === tries) throw error;
      await sleep(pause);
    }
  }
};
