/** Opus in Ogg counts its position in 48,000ths of a second, whatever it was recorded with (RFC 7845 section 4). */
const perSecond = 48_000n;

const page = Buffer.from('OggS');

/** Where in a page's header its position stands (RFC 3533 section 6). */
const positionAt = 6;

/** How long a voice note is, in whole seconds, by the position of its last page: the phone shows it before it is played. */
export const voiceLength = (bytes: Uint8Array): number => {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = all.lastIndexOf(page);
  if (at < 0 || at + positionAt + 8 > all.length) return 0;
  const position = all.readBigInt64LE(at + positionAt);
  return position > 0n ? Number((position + perSecond - 1n) / perSecond) : 0;
};
