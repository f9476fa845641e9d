import type { AnyChannel, Files } from '../channels/channel.ts';
import { type Media, type Reply, say } from '../conversation/reply.ts';

/** Our photos, voice notes and videos as letters show them. */
export type MediaShelf = {
  /** Whether each may be shown already; what never will be is left out. */
  ready: (ids: readonly string[]) => Promise<ReadonlyMap<string, boolean>>;
  /** Null of what is not kept any more. Rejects when the store is away. */
  bytes: (id: string) => Promise<Uint8Array | null>;
};

/** Photos are clean within seconds; a letter waits for them no longer than this (seconds). */
const patience = 600;

/** A reply with only those media; lines tell what is left out, or how many of which nobody said what they show. */
export const keeping = (reply: Reply, kept: readonly Media[]): Reply => {
  const { media = [], ...rest } = reply;
  const shown = kept.length > 0 ? { ...rest, media: kept } : rest;
  const missing = media.filter((one) => !kept.includes(one));
  if (missing.length === 0) return shown;
  const count = missing.filter(({ alt }) => !alt).length;
  const lines = [
    ...missing.flatMap(({ alt }) => (alt ? [say('attached.alt', { text: alt })] : [])),
    ...(count > 0 ? [say('attached.missing', { count })] : []),
  ];
  return { ...shown, text: { join: [reply.text, ...lines], by: '\n' } };
};

/**
 * A letter's media with their bytes, as far as the channel shows them: `wait` while one is not clean yet and the letter
 * (`age`, seconds) is young. One that was refused, is lost or takes too long is left out.
 */
export const attach = async (
  shelf: MediaShelf,
  { can }: Pick<AnyChannel, 'can'>,
  reply: Reply,
  age: number,
): Promise<{ reply: Reply; files: Files } | 'wait'> => {
  const media = reply.media ?? [];
  const wanted = media.filter(({ kind }) => can.shows.includes(kind));
  const ready = await shelf.ready(wanted.map(({ id }) => id));
  if (age < patience && [...ready.values()].includes(false)) return 'wait';
  const files = new Map<string, Uint8Array>();
  for (const { id } of wanted) {
    const bytes = ready.get(id) ? await shelf.bytes(id) : null;
    if (bytes) files.set(id, bytes);
  }
  const kept = media.filter((one) => files.has(one.id) || !wanted.includes(one));
  return { reply: keeping(reply, kept), files };
};
