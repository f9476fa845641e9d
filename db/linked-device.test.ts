import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLinkedDeviceStore } from './linked-device.ts';
import { LinkedDeviceTaken, LinkedDeviceUnreadable } from './linked-device-faults.ts';
import { createDeviceLease } from './linked-device-lease.ts';
import { createSeal } from './sealed.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

const seal = createSeal(Buffer.alloc(32, 7));
let copy: TestDatabase;
beforeAll(async () => {
  copy = await testDatabase();
});
afterAll(() => copy.drop());
let fences: { [account: string]: number | undefined };
const take = async (account: string, seconds = 3_600) => {
  fences[account] = await createDeviceLease({ sql: copy.sql }, account, randomUUID(), seconds).take();
};
beforeEach(async () => {
  await copy.sql`truncate linked_device, linked_device_key, linked_device_lease`;
  fences = {};
  await take('device');
  await take('other');
});

const open = (account = 'device', by = seal) =>
  createLinkedDeviceStore({ sql: copy.sql }, by, account, fences[account]);
const versions = async () =>
  (await copy.sql<{ version: number }[]>`select version from linked_device order by version`).map(
    ({ version }) => version,
  );

describe('a linked device in the database', () => {
  test('is nobody at first, and the same after a restart', async () => {
    const store = open();
    expect(await store.credentials()).toBeUndefined();
    await store.write({ credentials: 'satu', keys: { session: { '6281.0': 'a', '6282.0': 'b' } } });
    const again = open();
    expect(await again.credentials()).toBe('satu');
    expect(await again.keys('session', ['6281.0', '6282.0', '6283.0'])).toEqual(
      new Map([
        ['6281.0', 'a'],
        ['6282.0', 'b'],
      ]),
    );
    expect(await again.keys('pre-key', ['6281.0'])).toEqual(new Map());
    expect(await open('other').credentials()).toBeUndefined();
  });

  test('keeps the last three versions of its credentials', async () => {
    const store = open();
    for (const credentials of ['satu', 'dua', 'tiga', 'empat', 'lima']) await store.write({ credentials });
    expect(await versions()).toEqual([3, 4, 5]);
    expect(await open().credentials()).toBe('lima');
  });

  test('changes and takes away keys', async () => {
    const store = open();
    await store.write({ keys: { session: { a: '1', b: '2' } } });
    await store.write({ keys: { session: { a: '3', b: null, c: null } } });
    expect(await store.keys('session', ['a', 'b', 'c'])).toEqual(new Map([['a', '3']]));
  });

  test('writes all of it or nothing', async () => {
    const store = open();
    await store.write({ credentials: 'satu', keys: { session: { a: '1' } } });
    const refused = { 'x\0': { b: '2' } };
    await expect(
      store.write({ credentials: 'dua', keys: { session: { a: '9' }, ...refused } }),
    ).rejects.toThrow();
    expect(await open().credentials()).toBe('satu');
    expect(await open().keys('session', ['a'])).toEqual(new Map([['a', '1']]));
    await store.write({ credentials: 'dua' });
    expect(await open().credentials()).toBe('dua');
  });

  test('writes in the order it was told', async () => {
    const store = open();
    await Promise.all(Array.from({ length: 20 }, (_, i) => store.write({ credentials: `${i}` })));
    expect(await open().credentials()).toBe('19');
  });

  test('has one owner: who comes second is told, and writes nothing', async () => {
    const [first, second] = [open(), open()];
    await first.credentials();
    await second.credentials();
    await first.write({ credentials: 'satu' });
    const late = second.write({ credentials: 'dua', keys: { session: { a: '1' } } });
    await expect(late).rejects.toThrow(LinkedDeviceTaken);
    expect(await open().credentials()).toBe('satu');
    expect(await open().keys('session', ['a'])).toEqual(new Map());
  });

  test('that was forgotten meanwhile is not brought back by who still used it', async () => {
    const [running, pairing] = [open(), open()];
    await running.write({ credentials: 'lama' });
    await pairing.credentials();
    await pairing.wipe();
    await expect(running.write({ credentials: 'lama juga' })).rejects.toThrow(LinkedDeviceTaken);
    await expect(running.write({ keys: { session: { a: '1' } } })).rejects.toThrow(LinkedDeviceTaken);
    await pairing.write({ credentials: 'baru' });
    expect(await open().credentials()).toBe('baru');
    expect(await open().keys('session', ['a'])).toEqual(new Map());
  });

  test('is forgotten whole, and can begin anew', async () => {
    const [store, other] = [open(), open('other')];
    await other.write({ credentials: 'lain' });
    await store.write({ credentials: 'satu', keys: { session: { a: '1' } } });
    await store.wipe();
    expect(await open().credentials()).toBeUndefined();
    expect(await store.keys('session', ['a'])).toEqual(new Map());
    await store.write({ credentials: 'dua' });
    expect(await open().credentials()).toBe('dua');
    expect(await open('other').credentials()).toBe('lain');
  });
});

describe('a lease', () => {
  const expire = () => copy.sql`update linked_device_lease set expires_at = now()`;

  test('is needed to write or forget anything, and not to read', async () => {
    await open().write({ credentials: 'satu' });
    const reader = createLinkedDeviceStore({ sql: copy.sql }, seal, 'device');
    expect(await reader.credentials()).toBe('satu');
    await expect(reader.write({ credentials: 'dua' })).rejects.toThrow(LinkedDeviceTaken);
    await expect(reader.wipe()).rejects.toThrow(LinkedDeviceTaken);
    expect(await reader.credentials()).toBe('satu');
  });

  test('that is over lets nothing be written, though nobody has taken the device yet', async () => {
    const store = open();
    await store.write({ credentials: 'satu' });
    await expire();
    await expect(store.write({ credentials: 'dua' })).rejects.toThrow(LinkedDeviceTaken);
    await expect(store.write({ keys: { session: { a: '1' } } })).rejects.toThrow(LinkedDeviceTaken);
    await expect(store.wipe()).rejects.toThrow(LinkedDeviceTaken);
    expect(await open().credentials()).toBe('satu');
    expect(await open().keys('session', ['a'])).toEqual(new Map());
  });

  test('of another account does not count', async () => {
    const store = createLinkedDeviceStore({ sql: copy.sql }, seal, 'device', fences.other);
    await take('other');
    await copy.sql`update linked_device_lease set expires_at = now() where account = 'device'`;
    await expect(store.write({ credentials: 'satu' })).rejects.toThrow(LinkedDeviceTaken);
  });

  test('that has passed to another keeps out whatever its owner of before still writes, in every moment', async () => {
    for (let round = 0; round < 20; round++) {
      const before = open();
      await before.credentials();
      let refused = 0;
      let written = 0;
      const writing = Promise.all(
        Array.from({ length: 30 }, (_, i) =>
          before.write({ credentials: `${round} ${i}`, keys: { session: { a: `${i}` } } }).then(
            () => {
              written += 1;
            },
            (error: unknown) => {
              if (!(error instanceof LinkedDeviceTaken)) throw error;
              refused += 1;
            },
          ),
        ),
      );
      while (written < round % 5) await new Promise((resolve) => setImmediate(resolve));
      await expire();
      await take('device');
      const [credentials, keys] = [await open().credentials(), await open().keys('session', ['a'])];
      await writing;
      expect(refused).toBeGreaterThan(0);
      expect(await open().credentials()).toBe(credentials);
      expect(await open().keys('session', ['a'])).toEqual(keys);
    }
  });
});

describe('what does not open', () => {
  test('is refused with words on what to do, and nobody begins anew', async () => {
    await open().write({ credentials: 'satu', keys: { session: { a: '1' } } });
    const stranger = open('device', createSeal(Buffer.alloc(32, 8)));
    await expect(stranger.credentials()).rejects.toThrow(LinkedDeviceUnreadable);
    await expect(stranger.credentials()).rejects.toThrow(/APP_KEY.*whatsapp pair --again/);
    await copy.sql`update linked_device set credentials = set_byte(credentials, 30, 255 - get_byte(credentials, 30))`;
    await copy.sql`update linked_device_key set sealed = set_byte(sealed, 29, 255 - get_byte(sealed, 29))`;
    await expect(open().credentials()).rejects.toThrow(LinkedDeviceUnreadable);
    await expect(open().keys('session', ['a'])).rejects.toThrow(LinkedDeviceUnreadable);
    expect(await versions()).toEqual([1]);
  });

  test('is an older version put in the place of the last', async () => {
    const store = open();
    await store.write({ credentials: 'satu' });
    await store.write({ credentials: 'dua' });
    await copy.sql`update linked_device set credentials = (select credentials from linked_device where version = 1)`;
    await expect(open().credentials()).rejects.toThrow(LinkedDeviceUnreadable);
  });

  test('holds no number in the open', async () => {
    await open().write({
      credentials: '{"me":"628129999"}',
      keys: { 'lid-mapping': { '628129999': '27182' } },
    });
    const rows = await copy.sql`select * from linked_device_key k, linked_device d`;
    const dumped = rows.flatMap((row) =>
      Object.values(row).map((value) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : `${value}`,
      ),
    );
    expect(dumped.join(' ')).not.toMatch(/628129999|27182/);
  });
});
