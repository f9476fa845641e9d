import { setTimeout as sleep } from 'node:timers/promises';
import { type Broadcast, broadcastView } from '../../db/reads/broadcast.ts';
import type { Opened } from '../open.ts';
import { broadcastBar, broadcastLine } from './broadcast-words.ts';
import { operatorCommand } from './operator-command.ts';
import { done, type Outcome } from './outcome.ts';
import { settings, withDatabase } from './with-database.ts';

const lookEvery = 1_000;

/** Clears the line of a terminal and goes to its beginning. */
const anew = '\r\u001B[2K';

/** Looks until no letter in bulk is due any more, or `stopped`. */
export const watchBroadcast = async (
  { database }: Pick<Opened, 'database'>,
  stopped: AbortSignal,
  show: (view: Broadcast, sent: number) => void,
  every = lookEvery,
): Promise<Broadcast> => {
  let sent = 0;
  let before: number | undefined;
  for (;;) {
    const view = await broadcastView(database);
    sent += Math.max(0, (before ?? view.waiting) - view.waiting);
    before = view.waiting;
    show(view, sent);
    if (view.waiting === 0 || stopped.aborted) return view;
    await sleep(every, undefined, { signal: stopped }).catch(() => {});
  }
};

/** Shows how letters in bulk go out until all are gone, or until Ctrl-C. */
export const watchCommand = operatorCommand(
  { name: 'watch', description: 'See how letters in bulk go out, until all are gone', asks: 'tend-outbox' },
  {},
  ({ json }): Promise<Outcome> => {
    const env = settings();
    const zoneOf = ({ zone }: Broadcast) => zone ?? env.AGENCY_TIMEZONE;
    return withDatabase(env, async ({ database }, stopped) => {
      const { stderr } = process;
      const looks = stderr.isTTY && !json;
      const view = await watchBroadcast({ database }, stopped, (now, sent) => {
        if (looks) stderr.write(`${anew}${broadcastBar(now, sent, new Date(), zoneOf(now))}`);
      });
      if (looks) stderr.write(anew);
      return done(broadcastLine(view, new Date(), zoneOf(view)), view);
    });
  },
);
