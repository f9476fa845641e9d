import { type Chat, tell } from './chat.ts';
import { hear } from './hear.ts';
import { asRead, type Shown } from './shown.ts';
import type { Desk } from './world.ts';

/** What a person does to messages that are there already, and what the Cloud API cannot read. */
export function personChanges(desk: Desk, chat: Chat) {
  function own(id: string): Shown {
    const message = chat.messages.get(id);
    if (message?.from !== 'person') throw new Error(`message ${id} was not written by ${chat.person.name}`);
    return message;
  }

  return {
    /** An empty emoji takes the reaction away. */
    react: (id: string, emoji: string): string =>
      hear(desk, chat, {
        type: 'reaction',
        content: { message_id: id, ...(emoji !== '' && { emoji }) },
      }),
    /** Something that the API does not pass on, such as a poll. */
    unsupported: (what = 'poll_creation'): string => {
      const title = 'Message type unknown';
      const details = 'Message type is currently not supported.';
      const errors = [{ code: 131051, title, message: title, error_data: { details } }];
      return hear(desk, chat, { type: 'unsupported', content: { type: what }, extra: { errors }, shows: {} });
    },
    editMessage(id: string, text: string): string {
      const message = own(id);
      Object.assign(message, { raw: text, text: asRead(text), edited: true });
      tell(chat, { kind: 'edit', message: { ...message } });
      const edited = { context: { id }, type: 'text', text: { body: text } };
      return hear(desk, chat, { type: 'edit', content: { original_message_id: id, message: edited } });
    },
    deleteMessage(id: string): string {
      own(id).deleted = true;
      tell(chat, { kind: 'delete', id });
      return hear(desk, chat, { type: 'revoke', content: { original_message_id: id } });
    },
  };
}
