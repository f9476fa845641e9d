import { mkdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import packed from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Whoever unpacks for longer than this has died (milliseconds). */
const patience = 60_000;

/** A place of this user's own: what another user unpacked cannot be run. */
const place = join(tmpdir(), `pendopo-chromium-${process.getuid?.() ?? 'user'}`);
const lock = join(place, 'lock');

/** The package takes a half unpacked file for a whole one, so one process at a time may unpack. */
const unpack = async (): Promise<string> => {
  await mkdir(place, { recursive: true, mode: 0o700 });
  for (;;) {
    const mine = await mkdir(lock).then(
      () => true,
      () => false,
    );
    if (mine) break;
    const age = await stat(lock).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > patience) await rm(lock, { recursive: true, force: true });
    await sleep(50);
  }
  const usual = process.env.TMPDIR;
  try {
    process.env.TMPDIR = place;
    return await packed.executablePath();
  } finally {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
    await rm(lock, { recursive: true, force: true });
  }
};

/**
 * A real Chromium out of an npm package. It keeps the web's own rules, unlike that package's recommended arguments
 * (`--disable-web-security`); the sandbox is off because tests may run as root.
 */
export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: await unpack(),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  });
