import type { Sent } from '../channel.ts';
import { fields, listOf, numberOf, textOf } from '../fields.ts';
import { failureOfCode, type Known } from './failure-of-code.ts';

/** What came back from a call: the HTTP status, the body as read, and `Retry-After` in seconds. */
export type Answered = { status: number; json: unknown; retryAfter?: number };

const ofStatus = (status: number): Known => {
  if (status === 401) return { failure: 'misconfigured' };
  if (status === 429) return { failure: 'throttled', retryAfter: 10 };
  return { failure: status >= 500 ? 'unknown' : 'rejected' };
};

/** Why a call came to nothing; undefined when it did what it should. The detail is a number alone: Meta's own words may hold a person's. */
export const failedIn = ({
  status,
  json,
  retryAfter,
}: Answered): Extract<Sent, { ok: false }> | undefined => {
  const error = fields(fields(json)?.error);
  if (!error && status >= 200 && status < 300) return undefined;
  const code = numberOf(error?.code);
  const byCode = code === undefined ? ofStatus(status) : failureOfCode(code);
  const why = byCode.failure === 'rejected' ? ofStatus(status) : byCode;
  const wait = why.failure === 'throttled' ? (retryAfter ?? why.retryAfter) : undefined;
  return {
    ok: false,
    failure: why.failure,
    ...(wait !== undefined && { retryAfter: wait }),
    detail: String(code ?? status),
  };
};

/** What sending came to. Marking as read has no message and so no id. */
export const sentOf = (answered: Answered): Sent =>
  failedIn(answered) ?? {
    ok: true,
    id: textOf(listOf(fields(answered.json)?.messages)[0]?.id),
  };
