import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';

/** Files as WhatsApp's servers hold them, sealed for the two phones; the oldest go when so many bytes are held. */
export const createSealedFiles = (bytesMost: number) => {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  let held = 0;
  const forgetOldest = () => {
    for (const [path, bytes] of files) {
      if (held <= bytesMost) return;
      files.delete(path);
      held -= bytes.length;
    }
  };
  return {
    /** Takes a file that the client has sealed, and says where it lies. */
    upload: async (sealed: string): Promise<{ mediaUrl: string; directPath: string }> => {
      const bytes = new Uint8Array(await readFile(sealed));
      const directPath = `/${randomUUID()}`;
      files.set(directPath, bytes);
      held += bytes.length;
      forgetOldest();
      return { mediaUrl: `https://mmg.whatsapp.net${directPath}`, directPath };
    },
    at: (path: string): Uint8Array | undefined => files.get(path),
    /** Gives them to whoever knows their name; without the key in the message they are noise. */
    door: new Hono().get('/:name', (c) => {
      const bytes = files.get(`/${c.req.param('name')}`);
      return bytes ? c.body(bytes, 200, { 'content-type': 'application/octet-stream' }) : c.notFound();
    }),
  };
};

export type SealedFiles = ReturnType<typeof createSealedFiles>;
