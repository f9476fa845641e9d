import type { Address } from '../../conversation/inbound.ts';
import type { Wire } from './encode.ts';
import { placeOf } from './place.ts';

/** Opens a topic in a group; what it is known by comes back as the id. */
export const openTopic = (group: Address, name: string): Wire => ({
  method: 'createForumTopic',
  body: { ...placeOf(group), name },
});

/** Takes a topic away again that another one made needless. */
export const removeTopic = (topic: Address): Wire => ({ method: 'deleteForumTopic', body: placeOf(topic) });

/** A sign on a message that it was heard, without a message. */
export const react = (group: Address, message: string, emoji: '👀' | '✍'): Wire => ({
  method: 'setMessageReaction',
  body: {
    chat_id: placeOf(group).chat_id,
    message_id: Number(message),
    reaction: [{ type: 'emoji', emoji }],
  },
});

/** Takes a message out of a group; only an administrator of it may, and then only for two days. */
export const erase = (group: Address, message: string): Wire => ({
  method: 'deleteMessage',
  body: { chat_id: placeOf(group).chat_id, message_id: Number(message) },
});
