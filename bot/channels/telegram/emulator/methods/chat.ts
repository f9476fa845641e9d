import { badRequest, type Params } from '../outcome.ts';
import { numberOf, textOf } from '../params.ts';
import { chatOf, openChat, put } from '../say.ts';
import type { Desk } from '../world.ts';
import type { Method } from './method.ts';

export const getChat: Method = (desk, params) => ({
  ...chatOf(desk, params).wire,
  accent_color_id: 0,
  max_reaction_count: 11,
});

export const getChatMember: Method = (desk, params) => {
  const chat = chatOf(desk, params);
  const id = numberOf(params, 'user_id') ?? 0;
  if (id === desk.account.user.id)
    return chat.role === 'member'
      ? { status: 'member', user: desk.account.user }
      : {
          status: 'administrator',
          user: desk.account.user,
          can_manage_topics: true,
          can_delete_messages: true,
        };
  const user = chat.members.get(id);
  if (!user) throw badRequest('PARTICIPANT_ID_INVALID');
  return { status: 'member', user };
};

const colour = 0x6fb9f0;

export const createForumTopic: Method = (desk, params) => {
  const name = textOf(params, 'name').trim();
  if (name === '') throw badRequest('TOPIC_NAME_EMPTY');
  if (name.length > 128) throw badRequest('TOPIC_TITLE_INVALID');
  const chat = forum(desk, params);
  if (chat.role === 'member') throw badRequest('not enough rights to create a topic');
  const { message } = put(
    desk,
    chat,
    { forum_topic_created: { name, icon_color: colour } },
    { kind: 'none' },
  );
  message.message_thread_id = message.message_id;
  message.is_topic_message = true;
  chat.topics.set(message.message_id, { name, closed: false });
  return { message_thread_id: message.message_id, name, icon_color: colour };
};

export const editForumTopic: Method = (desk, params) => {
  const { topic } = topicOf(desk, params);
  const name = textOf(params, 'name').trim();
  if (name.length > 128) throw badRequest('TOPIC_TITLE_INVALID');
  if (name === '' || name === topic.name) throw badRequest('TOPIC_NOT_MODIFIED');
  topic.name = name;
  return true;
};

const turn =
  (closed: boolean): Method =>
  (desk, params) => {
    const { chat, topic, thread } = topicOf(desk, params);
    if (topic.closed === closed) throw badRequest('TOPIC_NOT_MODIFIED');
    topic.closed = closed;
    const notice = closed ? { forum_topic_closed: {} } : { forum_topic_reopened: {} };
    put(desk, chat, { ...notice, message_thread_id: thread, is_topic_message: true }, { kind: 'none' });
    return true;
  };

export const closeForumTopic = turn(true);
export const reopenForumTopic = turn(false);

export const deleteForumTopic: Method = (desk, params) => {
  const { chat, thread } = topicOf(desk, params);
  chat.topics.delete(thread);
  for (const kept of chat.messages.values())
    if (kept.message.message_thread_id === thread) kept.deleted = true;
  return true;
};

function forum(desk: Desk, params: Params) {
  const chat = openChat(desk, params);
  if (!chat.wire.is_forum) throw badRequest('the chat is not a forum');
  return chat;
}

function topicOf(desk: Desk, params: Params) {
  const chat = forum(desk, params);
  const thread = numberOf(params, 'message_thread_id') ?? 0;
  const topic = chat.topics.get(thread);
  if (!topic) throw badRequest('TOPIC_ID_INVALID');
  return { chat, topic, thread };
}
