import type { Files, Sent } from '../channel.ts';
import { elsewhere } from './elsewhere.ts';
import type { Wire } from './encode.ts';
import { formOf } from './form-of.ts';

type ApiAnswer =
  | { ok: true; result: unknown }
  | { ok: false; error_code: number; description: string; parameters?: { retry_after?: number } };

/** The one call out: Telegram's own time-out is far longer than a person's patience (milliseconds). */
const patience = 10_000;

const fineAll = ['message is not modified', 'query is too old', 'query ID is invalid'];
const goneAll = [
  'bot was blocked',
  'user is deactivated',
  'bot was kicked',
  'bot is not a member',
  'group chat was deleted',
  'chat not found',
  "can't initiate conversation",
];

const albumSent = (messages: readonly { message_id: number }[]): Sent => {
  const ids = messages.map(({ message_id: id }) => String(id));
  return { ok: true, id: ids.at(-1), also: ids.slice(0, -1) };
};

/** Telegram's answers by meaning (core.telegram.org/bots/api, `channels.md` 2.2): what counts as done, what may be tried again, what never. */
export const sentOf = (answer: ApiAnswer): Sent => {
  if (answer.ok) {
    if (Array.isArray(answer.result)) return albumSent(answer.result);
    const named = answer.result as { message_id?: number; message_thread_id?: number } | null;
    const id = named?.message_id ?? named?.message_thread_id;
    return { ok: true, id: id === undefined ? undefined : String(id) };
  }
  const { error_code: code, description, parameters } = answer;
  if (fineAll.some((fine) => description.includes(fine))) return { ok: true, id: undefined };
  const detail = `${code}`;
  if (code === 429)
    return { ok: false, failure: 'throttled', retryAfter: parameters?.retry_after ?? 1, detail };
  if (goneAll.some((gone) => description.includes(gone)))
    return { ok: false, failure: description.includes('blocked') ? 'blocked' : 'unreachable', detail };
  if (code === 401 || code === 404) return { ok: false, failure: 'misconfigured', detail };
  if (code >= 500) return { ok: false, failure: 'unknown', detail };
  return { ok: false, failure: 'rejected', detail };
};

const isMarkupFault = (answer: ApiAnswer) =>
  !answer.ok && answer.description.includes("can't parse entities");

/** How calls go out: makes one HTTP request and gives up after so many milliseconds. */
export type Post = (url: string, body: string, milliseconds: number) => Promise<unknown>;

const post: Post = async (url, body, milliseconds) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    signal: AbortSignal.timeout(milliseconds),
  });
  return response.json();
};

/** Telegram did not do what it was asked; `code` says what that was and its answer's number. */
export class RefusedByTelegram extends Error {
  override readonly name = 'RefusedByTelegram';
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** One call whose answer is wanted, in the shapes of core.telegram.org/bots/api. A refusal throws `RefusedByTelegram`. */
export const createCall =
  (apiRoot: string, token: string, by: Post = post) =>
  async <Result>(method: string, body: object): Promise<Result> => {
    const answer = (await by(
      `${apiRoot}/bot${token}/${method}`,
      JSON.stringify(body),
      patience,
    )) as ApiAnswer;
    if (!answer.ok) throw new RefusedByTelegram(`${method} ${answer.error_code}`);
    return answer.result as Result;
  };

/** Photos and recordings are slower than words: 20 MB on a line of 4 Mbit/s (milliseconds). */
const uploadPatience = 45_000;

/** How calls with files go out. */
export type Upload = (url: string, form: FormData, milliseconds: number) => Promise<unknown>;

const upload: Upload = async (url, body, milliseconds) => {
  const response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(milliseconds) });
  return response.json();
};

const withoutMarkup = ({ body, unmarked }: Wire): Wire['body'] => {
  const { parse_mode: _, ...rest } = body;
  return { ...rest, ['caption' in body ? 'caption' : 'text']: unmarked };
};

/** Sends one call to the Bot API. Markup that Telegram cannot read is sent once more as plain text. No token in any fault. */
export const createSend =
  (apiRoot: string, token: string, by: Post = post, uploadBy: Upload = upload) =>
  async (wire: Wire, files?: Files): Promise<Sent> => {
    const url = `${apiRoot}/bot${token}/${wire.method}`;
    const call = async (body: Wire['body']): Promise<ApiAnswer> => {
      if (!wire.files) return (await by(url, JSON.stringify(body), patience)) as ApiAnswer;
      const longest = wire.files.every((file) => 'text' in file) ? patience : uploadPatience;
      return (await uploadBy(url, formOf(body, wire.files, files), longest)) as ApiAnswer;
    };
    try {
      const first = await call(wire.body);
      const other = elsewhere(wire.body, first);
      const answer = other ? await call(other) : first;
      if (!isMarkupFault(answer) || wire.unmarked === undefined) return sentOf(answer);
      return sentOf(await call(withoutMarkup({ ...wire, body: other ?? wire.body })));
    } catch (error) {
      return { ok: false, failure: 'unknown', detail: error instanceof Error ? error.name : 'fault' };
    }
  };
