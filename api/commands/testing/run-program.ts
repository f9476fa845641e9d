import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** How a program ended and what it printed. */
export type Ended = { code: number | null; out: string; err: string };

/** A folder of one's own to run programs in, so that neither `.env` nor data of this project are seen. */
export type Workplace = {
  folder: string;
  run: (program: 'pendopo' | 'chat', words: string, input?: string | AsyncIterable<string>) => Promise<Ended>;
  leave: () => Promise<void>;
};

const root = fileURLToPath(new URL('../../..', import.meta.url));
const kept = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SystemRoot', 'NODE_COMPILE_CACHE'];

/** Runs the real programs as processes of their own, with these settings and no others. */
export const workplace = async (settings: { [name: string]: string }): Promise<Workplace> => {
  const folder = await mkdtemp(join(tmpdir(), 'pendopo-command-'));
  const inherited = Object.fromEntries(kept.map((name) => [name, process.env[name] ?? '']));
  const env = { ...inherited, DATA_DIR: join(folder, 'data'), ...settings };
  return {
    folder,
    run: (program, words, input = '') =>
      new Promise((resolve, reject) => {
        const args = [join(root, 'api', `${program}.ts`), ...words.split(' ').filter(Boolean)];
        const child = spawn(process.execPath, args, { cwd: folder, env });
        let out = '';
        let err = '';
        child.stdout.setEncoding('utf8').on('data', (text: string) => {
          out += text;
        });
        child.stderr.setEncoding('utf8').on('data', (text: string) => {
          err += text;
        });
        child.on('error', reject);
        child.on('close', (code) => resolve({ code, out, err }));
        child.stdin.on('error', () => {});
        if (typeof input === 'string') child.stdin.end(input);
        else Readable.from(input).on('error', reject).pipe(child.stdin);
      }),
    leave: () => rm(folder, { recursive: true, force: true }),
  };
};
