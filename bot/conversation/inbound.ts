/**
 * What a person did, free of any platform. Parsers make these; nothing behind them knows a wire format.
 */

/** Where a person is reached. `account` names the bot or number, so that the simulator's bot and the real one never mix; `id` is opaque and never a phone number. */
export type Address = { channel: ChannelName; account: string; id: string };

/** What can be shown or said in pictures and sound. */
export type MediaKind = 'photo' | 'voice' | 'video';

export type ChannelName = 'telegram' | 'whatsapp-cloud' | 'whatsapp-linked' | 'terminal';

type Recording = { media: string; caption?: string; bytes?: number; seconds?: number };

/** One thing said, shown, pinned or pressed. `media` is the platform's own file id until `handle` has given it a row of ours. */
export type Content =
  | { kind: 'text'; text: string }
  | { kind: 'choice'; id: string; label?: string }
  | { kind: 'photo'; media: string; caption?: string; bytes?: number }
  | ({ kind: 'voice' } & Recording)
  | ({ kind: 'video' } & Recording)
  | { kind: 'location'; lat: number; lon: number }
  | { kind: 'phone'; phone: string }
  | { kind: 'unsupported'; what: Unsupported };

/** What comes as a file: it is fetched after the message was taken. */
export const isRecorded = (content: Content): content is Extract<Content, { media: string }> =>
  'media' in content;

/** What we cannot take yet, named so that the answer can say what to send instead. */
export type Unsupported =
  | 'voice'
  | 'voice-large'
  | 'video'
  | 'video-large'
  | 'document'
  | 'sticker'
  | 'live-location'
  | 'contact'
  | 'poll'
  | 'other';

/** A place in a group, and what happened to the group itself (`change`), if nothing was said there. */
export type GroupPlace = {
  chat: string;
  /** The topic, in a group that has topics. */
  thread?: string;
  title?: string;
  /** Whether the group has topics. */
  topics: boolean;
  /** The message itself, as the group knows it. */
  message?: string;
  /** The bot was let in or put out, or the group is known by another number from now on. */
  change?: 'joined' | 'left' | { moved: string };
};

/** A message or press as it entered. `id` is the platform's own (Telegram: `update_id`) and is the key that keeps a repeat from having a second effect. */
export type Inbound = {
  id: string;
  from: Address;
  at: Date;
  content: Content;
  /** The message a press belongs to, so that the card can be edited; `query` is what Telegram wants answered, and nobody else. */
  press?: { on: string; query?: string };
  /** The group in which it was said or pressed; `from` stays the person's own chat. */
  group?: GroupPlace;
  /** The message this one replies to. */
  replyTo?: string;
  /** The album this photo came in. */
  album?: string;
  /** Other ids by which the same event names the sender (WhatsApp: the number beside the business-scoped id); none of them proves who somebody is. */
  known?: readonly string[];
  /** The platform says that the sender is known by other ids from now on; `from` is one of the old ones where it named any. Nothing was said. */
  identity?: { was: readonly string[]; now: readonly string[] };
  /** The chat is gone for us: the person blocked the bot (`left`) or came back (`back`). */
  presence?: 'left' | 'back';
};
