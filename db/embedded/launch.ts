import { spawn } from 'node:child_process';
import { open, rename, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Binaries, program } from './binaries.ts';
import { openOwn } from './open-own.ts';
import type { Place } from './place.ts';
import { disarmStalePidFile, findPostmaster, type Postmaster } from './postmaster.ts';
import { DatabaseRefused, refusalFrom } from './refused.ts';
import { spawnOptions } from './run-program.ts';

const logLimit = 5_000_000;
const attempts = 100;

/**
 * Starts PostgreSQL and waits until it takes connections; recovery after a crash may take a while and is
 * waited for as long as the process lives. It gets a session of its own, so that Ctrl-C in a terminal reaches
 * the service first. With `port` it listens there (people are connected to it), else on a free one.
 */
export async function launch(place: Place, binaries: Binaries, port?: number): Promise<Postmaster> {
  await disarmStalePidFile(place);
  for (let attempt = 1; ; attempt++) {
    const outcome = await launchOnce(place, binaries, port ?? (await freePort()));
    if ('pid' in outcome) return outcome;
    if (attempt === attempts || !passing.test(outcome.printed)) throw explain(outcome.printed, place);
    await sleep(100);
  }
}

/** Gone by themselves in a moment: a port taken just now, backends of a killed server still ending. */
const passing = /address already in use|could not bind|shared memory block .*is still in use/i;

async function launchOnce(
  place: Place,
  binaries: Binaries,
  port: number,
): Promise<Postmaster | { printed: string }> {
  const log = await openLog(place);
  const from = (await log.stat()).size;
  const child = spawn(program(binaries, 'postgres'), ['-D', place.data, ...settings(port)], {
    ...spawnOptions(place),
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', () => resolve(''));
  });
  child.unref();
  try {
    for (;;) {
      const failed = await Promise.race([ended, sleep(10)]);
      if (failed !== undefined) return { printed: failed || (await printedSince(place, from)) };
      const running = await findPostmaster(place);
      if (running?.ready && running.pid === child.pid) return running;
    }
  } finally {
    await log.close();
  }
}

/** For a small machine, and with every promise kept: what is acknowledged is on the disk. */
const settings = (port: number): string[] =>
  [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'fsync=on',
    'full_page_writes=on',
    'synchronous_commit=on',
    'shared_buffers=64MB',
    'max_connections=120',
    'max_wal_size=256MB',
    'max_parallel_workers_per_gather=0',
    'jit=off',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_checkpoints=off',
    'logging_collector=off',
    'log_destination=stderr',
  ].flatMap((setting) => ['-c', setting]);

async function openLog(place: Place) {
  const size = await stat(place.log).then(
    (file) => file.size,
    () => 0,
  );
  if (size > logLimit) await rename(place.log, `${place.log}.1`);
  return openOwn(place.log, 'append', place.owner);
}

async function printedSince(place: Place, from: number): Promise<string> {
  const log = await open(place.log, 'r');
  const { buffer, bytesRead } = await log.read(Buffer.alloc(20_000), 0, 20_000, from);
  await log.close();
  return buffer.subarray(0, bytesRead).toString('utf8');
}

function explain(printed: string, place: Place): DatabaseRefused {
  const why =
    printed.split('\n').find((line) => /FATAL|PANIC/.test(line)) ?? printed.trim().split('\n').at(-1);
  return (
    refusalFrom(printed, place.home) ??
    new DatabaseRefused(`The embedded database did not start (${place.log}): ${why?.trim()}`)
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const door = createServer().once('error', reject);
    door.listen(0, '127.0.0.1', () => {
      const address = door.address();
      door.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    });
  });
}
