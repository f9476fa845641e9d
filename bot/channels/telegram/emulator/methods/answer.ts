import { tell } from '../chat.ts';
import { badRequest } from '../outcome.ts';
import { flagOf, isRecord, nestedOf, numberOf, textOf } from '../params.ts';
import { openChat } from '../say.ts';
import type { Method } from './method.ts';

const expired = 'query is too old and response timeout expired or query ID is invalid';

export const answerCallbackQuery: Method = ({ account, world }, params) => {
  const text = textOf(params, 'text');
  if (text.length > 200) throw badRequest('MESSAGE_TOO_LONG');
  const press = account.presses.get(textOf(params, 'callback_query_id'));
  if (!press || press.answered || press.answeredUntil < world.clock.now()) throw badRequest(expired);
  press.answered = true;
  const url = textOf(params, 'url');
  const answer = { text, alert: flagOf(params, 'show_alert'), ...(url && { url }) };
  press.chat.lastAnswer = answer;
  tell(press.chat, () => ({ kind: 'answer', ...answer }));
  return true;
};

const emoji = new Set(
  (
    '👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 ' +
    '😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡'
  ).split(' '),
);

/** A bot may leave one reaction, from Telegram's own list. https://core.telegram.org/bots/api#reactiontypeemoji */
export const setMessageReaction: Method = (desk, params) => {
  const given = nestedOf(params, 'reaction', "can't parse reaction types JSON object") ?? [];
  if (!Array.isArray(given)) throw badRequest('expected an Array of ReactionType');
  const chosen = given.map((one) => (isRecord(one) ? String(one.emoji ?? '').replace(/\ufe0f$/, '') : ''));
  if (chosen.length > 1) throw badRequest('REACTIONS_TOO_MANY');
  if (chosen.some((one) => !emoji.has(one))) throw badRequest('REACTION_INVALID');
  const chat = openChat(desk, params);
  const id = numberOf(params, 'message_id') ?? 0;
  const kept = chat.messages.get(id);
  if (!kept || kept.deleted) throw badRequest('message to react not found');
  kept.reactions = chosen;
  tell(chat, () => ({ kind: 'reaction', id, emoji: chosen }));
  return true;
};
