import type { Moment } from './conversation/moment.ts';
import { askingOf } from './conversation/open-question.ts';
import { tongueOf } from './i18n/tongue.ts';
import type { City, Clock, Random, Session, Sessions } from './ports.ts';
import type { Reads } from './reads.ts';
import type { Registry } from './registry.ts';

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

/** The moment of one message: who speaks, when, in which language. */
export const momentOf = (hall: Hall, session: Session): Moment => {
  const city = hall.city();
  const now = hall.clock.now();
  const { id, noticed, address, locale, hats } = session.contact;
  const spoken = locale ?? city.agency.locales[0] ?? 'id';
  const moment: Moment = {
    now,
    locale: spoken,
    spoken: tongueOf(spoken).text,
    city,
    contact: { id, noticed, channel: address.channel, hats },
    drafts: session.parked.length > 0,
    random: hall.random,
  };
  return { ...moment, drafts: moment.drafts || isNamedDraft(hall, session, moment) };
};

/** Whether the conversation under way is worth taking up again, by its own name for that. */
const isNamedDraft = ({ registry }: Hall, { talk }: Session, moment: Moment): boolean =>
  talk !== null && registry.forms.get(talk.form)?.draft?.(askingOf(talk, moment)) !== undefined;
