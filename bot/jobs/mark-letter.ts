import type { Sent } from '../channels/channel.ts';
import { remedyFor } from '../channels/remedy.ts';
import type { Delivery } from './deliver.ts';
import { nearFor } from './letter-reach.ts';
import type { Ready } from './ready.ts';

/** So many chats of a person are tried before a letter is dropped. */
const chatsTried = 3;

const isGone = ({ failure }: Extract<Sent, { ok: false }>): boolean =>
  failure === 'blocked' || failure === 'unreachable';

const hasOtherChats = ({ letter, reply }: Ready): boolean =>
  nearFor(letter, reply).length > 0 && letter.road?.own.gone === false && letter.attempts < chatsTried;

/** What becomes of a letter that could not be sent; whether another one of this contact can go now. */
export const markFailed = async (
  delivery: Delivery,
  ready: Ready,
  sent: Extract<Sent, { ok: false }>,
): Promise<boolean> => {
  const { outbox } = delivery;
  const { letter, channel, joined = [] } = ready;
  const remedy = remedyFor(sent, letter.attempts);
  if (isGone(sent) && hasOtherChats(ready)) {
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
  const forgiven = shut || remedy.pause;
  for (const one of [...joined, letter]) await outbox.later(one, seconds, sent.failure, forgiven);
  return shut;
};

/**
 * What can be chosen there can be typed from now on, where people type: on WhatsApp, and wherever choices are numbered
 * lines. The choices of a letter that was taken with the message that wrote it (without an age) are known already.
 */
const offerChoices = async (delivery: Delivery, { channel, letter, reply }: Ready): Promise<void> => {
  const { choices = [] } = reply;
  const { can } = channel;
  if (!delivery.offered || choices.length === 0 || letter.age === undefined) return;
  if (can.letters || !can.buttons) await delivery.offered(letter.to, letter.contact, choices);
};

/** What came of sending a letter, written down; whether another one of this contact can go now. */
export const mark = async (delivery: Delivery, ready: Ready, sent: Sent): Promise<boolean> => {
  const { outbox } = delivery;
  if (!sent.ok) return markFailed(delivery, ready, sent);
  const { letter, reply, joined = [] } = ready;
  let more = await outbox.sent(letter, sent.id, reply.about, sent.also);
  for (const other of joined) more = await outbox.sent(other, sent.id);
  await offerChoices(delivery, ready);
  return more;
};
