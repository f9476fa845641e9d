import * as about from './about.ts';
import { answerCallbackQuery, setMessageReaction } from './answer.ts';
import * as chat from './chat.ts';
import * as edit from './edit.ts';
import { getFile } from './file.ts';
import type { Method } from './method.ts';
import * as send from './send.ts';
import * as media from './send-media.ts';
import * as webhook from './webhook.ts';

const yes: Method = () => true;

const all: Record<string, Method> = {
  getMe: about.getMe,
  setMyCommands: about.setMyCommands,
  getMyCommands: about.getMyCommands,
  deleteMyCommands: about.deleteMyCommands,
  setMyName: about.botName.set,
  getMyName: about.botName.get,
  setMyDescription: about.botDescription.set,
  getMyDescription: about.botDescription.get,
  setMyShortDescription: about.botShortDescription.set,
  getMyShortDescription: about.botShortDescription.get,
  setChatMenuButton: about.setChatMenuButton,
  getChatMenuButton: about.getChatMenuButton,
  setWebhook: webhook.setWebhook,
  deleteWebhook: webhook.deleteWebhook,
  getWebhookInfo: webhook.getWebhookInfo,
  getUpdates: webhook.getUpdates,
  sendMessage: send.sendMessage,
  sendLocation: send.sendLocation,
  sendVenue: send.sendVenue,
  sendPoll: send.sendPoll,
  sendChatAction: send.sendChatAction,
  forwardMessage: send.forwardMessage,
  copyMessage: send.copyMessage,
  sendPhoto: media.sendPhoto,
  sendDocument: media.sendDocument,
  sendVoice: media.sendVoice,
  sendVideo: media.sendVideo,
  sendMediaGroup: media.sendMediaGroup,
  editMessageText: edit.editMessageText,
  editMessageCaption: edit.editMessageCaption,
  editMessageReplyMarkup: edit.editMessageReplyMarkup,
  deleteMessage: edit.deleteMessage,
  deleteMessages: edit.deleteMessages,
  answerCallbackQuery,
  setMessageReaction,
  getFile,
  getChat: chat.getChat,
  getChatMember: chat.getChatMember,
  createForumTopic: chat.createForumTopic,
  editForumTopic: chat.editForumTopic,
  closeForumTopic: chat.closeForumTopic,
  reopenForumTopic: chat.reopenForumTopic,
  deleteForumTopic: chat.deleteForumTopic,
  close: yes,
  logOut: yes,
};

/** Every method the emulator knows, by its name in small letters: Telegram does not mind capitals. */
export const methods: ReadonlyMap<string, Method> = new Map(
  Object.entries(all).map(([name, method]) => [name.toLowerCase(), method]),
);
