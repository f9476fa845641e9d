import type { AnyChannel, Files, Sent } from '../channels/channel.ts';
import { remedyFor } from '../channels/remedy.ts';
import { fit } from '../conversation/fit.ts';
import type { Reply } from '../conversation/reply.ts';
import { translate } from '../i18n/translate.ts';
import { longestPace } from '../pace.ts';
import type { Taken } from '../ports.ts';
import { attach, keeping } from './attach.ts';
import type { Delivery } from './deliver.ts';
import { createGate } from './gate.ts';

/** A letter with its words, on the channel it goes by. */
export type Ready = { channel: AnyChannel; letter: Taken; reply: Reply; locale: string };

/** Letters with files at a time in one process: each may hold 20 MB several times over. */
const atUpload = createGate(2);

/** How long the uploads of one letter may take in all, before another process may try (seconds). */
const uploadLease = 180;

/** Seconds until a letter looks again whether its photos are clean, and until one without a store here is offered again. */
const cleaningWait = 3;
const storeWait = 60;

const sendAll = async ({ channel, letter, reply, locale }: Ready, files?: Files): Promise<Sent> => {
  const shown = fit(reply, channel.can, (text) => translate(locale, text));
  const ids: string[] = [];
  for (const wire of channel.encode(letter.to, shown)) {
    const sent = await channel.send(wire, files);
    if (!sent.ok) return sent;
    ids.push(...(sent.also ?? []), ...(sent.id === undefined ? [] : [sent.id]));
  }
  return { ok: true, id: ids.pop(), also: ids };
};

const mark = async (delivery: Delivery, { letter, channel, reply }: Ready, sent: Sent): Promise<boolean> => {
  const { outbox } = delivery;
  if (sent.ok) return outbox.sent(letter, sent.id, reply.about, sent.also);
  const remedy = remedyFor(sent, letter.attempts);
  if (sent.failure === 'misconfigured' || remedy.kind === 'end')
    delivery.alarm({ id: letter.id, channel: channel.name, failure: sent.failure, detail: sent.detail });
  if (remedy.kind === 'end') {
    await outbox.ended(letter, remedy.state, sent.failure);
    return true;
  }
  if (remedy.pause) await outbox.pause(letter.to, remedy.seconds);
  await outbox.later(letter, remedy.seconds, sent.failure);
  return false;
};

/** A file that the platform will not have (some people forbid voice notes) must not cost the words. */
const wordsOnly = (
  delivery: Delivery,
  ready: Ready,
  { failure, detail }: Extract<Sent, { ok: false }>,
): Promise<Sent> => {
  delivery.alarm({ id: ready.letter.id, channel: ready.channel.name, failure, detail });
  return sendAll({ ...ready, reply: keeping(ready.reply, []) });
};

const send = async (delivery: Delivery, ready: Ready, files?: Files): Promise<boolean> => {
  const { contact, bulk, to } = ready.letter;
  const wait = delivery.pace(contact, bulk, to);
  if (wait > longestPace) {
    await delivery.outbox.later(ready.letter, wait / 1000, 'too much for this chat at once', true);
    return false;
  }
  await delivery.wait(wait);
  const sent = await sendAll(ready, files);
  const refused = files && !sent.ok && sent.failure === 'rejected' ? sent : undefined;
  return mark(delivery, ready, refused ? await wordsOnly(delivery, ready, refused) : sent);
};

/** Once its photos are clean; until then a letter keeps its place, and its tries do not count. */
const sendWithMedia = async (delivery: Delivery, ready: Ready): Promise<boolean> => {
  const { outbox, media } = delivery;
  const { letter, channel, reply } = ready;
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
