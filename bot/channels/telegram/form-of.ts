import type { MediaKind } from '../../conversation/inbound.ts';
import type { Files } from '../channel.ts';
import type { Wire } from './encode.ts';

type Wanted = NonNullable<Wire['files']>[number];

/** Files of people go out under names of ours, whatever they were called when they came. */
const named: { readonly [kind in MediaKind]: { name: string; type: string } } = {
  photo: { name: 'foto.jpg', type: 'image/jpeg' },
  voice: { name: 'suara.ogg', type: 'audio/ogg' },
  video: { name: 'video.mp4', type: 'video/mp4' },
};

/** A file's bytes, type and name: its own, or those of ours that were handed in. */
const partOf = (file: Wanted, files: Files | undefined): { blob: Blob; name: string } => {
  if ('text' in file) return { blob: new Blob([file.text], { type: file.type }), name: file.name };
  const bytes = files?.get(file.id);
  if (!bytes) throw new Error('a file was not handed in');
  const { name, type } = named[file.kind];
  return { blob: new Blob([new Uint8Array(bytes)], { type }), name };
};

const fieldOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A call with its files as multipart (core.telegram.org/bots/api#sending-files). Throws where a file was not handed in. */
export const formOf = (body: Wire['body'], wanted: readonly Wanted[], files: Files | undefined): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) form.append(name, fieldOf(value));
  for (const file of wanted) {
    const { blob, name } = partOf(file, files);
    form.append(file.field, blob, name);
  }
  return form;
};
