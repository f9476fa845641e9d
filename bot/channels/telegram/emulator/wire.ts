/**
 * The shapes that travel between Telegram and a bot, as far as the emulator makes them. Field names and
 * meanings are the vendor's: https://core.telegram.org/bots/api#available-types
 */
export type WireMessage = {
  message_id: number;
  date: number;
  chat: WireChat;
  from?: WireUser;
  text?: string;
  entities?: Entity[];
  caption?: string;
  caption_entities?: Entity[];
  photo?: PhotoSize[];
  document?: WireDocument;
  voice?: WireFile & { duration: number };
  video?: WireFile & { duration: number; width: number; height: number };
  sticker?: WireFile & { type: 'regular'; width: number; height: number; emoji?: string };
  location?: { latitude: number; longitude: number; live_period?: number };
  venue?: { location: { latitude: number; longitude: number }; title: string; address: string };
  contact?: { phone_number: string; first_name: string; user_id?: number };
  poll?: { id: string; question: string; options: { text: string; voter_count: number }[]; type: string };
  media_group_id?: string;
  message_thread_id?: number;
  is_topic_message?: boolean;
  reply_to_message?: WireMessage;
  reply_markup?: InlineKeyboard;
  forum_topic_created?: { name: string; icon_color: number };
  forum_topic_closed?: Record<string, never>;
  forum_topic_reopened?: Record<string, never>;
  has_protected_content?: true;
  edit_date?: number;
  migrate_to_chat_id?: number;
  migrate_from_chat_id?: number;
};

export type WireUser = {
  id: number;
  is_bot: boolean;
  first_name: string;
  username?: string;
  language_code?: string;
};

export type WireChat = {
  id: number;
  type: 'private' | 'group' | 'supergroup';
  first_name?: string;
  username?: string;
  title?: string;
  is_forum?: true;
};

export type Entity = {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
  custom_emoji_id?: string;
};

export type WireFile = { file_id: string; file_unique_id: string; file_size: number; mime_type?: string };
export type PhotoSize = WireFile & { width: number; height: number };
export type WireDocument = WireFile & { file_name?: string };

export type InlineButton = {
  text: string;
  callback_data?: string;
  url?: string;
  copy_text?: { text: string };
  web_app?: { url: string };
};
export type InlineKeyboard = { inline_keyboard: InlineButton[][] };

export type KeyboardButton = { text: string; request_location?: boolean; request_contact?: boolean };
export type ReplyKeyboard = { rows: KeyboardButton[][]; oneTime: boolean; placeholder?: string };

export type CallbackQuery = {
  id: string;
  from: WireUser;
  message: WireMessage | { chat: WireChat; message_id: number; date: 0 };
  chat_instance: string;
  data: string;
};

export type WireUpdate = { update_id: number } & Record<string, unknown>;
