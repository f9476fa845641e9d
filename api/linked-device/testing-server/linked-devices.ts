import type { KeyBundle, OneTimeKey } from './key-bundle.ts';
import { createMailbox } from './mailbox.ts';

const create = (index: number, lasting: KeyBundle) => {
  let bundle = lasting;
  const fresh: OneTimeKey[] = [];
  return {
    index,
    mailbox: createMailbox(),
    keysLeft: () => fresh.length,
    add: (uploaded: { bundle: KeyBundle; fresh: OneTimeKey[] }) => {
      bundle = uploaded.bundle;
      fresh.push(...uploaded.fresh);
    },
    rotate: (signed: KeyBundle['signed']) => {
      bundle = { ...bundle, signed };
    },
    /** Each with a one-time key of its own while there are any. */
    bundle: (): KeyBundle => ({ ...bundle, once: fresh.shift() }),
  };
};

/** A device that the office's phone has linked: its keys, and what waits for it. */
export type LinkedCompanion = ReturnType<typeof create>;

/** The devices of one account; numbers are never given twice. */
export const createLinkedDevices = () => {
  const linked = new Map<number, LinkedCompanion>();
  let last = 0;
  return {
    next: () => last + 1,
    link: (bundle: KeyBundle): LinkedCompanion => {
      last += 1;
      const made = create(last, bundle);
      linked.set(last, made);
      return made;
    },
    find: (index: number | null | undefined) => linked.get(index ?? 0),
    unlink: (index: number) => void linked.delete(index),
    all: () => [...linked.values()],
  };
};

export type LinkedDevices = ReturnType<typeof createLinkedDevices>;
