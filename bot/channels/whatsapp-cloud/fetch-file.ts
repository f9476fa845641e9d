import type { Fetched } from '../channel.ts';
import { fields, numberOf, textOf } from '../fields.ts';
import { bytesWithin } from './bytes-within.ts';
import { fetchMost } from './can.ts';
import { graphUrl } from './graph.ts';
import { hasDigest } from './has-digest.ts';
import { mayBeFetched } from './may-be-fetched.ts';

/** Milliseconds. */
const patience = 10_000;
const downloadPatience = 30_000;

const gone = (detail: string): Fetched => ({ ok: false, again: false, detail });
const later = (detail: string): Fetched => ({ ok: false, again: true, detail });

/** Too many calls, trouble at Meta or a token that is being changed pass; another refusal stays. */
const passes = (status: number): boolean => status === 401 || status >= 429;

/**
 * Gets a file by its id: `GET /{media_id}` names an address that lives five minutes, which is fetched at once with the
 * token, from Meta's hosts alone and without following it elsewhere (page "media"; Workers know no `redirect: 'error'`).
 * What is longer than 20 MiB, said or counted, is not read to its end.
 */
export const fetchFile =
  (number: { token: string; apiRoot: string }) =>
  async (file: string): Promise<Fetched> => {
    const headers = { authorization: `Bearer ${number.token}` };
    const get = (url: string, milliseconds: number) =>
      fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(milliseconds) });
    if (!/^[\w-]{1,200}$/.test(file)) return gone('no id of a file');
    try {
      const described = await get(graphUrl(number.apiRoot, file), patience);
      if (!described.ok) {
        await described.body?.cancel();
        return passes(described.status)
          ? later(`media ${described.status}`)
          : gone(`media ${described.status}`);
      }
      const { url, file_size: size, sha256 } = fields(await described.json()) ?? {};
      const address = textOf(url);
      if (!address || !mayBeFetched(address, number.apiRoot)) return gone('an address of nobody known');
      if ((numberOf(size) ?? 0) > fetchMost) return gone('too large');
      const download = await get(address, downloadPatience);
      if (!download.ok) {
        await download.body?.cancel();
        return later(`download ${download.status}`);
      }
      const bytes = await bytesWithin(download, fetchMost);
      if (!bytes) return gone('too large');
      return (await hasDigest(bytes, textOf(sha256))) ? { ok: true, bytes } : later('not what was sent');
    } catch {
      return later('network');
    }
  };
