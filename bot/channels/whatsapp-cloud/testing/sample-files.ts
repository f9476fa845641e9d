import type { MediaKind } from '../../../conversation/inbound.ts';
import { samplePhoto } from '../../emulator/sample-photo.ts';
import { sampleVideo, sampleVoice } from '../../emulator/sample-recording.ts';
import type { Wire } from '../message.ts';

const samples: { readonly [kind in MediaKind]: Uint8Array } = {
  photo: samplePhoto(1),
  voice: sampleVoice(),
  video: sampleVideo(),
};

/** Bytes for every file that a message shows. */
export const sampleFiles = ({ files = [] }: Wire): Map<string, Uint8Array> =>
  new Map(files.flatMap((file) => ('text' in file ? [] : [[file.id, samples[file.kind]]])));
