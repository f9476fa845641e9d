import { tell } from '../chat.ts';
import { messageText } from '../formatted-text.ts';
import { badRequest, type Params } from '../outcome.ts';
import { nestedOf, numberOf, textOf } from '../params.ts';
import { openChat, say } from '../say.ts';
import { scaledMs } from '../world.ts';
import type { Method } from './method.ts';

export const sendMessage: Method = (desk, params) =>
  say(desk, params, () => {
    const { text, entities } = messageText(params);
    return entities.length > 0 ? { text, entities } : { text };
  });

export const sendLocation: Method = (desk, params) =>
  say(desk, params, () => ({ location: placeIn(params) }));

/** A venue is told with its place beside it, as a message with a place alone has it. https://core.telegram.org/bots/api#message */
export const sendVenue: Method = (desk, params) =>
  say(desk, params, () => {
    const location = placeIn(params);
    return {
      location,
      venue: { location, title: named(params, 'title'), address: named(params, 'address') },
    };
  });

const placeIn = (params: Params) => ({
  latitude: degrees(params, 'latitude', 90),
  longitude: degrees(params, 'longitude', 180),
});

function named(params: Params, name: 'title' | 'address'): string {
  const words = textOf(params, name).trim();
  if (words === '') throw badRequest(`${name} is empty`);
  return words;
}

function degrees(params: Params, name: string, most: number): number {
  const value = numberOf(params, name);
  if (value === undefined) throw badRequest(`${name} is empty`);
  if (Math.abs(value) > most) throw badRequest('wrong location specified');
  return value;
}

export const sendPoll: Method = (desk, params) =>
  say(desk, params, () => {
    const question = textOf(params, 'question').trim();
    if (question === '') throw badRequest('poll question must be non-empty');
    if (question.length > 300) throw badRequest('poll question length must not exceed 300');
    const given = nestedOf(params, 'options', "can't parse options JSON object");
    if (!Array.isArray(given)) throw badRequest('expected an Array of InputPollOption');
    if (given.length < 2) throw badRequest('poll must have at least 2 option');
    if (given.length > 12) throw badRequest("poll can't have more than 12 options");
    const options = given.map((option) => ({ text: optionText(option), voter_count: 0 }));
    const type = textOf(params, 'type') === 'quiz' ? 'quiz' : 'regular';
    if (type === 'quiz' && numberOf(params, 'correct_option_id') === undefined)
      throw badRequest('wrong correct option ID specified');
    return { poll: { id: String(desk.account.nextMessage), question, options, type } };
  });

function optionText(option: unknown): string {
  const text = typeof option === 'string' ? option : textOf(option as Params, 'text');
  if (text.trim() === '') throw badRequest('poll options must be non-empty');
  if (text.length > 100) throw badRequest('poll options length must not exceed 100');
  return text;
}

const actions = new Set(
  (
    'typing upload_photo record_video upload_video record_voice upload_voice upload_document ' +
    'choose_sticker find_location record_video_note upload_video_note'
  ).split(' '),
);
const actionShownS = 5;

export const sendChatAction: Method = (desk, params) => {
  const action = textOf(params, 'action');
  if (!actions.has(action)) throw badRequest('wrong parameter action in request');
  const chat = openChat(desk, params);
  chat.action = action;
  chat.actionUntil = desk.world.clock.now() + scaledMs(desk.world, actionShownS);
  tell(chat, () => ({ kind: 'action', action }));
  return true;
};

export const forwardMessage: Method = (desk, params) =>
  say(desk, params, () => copied(desk, params, 'forward'));

export const copyMessage: Method = (desk, params) => {
  const { message_id } = say(desk, params, () => copied(desk, params, 'copy'));
  return { message_id };
};

function copied(desk: Parameters<Method>[0], params: Params, what: 'copy' | 'forward') {
  const source = desk.account.chats.get(Number(params.from_chat_id));
  const kept = source?.messages.get(numberOf(params, 'message_id') ?? 0);
  if (!kept || kept.deleted) throw badRequest(`message to ${what} not found`);
  if (kept.message.has_protected_content)
    throw badRequest(`the message can't be ${what === 'copy' ? 'copied' : 'forwarded'}`);
  const { message_id, date, chat, from, reply_markup, reply_to_message, ...content } = kept.message;
  return content;
}
