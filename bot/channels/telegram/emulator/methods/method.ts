import type { Params } from '../outcome.ts';
import type { Desk } from '../world.ts';

/** One Bot API method: does it, gives its `result`, or throws a Refusal in Telegram's words. */
export type Method = (desk: Desk, params: Params, signal?: AbortSignal) => unknown;
