import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Sent } from '../channel.ts';
import type { Wire } from './encode.ts';

/** Prints, with an empty line behind, and waits while the reader of a pipe is slow. A pipe whose reader has gone is a person who has gone. */
export const createSend =
  (out: Writable) =>
  async ({ text }: Wire): Promise<Sent> => {
    if (out.destroyed || out.errored || out.writableEnded)
      return { ok: false, failure: 'unreachable', detail: 'closed' };
    if (!out.write(`${text}\n\n`))
      await Promise.race([once(out, 'drain'), once(out, 'close')]).catch(() => {});
    return { ok: true, id: undefined };
  };
