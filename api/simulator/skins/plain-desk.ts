import { setTimeout as sleep } from 'node:timers/promises';
import type { AnyChannel } from '../../../bot/channels/channel.ts';
import type { OpenHall } from '../../hall.ts';
import { letterDeskOf } from '../../letter-desk-of.ts';

/** As often, and after such a rest (milliseconds), a message that could not be written is given again. */
const triesMost = 5;
const rest = 500;

type Around = { media: () => Promise<unknown>; after: (task: Promise<unknown>) => void };

/** Takes what the client has heard, as the device of an office does. */
export const plainDesk = (hall: OpenHall, channel: AnyChannel, { media, after }: Around) => {
  const desk = letterDeskOf(hall, channel, { media });
  return async (event: unknown): Promise<void> => {
    for (const inbound of channel.parse(event)) {
      for (let tries = 0; tries < triesMost; tries++) {
        const taken = await desk.take(inbound, inbound);
        if (taken.kind === 'taken') {
          for (const task of taken.after) after(task);
          break;
        }
        await sleep(rest, undefined, { ref: false });
      }
    }
  };
};
