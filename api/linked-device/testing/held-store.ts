import type { Database } from '../../../db/database.ts';
import { createLinkedDeviceStore, type LinkedDeviceStore } from '../../../db/linked-device.ts';
import type { Seal } from '../../../db/sealed.ts';
import { holdDevice, leaseOf } from '../owning/ownership.ts';

/** Writes to a device's memory as its owner, for as long as the work lasts. */
export const asOwner = async <T>(
  database: Pick<Database, 'sql'>,
  seal: Seal,
  account: string,
  work: (store: LinkedDeviceStore) => Promise<T>,
): Promise<T> => {
  const hold = await holdDevice(leaseOf(database, account));
  if (!hold) throw new Error('somebody else holds the device');
  try {
    return await work(createLinkedDeviceStore(database, seal, account, hold.fence));
  } finally {
    await hold.release();
  }
};
