import type { Fetched } from '../channel.ts';
import { fetchMost } from './can.ts';
import { readMediaId } from './media-reference.ts';
import { openedFile } from './opened-file.ts';

/** Where files lie. A message says only where on it: no sender chooses a host. */
const mediaHost = 'https://mmg.whatsapp.net';

/** A sealed file is a little longer than the open one: padding and code. */
const sealedMost = fetchMost + 32;

const bytesUpTo = async (response: Response, most: number): Promise<Uint8Array | undefined> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > most) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
};

/** Gets a file from WhatsApp's servers and opens it; no redirect is followed. After some weeks it is gone for good. */
export const fetchFile =
  (host: string = mediaHost) =>
  async (file: string): Promise<Fetched> => {
    const reference = readMediaId(file);
    const url = reference && URL.parse(`${host}${reference.path}`);
    if (!url || url.origin !== new URL(host).origin)
      return { ok: false, again: false, detail: 'no file of this channel' };
    try {
      const response = await fetch(url, {
        redirect: 'manual',
        headers: { origin: 'https://web.whatsapp.com' },
        signal: AbortSignal.timeout(45_000),
      });
      const { status } = response;
      if (!response.ok)
        return { ok: false, again: status >= 429 || status < 400, detail: `download ${status}` };
      const sealed = await bytesUpTo(response, sealedMost);
      if (!sealed) return { ok: false, again: false, detail: 'too large' };
      const bytes = openedFile(sealed, reference);
      return bytes ? { ok: true, bytes } : { ok: false, again: false, detail: 'does not open' };
    } catch {
      return { ok: false, again: true, detail: 'network' };
    }
  };
