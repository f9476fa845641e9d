import type { BinaryNode } from '@whiskeysockets/baileys';

const nameOf = (from: string | undefined, id: string | undefined): string => `${from} ${id}`;

/** What waits for a device: each message until the device has ticked it off, in the order in which it came. */
export const createMailbox = () => {
  const waiting = new Map<string, BinaryNode>();
  const ticked: { id: string; error?: string | undefined }[] = [];
  return {
    put: (message: BinaryNode) => void waiting.set(nameOf(message.attrs.from, message.attrs.id), message),
    /** `error` is the client's reason for not taking a message; it is gone all the same. */
    tick: (from: string | undefined, ids: readonly (string | undefined)[], error?: string) => {
      for (const id of ids)
        if (waiting.delete(nameOf(from, id)) && id !== undefined) ticked.push({ id, error });
    },
    waiting: () => [...waiting.values()],
    /** Every message that the device has ticked off, and how. */
    ticked: (): readonly { id: string; error?: string | undefined }[] => ticked,
  };
};
