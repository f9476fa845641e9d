import { stat } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { claimOwnership, DatabaseRefused, startEmbedded } from './index.ts';
import { settle } from './place.ts';
import { freshDataDir, note, notes, postmasterOf } from './testing/data-dir.ts';
import { openTenant } from './testing/open-tenant.ts';

test('keeps what was written from one start to the next', async () => {
  const dataDir = await freshDataDir();
  const first = await startEmbedded({ dataDir });
  await note(first.url, 'jalan berlubang');
  await first.stop();
  expect(await postmasterOf(dataDir)).toBe(0);
  const second = await startEmbedded({ dataDir });
  expect(second.joined).toBe(false);
  expect(await notes(second.url)).toEqual(['jalan berlubang']);
  await second.stop();
});

test('lets one of two processes that start together run the server, and the other join it', async () => {
  const dataDir = await freshDataDir();
  const tenants = await Promise.all([openTenant(dataDir), openTenant(dataDir), openTenant(dataDir)]);
  expect(tenants.map((tenant) => tenant.refused)).toEqual(['', '', '']);
  expect(tenants.filter((tenant) => !tenant.joined)).toHaveLength(1);
  expect(new Set(tenants.map((tenant) => tenant.url)).size).toBe(1);
  for (const tenant of tenants) await tenant.stop();
  expect(await postmasterOf(dataDir)).toBe(0);
});

test('a command that ends leaves the database of the running service alone', async () => {
  const dataDir = await freshDataDir();
  const service = await startEmbedded({ dataDir, own: true });
  const command = await openTenant(dataDir);
  expect(command.joined).toBe(true);
  await command.stop();
  await note(service.url, 'masih hidup');
  await service.stop();
  expect(await postmasterOf(dataDir)).toBe(0);
});

test('a service that joined a command keeps the database when the command ends', async () => {
  const dataDir = await freshDataDir();
  const command = await openTenant(dataDir);
  const service = await startEmbedded({ dataDir, own: true });
  expect(service.joined).toBe(true);
  await command.stop();
  await note(service.url, 'masih hidup');
  await service.stop();
  expect(await postmasterOf(dataDir)).toBe(0);
});

test('refuses a second service on the same folder and names the first', async () => {
  const dataDir = await freshDataDir();
  const service = await startEmbedded({ dataDir, own: true });
  const second = await openTenant(dataDir, { role: 'own' });
  expect(second.refused).toBe(
    `DatabaseRefused: Another service (process ${process.pid}) already runs on ${dataDir}: stop it first, or set another DATA_DIR.`,
  );
  await expect(claimOwnership(dataDir)).rejects.toThrow(DatabaseRefused);
  await service.stop();
  (await claimOwnership(dataDir)).release();
});

test('closes the folder and the password to everybody else', async () => {
  const dataDir = await freshDataDir();
  const { url, stop } = await startEmbedded({ dataDir });
  const place = await settle(dataDir);
  for (const path of [place.data, place.password, place.log]) {
    expect((await stat(path)).mode & 0o077).toBe(0);
  }
  const wrong = new URL(url);
  wrong.password = 'bukan-ini';
  await expect(notes(wrong.href)).rejects.toThrow(/password authentication failed/);
  await stop();
});
