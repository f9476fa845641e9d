import type { AnyChannel } from '../bot/channels/channel.ts';
import { keptPayload } from '../bot/secret-turn.ts';
import { createDeadUpdates, isDatabaseAway } from '../db/dead-updates.ts';
import type { OpenHall } from './hall.ts';
import { createLetterDesk, type LetterDesk } from './letter-desk.ts';
import { faultOf } from './log.ts';

/** Puts a channel that answers by letters into the hall: its letters are delivered, its messages are taken. */
export const letterDeskOf = (
  hall: OpenHall,
  channel: AnyChannel,
  { media }: { media: () => Promise<unknown> },
): LetterDesk => {
  hall.channels.push(channel);
  const countFailure = createDeadUpdates(hall.database, hall.seal);
  return createLetterDesk({
    channel,
    handle: hall.handle,
    keyOf: ({ from, id }) => hall.keyOf(from, id),
    deliver: hall.deliver,
    announce: hall.announce,
    sweep: () => hall.deliver(),
    media,
    failed: async (key, inbound, error, payload) => {
      const { from } = inbound;
      const { code } = faultOf(error);
      hall.log.error({ event: 'update-failed', channel: from.channel, code });
      return countFailure(key, from, code, keptPayload(hall.parts.registry, inbound, payload));
    },
    isDatabaseAway,
  });
};
