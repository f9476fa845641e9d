/** What WhatsApp's server said to a message of ours: that it has it, or by what code it refuses it. */
export type Ack = { code?: number };

/** Messages that wait for the server's word. */
export type Acknowledgements = {
  /** The word on a message that is about to go on a connection; `lost` when that ends before. */
  expect: (message: string, on: object) => Promise<Ack | 'lost'>;
  /** Whether somebody waited for it. */
  heard: (message: string, ack: Ack) => boolean;
  /** Nobody waits for this one any more. */
  forget: (message: string) => void;
  /** A connection has ended: what was not said on it by now is not said. */
  lost: (connection: object) => void;
};

/** That the client has handed a message over means nothing; the server's word does (`channels.md` 4.1 rule 10). */
export const createAcknowledgements = (): Acknowledgements => {
  const waiting = new Map<string, { on: object; tell: (said: Ack | 'lost') => void }>();
  return {
    expect: (message, on) =>
      new Promise((tell) => {
        waiting.set(message, { on, tell });
      }),
    heard: (message, ack) => {
      const waiter = waiting.get(message);
      waiting.delete(message);
      waiter?.tell(ack);
      return waiter !== undefined;
    },
    forget: (message) => void waiting.delete(message),
    lost: (connection) => {
      for (const [message, { on, tell }] of waiting) {
        if (on !== connection) continue;
        waiting.delete(message);
        tell('lost');
      }
    },
  };
};
