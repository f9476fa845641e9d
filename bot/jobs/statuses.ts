import type { Failure, Status } from '../channels/channel.ts';
import { remedyFor } from '../channels/remedy.ts';
import type { Address } from '../conversation/inbound.ts';
import type { LetterStatus, SentMessage } from '../ports.ts';
import type { Delivery } from './deliver.ts';
import { readMark } from './letter-mark.ts';

/** What telling what became of letters needs. */
export type Statuses = {
  letters: LetterStatus;
  failureOfCode: (code: number, channel: Address['channel']) => { failure: Failure; retryAfter?: number };
  alarm: Delivery['alarm'];
};

const ranks = { sent: 1, delivered: 2, read: 3 } as const;

type Rise = Parameters<LetterStatus['rose']>[0][number];

/**
 * Writes what a platform says became of messages of ours: a rank that never goes back; what failed goes again, ends, or is
 * shown to a person, as the table of remedies has it. Gives the contacts whose letters may go at once.
 */
export const createStatuses =
  ({ letters, failureOfCode, alarm }: Statuses) =>
  async (channel: Address['channel'], statuses: readonly Status[]): Promise<number[]> => {
    const fail = async (told: SentMessage, knock: boolean, code: number): Promise<number[]> => {
      const { failure, retryAfter } = failureOfCode(code, channel);
      const failed = {
        ok: false as const,
        failure,
        detail: String(code),
        ...(retryAfter !== undefined && { retryAfter }),
      };
      const remedy = remedyFor(failed, 1);
      const seconds = remedy.kind === 'end' || failure === 'outside-window' ? 0 : remedy.seconds;
      const state = remedy.kind === 'end' ? remedy.state : 'waiting';
      const fallen = await letters.failed(told, { state, failure, seconds, knock });
      const [first] = fallen;
      const isLoud = first && (first.state !== 'waiting' || failure === 'misconfigured');
      if (isLoud) alarm({ id: first.id, channel, failure, detail: String(code) });
      return fallen.map(({ contact }) => contact);
    };
    const contacts = new Set<number>();
    let rises: Rise[] = [];
    for (const { message, letter, state, code } of statuses) {
      const { knock, tries } = readMark(letter);
      const told = { channel, tries, message };
      if (state !== 'failed') {
        if (!knock) rises.push({ ...told, rank: ranks[state] });
        continue;
      }
      if (rises.length > 0) await letters.rose(rises);
      rises = [];
      for (const contact of await fail(told, knock, code ?? -1)) contacts.add(contact);
    }
    if (rises.length > 0) await letters.rose(rises);
    return [...contacts];
  };
