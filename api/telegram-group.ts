import { sendInOrder, wiresOf } from '../bot/answer.ts';
import type { Channel } from '../bot/channels/channel.ts';
import { answerPress, type Wire } from '../bot/channels/telegram/encode.ts';
import { erase, react } from '../bot/channels/telegram/group-calls.ts';
import { fit } from '../bot/conversation/fit.ts';
import type { Inbound } from '../bot/conversation/inbound.ts';
import type { Handled } from '../bot/handle.ts';
import type { GroupHandled } from '../bot/handle-group.ts';
import { translate } from '../bot/i18n/translate.ts';

const signs = { heard: '👀', noted: '✍' } as const;

/** What is said and shown in the group itself, as calls; none of it is missed where it fails. */
export const groupWires = (
  { group }: Inbound,
  { place, here, locale, sign, erases }: GroupHandled,
  channel: Channel<Wire>,
): Wire[] => {
  const message = group?.message;
  const speak = (text: Parameters<typeof translate>[1]) => translate(locale, text);
  return [
    ...(message && sign ? [react(place, message, signs[sign])] : []),
    ...here.flatMap((reply) => channel.encode(place, fit(reply, channel.can, speak))),
    ...(message && erases ? [erase(place, message)] : []),
  ];
};

/** The answer to something in a group: the toast of a press, what is said there, and what goes on in the private chat. */
export const respondInGroup = (
  inbound: Inbound,
  answered: GroupHandled,
  channel: Channel<Wire>,
  sendPrivately: (wires: readonly Wire[], handled: Handled, inbound: Inbound) => Promise<void>,
): { toast?: Wire; after: Promise<unknown>[] } => {
  const { handled, toast } = answered;
  const { press, ...own } = inbound;
  const there = groupWires(inbound, answered, channel);
  return {
    ...(press?.query && { toast: answerPress(press.query, toast) }),
    after: [
      ...there.map((wire) => sendInOrder([wire], channel.send)),
      ...(handled ? [sendPrivately(wiresOf<Wire>(handled, own, channel), handled, own)] : []),
    ],
  };
};
