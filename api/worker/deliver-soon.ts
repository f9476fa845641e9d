import type { OpenHall } from '../hall.ts';

/** A letter that may go within this many seconds, such as an album's one answer, is waited for; the minute's tick sends the others. */
const worthWaiting = 5;

const pause = (seconds: number) => new Promise<void>((resolve) => setTimeout(resolve, seconds * 1000));

/** Sends what waits, and what will be due in a moment: between two ticks a Worker has no sweep that would. */
export const deliverSoon =
  ({ deliver, outbox, channels }: Pick<OpenHall, 'deliver' | 'outbox' | 'channels'>): OpenHall['deliver'] =>
  async ({ taken = [], ...only } = {}) => {
    const count = await deliver({ taken, ...only });
    const due = await outbox.nextDue(channels);
    if (due === undefined || due > worthWaiting) return count;
    await pause(Math.max(due, 0));
    return count + (await deliver(only));
  };
