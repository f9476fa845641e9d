import type { Files, Sent } from '../channels/channel.ts';
import { longestPace } from '../pace.ts';
import type { Taken } from '../ports.ts';
import { attach, keeping } from './attach.ts';
import type { Delivery } from './deliver.ts';
import { createGate } from './gate.ts';
import { mark } from './mark-letter.ts';
import { type Ready, wiresOf } from './ready.ts';
import { wayFor } from './way-for.ts';

/** Letters with files at a time in one process: each may hold 20 MB several times over. */
const atUpload = createGate(2);

/** How long the uploads of one letter may take in all, before another process may try (seconds). */
const uploadLease = 180;

/** Seconds until a letter looks again whether its photos are clean, and until one without a store here is offered again. */
const cleaningWait = 3;
const storeWait = 60;

/** Where messages are counted, those of one letter count each. */
const pauseBetween = async (delivery: Delivery, { channel, letter }: Ready): Promise<void> => {
  if (!channel.can.letters) return;
  const { contact, bulk, to } = letter;
  await delivery.wait(Math.min(delivery.pace(contact, bulk, to), longestPace));
};

const sendAll = async (delivery: Delivery, ready: Ready, files?: Files): Promise<Sent> => {
  const ids: string[] = [];
  for (const [i, wire] of wiresOf(ready).entries()) {
    if (i > 0) await pauseBetween(delivery, ready);
    const sent = await ready.channel.send(wire, files);
    if (!sent.ok) return sent;
    ids.push(...(sent.also ?? []), ...(sent.id === undefined ? [] : [sent.id]));
  }
  return { ok: true, id: ids.pop(), also: ids };
};

/** A file that the platform will not have (some people forbid voice notes) must not cost the words. */
const wordsOnly = (
  delivery: Delivery,
  ready: Ready,
  { failure, detail }: Extract<Sent, { ok: false }>,
): Promise<Sent> => {
  delivery.alarm({ id: ready.letter.id, channel: ready.channel.name, failure, detail });
  return sendAll(delivery, { ...ready, reply: keeping(ready.reply, []) });
};

/** Seconds after which a letter asks again that found no place among many. */
const crowded = 1;

/** Waits until a letter may go by the pace of its chat and of all; false where it is to be offered again, for that takes long. */
export const waitTurn = async (
  delivery: Delivery,
  letter: Taken,
  joined: readonly Taken[] = [],
): Promise<boolean> => {
  const { contact, bulk, to } = letter;
  const again = async (seconds: number, why: string): Promise<false> => {
    for (const one of [...joined, letter]) await delivery.outbox.later(one, seconds, why, true);
    return false;
  };
  const wait = delivery.pace(contact, bulk, to);
  if (wait > longestPace) return again(wait / 1000, 'too much for this chat at once');
  await delivery.wait(wait);
  if (delivery.turns && !(await delivery.turns(to, bulk, wait))) return again(crowded, 'too much at once');
  return true;
};

/** The time for free words may have run out while a letter waited for its turn. */
const stillGoes = ({ channels, locale, now }: Delivery, { letter, reply }: Ready): boolean =>
  wayFor(channels(), letter, reply, locale(), now()) === 'send';

const send = async (delivery: Delivery, ready: Ready, files?: Files): Promise<boolean> => {
  const { letter, joined = [] } = ready;
  if (!(await waitTurn(delivery, letter, joined))) return false;
  if (letter.road && !stillGoes(delivery, ready)) {
    for (const one of [...joined, letter]) await delivery.outbox.later(one, 0, 'outside window', true);
    return true;
  }
  const sent = await sendAll(delivery, ready, files);
  const refused = files && !sent.ok && sent.failure === 'rejected' ? sent : undefined;
  return mark(delivery, ready, refused ? await wordsOnly(delivery, ready, refused) : sent);
};

/**
 * Once its photos are clean; until then a letter keeps its place, and its tries do not count. Without a store here it waits
 * for a process that has one, unless words can stand for all that it shows.
 */
const sendWithMedia = async (delivery: Delivery, ready: Ready): Promise<boolean> => {
  const { outbox, media } = delivery;
  const { letter, channel, reply } = ready;
  if (!media && reply.media?.every(({ alt }) => alt))
    return send(delivery, { ...ready, reply: keeping(reply, []) });
  if (!media) {
    await outbox.later(letter, storeWait, 'no store of photos here', true);
    return false;
  }
  if (!(await outbox.hold(letter, uploadLease))) return false;
  const attached = await attach(media, channel, reply, letter.age ?? 0).catch((): 'away' => 'away');
  switch (attached) {
    case 'away':
      return mark(delivery, ready, { ok: false, failure: 'unknown', detail: 'the store of photos is away' });
    case 'wait':
      await outbox.later(letter, cleaningWait, 'photos not clean yet', true);
      return false;
    default:
      return send(delivery, { ...ready, reply: attached.reply }, attached.files);
  }
};

/** Sends a letter and marks what came of it; whether another one of this contact can go now. */
export const sendLetter = (delivery: Delivery, ready: Ready): Promise<boolean> => {
  const { reply, channel } = ready;
  const shows = reply.media?.some(({ kind }) => channel.can.shows.includes(kind));
  return shows ? atUpload(() => sendWithMedia(delivery, ready)) : send(delivery, ready);
};
