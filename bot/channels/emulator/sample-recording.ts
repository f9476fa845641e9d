const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

/** One page of Ogg with these bytes in it (RFC 3533); nobody who listens checks its sum. */
const page = (content: Buffer, serial: number, first: boolean): Buffer => {
  const head = Buffer.alloc(27);
  head.write('OggS', 'latin1');
  head[5] = first ? 2 : 0;
  head.writeUInt32LE(serial, 14);
  head[26] = 1;
  return Buffer.concat([head, Buffer.from([content.length]), content]);
};

/** The beginning of an Opus voice note as phones record it, different for every `seed`. It is silent. */
export const sampleVoice = (seed = 1): Uint8Array => {
  const about = Buffer.alloc(11);
  about[0] = 1;
  about[1] = 1;
  about.writeUInt32LE(48_000, 4);
  return Buffer.concat([
    page(Buffer.concat([ascii('OpusHead'), about]), seed, true),
    page(ascii('OpusTags\0\0\0\0\0\0\0\0'), seed, false),
  ]);
};

/** The beginning of an MPEG-4 video (ISO 14496-12), different for every `seed`. It shows nothing. */
export const sampleVideo = (seed = 1): Uint8Array => {
  const box = (type: string, content: Buffer): Buffer => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(content.length + 8);
    return Buffer.concat([size, ascii(type), content]);
  };
  const empty = Buffer.alloc(4);
  empty.writeUInt32BE(seed);
  return Buffer.concat([box('ftyp', ascii('isom\0\0\x02\0isomiso2mp41')), box('mdat', empty)]);
};
