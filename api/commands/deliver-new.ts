import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../db/database.ts';
import { lettersAfter } from '../../db/reads/outbox.ts';
import type { OpenHall } from '../hall.ts';
import type { Progress } from './progress.ts';

/** Letters of accounts that only the running service has (the simulator) are left to it, and waited for this long after the last was sent (milliseconds). */
const serviceMs = 5_000;
const lookMs = 200;

/** Contacts written to at a time; the pace of a channel is kept by `hall.deliver`. */
const lanes = 8;

/** Sends what was written after letter `since`, contact by contact, and waits for what the service sends. Returns how many were written and how many wait. */
export const deliverNew = async (
  hall: OpenHall<Database>,
  since: number,
  { tell }: Progress,
): Promise<{ written: number; waiting: number }> => {
  let before = Number.POSITIVE_INFINITY;
  let moved = Date.now();
  for (;;) {
    const { written, waiting, due } = await lettersAfter(hall.database, since);
    if (due.length === 0) return { written, waiting };
    if (waiting < before) moved = Date.now();
    before = waiting;
    if (Date.now() - moved > serviceMs) return { written, waiting };
    const ours = due.filter(({ channel, account }) =>
      hall.channels.some((here) => here.name === channel && here.account === account),
    );
    let sent = 0;
    for (let at = 0; at < ours.length; at += lanes) {
      const group = ours.slice(at, at + lanes);
      const counts = await Promise.all(group.map(({ contact }) => hall.deliver({ contact })));
      sent += counts.reduce((sum, count) => sum + count, 0);
      tell(`${written - waiting + sent} of ${written} letters sent`);
    }
    if (sent === 0) await sleep(lookMs);
  }
};
