import { tell } from './chat.ts';
import { Refusal } from './refusal.ts';
import { type Desk, scaledMs } from './world.ts';

type ReadMark = { message_id: string; typing_indicator: object | undefined };

/** Marks a person's message as read, and lets it seem that an answer is being written. */
export function markRead(desk: Desk, { message_id: id, typing_indicator }: ReadMark, seconds: number): void {
  const { world } = desk;
  const chat = desk.chatOf.get(id);
  const message = chat?.messages.get(id);
  if (!chat || message?.from !== 'person') throw new Refusal(131009, `Message id is not known: ${id}`);
  message.status = 'read';
  tell(chat, { kind: 'status', id, status: 'read' });
  if (!typing_indicator) return;
  chat.typingUntil = world.clock.now() + scaledMs(world, seconds);
  tell(chat, { kind: 'typing' });
}
