import { samplePhoto } from '../../emulator/sample-photo.ts';
import { sampleVideo, sampleVoice } from '../../emulator/sample-recording.ts';
import type { Chat } from './chat.ts';
import { hear, type Where } from './hear.ts';
import { receivedLifeS } from './limits.ts';
import { sumInWebhook } from './media.ts';
import { asRead, type Shown } from './shown.ts';
import { type Desk, scaledMs } from './world.ts';

/** `size`: what Meta says the size is, where a test needs a large file without its bytes. */
export type FileOptions = Where & { caption?: string; name?: string; type?: string; size?: number };

type Sort = { kind: 'image' | 'audio' | 'video' | 'document' | 'sticker'; type: string; name: string };

const shownAs = {
  image: 'photo',
  audio: 'voice',
  video: 'video',
  document: 'document',
  sticker: 'sticker',
} as const satisfies Record<Sort['kind'], keyof Shown>;

const albumGapS = 0.2;

/** What one person can send; every act gives the id of its message. */
export function personMessages(desk: Desk, chat: Chat) {
  const { world } = desk;

  function sendFile(sort: Sort, bytes: Uint8Array, options: FileOptions, extra: object = {}): string {
    const { caption, size, ...rest } = options;
    const { type = sort.type, name = sort.name } = rest;
    const lifeMs = scaledMs(world, receivedLifeS);
    const sized = size === undefined ? {} : { size };
    const file = world.media.put({ bytes, type, name, lifeMs, ...sized }, world.clock.now());
    const said = caption === undefined ? {} : { caption };
    const content = { ...said, mime_type: type, sha256: sumInWebhook(file), id: file.id, ...extra };
    const raw = caption ?? '';
    const shows = { raw, text: asRead(raw), [shownAs[sort.kind]]: { mediaId: file.id, name } };
    return hear(desk, chat, { type: sort.kind, content, shows }, options);
  }

  const fresh = () => 1 + chat.messages.size;

  function sendPhoto(photo: Uint8Array | 'sample' = 'sample', options: FileOptions = {}): string {
    const bytes = photo === 'sample' ? samplePhoto(fresh()) : photo;
    const type = photo === 'sample' ? 'image/png' : 'image/jpeg';
    return sendFile({ kind: 'image', type, name: 'foto' }, bytes, options);
  }

  function sendContact(options: Where & { name?: string; phone?: string } = {}): string {
    const { name = chat.person.name, phone = chat.person.waId ?? '620000000000' } = options;
    const card = {
      name: { formatted_name: name, first_name: name },
      phones: [{ phone: `+${phone}`, wa_id: phone, type: 'CELL' }],
    };
    const shows = { contact: { name, phone } };
    return hear(desk, chat, { type: 'contacts', content: [card], shows }, options);
  }

  return {
    type: (text: string, where?: Where) =>
      hear(
        desk,
        chat,
        { type: 'text', content: { body: text }, shows: { raw: text, text: asRead(text) } },
        where,
      ),
    reply(text: string, to: string): string {
      return this.type(text, { replyTo: to });
    },
    sendPhoto,
    /** Several photos chosen at once: Meta sends a webhook for each, some 200 ms apart, and nothing says they belong together. */
    album(count: number, options: FileOptions = {}): void {
      sendPhoto('sample', options);
      for (let turn = 1; turn < count; turn++) desk.delivery.later(albumGapS * turn, () => void sendPhoto());
    },
    sendVoice: (bytes: Uint8Array = sampleVoice(fresh()), options: FileOptions = {}) =>
      sendFile({ kind: 'audio', type: 'audio/ogg; codecs=opus', name: 'suara' }, bytes, options, {
        voice: true,
      }),
    sendVideo: (bytes: Uint8Array = sampleVideo(fresh()), options: FileOptions = {}) =>
      sendFile({ kind: 'video', type: 'video/mp4', name: 'video' }, bytes, options),
    sendDocument(bytes: Uint8Array, options: FileOptions = {}): string {
      const { name = 'berkas.pdf' } = options;
      const sort: Sort = { kind: 'document', type: 'application/pdf', name };
      return sendFile(sort, bytes, options, { filename: name });
    },
    sendSticker: (where?: Where) =>
      sendFile({ kind: 'sticker', type: 'image/webp', name: 'stiker' }, samplePhoto(7, 8, 8), where ?? {}, {
        animated: false,
      }),
    /** Also answers an open request for the place. */
    sendLocation(
      lat: number,
      lon: number,
      options: Where & { name?: string; address?: string } = {},
    ): string {
      const { name, address, replyTo = openRequest(chat) } = options;
      const named = { ...(name !== undefined && { name }), ...(address !== undefined && { address }) };
      const content = { latitude: lat, longitude: lon, ...named };
      const location = { lat, lon, ...(name !== undefined && { name }) };
      const where = replyTo === undefined ? {} : { replyTo };
      return hear(desk, chat, { type: 'location', content, shows: { location } }, where);
    },
    sendContact,
  };
}

function openRequest(chat: Chat): string | undefined {
  const last = [...chat.messages.values()].findLast(({ from }) => from === 'bot');
  return last?.asksLocation ? last.id : undefined;
}
