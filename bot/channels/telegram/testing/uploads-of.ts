import type { MediaKind } from '../../../conversation/inbound.ts';
import { samplePhoto, sampleVideo, sampleVoice } from '../emulator/index.ts';
import type { Wire } from '../encode.ts';

const samples: { readonly [kind in MediaKind]: Uint8Array } = {
  photo: samplePhoto(),
  voice: sampleVoice(),
  video: sampleVideo(),
};

/** Files for every field of a call that wants one, as the emulator takes them without HTTP. */
export const uploadsOf = ({ files = [] }: Wire) =>
  Object.fromEntries(
    files.map(({ field, ...file }) => [
      field,
      'text' in file
        ? { name: file.name, type: file.type, bytes: new TextEncoder().encode(file.text) }
        : { name: field, type: '', bytes: samples[file.kind] },
    ]),
  );
