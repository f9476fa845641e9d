import { type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const first = z.object({ url: z.string(), joined: z.boolean(), refused: z.string() }).partial();

export type Tenant = {
  url: string;
  joined: boolean;
  refused: string;
  stop(): Promise<void>;
  /** kill -9, so that nothing of ours can tidy up. */
  kill(): Promise<void>;
};

type As = { role?: 'own' | 'join'; program?: string; options?: SpawnOptions };

const here = fileURLToPath(new URL('./tenant.ts', import.meta.url));

/** Starts another process on this DATA_DIR and waits until it is in, or refused. */
export async function openTenant(dataDir: string, { role = 'join', program = here, options }: As = {}) {
  const child = spawn(process.execPath, [program, dataDir, role], {
    ...options,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const [line] = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), gone]);
  const said = first.parse(JSON.parse(String(line)));
  const tenant: Tenant = {
    url: said.url ?? '',
    joined: said.joined ?? false,
    refused: said.refused ?? '',
    async stop() {
      child.stdin.write('stop\n');
      await gone;
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
  return tenant;
}
