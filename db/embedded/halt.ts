import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries, program } from './binaries.ts';
import type { Place } from './place.ts';
import { findPostmaster } from './postmaster.ts';
import { runProgram } from './run-program.ts';

const fastMs = 60_000;
const step = 10;

/**
 * Ends the server of this place, whoever started it, and waits until it is gone: a fast shutdown (open
 * transactions are rolled back, everything is written), and after a minute an immediate one, which loses
 * nothing that was acknowledged either.
 */
export async function halt(place: Place): Promise<void> {
  for (let waited = 0; ; waited += step) {
    const running = await findPostmaster(place);
    if (!running) return;
    if (waited === 0) await signal(place, running.pid, 'INT');
    if (waited === fastMs) await signal(place, running.pid, 'QUIT');
    await sleep(step);
  }
}

async function signal(place: Place, pid: number, name: 'INT' | 'QUIT'): Promise<void> {
  if (process.platform !== 'win32') {
    process.kill(pid, `SIG${name}`);
    return;
  }
  const control = program(await findBinaries(place), 'pg_ctl');
  await runProgram(place, control, ['kill', name, String(pid)]);
}
