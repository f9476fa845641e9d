import { type SpawnOptions, spawn } from 'node:child_process';
import type { Place } from './place.ts';

/** How every PostgreSQL program is started: as the runner, in the database's folder, blind to PG* settings. */
export function spawnOptions(place: Place): SpawnOptions {
  const { PATH, SystemRoot, TEMP, TMP } = process.env;
  const env = Object.fromEntries(
    Object.entries({ PATH, SystemRoot, TEMP, TMP, LC_ALL: 'C' }).filter(([, value]) => value !== undefined),
  );
  const as = place.runner ? { uid: place.runner.uid, gid: place.runner.gid } : {};
  return { cwd: place.home, env, windowsHide: true, ...as };
}

/** Runs a program to its end and gives everything that it printed. */
export function runProgram(
  place: Place,
  path: string,
  args: readonly string[],
  input = '',
): Promise<{ code: number | null; printed: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, { ...spawnOptions(place), stdio: 'pipe' });
    let printed = '';
    const hear = (chunk: Buffer) => {
      printed += chunk.toString('utf8');
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.stdin?.on('error', () => {});
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, printed }));
    child.stdin?.end(input);
  });
}
