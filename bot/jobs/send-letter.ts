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
import { markOf } from './letter-mark.ts';
import { wayFor } from './way-for.ts';

/** A letter with its words, on the channel it goes by; `joined` are others whose words stand in the same message. */
export type Ready = {
  channel: AnyChannel;
  letter: Taken;
  reply: Reply;
  locale: string;
  joined?: readonly Taken[];
};

/** Letters with files at a time in one process: each may hold 20 MB several times over. */
const atUpload = createGate(2);

/** How long the uploads of one letter may take in all, before another process may try (seconds). */
const uploadLease = 180;

/** Seconds until a letter looks again whether its photos are clean, and until one without a store here is offered again. */
const cleaningWait = 3;
const storeWait = 60;

/** The calls a letter comes to. A platform that tells later what became of them is told whose they are. */
export const wiresOf = ({ channel, letter, reply, locale, joined = [] }: Ready): unknown[] => {
  const shown = fit(reply, channel.can, (text) => translate(locale, text));
  return channel.statuses
    ? channel.encode(letter.to, shown, { letter: markOf([letter, ...joined]) })
    : channel.encode(letter.to, shown);
};

const sendAll = async (ready: Ready, files?: Files): Promise<Sent> => {
  const ids: string[] = [];
  for (const wire of wiresOf(ready)) {
    const sent = await ready.channel.send(wire, files);
    if (!sent.ok) return sent;
    ids.push(...(sent.also ?? []), ...(sent.id === undefined ? [] : [sent.id]));
  }
  return { ok: true, id: ids.pop(), also: ids };
};

/** So many chats of a person are tried before a letter is dropped. */
const chatsTried = 3;

const isGone = ({ failure }: Extract<Sent, { ok: false }>): boolean =>
  failure === 'blocked' || failure === 'unreachable';

const hasOtherChats = ({ answer, road, attempts }: Taken): boolean =>
  !answer && road !== undefined && road.others.length > 0 && !road.own.gone && attempts < chatsTried;

/** What becomes of a letter that could not be sent; whether another one of this contact can go now. */
export const markFailed = async (
  delivery: Delivery,
  { letter, channel, joined = [] }: Ready,
  sent: Extract<Sent, { ok: false }>,
): Promise<boolean> => {
  const { outbox } = delivery;
  const remedy = remedyFor(sent, letter.attempts);
  if (isGone(sent) && hasOtherChats(letter)) {
    for (const other of joined) await outbox.later(other, 0, '', true);
    await outbox.gone(letter, sent.failure);
    return true;
  }
  if (sent.failure === 'misconfigured' || remedy.kind === 'end')
    delivery.alarm({ id: letter.id, channel: channel.name, failure: sent.failure, detail: sent.detail });
  if (remedy.kind === 'end') {
    for (const other of joined) await outbox.later(other, 0, '', true);
    await outbox.ended(letter, remedy.state, sent.failure);
    return true;
  }
  const shut = sent.failure === 'outside-window' && !letter.shut;
  const seconds = shut ? 0 : remedy.seconds;
  if (remedy.pause) await outbox.pause(letter.to, seconds);
  for (const one of [...joined, letter]) await outbox.later(one, seconds, sent.failure, shut);
  return shut;
};

const mark = async (delivery: Delivery, ready: Ready, sent: Sent): Promise<boolean> => {
  const { outbox } = delivery;
  if (!sent.ok) return markFailed(delivery, ready, sent);
  const { letter, reply, joined = [] } = ready;
  let more = await outbox.sent(letter, sent.id, reply.about, sent.also);
  for (const other of joined) more = await outbox.sent(other, sent.id);
  return more;
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

/** Waits until a letter may go by the pace of its chat; false where it is to be offered again, for that takes long. */
export const waitTurn = async (
  delivery: Delivery,
  { contact, bulk, to, ...letter }: Taken,
  joined: readonly Taken[] = [],
): Promise<boolean> => {
  const wait = delivery.pace(contact, bulk, to);
  if (wait > longestPace) {
    for (const one of [...joined, { contact, bulk, to, ...letter }])
      await delivery.outbox.later(one, wait / 1000, 'too much for this chat at once', true);
    return false;
  }
  await delivery.wait(wait);
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
