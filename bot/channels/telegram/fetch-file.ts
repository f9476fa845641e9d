import type { Fetched } from '../channel.ts';
import { fetchMost } from './can.ts';

/** Gets a file in two calls, `getFile` and the download; a redirect is never followed, for the path holds the token (Workers know no `redirect: 'error'`). */
export const fetchFile =
  (bot: { token: string; apiRoot: string }) =>
  async (file: string): Promise<Fetched> => {
    try {
      const answer = await fetch(`${bot.apiRoot}/bot${bot.token}/getFile`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ file_id: file }),
        signal: AbortSignal.timeout(10_000),
      });
      const described = (await answer.json()) as {
        ok: boolean;
        result?: { file_path?: string; file_size?: number };
      };
      const path = described.result?.file_path;
      if (!described.ok || !path)
        return { ok: false, again: answer.status >= 429, detail: `getFile ${answer.status}` };
      if ((described.result?.file_size ?? 0) > fetchMost)
        return { ok: false, again: false, detail: 'too large' };
      const download = await fetch(`${bot.apiRoot}/file/bot${bot.token}/${path}`, {
        redirect: 'manual',
        signal: AbortSignal.timeout(30_000),
      });
      if (!download.ok)
        return {
          ok: false,
          again: download.status >= 429 || download.status < 400,
          detail: `download ${download.status}`,
        };
      const bytes = new Uint8Array(await download.arrayBuffer());
      return bytes.length > fetchMost
        ? { ok: false, again: false, detail: 'too large' }
        : { ok: true, bytes };
    } catch {
      return { ok: false, again: true, detail: 'network' };
    }
  };
