import type { Media, TextFile } from '../../conversation/reply.ts';
import type { Files, Sent } from '../channel.ts';
import { fields, textOf } from '../fields.ts';
import { graphUrl } from './graph.ts';
import { uploaded, type Wire } from './message.ts';
import { type Answered, failedIn, sentOf } from './sent-of.ts';
import { uploadForm } from './upload-form.ts';

/** Milliseconds; photos and recordings are slower than words: 16 MB on a line of 4 Mbit/s. */
const patience = 10_000;
const uploadPatience = 45_000;

/** How calls go out: one HTTP request with the token, given up after so many milliseconds. */
export type Post = (
  url: string,
  token: string,
  body: string | FormData,
  milliseconds: number,
) => Promise<Answered>;

const post: Post = async (url, token, body, milliseconds) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      ...(typeof body === 'string' && { 'content-type': 'application/json' }),
    },
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(milliseconds),
  });
  const after = Number(response.headers.get('retry-after') ?? 'none');
  const json: unknown = await response.json().catch((): undefined => undefined);
  return { status: response.status, json, ...(after > 0 && { retryAfter: after }) };
};

/** A body with the ids that Meta has given to our files. */
const withIds = (body: Wire['body'], ids: ReadonlyMap<string, string>): string =>
  JSON.stringify(body, (name, value) => (name === 'id' ? (ids.get(value) ?? value) : value));

/**
 * Sends one message, its files first. A cut line, a time-out and an answer that says nothing are `unknown`: whether it
 * arrived is then told by a status with our letter's name. Neither the token nor anybody's words are in any fault.
 */
export const createSend = (apiRoot: string, token: string, phoneNumberId: string, by: Post = post) => {
  const urlOf = (what: 'messages' | 'media') => graphUrl(apiRoot, `${phoneNumberId}/${what}`);
  const upload = async (
    file: Media | TextFile,
    files: Files | undefined,
  ): Promise<{ id: string } | { failed: Sent }> => {
    const longest = 'text' in file ? patience : uploadPatience;
    const answered = await by(urlOf('media'), token, uploadForm(file, files), longest);
    const failed = failedIn(answered);
    if (failed) return { failed };
    const id = textOf(fields(answered.json)?.id);
    return id ? { id } : { failed: { ok: false, failure: 'unknown', detail: 'no id' } };
  };
  return async (wire: Wire, files?: Files): Promise<Sent> => {
    try {
      const ids = new Map<string, string>();
      for (const file of wire.files ?? []) {
        const done = await upload(file, files);
        if ('failed' in done) return done.failed;
        ids.set(uploaded(file).id, done.id);
      }
      const answered = await by(urlOf('messages'), token, withIds(wire.body, ids), patience);
      return answered.json === undefined && answered.status < 300
        ? { ok: false, failure: 'unknown', detail: String(answered.status) }
        : sentOf(answered);
    } catch (error) {
      return { ok: false, failure: 'unknown', detail: error instanceof Error ? error.name : 'fault' };
    }
  };
};
