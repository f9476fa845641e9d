/** What WhatsApp's server said to a message of ours: that it has it, or by what code it refuses it. */
export type Ack = { code?: number };

/** Messages that wait for the server's word. */
export type Acknowledgements = {
  /** The word on a message that is about to go; `lost` when the connection ends before it. */
  expect: (message: string) => Promise<Ack | 'lost'>;
  /** Whether somebody waited for it. */
  heard: (message: string, ack: Ack) => boolean;
  /** Nobody waits for this one any more. */
  forget: (message: string) => void;
  /** The connection has ended: what was not said by now is not said. */
  lost: () => void;
};

/** That the client has handed a message over means nothing; the server's word does (`channels.md` 4.1 rule 10). */
export const createAcknowledgements = (): Acknowledgements => {
  const waiting = new Map<string, (said: Ack | 'lost') => void>();
  return {
    expect: (message) =>
      new Promise((resolve) => {
        waiting.set(message, resolve);
      }),
    heard: (message, ack) => {
      const tell = waiting.get(message);
      waiting.delete(message);
      tell?.(ack);
      return tell !== undefined;
    },
    forget: (message) => void waiting.delete(message),
    lost: () => {
      for (const tell of waiting.values()) tell('lost');
      waiting.clear();
    },
  };
};
