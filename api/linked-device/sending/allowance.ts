import { HeldBack } from '../../../bot/channels/whatsapp-linked/send.ts';
import type { HealthBook } from '../../../db/linked-device-health.ts';
import type { Log } from '../../log.ts';
import { dayLong, type PauseReason, type Restriction } from './restriction.ts';

/** What the allowance needs. `dailyMost` and `untilMidnight` (seconds) are the city's; `lookAgain` seconds: how soon an operator's word is noticed. */
export type AllowanceParts = {
  book: Pick<HealthBook, 'count' | 'pause' | 'resume' | 'read'>;
  dailyMost: () => number;
  untilMidnight: () => number;
  lookAgain: number;
  log: Log;
};

/** Whether a message may go now, kept where it outlives the process. */
export type Allowance = {
  /** Takes the place of one message of the day. Throws `HeldBack` where none may go. */
  take: () => Promise<void>;
  /** WhatsApp refused a message by a code. */
  refused: (code: number) => Promise<void>;
  restrict: (by: Restriction) => Promise<void>;
  /** What was known of the pause may have changed: somebody else had the device. */
  forget: () => void;
};

const channel = 'whatsapp-linked';

const mayNotWrite = 463;

/** At this part of the day's limit an operator is warned. */
const nearly = 0.8;

/**
 * The device's pauses and its limit of a day. A pause is known here in the moment in which it begins, and written down before
 * anything else may go; that it has been lifted, or is over, the book says.
 */
export const createAllowance = ({
  book,
  dailyMost,
  untilMidnight,
  lookAgain,
  log,
}: AllowanceParts): Allowance => {
  let paused: PauseReason | 'as the book says' | undefined = 'as the book says';
  let unwritten: { why: PauseReason; seconds: number }[] = [];

  const write = async (): Promise<void> => {
    for (const pause of unwritten) {
      await book.pause(pause.seconds, pause.why);
      unwritten = unwritten.filter((one) => one !== pause);
    }
  };
  const pause = async (why: PauseReason, seconds: number): Promise<void> => {
    if (paused !== why) log.error({ event: 'linked-device-paused', channel, code: why });
    paused = why;
    unwritten.push({ why, seconds });
    await write();
  };
  const stillPaused = async (): Promise<boolean> => {
    if (paused === undefined) return false;
    await write();
    const health = await book.read();
    if (health?.pausedUntil) return true;
    if (paused !== 'as the book says') log.info({ event: 'linked-device-resumed', channel });
    paused = undefined;
    return false;
  };

  return {
    take: async () => {
      if (await stillPaused()) throw new HeldBack('paused', lookAgain);
      const most = dailyMost();
      const sent = await book.count('sent');
      if (sent === Math.ceil(most * nearly))
        log.warn({ event: 'linked-device-day-nearly-full', channel, count: sent });
      if (sent <= most) return;
      await book.count('sent', -1);
      await pause('daily-most', untilMidnight());
      throw new HeldBack('paused', lookAgain);
    },
    refused: async (code) => {
      const begun = code === mayNotWrite ? pause('refused-463', dayLong) : undefined;
      await Promise.all([begun, book.count('refused')]);
    },
    restrict: async (by) => {
      if (by.kind === 'pause') return pause(by.why, by.seconds);
      const health = await book.read();
      if (health?.pausedWhy === 'time-lock') await book.resume();
    },
    forget: () => {
      paused ??= 'as the book says';
    },
  };
};
