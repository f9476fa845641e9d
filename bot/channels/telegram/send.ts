import type { Sent } from '../channel.ts';
import type { Wire } from './encode.ts';

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
  'chat not found',
  "can't initiate conversation",
];

/** Telegram's answers by meaning (core.telegram.org/bots/api, `channels.md` 2.2): what counts as done, what may be tried again, what never. */
export const sentOf = (answer: ApiAnswer): Sent => {
  if (answer.ok) {
    const id = (answer.result as { message_id?: number } | null)?.message_id;
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

/** Sends one call to the Bot API. Markup that Telegram cannot read is sent once more as plain text. No token in any fault. */
export const createSend =
  (apiRoot: string, token: string, by: Post = post) =>
  async (wire: Wire): Promise<Sent> => {
    const call = async (body: Wire['body']): Promise<ApiAnswer> =>
      (await by(`${apiRoot}/bot${token}/${wire.method}`, JSON.stringify(body), patience)) as ApiAnswer;
    try {
      const answer = await call(wire.body);
      if (!isMarkupFault(answer) || wire.unmarked === undefined) return sentOf(answer);
      const { parse_mode: _, ...rest } = wire.body;
      return sentOf(await call({ ...rest, text: wire.unmarked }));
    } catch (error) {
      return { ok: false, failure: 'unknown', detail: error instanceof Error ? error.name : 'fault' };
    }
  };
