import { samplePhoto } from '../../emulator/sample-photo.ts';
import { sampleVideo, sampleVoice } from '../../emulator/sample-recording.ts';
import { automaticEntities } from './automatic-entities.ts';
import { type Chat, keep, tell } from './chat.ts';
import { emit } from './emit.ts';
import { hears } from './hearing.ts';
import { documentOf, photoSizes, storePhoto } from './input-file.ts';
import { withoutReply } from './say.ts';
import { shown } from './shown.ts';
import type { WireMessage, WireUser } from './wire.ts';
import { type Desk, unixNow } from './world.ts';

export type Where = { replyTo?: number; topic?: number };
export type PhotoOptions = Where & { caption?: string; album?: string };
export type FileOptions = PhotoOptions & { name?: string; type?: string; size?: number };

/** What one person can send into one chat; every act puts a message there and gives the id of the update, 0 where the bot hears nothing of it. */
export function personMessages(desk: Desk, chat: Chat, user: WireUser, phoneNumber: string) {
  const { account, world } = desk;
  const queue = `chat:${chat.wire.id}`;

  function send(content: Partial<WireMessage>, where: Where = {}): number {
    if (chat.blocked) throw new Error(`${user.first_name} cannot write: the bot is blocked or gone`);
    const replied = chat.messages.get(where.replyTo ?? where.topic ?? 0)?.message;
    const message: WireMessage = {
      message_id: account.nextMessage++,
      from: user,
      chat: chat.wire,
      date: unixNow(world),
      ...(where.topic !== undefined && { message_thread_id: where.topic, is_topic_message: true }),
      ...(replied && { reply_to_message: withoutReply(replied) }),
      ...content,
    };
    chat.open = true;
    const kept = keep(chat, message, 'person');
    tell(chat, () => ({ kind: 'message', message: shown(kept) }));
    return hears(account, chat, message) ? emit(desk, 'message', message, queue) : 0;
  }

  const marked = (text: string): Partial<WireMessage> => {
    const entities = automaticEntities(text);
    return entities.length > 0 ? { text, entities } : { text };
  };

  const captioned = ({ caption, album }: PhotoOptions): Partial<WireMessage> => ({
    ...(caption !== undefined && { caption }),
    ...(album !== undefined && { media_group_id: album }),
  });

  return {
    type: (text: string, where?: Where) => send(marked(text), where),
    sendPhoto(photo: Uint8Array | 'sample' = 'sample', options: PhotoOptions = {}) {
      const bytes = photo === 'sample' ? samplePhoto(account.nextMessage) : photo;
      const sizes = photoSizes(world, storePhoto(world, bytes));
      return send({ photo: sizes, ...captioned(options) }, options);
    },
    sendDocument(bytes: Uint8Array, options: FileOptions = {}) {
      const { name = 'berkas.pdf', type = 'application/pdf', size = bytes.length } = options;
      const file = world.files.put({ kind: 'Document', bytes, name, type, size });
      return send({ document: documentOf(file), ...captioned(options) }, options);
    },
    /** `liveS`: seconds during which the place would go on moving; 0 is a fixed pin. */
    sendLocation: (lat: number, lon: number, { liveS = 0, ...where }: Where & { liveS?: number } = {}) =>
      send({ location: { latitude: lat, longitude: lon, ...(liveS > 0 && { live_period: liveS }) } }, where),
    sendContact: (where?: Where) =>
      send({ contact: { phone_number: phoneNumber, first_name: user.first_name, user_id: user.id } }, where),
    sendSticker(where?: Where) {
      const { wire } = world.files.put({
        kind: 'Sticker',
        bytes: samplePhoto(7, 8, 8),
        name: 'sticker.webp',
      });
      return send({ sticker: { ...wire, type: 'regular', width: 512, height: 512, emoji: '👍' } }, where);
    },
    sendVoice(bytes: Uint8Array = sampleVoice(account.nextMessage), where: Where & { size?: number } = {}) {
      const { size = bytes.length } = where;
      const { wire } = world.files.put({ kind: 'Voice', bytes, name: 'suara.oga', type: 'audio/ogg', size });
      return send({ voice: { ...wire, duration: 3 } }, where);
    },
    sendVideo(bytes: Uint8Array = sampleVideo(account.nextMessage), options: FileOptions = {}) {
      const { size = bytes.length } = options;
      const { wire } = world.files.put({ kind: 'Video', bytes, name: 'video.mp4', type: 'video/mp4', size });
      return send(
        { video: { ...wire, duration: 5, width: 640, height: 360 }, ...captioned(options) },
        options,
      );
    },
    /** The person corrects a text they sent. */
    editOwn(messageId: number, text: string): number {
      const kept = chat.messages.get(messageId);
      if (kept?.by !== 'person' || kept.message.from?.id !== user.id)
        throw new Error(`message ${messageId} was not written by ${user.first_name}`);
      const { entities: _, ...rest } = kept.message;
      kept.message = { ...rest, ...marked(text), edit_date: unixNow(world) };
      kept.edited = true;
      tell(chat, () => ({ kind: 'edit', message: shown(kept) }));
      return emit(desk, 'edited_message', kept.message, queue);
    },
  };
}
