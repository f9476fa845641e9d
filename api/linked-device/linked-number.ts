import type { LinkedDeviceStore } from '../../db/linked-device.ts';

const shown = 3;

const textAt = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/**
 * The last three digits of the number that is linked, enough for its owner to know it again; undefined where none is. Read
 * without the client, which need not be installed to ask. Throws `LinkedDeviceUnreadable`.
 */
export const endingOfNumber = async ({
  credentials,
}: Pick<LinkedDeviceStore, 'credentials'>): Promise<string | undefined> => {
  const json = await credentials();
  if (json === undefined) return undefined;
  const creds: unknown = JSON.parse(json);
  const id = textAt(textAt(creds, 'me'), 'id');
  if (textAt(creds, 'account') === undefined || typeof id !== 'string') return undefined;
  const [digits = ''] = /^\d+/.exec(id) ?? [];
  return digits.slice(-shown);
};
