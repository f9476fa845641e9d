import type { Seen } from '../../../bot/hall.ts';
import type { Fate } from '../phone/handset.ts';
import type { Call } from '../skins/skin.ts';

/** What stands on a line: what the house did with a message, one call of an adapter with the time since the person acted (milliseconds), or what became of a message. */
export type LineBody =
  | { kind: 'seen'; seen: Seen }
  | { kind: 'call'; method: string; ok: boolean; milliseconds: number | undefined; json: string }
  | { kind: 'fate'; message: string; fate: Fate };

/** One line behind the scenes. */
export type Line = { id: number; at: Date } & LineBody;

/** A sealed choice of a ballot is shown in no panel. */
const sealedChoice = /(go:vote-(?:look|cast):)[\w-]+/g;

/** A call long after the last act (a reminder, say) tells nothing by its distance. */
const tellingMilliseconds = 10_000;

export const lineOfCall = ({ method, ok, json }: Call, since: number): LineBody => ({
  kind: 'call',
  method,
  ok,
  milliseconds: since < tellingMilliseconds ? Math.round(since) : undefined,
  json: json.replace(sealedChoice, '$1…'),
});
