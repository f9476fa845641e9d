import { NOISE_WA_HEADER } from '@whiskeysockets/baileys';

/** Takes bytes as they come and gives each frame: the client begins with a mark, then three bytes of length go before every frame. */
export const frameReader = (each: (frame: Buffer) => void): ((bytes: Buffer) => void) => {
  let rest: Buffer = Buffer.alloc(0);
  let begun = false;
  return (bytes) => {
    rest = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
    if (!begun && rest.length >= NOISE_WA_HEADER.length) {
      begun = true;
      rest = rest.subarray(NOISE_WA_HEADER.length);
    }
    while (begun && rest.length >= 3) {
      const end = 3 + rest.readUIntBE(0, 3);
      if (rest.length < end) return;
      const frame = rest.subarray(3, end);
      rest = rest.subarray(end);
      each(frame);
    }
  };
};

/** A frame as it goes out. */
export const framed = (bytes: Uint8Array): Buffer => {
  const length = Buffer.alloc(3);
  length.writeUIntBE(bytes.length, 0, 3);
  return Buffer.concat([length, bytes]);
};
