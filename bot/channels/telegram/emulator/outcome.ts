/** Parameters of one call as they arrived: JSON values, form strings, or uploaded files. */
export type Params = Record<string, unknown>;

/** One file of a multipart call. */
export type Upload = { name: string; type: string; bytes: Uint8Array };

export type Outcome =
  | { ok: true; result: unknown }
  | { ok: false; error_code: number; description: string; parameters?: RefusalParameters };

/** How long to wait, or the id a group got when it became a supergroup. */
export type RefusalParameters = { retry_after?: number; migrate_to_chat_id?: number };

/** What the caller gets: an outcome, a broken connection after the effect, or silence. */
export type Answer = Outcome | 'lost' | 'hang';

/** A call that Telegram declines, in Telegram's own words; thrown by checks, answered as JSON. */
export class Refusal extends Error {
  readonly code: number;
  readonly parameters: RefusalParameters | undefined;
  constructor(code: number, description: string, parameters?: RefusalParameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

export const badRequest = (why: string): Refusal => new Refusal(400, `Bad Request: ${why}`);
export const forbidden = (why: string): Refusal => new Refusal(403, `Forbidden: ${why}`);
export const tooMany = (seconds: number): Refusal =>
  new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });

export function refused(refusal: Refusal): Outcome {
  const plain = { ok: false as const, error_code: refusal.code, description: refusal.message };
  return refusal.parameters === undefined ? plain : { ...plain, parameters: refusal.parameters };
}
