import { rm } from 'node:fs/promises';
import postgres, { type Sql } from 'postgres';
import { connect } from '../../db/database.ts';
import { dropDatabase } from '../../db/drop-database.ts';
import { discardEmbedded, startEmbedded } from '../../db/embedded/index.ts';
import { migrate } from '../../db/migrate.ts';
import { seedCity } from '../../db/seed/index.ts';
import type { SubjectName } from './subject.ts';

/** A database of one round. `list` gives the first column of a statement; `drop` deletes it all. */
export type RoundDatabase = {
  url: string;
  list: (statement: string) => Promise<string[]>;
  drop: () => Promise<void>;
};

/** A PostgreSQL for the benchmark, with fsync on as in service. */
export type BenchServer = {
  version: string;
  fresh: (subject: SubjectName) => Promise<RoundDatabase>;
  close: () => Promise<void>;
};

const folder = '.bench/postgres';
const template = `bench_template_${process.pid}`;

const named = (url: string, name: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
};

const makeTemplate = async (keeper: Sql, url: string): Promise<void> => {
  await keeper`drop database if exists ${keeper(template)}`;
  await keeper`create database ${keeper(template)}`;
  await migrate(named(url, template));
  const database = connect(named(url, template), { max: 1 });
  await seedCity(database, 'salatiga');
  await database.close();
};

/** The server under `.bench`, on a real disk; what a killed run left there is deleted first. */
const ownServer = async () => {
  await discardEmbedded(folder);
  const server = await startEmbedded({ dataDir: folder });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await discardEmbedded(folder);
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Opens the server (or uses a given one) and makes the city's database once; every round copies it. */
export const openBenchServer = async (given?: string): Promise<BenchServer> => {
  const server = given ? { url: given, stop: async () => {} } : await ownServer();
  const keeper = postgres(server.url, { max: 1, onnotice: () => {} });
  await makeTemplate(keeper, server.url);
  const [{ server_version: version }] = await keeper<[{ server_version: string }]>`show server_version`;
  let count = 0;
  return {
    version,
    fresh: async (subject) => {
      count += 1;
      const name = `bench_${subject}_${process.pid}_${count}`;
      if (subject === 'service') await keeper`create database ${keeper(name)} template ${keeper(template)}`;
      else await keeper`create database ${keeper(name)}`;
      const url = named(server.url, name);
      return {
        url,
        list: async (statement) => {
          const sql = postgres(url, { max: 1 });
          const rows = await sql.unsafe(statement).values();
          await sql.end();
          return rows.map(([first]) => String(first));
        },
        drop: () => dropDatabase(keeper, name),
      };
    },
    close: async () => {
      await keeper`drop database if exists ${keeper(template)}`;
      await keeper.end();
      await server.stop();
    },
  };
};
