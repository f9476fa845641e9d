import type { MediaKind } from '../../conversation/inbound.ts';
import type { Media } from '../../conversation/reply.ts';
import type { Files } from '../channel.ts';

/** Files go out under names of ours; Meta takes Ogg only where its codec is named (page "media", supported media types). */
const named: { readonly [kind in MediaKind]: { name: string; type: string } } = {
  photo: { name: 'foto.jpg', type: 'image/jpeg' },
  voice: { name: 'suara.ogg', type: 'audio/ogg; codecs=opus' },
  video: { name: 'video.mp4', type: 'video/mp4' },
};

/** A file as `POST /{phone_number_id}/media` takes it. Throws where the file was not handed in. */
export const uploadForm = ({ id, kind }: Media, files: Files | undefined): FormData => {
  const bytes = files?.get(id);
  if (!bytes) throw new Error('a file was not handed in');
  const { name, type } = named[kind];
  const form = new FormData();
  form.append('messaging_product', 'whatsapp');
  form.append('type', type);
  form.append('file', new Blob([new Uint8Array(bytes)], { type }), name);
  return form;
};
