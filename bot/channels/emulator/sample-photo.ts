import { crc32, deflateSync } from 'node:zlib';

/** A real PNG of one colour, different for every `seed`, for people who have no photo at hand. */
export function samplePhoto(seed = 1, width = 320, height = 240): Uint8Array {
  const row = Buffer.alloc(1 + width * 3);
  const colour = [(seed * 67) % 256, (seed * 131) % 256, (seed * 29 + 90) % 256];
  for (let x = 0; x < width; x++) row.set(colour, 1 + x * 3);
  row.writeUInt16BE(seed & 0xffff, 1);
  const pixels = Buffer.concat(Array.from({ length: height }, () => row));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    part('IHDR', header),
    part('IDAT', deflateSync(pixels)),
    part('IEND', Buffer.alloc(0)),
  ]);
}

function part(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
