import { brokenFile } from './broken-file.ts';
import { type Chat, keep, offerToReader, tell } from './chat.ts';
import { fillTemplate } from './fill-template.ts';
import { newWamid, numberShape, userIdShape } from './identifiers.ts';
import { type Outgoing, readMessage } from './messages/read-message.ts';
import { Refusal } from './refusal.ts';
import { show } from './show.ts';
import { plainHabit, report, type Sent, tellFate } from './statuses.ts';
import { type Desk, unixNow, type World } from './world.ts';

type Named = { input: string; to: Sent['to']; chat: Chat | undefined };

const idsKept = 100_000;

/**
 * One message: read, refused or taken, shown to the person, and followed by news of it. What Meta finds out only after
 * taking the message (window, unknown person, broken file) comes as a `failed` status, as there.
 */
export async function sendMessage(desk: Desk, body: unknown, late: Refusal | undefined): Promise<object> {
  const { world } = desk;
  const message = readMessage(body);
  const named = whom(desk, message);
  const filled = message.type === 'template' ? fillTemplate(world.templates, message.template) : undefined;
  if (filled?.template.category === 'authentication' && 'userId' in named.to)
    throw new Refusal(131062, 'Authentication templates need a phone number.');
  const problem = late ?? problemOf(world, message, named.chat);
  if (problem?.code === 131047 && world.windowAt === 'call') throw problem;
  if (named.chat) desk.pace(named.chat.pair, world.clock.now());

  const id = newWamid(world.dice);
  const sent: Sent = {
    id,
    shown: undefined,
    chat: named.chat,
    to: named.to,
    opaque: message.biz_opaque_callback_data,
    category: filled?.template.category ?? 'service',
    inWindow: (named.chat?.openUntil ?? 0) > world.clock.now(),
  };
  const habit = world.habit ?? { ...plainHabit, read: false };
  if (problem) {
    world.stats.failed++;
    if (habit.early) await report(desk, sent, 'failed', problem);
    else desk.delivery.later(habit.everyS, () => void report(desk, sent, 'failed', problem));
  } else {
    if (named.chat) arrive(desk, named.chat, message, sent, filled);
    if (world.habit) await tellFate(desk, sent, world.habit);
  }
  return answer(named, id, filled !== undefined);
}

function whom(desk: Desk, { to, recipient }: Outgoing): Named {
  if (to !== undefined && numberShape.test(to)) {
    const waId = to.replace('+', '');
    return { input: to, to: { waId }, chat: desk.byNumber.get(waId) };
  }
  const userId = to === undefined ? recipient : desk.world.userIdIn === 'both' ? to : undefined;
  if (userId === undefined && to === undefined) throw new Refusal(100, 'The parameter to is required.');
  if (userId === undefined) throw new Refusal(100, 'Param to is not a valid phone number');
  if (!userIdShape.test(userId)) throw new Refusal(100, 'Param recipient is not a valid user ID');
  return { input: userId, to: { userId }, chat: desk.byUser.get(userId) };
}

function problemOf(world: World, message: Outgoing, chat: Chat | undefined): Refusal | undefined {
  if (!chat || chat.gone)
    return new Refusal(
      131026,
      'Message Undeliverable. The recipient is not on WhatsApp or cannot receive it.',
    );
  if (message.type !== 'template' && chat.openUntil <= world.clock.now())
    return new Refusal(
      131047,
      'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
    );
  return brokenFile(world, message);
}

function arrive(
  desk: Desk,
  chat: Chat,
  message: Outgoing,
  sent: Sent,
  filled: ReturnType<typeof fillTemplate> | undefined,
): void {
  if (chat.blocked) return;
  if (message.type === 'reaction') {
    const { message_id: id, emoji } = message.reaction;
    const on = chat.messages.get(id);
    if (!on) throw new Refusal(131009, 'Message to react to was not found');
    on.reactions = emoji === '' ? [] : [emoji];
    tell(chat, { kind: 'reaction', id, emoji });
    return;
  }
  chat.typingUntil = 0;
  const replyTo = message.context?.message_id;
  const shown = {
    ...show(message, sent.id, unixNow(desk.world), filled),
    ...(replyTo !== undefined && chat.messages.has(replyTo) && { replyTo }),
  };
  sent.shown = shown;
  remember(desk, chat, shown.id);
  keep(chat, shown);
  offerToReader(chat, shown);
}

export function remember({ chatOf }: Desk, chat: Chat, id: string): void {
  chatOf.set(id, chat);
  if (chatOf.size <= idsKept) return;
  const oldest = chatOf.keys().next().value;
  if (oldest !== undefined) chatOf.delete(oldest);
}

function answer({ input, to }: Named, id: string, isTemplate: boolean): object {
  const contact = 'waId' in to ? { input, wa_id: to.waId } : { input, user_id: to.userId };
  const message = isTemplate ? { id, message_status: 'accepted' } : { id };
  return { messaging_product: 'whatsapp', contacts: [contact], messages: [message] };
}
