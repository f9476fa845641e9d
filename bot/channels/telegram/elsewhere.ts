import { isFields, numberOf } from '../fields.ts';

type Body = { readonly [name: string]: unknown };

const topicGone = ['message thread not found', 'TOPIC_CLOSED', 'TOPIC_DELETED'];

/**
 * Where a refused call belongs instead: the group itself when its topic is closed or deleted, the same group under its
 * new number once it became a supergroup. What stands in our memory is put right by the update that tells of it.
 */
export const elsewhere = (body: Body, answer: unknown): Body | undefined => {
  if (!isFields(answer) || answer.ok !== false) return undefined;
  const { message_thread_id: thread, ...rest } = body;
  const moved = isFields(answer.parameters) ? numberOf(answer.parameters.migrate_to_chat_id) : undefined;
  if (moved !== undefined) return { ...rest, chat_id: moved };
  const why = String(answer.description);
  return thread !== undefined && topicGone.some((gone) => why.includes(gone)) ? rest : undefined;
};
