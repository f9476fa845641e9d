/** The last page of an Ogg file of so many seconds: all that is read of it. */
export const voiceNote = (seconds: number): Uint8Array => {
  const page = Buffer.alloc(40);
  page.write('OggS', 4);
  page.writeBigInt64LE(BigInt(seconds) * 48_000n, 10);
  return new Uint8Array(page);
};
