import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type {} from '../../db/testing.ts';
import { isLong } from './size.ts';

const house = fileURLToPath(new URL('../../', import.meta.url));
const rooms = ['api', 'bot', 'db', 'locales', 'package.json', 'tsconfig.json', 'vitest.config.ts'];

type Patch = { file: string; from: RegExp; to: string };
type Mutation = { without: string; patches: readonly Patch[]; guards: string; named: string };

/** Each promise with what keeps it, taken away, and the test that must then cry. */
const mutations: readonly Mutation[] = [
  {
    without: 'the inbox key',
    patches: [
      { file: 'db/stores/inbox.ts', from: / and not \$\{seen\(key\)\}`/, to: '`' },
      {
        file: 'db/stores/inbox.ts',
        from: /(insert into inbox \(key\) select .* from turn)/g,
        to: '$1 where false',
      },
    ],
    guards: 'api/faults/repeats.test.ts',
    named: 'is answered with nothing when the person has gone on',
  },
  {
    without: 'the revision check',
    patches: [{ file: 'db/stores/inbox.ts', from: /talk\.revision = \$\{revision\} and /, to: '' }],
    guards: 'api/faults/repeats.test.ts',
    named: 'both count',
  },
  {
    without: 'the outbox sweep',
    patches: [
      { file: 'api/tick.ts', from: /await hall\.deliver\(\);/, to: '' },
      {
        file: 'api/jobs.ts',
        from: /return \(await hall\.announce\(\)\) \+ \(await hall\.deliver\(\)\);/,
        to: 'return 0;',
      },
    ],
    guards: 'api/faults/left-behind.test.ts',
    named: 'a receipt that a killed process held',
  },
  {
    without: 'the 503',
    patches: [
      { file: 'api/routes/telegram.ts', from: /c\.text\('try again', 503/, to: "c.text('try again', 200" },
    ],
    guards: 'api/faults/outage.test.ts',
    named: 'R5',
  },
];

let copy: string;
beforeAll(async () => {
  if (!isLong) return;
  copy = await mkdtemp(join(tmpdir(), 'pendopo-mutant-'));
  for (const room of rooms) await cp(join(house, room), join(copy, room), { recursive: true });
  await symlink(join(house, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(async () => {
  if (copy) await rm(copy, { recursive: true, force: true });
});

/** Runs one test of the copy in its short form; its exit code and what it printed. */
const run = (file: string, named: string): Promise<{ code: number; printed: string }> =>
  new Promise((resolve) => {
    const args = [join(house, 'node_modules/vitest/vitest.mjs'), 'run', file, '-t', named];
    const env = { ...process.env, TEST_DATABASE_URL: inject('testServer').url };
    const child = spawn(process.execPath, args, { cwd: copy, env });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
    child.on('close', (code) => resolve({ code: code ?? 1, printed }));
  });

describe.runIf(isLong)('every defence is guarded by a test', () => {
  test.each(mutations)(
    'without $without a test fails, and with it the same test passes',
    async ({ patches, guards, named }) => {
      const whole = await run(guards, named);
      expect(whole.printed).toMatch(/\n1 passed, 0 failed/);
      expect(whole.code).toBe(0);
      for (const { file, from, to } of patches) {
        const source = await readFile(join(copy, file), 'utf8');
        expect(source, `${file} still holds what is taken away`).toMatch(from);
        await writeFile(join(copy, file), source.replace(from, to));
      }
      const mutant = await run(guards, named);
      for (const { file } of patches) await cp(join(house, file), join(copy, file));
      expect(mutant.printed).toMatch(/\n0 passed, 1 failed/);
    },
    600_000,
  );
});
