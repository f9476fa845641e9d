import { fields, textOf } from '../../../bot/channels/fields.ts';
import { personJid } from '../../../bot/channels/whatsapp-linked/jid.ts';
import type { LinkedDeviceMessages } from '../../../db/linked-device-messages.ts';

/** A stored message that the client has opened, and what becomes of it. Whoever has it in hand says one of the three in the end. */
export type KeptRow = {
  /** It was given to the client too often: it is set aside instead of taken. */
  isLast: boolean;
  /** Nothing is to be done about it any more. */
  decided: () => void;
  /** Nobody could open it: its sender sends it once more. */
  comesAgain: () => void;
  /** It is left for the next connection. */
  later: () => void;
};

/** What the client is to be given, or was given and is not decided yet. */
export type Keeping = {
  keyOf: (from: string, id: string) => string;
  /** Writes messages down before anything else. */
  store: LinkedDeviceMessages['add'];
  undecided: LinkedDeviceMessages['undecided'];
  giveAgain: LinkedDeviceMessages['giveAgain'];
  /** It goes to the client now. */
  give: (key: string, opened: readonly string[], isLast?: boolean) => void;
  /** Whether it has been opened and is being decided; whether the client has it, and has said nothing of it yet. */
  isInHand: (key: string) => boolean;
  isIdle: (key: string) => boolean;
  /** The client made nothing of it. */
  drop: (key: string) => void;
  /** It is given up. */
  lose: (key: string) => void;
  /** Whether what lies opened under a name belongs to a stored message. */
  isKept: (name: string) => boolean;
  /** Takes in hand what the client emits, where it was stored. */
  rowOf: (message: unknown) => KeptRow | undefined;
  /** Waits for what is being written. */
  settled: () => Promise<void>;
};

type Given = { opened: readonly string[]; isInHand: boolean; isLast: boolean };

/** What came to a device and is on its way to be decided, over all its connections; `lost` is told of what is given up. */
export const createKeeping = (messages: LinkedDeviceMessages, lost: () => void): Keeping => {
  const given = new Map<string, Given>();
  const names = new Set<string>();
  const deciding = new Set<Promise<unknown>>();
  const forgetting = new Set<Promise<unknown>>();

  /** What could not be written stays as it was, and comes again with the next connection. */
  const behind = (task: Promise<unknown>, others: Set<Promise<unknown>>): void => {
    const done = task.catch(() => {}).finally(() => others.delete(done));
    others.add(done);
  };

  const leave = (key: string): readonly string[] => {
    const opened = given.get(key)?.opened ?? [];
    given.delete(key);
    for (const name of opened) names.delete(name);
    return opened;
  };

  const decide = (key: string): void => behind(messages.decide({ key, opened: leave(key) }), deciding);

  return {
    keyOf: messages.keyOf,
    store: async (many) => {
      await Promise.all(forgetting);
      return messages.add(many);
    },
    undecided: messages.undecided,
    giveAgain: messages.giveAgain,
    give: (key, opened, isLast = false) => {
      given.set(key, { opened, isInHand: false, isLast });
      for (const name of opened) names.add(name);
    },
    isInHand: (key) => given.get(key)?.isInHand === true,
    isIdle: (key) => given.get(key)?.isInHand === false,
    drop: decide,
    lose: (key) => {
      lost();
      decide(key);
    },
    isKept: (name) => names.has(name),
    rowOf: (message) => {
      const { remoteJid, id, fromMe } = fields(fields(message)?.key) ?? {};
      const [from, named] = [personJid(remoteJid), textOf(id)];
      if (!from || !named || fromMe === true) return undefined;
      const key = messages.keyOf(from, named);
      const row = given.get(key);
      if (!row) return undefined;
      row.isInHand = true;
      return {
        isLast: row.isLast,
        decided: () => decide(key),
        comesAgain: () => {
          leave(key);
          behind(messages.forget(key), forgetting);
        },
        later: () => void leave(key),
      };
    },
    settled: async () => {
      await Promise.all([...deciding, ...forgetting]);
    },
  };
};
