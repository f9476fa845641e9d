import { setTimeout as sleep } from 'node:timers/promises';
import { openQuestionOf } from '../../../bot/handle.ts';
import { createDeliver, type Which } from '../../../bot/jobs/deliver.ts';
import { createMediaStore } from '../../../db/media.ts';
import type { OpenHall } from '../../hall.ts';

/** A letter that is due so soon is waited for (seconds): the answer to an album. */
const soon = 2;

/**
 * The hall with answers that go at once: a real number is as slow as its platform wants it, and all visitors of the demo
 * would wait for each other. What is written unasked goes by the hall's own pace.
 */
export const promptHall = (hall: OpenHall): OpenHall => {
  const { ready } = createMediaStore(hall.database, hall.seal);
  const atOnce = createDeliver({
    outbox: hall.outbox,
    channels: () => hall.channels,
    question: openQuestionOf(hall.parts),
    reminders: hall.reminders,
    pace: () => 0,
    wait: async () => {},
    now: hall.clock.now,
    media: { ready, bytes: hall.photo },
    locale: () => hall.city().agency.locales[0] ?? 'id',
    alarm: ({ id, channel, failure, detail }) =>
      hall.log.error({ event: 'letter-failed', id, channel, code: `${failure} ${detail}` }),
  });
  const deliver = async (which: Which = {}): Promise<number> => {
    const sent = await atOnce(which);
    if (which.contact === undefined) return sent;
    const due = await hall.outbox.nextDue(hall.channels);
    if (due === undefined || due > soon) return sent;
    await sleep(Math.max(50, due * 1000), undefined, { ref: false });
    return sent + (await atOnce({ contact: which.contact }));
  };
  return { ...hall, deliver };
};
