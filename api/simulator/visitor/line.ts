import type { CallRecord } from '../../../bot/channels/telegram/emulator/index.ts';
import type { Seen } from '../../../bot/hall.ts';

/** One line behind the scenes: what the house did with a message, or one call of the Bot API with the time since the person acted (milliseconds). */
export type Line =
  | { kind: 'seen'; at: Date; seen: Seen }
  | { kind: 'call'; at: Date; method: string; ok: boolean; milliseconds: number | undefined; json: string };

/** A call long after the last act (a reminder, say) tells nothing by its distance. */
const tellingMilliseconds = 10_000;

export const lineOfCall = (call: CallRecord, at: Date, since: number): Line => ({
  kind: 'call',
  at,
  method: call.method,
  ok: call.ok,
  milliseconds: since < tellingMilliseconds ? Math.round(since) : undefined,
  json: JSON.stringify(call.ok ? call.params : { ...call.params, refused: call.result }, null, 2),
});
