import type { Inbound } from './conversation/inbound.ts';
import type { Choice, Reply } from './conversation/reply.ts';
import type { Decision } from './desk.ts';
import type { Effect } from './effects.ts';
import { forgotten } from './photo-names.ts';
import type { Change, Letter, Session } from './ports.ts';

/** An album comes as single photos; its one answer waits until the last is likely in (milliseconds). */
const albumWait = 1500;

/** Receipts, whatever a reply may refer to later, and photos that may not be clean yet must be known as delivered: they go by the outbox. */
const mustBeKnown = (effects: readonly Effect[], said: readonly Reply[]): boolean =>
  effects.some((effect) => effect.do.startsWith('report.') || effect.do === 'identity.open') ||
  said.some(({ about, media }) => about !== undefined || media !== undefined);

/** What a decision writes: its effects, the talk, and the letters that must be known as delivered. */
export const changeOf = (
  session: Session,
  inbound: Inbound,
  key: string,
  decision: Decision,
  want: Effect | undefined,
  now: Date,
): Change => {
  const effects = [
    ...(want && decision.took ? [want] : []),
    ...decision.effects,
    ...forgotten(session, decision),
  ];
  const sure = mustBeKnown(effects, decision.say);
  const letters: Letter[] = sure ? decision.say.map((say) => ({ say, lane: 'interactive' })) : [];
  if (inbound.album && decision.talk && decision.took && !sure)
    letters.push({
      say: 'ask',
      lane: 'interactive',
      delay: albumWait,
      dedupe: `album:${session.contact.id}:${inbound.album}`,
    });
  const menu: readonly Choice[] =
    decision.menu ?? (decision.talk ? [] : (decision.say.at(-1)?.choices ?? []));
  return { key, talk: decision.talk, parked: decision.parked, menu, effects, letters, now };
};
