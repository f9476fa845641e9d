import type { MediaKind } from '../../conversation/inbound.ts';
import type { Files } from '../channel.ts';
import type { Wire } from './encode.ts';

/** Files go out under names of ours, whatever they were called when they came. */
const named: { readonly [kind in MediaKind]: { name: string; type: string } } = {
  photo: { name: 'foto.jpg', type: 'image/jpeg' },
  voice: { name: 'suara.ogg', type: 'audio/ogg' },
  video: { name: 'video.mp4', type: 'video/mp4' },
};

const fieldOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A call with its files as multipart (core.telegram.org/bots/api#sending-files). Throws where a file was not handed in. */
export const formOf = (
  body: Wire['body'],
  wanted: NonNullable<Wire['files']>,
  files: Files | undefined,
): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) form.append(name, fieldOf(value));
  for (const { id, kind, field } of wanted) {
    const bytes = files?.get(id);
    if (!bytes) throw new Error('a file was not handed in');
    const { name, type } = named[kind];
    form.append(field, new Blob([new Uint8Array(bytes)], { type }), name);
  }
  return form;
};
