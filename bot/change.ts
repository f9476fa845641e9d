import { abilities } from './channels/abilities.ts';
import type { Inbound } from './conversation/inbound.ts';
import { joinedReplies } from './conversation/joined.ts';
import type { Choice, Reply } from './conversation/reply.ts';
import type { Talk } from './conversation/talk.ts';
import type { Decision } from './desk.ts';
import type { Effect } from './effects.ts';
import { forgotten } from './photo-names.ts';
import type { Change, Letter, Session } from './ports.ts';

/** An album comes as single photos; its one answer waits until the last is likely in (milliseconds). */
const albumWait = 1500;

/** Receipts, whatever a reply may refer to later, pins, documents, and photos that may not be clean yet must be known as delivered: they go by the outbox. */
const mustBeKnown = (effects: readonly Effect[], said: readonly Reply[]): boolean =>
  effects.some((effect) => effect.do.startsWith('report.') || effect.do === 'identity.open') ||
  said.some(
    ({ about, media, pin, document }) =>
      about !== undefined || media !== undefined || pin !== undefined || document !== undefined,
  );

/** The letters of an answer: all of it where the channel answers by letters, else only what must be known as delivered. */
const lettersOf = (
  { contact }: Session,
  { say: said }: Decision,
  effects: readonly Effect[],
): Letter[] | undefined => {
  const { letters } = abilities[contact.address.channel];
  if (!letters && !mustBeKnown(effects, said)) return undefined;
  const whole = letters ? joinedReplies(said) : said;
  return whole.map((say) => ({ say, lane: 'interactive', answer: true }));
};

/** The album a photo belongs to, if it may be one of several: as the platform names it, or the photos of a moment. */
const albumOf = (session: Session, { album, content }: Inbound, key: string, now: Date): Talk['album'] => {
  const at = now.getTime();
  if (album) return { id: album, at };
  if (content.kind !== 'photo' || !abilities[session.contact.address.channel].letters) return undefined;
  const before = session.talk?.album;
  return before && at - before.at < albumWait ? { id: before.id, at: before.at } : { id: key, at };
};

/** The one answer to an album: the open question, as it stands when the last photo is likely in. */
const albumLetter = ({ contact }: Session, { id }: NonNullable<Talk['album']>): Letter => ({
  say: 'ask',
  lane: 'interactive',
  answer: true,
  delay: albumWait,
  dedupe: `album:${contact.id}:${id}`,
});

/** What a decision writes: its effects, the talk, and the letters that must be known as delivered; of a `secret` one neither letters nor a menu. */
export const changeOf = (
  session: Session,
  inbound: Inbound,
  key: string,
  decision: Decision,
  {
    want,
    fleeting,
    secret,
    now,
  }: { want: Effect | undefined; fleeting: boolean; secret: boolean; now: Date },
): Change => {
  const effects = [
    ...(want && decision.took ? [want] : []),
    ...decision.effects,
    ...forgotten(session, decision),
  ];
  const { talk, parked } = decision;
  if (secret) return { key, talk, parked, menu: [], effects, letters: [], now };
  const sure = mustBeKnown(effects, decision.say);
  const album = talk && decision.took && !sure ? albumOf(session, inbound, key, now) : undefined;
  const letters = album ? [albumLetter(session, album)] : (lettersOf(session, decision, effects) ?? []);
  const menu: readonly Choice[] = decision.menu ?? (talk ? [] : (decision.say.at(-1)?.choices ?? []));
  const note = decision.say[0]?.note;
  const kept = talk && album ? { ...talk, album: { ...album, ...(note && { note }) } } : talk;
  const posted = fleeting ? letters.map((letter) => ({ ...letter, fleeting })) : letters;
  return { key, talk: kept, parked, menu, effects, letters: posted, now };
};
