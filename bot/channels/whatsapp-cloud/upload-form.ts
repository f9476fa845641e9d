import type { MediaKind } from '../../conversation/inbound.ts';
import type { Media, TextFile } from '../../conversation/reply.ts';
import type { Files } from '../channel.ts';

/** Files of people go out under names of ours; Meta takes Ogg only where its codec is named (page "media", supported media types). */
const named: { readonly [kind in MediaKind]: { name: string; type: string } } = {
  photo: { name: 'foto.jpg', type: 'image/jpeg' },
  voice: { name: 'suara.ogg', type: 'audio/ogg; codecs=opus' },
  video: { name: 'video.mp4', type: 'video/mp4' },
};

const partOf = (
  file: Media | TextFile,
  files: Files | undefined,
): { bytes: Uint8Array<ArrayBuffer> | string; name: string; type: string } => {
  if ('text' in file) return { bytes: file.text, name: file.name, type: file.type };
  const bytes = files?.get(file.id);
  if (!bytes) throw new Error('a file was not handed in');
  return { bytes: new Uint8Array(bytes), ...named[file.kind] };
};

/** A file as `POST /{phone_number_id}/media` takes it. Throws where the file was not handed in. */
export const uploadForm = (file: Media | TextFile, files: Files | undefined): FormData => {
  const { bytes, name, type } = partOf(file, files);
  const form = new FormData();
  form.append('messaging_product', 'whatsapp');
  form.append('type', type);
  form.append('file', new Blob([bytes], { type }), name);
  return form;
};
