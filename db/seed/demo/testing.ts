import type { City } from '../../../bot/ports.ts';
import { connect, type Database } from '../../database.ts';
import { loadCity } from '../../reads/city.ts';
import { createSeal } from '../../sealed.ts';
import { testDatabase } from '../../testing.ts';
import { seedCity } from '../index.ts';
import { type DemoReport, imagineReports } from './imagine.ts';
import { seedDemo } from './index.ts';

export const seal = createSeal(new Uint8Array(32).fill(7));
export const until = new Date('2026-11-20T08:00:00Z');

/** Salatiga with its demo on a database of its own, and the same reports as they were imagined. */
export type DemoHall = {
  database: Database;
  sql: Database['sql'];
  city: City;
  imagined: readonly DemoReport[];
  close: () => Promise<void>;
};

/** For tests: opens a hall with the demo in it. `sql` is a plain connection, on which times are dates. */
export async function demoHall(): Promise<DemoHall> {
  const own = await testDatabase();
  const database = connect(own.url);
  await seedCity(database, 'salatiga');
  await seedDemo(database, seal, { until });
  const city = await loadCity(database, { publicUrl: '' });
  const close = async () => {
    await database.close();
    await own.drop();
  };
  return { database, sql: own.sql, city, imagined: imagineReports(city, until), close };
}
