import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const reader = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));

/** What a phone's camera reads from a picture: each QR code with its links, error correction and width in dots, from the left. */
export const scanCodes = async (png: Uint8Array) => {
  const wasm = await readFile(reader);
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
  const found = await readBarcodes(new Uint8Array(png), { formats: ['QRCode'], maxNumberOfSymbols: 8 });
  return found
    .map(({ text, ecLevel, position }) => ({
      text,
      ecLevel,
      left: position.topLeft.x,
      dots: position.topRight.x - position.topLeft.x,
    }))
    .sort((one, other) => one.left - other.left);
};
