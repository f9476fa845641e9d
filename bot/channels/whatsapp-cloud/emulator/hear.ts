import { type Chat, keep } from './chat.ts';
import { contactOf } from './envelope.ts';
import { newWamid } from './identifiers.ts';
import { windowS } from './limits.ts';
import { remember } from './send-message.ts';
import { blankMessage, type Shown } from './shown.ts';
import { type Desk, scaledMs, unixNow } from './world.ts';

/** `replyTo`: the message this one answers. */
export type Where = { replyTo?: string };

/** What a person does: its kind and content on the wire, and what of it stands in the chat. */
export type Act = { type: string; content: object; shows?: Partial<Shown>; extra?: object };

/**
 * A person's act goes to the business, and opens the window. Field by field:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
 */
export function hear(
  desk: Desk,
  chat: Chat,
  { type, content, shows, extra }: Act,
  where: Where = {},
): string {
  const { world } = desk;
  if (chat.blocked || chat.gone) throw new Error(`${chat.person.name} cannot write: blocked or gone`);
  const id = newWamid(world.dice);
  chat.openUntil = world.clock.now() + scaledMs(world, windowS);
  if (shows) {
    const replyTo = where.replyTo === undefined ? {} : { replyTo: where.replyTo };
    keep(chat, { ...blankMessage(id, 'person', unixNow(world), shows.raw ?? ''), ...shows, ...replyTo });
  }
  remember(desk, chat, id);
  const context = where.replyTo === undefined ? {} : { context: contextOf(desk, chat, where.replyTo) };
  const message = { ...context, ...senderOf(chat), id, ...stamp(desk), type, [type]: content, ...extra };
  void desk.delivery.emit({ kind: 'message', content: message, contact: contactOf(chat.person) });
  return id;
}

/** News about a person that no person wrote; it names no contact and opens no window. */
export function announce(desk: Desk, sender: object, system: object): string {
  const id = newWamid(desk.world.dice);
  const content = { ...sender, id, ...stamp(desk), type: 'system', system };
  void desk.delivery.emit({ kind: 'message', content, contact: undefined });
  return id;
}

const stamp = ({ world }: Desk) => ({ timestamp: String(unixNow(world)) });

export const senderOf = ({ person: { waId, userId } }: Chat): object => ({
  ...(waId !== undefined && { from: waId }),
  ...(userId !== undefined && { from_user_id: userId }),
});

const contextOf = ({ number }: Desk, chat: Chat, id: string): object => {
  const mine = chat.messages.get(id)?.from === 'person';
  return { from: mine ? chat.person.waId : number.displayNumber.replace(/\D/g, ''), id };
};
