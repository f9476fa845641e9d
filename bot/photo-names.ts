import { type Inbound, isRecorded } from './conversation/inbound.ts';
import type { Talk } from './conversation/talk.ts';
import type { Decision } from './desk.ts';
import { uuidV4 } from './domain/uuid-v4.ts';
import type { Effect } from './effects.ts';
import type { Random, Session } from './ports.ts';

/** Gives a photo, voice note or video a name of ours; it is fetched only if it became part of an answer. */
export const named = (inbound: Inbound, random: Random): { inbound: Inbound; want?: Effect } => {
  const { content } = inbound;
  if (!isRecorded(content)) return { inbound };
  const id = uuidV4(random);
  return {
    inbound: { ...inbound, content: { ...content, media: id } },
    want: {
      do: 'media.want',
      id,
      kind: content.kind,
      file: content.media,
      ...(content.bytes !== undefined && { bytes: content.bytes }),
    },
  };
};

const mediaId = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The photos that conversations hold: media ids are ours and look like nothing else. */
const photosIn = (talks: readonly (Talk | null)[]): string[] =>
  talks.flatMap((talk) =>
    Object.values(talk?.answers ?? {}).flatMap((answer) =>
      Array.isArray(answer)
        ? answer.filter((id): id is string => typeof id === 'string' && mediaId.test(id))
        : [],
    ),
  );

/** Photos of a conversation that was dropped, changed or refused belong to nobody any more: they are not kept. */
export const forgotten = (session: Session, decision: Decision): Effect[] => {
  const before = photosIn([session.talk, ...session.parked]);
  if (before.length === 0) return [];
  const kept = photosIn([decision.talk, ...decision.parked]);
  const used = JSON.stringify(decision.effects);
  const ids = before.filter((id) => !kept.includes(id) && !used.includes(id));
  return ids.length > 0 ? [{ do: 'media.forget', ids }] : [];
};
