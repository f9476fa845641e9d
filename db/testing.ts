import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { inject } from 'vitest';
import { dropDatabase } from './drop-database.ts';

/** What `testing-server.ts` gives to every test file: where the server is and what to copy. */
export type TestServer = { url: string; template: string; prefix: string };

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

export type TestDatabase = { url: string; sql: Sql; drop(): Promise<void> };

const beingCopied = '55006';
const attempts = 50;

/**
 * A database of one's own with every migration run, copied from the run's template in a few hundredths of a
 * second. `drop()` ends its connections and deletes it; what a killed run leaves, the next one sweeps.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { url, template, prefix } = inject('testServer');
  const name = `${prefix}${randomUUID().slice(0, 8)}`;
  await atServer(url, (server) => copyTemplate(server, template, name));
  const own = withName(url, name);
  const sql = postgres(own, { max: 10, onnotice: () => {} });
  const drop = async () => {
    await sql.end({ timeout: 1 });
    await atServer(url, (server) => dropDatabase(server, name));
  };
  return { url: own, sql, drop };
}

/** Some servers keep a copied database busy for a moment (a vacuum, another copy): that passes. */
async function copyTemplate(server: Sql, template: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await server`create database ${server(name)} template ${server(template)}`;
      return;
    } catch (error) {
      const passing = error instanceof postgres.PostgresError && error.code === beingCopied;
      if (!passing || attempt === attempts) throw error;
      await sleep(50);
    }
  }
}

async function atServer(url: string, work: (server: Sql) => PromiseLike<unknown>): Promise<void> {
  const server = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await work(server);
  } finally {
    await server.end({ timeout: 1 });
  }
}

function withName(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
