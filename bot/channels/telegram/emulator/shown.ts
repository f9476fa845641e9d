import type { Kept } from './chat.ts';
import type { Entity, WireDocument, WireMessage } from './wire.ts';

export type ShownButton = { label: string } & (
  | { data: string }
  | { url: string }
  | { copy: string }
  | { other: true }
);

/** A message as the person sees it now. `date` is a Unix second, `photo` names the largest size. */
export type Shown = {
  id: number;
  from: 'bot' | 'person';
  text: string;
  entities: Entity[];
  buttons: ShownButton[][];
  date: number;
  edited: boolean;
  deleted: boolean;
  /** The bot's reactions. */
  reactions: readonly string[];
  sender?: string;
  replyTo?: number;
  thread?: number;
  album?: string;
  photo?: { fileId: string; width: number; height: number };
  voice?: { fileId: string; seconds: number };
  video?: { fileId: string; seconds: number };
  document?: WireDocument;
  location?: { lat: number; lon: number; name?: string };
  poll?: { question: string; options: string[] };
};

export function shown({ message, by, edited, deleted, reactions }: Kept): Shown {
  return {
    id: message.message_id,
    from: by,
    text: message.text ?? message.caption ?? '',
    entities: message.entities ?? message.caption_entities ?? [],
    buttons: message.reply_markup?.inline_keyboard.map((row) => row.map(shownButton)) ?? [],
    date: message.date,
    edited,
    deleted,
    reactions,
    ...(message.from && { sender: message.from.first_name }),
    ...(message.reply_to_message && { replyTo: message.reply_to_message.message_id }),
    ...(message.message_thread_id !== undefined && { thread: message.message_thread_id }),
    ...(message.media_group_id !== undefined && { album: message.media_group_id }),
    ...attachment(message),
  };
}

function shownButton(
  button: NonNullable<WireMessage['reply_markup']>['inline_keyboard'][number][number],
): ShownButton {
  const label = button.text;
  if (button.callback_data !== undefined) return { label, data: button.callback_data };
  if (button.url !== undefined) return { label, url: button.url };
  if (button.copy_text !== undefined) return { label, copy: button.copy_text.text };
  return { label, other: true };
}

function attachment(
  message: WireMessage,
): Pick<Shown, 'photo' | 'voice' | 'video' | 'document' | 'location' | 'poll'> {
  const largest = message.photo?.at(-1);
  const { voice, video, document, location, venue, poll } = message;
  return {
    ...(largest && { photo: { fileId: largest.file_id, width: largest.width, height: largest.height } }),
    ...(voice && { voice: { fileId: voice.file_id, seconds: voice.duration } }),
    ...(video && { video: { fileId: video.file_id, seconds: video.duration } }),
    ...(document && { document }),
    ...(location && {
      location: { lat: location.latitude, lon: location.longitude, ...(venue && { name: venue.title }) },
    }),
    ...(poll && { poll: { question: poll.question, options: poll.options.map((option) => option.text) } }),
  };
}
