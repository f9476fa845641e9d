import type { Address, Inbound } from './conversation/inbound.ts';
import type { Moment } from './conversation/moment.ts';
import type { Choice, Reply, Text } from './conversation/reply.ts';
import { askAgain } from './conversation/take-turn.ts';
import type { Talk } from './conversation/talk.ts';
import type { Decision, Desk } from './desk.ts';
import type { Effect } from './effects.ts';
import { tongueOf } from './i18n/tongue.ts';
import type { Change, City, Clock, Letter, Random, Reads, Session, Sessions } from './ports.ts';
import type { Registry } from './registry.ts';
import { route } from './route.ts';

/** What the shell must hand in. */
export type Hall = {
  registry: Registry;
  city: () => City;
  clock: Clock;
  random: Random;
  sessions: Sessions;
  reads: (session: Session) => Reads;
  /** Told what each message did; the simulator's panel and nobody else listens. */
  watch?: (seen: Seen) => void;
};

/** One message as the house saw it. No text of a person in it. */
export type Seen = {
  contact: number;
  account: string;
  kind: string;
  form: string | undefined;
  asked: string | undefined;
  effects: readonly string[];
  letters: number;
  tries: number;
  outcome: 'done' | 'repeated';
};

/** What is to be answered at once. `letters` tells that some wait in the outbox for this contact. */
export type Handled = {
  session: Session;
  locale: string;
  say: readonly Reply[];
  toast?: Text;
  letters: boolean;
  repeated: boolean;
};

/** Several people pressing at one moment, or one person on two channels: read and decide again, so many times at most. */
const tries = 5;

/** An album comes as single photos; its one answer waits until the last is likely in (milliseconds). */
const albumWait = 1500;

/** Receipts, and whatever a reply may refer to later, must be known as delivered: they go by the outbox. */
const mustBeKnown = (effects: readonly Effect[], said: readonly Reply[]): boolean =>
  effects.some((effect) => effect.do.startsWith('report.')) || said.some(({ about }) => about !== undefined);

export const momentOf = (hall: Hall, session: Session): Moment => {
  const city = hall.city();
  const now = hall.clock.now();
  const { id, noticed, address, locale } = session.contact;
  return {
    now,
    locale: locale ?? city.agency.locales[0] ?? 'id',
    city,
    contact: { id, noticed, channel: address.channel },
    drafts: session.parked.length > 0 || session.talk?.form === 'report',
    random: hall.random,
  };
};

const uuid = (random: Random): string => {
  const bytes = random(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};

/** Blocking the bot or coming back changes nothing of a conversation. */
const presence = ({ presence: now }: Inbound, { talk, parked }: Session): Decision => ({
  talk,
  parked,
  say: [],
  effects: [now === 'left' ? { do: 'contact.left' } : { do: 'contact.back' }],
  took: false,
});

/** Gives a photo a name of ours; it is fetched only if it became part of an answer. */
const named = (inbound: Inbound, random: Random): { inbound: Inbound; want?: Effect } => {
  const { content } = inbound;
  if (content.kind !== 'photo') return { inbound };
  const id = uuid(random);
  return {
    inbound: { ...inbound, content: { ...content, media: id } },
    want: {
      do: 'media.want',
      id,
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
const forgotten = (session: Session, decision: Decision): Effect[] => {
  const before = photosIn([session.talk, ...session.parked]);
  if (before.length === 0) return [];
  const kept = photosIn([decision.talk, ...decision.parked]);
  const used = JSON.stringify(decision.effects);
  const ids = before.filter((id) => !kept.includes(id) && !used.includes(id));
  return ids.length > 0 ? [{ do: 'media.forget', ids }] : [];
};

const changeOf = (
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
      dedupe: `album:${inbound.from.account}:${inbound.from.id}:${inbound.album}`,
    });
  const menu: readonly Choice[] = decision.talk ? [] : (decision.say.at(-1)?.choices ?? []);
  return { key, talk: decision.talk, parked: decision.parked, menu, effects, letters, now };
};

/**
 * One message = one transaction. Reads the session, decides, and commits claim, effects, talk and letters together;
 * if somebody else was faster it reads and decides again. A repeat has no effect and gets the open question again.
 * Throws only on a bug or a lost database: nothing is then written, and the platform sends the message again.
 */
export const createHandle =
  (hall: Hall) =>
  async (arrived: Inbound, key: string): Promise<Handled> => {
    const { inbound, want } = named(arrived, hall.random);
    for (let attempt = 1; ; attempt++) {
      const session = await hall.sessions.open(inbound.from, attempt > 1);
      const moment = momentOf(hall, session);
      const { locale } = moment;
      const desk: Desk = {
        registry: hall.registry,
        moment,
        tongue: tongueOf(locale),
        reads: hall.reads(session),
      };
      if (session.lastKey === key) return repeated(hall, desk, session, inbound, attempt);

      const decision = inbound.presence ? presence(inbound, session) : await route(session, inbound, desk);
      const change = changeOf(session, inbound, key, decision, want, moment.now);
      const committed = await hall.sessions.commit(session, change);
      if (committed.kind === 'stale' && attempt < tries) continue;
      if (committed.kind === 'stale') throw new Error('a session changed too often to be written');
      if (committed.kind === 'repeated')
        return repeated(hall, desk, { ...session, talk: null }, inbound, attempt);

      const spoken = change.effects.findLast((effect) => effect.do === 'contact.locale');
      const waits = committed.hold && decision.say.length > 0 && change.letters.length === 0;
      if (waits)
        await hall.sessions.post(
          session,
          decision.say.map((say): Letter => ({ say, lane: 'interactive' })),
          moment.now,
        );
      hall.watch?.({
        ...seenOf(session, inbound, decision.talk?.form ?? session.talk?.form, decision.talk?.asked),
        effects: change.effects.map((effect) => effect.do),
        letters: change.letters.length,
        tries: attempt,
        outcome: 'done',
      });
      return {
        session,
        locale: spoken?.do === 'contact.locale' ? spoken.locale : locale,
        say: waits || change.letters.length > 0 ? [] : decision.say,
        ...(decision.toast && { toast: decision.toast }),
        letters: waits || change.letters.length > 0,
        repeated: false,
      };
    }
  };

/** The open question of a contact as it stands now, for a letter that only says "ask". */
export const openQuestionOf =
  (hall: Hall) =>
  async (from: Address): Promise<{ reply: Reply; locale: string } | undefined> => {
    const session = await hall.sessions.open(from, true);
    const moment = momentOf(hall, session);
    const form = session.talk && hall.registry.forms.get(session.talk.form);
    const reply = session.talk && form ? askAgain(form, session.talk, moment).say[0] : undefined;
    return reply && { reply, locale: moment.locale };
  };

const seenOf = (session: Session, inbound: Inbound, form: string | undefined, asked: string | undefined) => ({
  contact: session.contact.id,
  account: session.contact.address.account,
  kind: inbound.content.kind,
  form,
  asked,
});

/** A repeat of the last message gets the open question again, in case the answer was lost; an older one gets nothing. */
const repeated = (hall: Hall, desk: Desk, session: Session, inbound: Inbound, attempt: number): Handled => {
  const form = session.talk && desk.registry.forms.get(session.talk.form);
  const say = session.talk && form && !inbound.album ? askAgain(form, session.talk, desk.moment).say : [];
  hall.watch?.({
    ...seenOf(session, inbound, session.talk?.form, session.talk?.asked),
    effects: [],
    letters: 0,
    tries: attempt,
    outcome: 'repeated',
  });
  return { session, locale: desk.moment.locale, say, letters: false, repeated: true };
};
