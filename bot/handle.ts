import { changeOf } from './change.ts';
import { abilities } from './channels/abilities.ts';
import { lookUp } from './conversation/facts.ts';
import type { Address, Inbound } from './conversation/inbound.ts';
import type { Reply, Text } from './conversation/reply.ts';
import { askAgain } from './conversation/take-turn.ts';
import type { Talk } from './conversation/talk.ts';
import type { Decision, Desk } from './desk.ts';
import type { Effect } from './effects.ts';
import { type Hall, momentOf } from './hall.ts';
import { tongueOf } from './i18n/tongue.ts';
import { createInTurn } from './in-turn.ts';
import { named } from './photo-names.ts';
import type { Letter, Session, Taken } from './ports.ts';
import { route } from './route.ts';
import { formOpenedBy, keepsSecrets } from './secret-turn.ts';

/** What is to be answered at once. `letters` tells that some wait in the outbox for this contact; `taken` are ours to send already. */
export type Handled = {
  session: Session;
  locale: string;
  say: readonly Reply[];
  toast?: Text;
  letters: boolean;
  taken: readonly Taken[];
  /** Something happened to a report that others are to be told of; `writes`: letters to other chats were written. */
  news: boolean;
  writes: boolean;
  repeated: boolean;
  /** `say` goes out by the channel's own call on every channel, and where that fails by nothing else. */
  secret: boolean;
};

/** What comes of a message for whoever sent it. */
export type Decide = (session: Session, inbound: Inbound, desk: Desk) => Promise<Decision>;

/** Handles one message; `decide`: otherwise than a private chat would. */
export type Handle = (arrived: Inbound, key: string, decide?: Decide) => Promise<Handled>;

/** Something happened to a report that others are to be told of. */
const isNews = ({ do: what }: Effect): boolean => what === 'report.step' || what === 'report.file';

/** Effects that write letters to other chats, which are to go at once and not with the next sweep. */
const writesToOthers = ({ do: what }: Effect): boolean =>
  /^((award|certificate|exercise|handover|survey-thread|rights|identity|kind-word|staff|group|person|training)\.|contact\.identity$)/.test(
    what,
  );

/** Several people pressing at one moment, or one person on two channels: read and decide again, so many times at most. */
const tries = 5;

/** Somebody who presses *Kirim* of a ballot over and over through several processes is answered by each: encrypting costs, reading again does not. */
const secretTries = 30;

/** An answer that must wait its turn: once in the outbox, however often its message comes again. */
const answerLetters = (key: string, said: readonly Reply[], fleeting: boolean): Letter[] =>
  said.map((say, i) => ({
    say,
    lane: 'interactive',
    answer: true,
    dedupe: `answer:${key}:${i}`,
    ...(fleeting && { fleeting }),
  }));

/** Blocking the bot, coming back or having other ids changes nothing of a conversation. */
const unspoken = ({ talk, parked, menu }: Session, effect: Effect): Decision => ({
  talk,
  parked,
  menu,
  say: [],
  effects: [effect],
  took: false,
});

const privately: Decide = async (session, inbound, desk) => {
  const { presence, identity } = inbound;
  if (identity) return unspoken(session, { do: 'contact.identity', ...identity });
  if (presence) return unspoken(session, { do: presence === 'left' ? 'contact.left' : 'contact.back' });
  return route(session, inbound, desk);
};

/** The session of whoever an event names. */
const sessionOf = (
  { sessions }: Hall,
  { from, known, identity }: Inbound,
  fresh: boolean,
): Promise<Session> => (identity ? sessions.changed(from, identity) : sessions.open(from, fresh, known));

/** A conversation with its facts as they are now: somebody was faster, so what was looked up before may no longer hold. */
const lookedUp = async (hall: Hall, session: Session): Promise<Session> => {
  const { talk } = session;
  const form = talk && hall.registry.forms.get(talk.form);
  if (!talk || !form) return session;
  const known = await lookUp(form, {}, { ...talk, facts: {} }, momentOf(hall, session), hall.reads(session));
  return { ...session, talk: known };
};

/**
 * One message = one transaction. Reads the session, decides, and commits claim, effects, talk and letters together;
 * if somebody else was faster it reads and decides again. A repeat has no effect and gets the open question again, as
 * the database has it: what this process remembers of a person may be older than what another has written.
 * Throws only on a bug or a lost database: nothing is then written, and the platform sends the message again.
 */
export const createHandle = (hall: Hall): Handle => {
  const inTurn = createInTurn();
  return (arrived, key, decide = privately) => {
    if (!formOpenedBy(hall.registry, arrived)?.secret) return handleOnce(hall, arrived, key, decide, tries);
    const { channel, account, id } = arrived.from;
    return inTurn(`${channel}|${account}|${id}`, () => handleOnce(hall, arrived, key, decide, secretTries));
  };
};

const handleOnce = async (
  hall: Hall,
  arrived: Inbound,
  key: string,
  decide: Decide,
  most: number,
): Promise<Handled> => {
  const { inbound, want } = named(arrived, hall.random);
  for (let attempt = 1; ; attempt++) {
    const opened = await sessionOf(hall, inbound, attempt > 1);
    const session = attempt > 1 ? await lookedUp(hall, opened) : opened;
    const moment = momentOf(hall, session);
    const { locale } = moment;
    const desk: Desk = {
      registry: hall.registry,
      moment,
      tongue: tongueOf(locale),
      reads: hall.reads(session),
    };
    if (session.lastKey === key) return repeated(hall, inbound, key, attempt);

    const decision = await decide(session, inbound, desk);
    const fleeting = decision.fleeting ?? leavesNoTrace(hall, [session.talk, decision.talk]);
    const secret = isSecret(hall, inbound, decision);
    const change = changeOf(session, inbound, key, decision, { want, fleeting, secret, now: moment.now });
    const committed = await hall.sessions.commit(session, change);
    if (committed.kind === 'stale' && attempt < most) continue;
    if (committed.kind === 'stale') throw new Error('a session changed too often to be written');
    if (committed.kind === 'repeated') return repeated(hall, inbound, key, attempt);

    const spoken = change.effects.findLast((effect) => effect.do === 'contact.locale');
    const waits = !secret && committed.hold && decision.say.length > 0 && change.letters.length === 0;
    if (waits) await hall.sessions.post(session, answerLetters(key, decision.say, fleeting));
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
      taken: committed.taken,
      news: !committed.untold && change.effects.some(isNews),
      writes: change.effects.some(writesToOthers),
      repeated: false,
      secret,
    };
  }
};

/** Whether one of these conversations leaves no trace. */
const leavesNoTrace = ({ registry }: Hall, talks: readonly (Talk | null)[]): boolean =>
  talks.some((talk) => talk !== null && registry.forms.get(talk.form)?.fleeting === true);

/** Whether what is said now is kept nowhere: a conversation was passed through, or goes on, whose answers are. */
const isSecret = ({ registry }: Hall, { from }: Inbound, { secret, talk }: Decision): boolean =>
  keepsSecrets(from.channel) &&
  (secret === true || (talk !== null && registry.forms.get(talk.form)?.secret === true));

/** The open question of a contact as it stands now, for a letter that only says "ask"; above it what is to be said of the photos that it answers. */
export const openQuestionOf =
  (hall: Hall) =>
  async (from: Address): Promise<{ reply: Reply; locale: string } | undefined> => {
    const session = await hall.sessions.open(from, true);
    const moment = momentOf(hall, session);
    const form = session.talk && hall.registry.forms.get(session.talk.form);
    const reply = session.talk && form ? askAgain(form, session.talk, moment).say[0] : undefined;
    const note = session.talk?.album?.note ?? reply?.note;
    return reply && { reply: { ...reply, ...(note && { note }) }, locale: moment.locale };
  };

const seenOf = (session: Session, inbound: Inbound, form: string | undefined, asked: string | undefined) => ({
  contact: session.contact.id,
  account: session.contact.address.account,
  kind: inbound.content.kind,
  form,
  asked,
});

/**
 * A repeat of the last message gets the open question again, in case the answer was lost; an older one gets nothing.
 * Read as the database has it now: what this process remembers may be older than what another has written. Where answers
 * are letters, the first time's is on its way; what was secret is told to have been done.
 */
const repeated = async (hall: Hall, inbound: Inbound, key: string, attempt: number): Promise<Handled> => {
  const session = await sessionOf(hall, inbound, true);
  const moment = momentOf(hall, session);
  const talk = session.lastKey === key ? session.talk : null;
  const form = talk && hall.registry.forms.get(talk.form);
  const opened = session.lastKey === key ? formOpenedBy(hall.registry, inbound) : undefined;
  const said = abilities[inbound.from.channel].letters || inbound.album || inbound.group;
  const again = talk && form && !said ? askAgain(form, talk, moment).say : [];
  const say = opened?.repeats ? [{ text: opened.repeats }] : again;
  const secret = keepsSecrets(inbound.from.channel) && (opened?.secret ?? form?.secret) === true;
  const shows = say.some(({ media }) => media !== undefined);
  const waits = !secret && say.length > 0 && (shows || (await hall.sessions.held(session)));
  if (waits) await hall.sessions.post(session, answerLetters(key, say, leavesNoTrace(hall, [talk])));
  hall.watch?.({
    ...seenOf(session, inbound, talk?.form, talk?.asked),
    effects: [],
    letters: 0,
    tries: attempt,
    outcome: 'repeated',
  });
  return {
    session,
    locale: moment.locale,
    say: waits ? [] : say,
    letters: waits,
    taken: [],
    news: false,
    writes: false,
    repeated: true,
    secret,
  };
};
