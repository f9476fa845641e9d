import type { Address } from '../../conversation/inbound.ts';

/** Telegram counts groups below zero (core.telegram.org/bots/api#chat). */
export const isGroup = (to: Address): boolean => to.id.startsWith('-');

/** The group that an address lies in, whichever topic of it. */
export const groupOf = (to: Address): string | undefined =>
  to.channel === 'telegram' && isGroup(to) ? to.id.split('/')[0] : undefined;

/** An address as calls name it: a person or a group (`-100123`), or one topic of a group (`-100123/45`). */
export const placeOf = (to: Address): { chat_id: number; message_thread_id?: number } => {
  const [chat, thread] = to.id.split('/');
  return { chat_id: Number(chat), ...(thread && { message_thread_id: Number(thread) }) };
};
