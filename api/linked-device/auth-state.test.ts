import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as baileys from '@whiskeysockets/baileys';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLinkedDeviceStore } from '../../db/linked-device.ts';
import { LinkedDeviceUnreadable } from '../../db/linked-device-faults.ts';
import { createSeal } from '../../db/sealed.ts';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';
import { createAuthState, isLinked } from './auth-state.ts';
import { leaseOf, leaseTimes } from './owning/ownership.ts';

const seal = createSeal(Buffer.alloc(32, 7));
let copy: TestDatabase;
let folder: string;
let fence: number | undefined;
beforeAll(async () => {
  copy = await testDatabase();
  fence = await leaseOf(copy, 'device', { ...leaseTimes, lease: 3_600_000 }).take();
});
afterAll(() => copy.drop());
beforeEach(async () => {
  await copy.sql`truncate linked_device, linked_device_key`;
  folder = await mkdtemp(join(tmpdir(), 'pendopo-device-'));
  return () => rm(folder, { recursive: true, force: true });
});

const broken: unknown[] = [];
const store = (by = seal) => createLinkedDeviceStore({ sql: copy.sql }, by, 'device', fence);
const opened = () => createAuthState(baileys, store(), (error) => void broken.push(error));

const pair = () => ({ public: randomBytes(32), private: randomBytes(32) });

/** Something of every kind that the client keeps. */
const kinds: baileys.SignalDataSet = {
  'pre-key': { 1: pair(), 2: pair() },
  session: { '6281200000001.0': randomBytes(80) },
  'sender-key': { 'g::6281': randomBytes(20) },
  'sender-key-memory': { g: { '6281@s.whatsapp.net': true } },
  'app-state-sync-key': {
    AAA: baileys.proto.Message.AppStateSyncKeyData.fromObject({ keyData: randomBytes(32), timestamp: 5 }),
  },
  'app-state-sync-version': { regular: { version: 3, hash: randomBytes(128), indexValueMap: {} } },
  'lid-mapping': { '6281200000001': '271828182845904', '271828182845904_reverse': '6281200000001' },
  'device-list': { '6281200000001': ['0', '12'] },
  tctoken: { x: { token: randomBytes(8), timestamp: '7' } },
  'identity-key': { '6281200000001.0': randomBytes(33) },
};

type Keys = baileys.SignalKeyStore;

const everything = async (keys: Keys): Promise<unknown> => {
  const all: { [type: string]: unknown } = {};
  for (const [type, byId] of Object.entries(kinds)) {
    const kind = type as keyof baileys.SignalDataTypeMap;
    all[type] = await keys.get(kind, Object.keys(byId ?? {}));
  }
  return all;
};

describe('what the client knows itself by', () => {
  test('reads after a restart exactly as from the client’s own files', async () => {
    const files = await baileys.useMultiFileAuthState(folder);
    const ours = await opened();
    Object.assign(ours.creds, files.state.creds, {
      nextPreKeyId: 31,
      me: { id: '6281200000099:3@s.whatsapp.net' },
    });
    Object.assign(files.state.creds, ours.creds);
    await Promise.all([files.state.keys.set(kinds), ours.keys.set(kinds)]);
    await Promise.all([files.saveCreds(), ours.save()]);
    const [theirs, again] = [await baileys.useMultiFileAuthState(folder), await opened()];
    expect(again.creds).toEqual(theirs.state.creds);
    expect(await everything(again.keys)).toEqual(await everything(theirs.state.keys));
    expect(again.creds.noiseKey.private).toBeInstanceOf(Buffer);
  });

  test('is somebody new only where nothing was kept', async () => {
    const [first, second] = [await opened(), await opened()];
    expect(first.creds.registrationId).not.toBe(second.creds.registrationId);
    await first.save();
    expect((await opened()).creds.registrationId).toBe(first.creds.registrationId);
    expect(isLinked(first.creds)).toBe(false);
    expect(isLinked({ ...first.creds, me: { id: '6281' }, account: {} })).toBe(true);
  });

  test('is never somebody new because it cannot be read', async () => {
    const first = await opened();
    await first.save();
    const other = createAuthState(baileys, store(createSeal(Buffer.alloc(32, 8))), () => {});
    await expect(other).rejects.toThrow(LinkedDeviceUnreadable);
    await store().wipe();
    await store().write({ credentials: '{"noiseKey": ' });
    await expect(opened()).rejects.toThrow(LinkedDeviceUnreadable);
  });

  test('keeps keys and the credentials that count them in one write', async () => {
    const state = await opened();
    await state.save();
    state.creds.nextPreKeyId = 813;
    await state.keys.set({ 'pre-key': { 812: pair() } });
    expect((await opened()).creds.nextPreKeyId).toBe(813);
    const before = await copy.sql`select version from linked_device`;
    await state.save();
    expect(await copy.sql`select version from linked_device`).toEqual(before);
  });

  test('takes keys away that are null', async () => {
    const state = await opened();
    await state.keys.set({ session: { a: randomBytes(3), b: randomBytes(3) } });
    await state.keys.set({ session: { a: null } });
    expect(Object.keys(await state.keys.get('session', ['a', 'b']))).toEqual(['b']);
  });

  test('tells when the store can no longer be trusted', async () => {
    const [first, second] = [await opened(), await opened()];
    await first.save();
    broken.length = 0;
    await expect(second.keys.set({ session: { a: randomBytes(3) } })).rejects.toThrow();
    expect(broken).toHaveLength(1);
    await second.settled();
  });
});
